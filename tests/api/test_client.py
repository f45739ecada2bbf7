"""What the client sends, and what it says of good and bad answers; every server here is a real socket."""

from __future__ import annotations

import asyncio
import base64
import gzip
import logging
import sys
import time

import pytest

from ordermanager.api.address import BadAddress
from ordermanager.api.client import BadKey, YespoClient
from ordermanager.api.exchange import ErrorKind, SentPhase
from tests.api.sync_client import SyncClient

KEY = "kEy-0123456789-secret"
BODY = b'{"orders":[{"externalOrderId":"1","email":"secret.person@example.com"}]}'


def client(server, **options) -> SyncClient:
    options.setdefault("total", 5)
    return SyncClient(YespoClient(server.url, KEY, **options))


def answering(*args):
    def behave(peer):
        peer.read()
        peer.answer(*args)

    return behave


def sending(data: bytes | str):
    """Reads the request, sends these bytes and closes."""

    def behave(peer):
        peer.read()
        peer.send(data)

    return behave


# -- what goes out --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [1, 2, 262_143, 262_144, 262_145, 3_000_001])
def test_body_arrives_byte_for_byte(serve, size):
    server = serve(answering("{}"))
    body = bytes(i * 7 % 251 for i in range(size))
    exchange = client(server).post_orders(body)
    assert exchange.status == 200
    assert exchange.sent is SentPhase.COMPLETE
    assert exchange.framing_complete
    assert exchange.error is None
    assert server.connections[0].body == body


def test_request_line_and_headers(serve):
    server = serve(answering("{}"))
    client(server).post_orders(BODY)
    got = server.connections[0]
    assert got.head.startswith(b"POST /api/v1/orders HTTP/1.1\r\n")
    assert got.header("Authorization") == "Basic " + base64.b64encode(f"ordermanager:{KEY}".encode()).decode()
    assert got.header("Content-Type") == "application/json; charset=UTF-8"
    assert got.header("Content-Length") == str(len(BODY))
    assert got.header("Transfer-Encoding") is None
    assert got.header("Accept-Encoding") == "identity"
    assert got.header("Connection") == "close"
    assert got.header("Cookie") is None


def test_every_request_has_a_fresh_connection_and_no_cookie(serve):
    server = serve(answering("{}", "200 OK", "Set-Cookie: JSESSIONID=abc; Path=/api/; HttpOnly"))
    one = client(server)
    for _ in range(3):
        assert one.post_orders(BODY).status == 200
    assert len(server.connections) == 3
    assert all(got.header("Cookie") is None for got in server.connections)


def test_a_request_searches_for_no_module(serve, monkeypatch):
    searched = []

    class Watch:
        def find_spec(self, name, path=None, target=None):
            searched.append(name)

    talk = client(serve(answering("{}")))
    talk.post_orders(BODY)
    monkeypatch.setattr(sys, "meta_path", [Watch(), *sys.meta_path])
    assert talk.post_orders(BODY).status == 200
    assert searched == []


def test_get_and_delete(serve):
    server = serve(answering("[]", "200 OK", "TotalCount: 0"))
    one = client(server)
    exchange = one.get_json("/v1/contacts", {"email": "a+b@example.com", "sms": "380"})
    assert exchange.sent is SentPhase.COMPLETE
    assert exchange.headers["totalcount"] == "0"
    one.delete_orders({"externalOrderId": "№ 7/a&b"})
    assert server.connections[0].head.startswith(
        b"GET /api/v1/contacts?email=a%2Bb%40example.com&sms=380 HTTP/1.1"
    )
    assert b"DELETE /api/v1/orders?externalOrderId=%E2%84%96+7%2Fa%26b HTTP/1.1" in server.connections[
        1
    ].head.replace(b"%20", b"+")


# -- whether an answer is complete ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "body"),
    [
        ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", b"{}"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", b""),
        ("HTTP/1.1 204 No Content\r\n\r\n", b""),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", b"{}"),
        ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", b"{}"),
    ],
)
def test_complete_answers(serve, data, body):
    exchange = client(serve(sending(data))).post_orders(BODY)
    assert exchange.framing_complete
    assert exchange.error is None
    assert exchange.body == body


def test_answer_that_just_ends_is_not_complete(serve):
    exchange = client(
        serve(sending("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"))
    ).post_orders(BODY)
    assert (exchange.status, exchange.error, exchange.framing_complete) == (200, None, False)


@pytest.mark.parametrize(
    ("data", "status", "error"),
    [
        ("HTTP/1.1 200 OK\r\nContent-Ty", None, ErrorKind.CLOSED),
        ("", None, ErrorKind.CLOSED),
        ("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{}", 200, ErrorKind.CLOSED),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n", 200, ErrorKind.CLOSED),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nXYZ\r\n{}\r\n0\r\n\r\n",
            200,
            ErrorKind.BAD_ANSWER,
        ),
        ("SSH-2.0-OpenSSH_9.6\r\n\r\n", None, ErrorKind.BAD_ANSWER),
        ("HTTP/1.1 200 OK\r\nX: " + "y" * 300_000 + "\r\n\r\n", None, ErrorKind.BAD_ANSWER),
        ("HTTP/1.1 200 OK\r\n" + "X-A: b\r\n" * 50_000 + "\r\n", None, ErrorKind.BAD_ANSWER),
        ("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{} ", None, ErrorKind.BAD_ANSWER),
    ],
)
def test_broken_answers(serve, data, status, error):
    def behave(peer):
        peer.read()
        peer.send(data)
        peer.sock.shutdown(1)  # the end, in order: what was sent is read before it
        peer.drain()

    exchange = client(serve(behave)).post_orders(BODY)
    assert exchange.sent is SentPhase.COMPLETE
    assert exchange.status == status
    assert exchange.error is error
    assert not exchange.framing_complete


def test_reset_in_the_middle_of_the_answer(serve):
    def behave(peer):
        peer.read()
        peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n12345")
        peer.sock.recv(1) if peer.closing.wait(0.1) else peer.reset()

    exchange = client(serve(behave)).post_orders(BODY)
    assert exchange.error is ErrorKind.CLOSED
    assert exchange.sent is SentPhase.COMPLETE
    assert not exchange.framing_complete


def test_compressed_answer_is_refused_unread(serve):
    bomb = gzip.compress(b"\0" * 50_000_000)
    server = serve(answering(bomb, "200 OK", "Content-Encoding: gzip", "Content-Type: application/json"))
    exchange = client(server).post_orders(BODY)
    assert exchange.error is ErrorKind.ENCODED
    assert exchange.body == b""
    assert not exchange.framing_complete


def test_endless_answer_is_cut_off(serve):
    def behave(peer):
        peer.read()
        peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
        while not peer.closing.is_set():
            peer.send(chunk)

    exchange = client(serve(behave), total=20).post_orders(BODY)
    assert exchange.error is ErrorKind.TOO_LARGE
    assert len(exchange.body) <= 8_000_000
    assert not exchange.framing_complete


def test_answer_that_repeats_a_large_request_fits(serve):
    body = b"x" * 9_000_000
    exchange = client(serve(answering(body + b"more")), total=20).post_orders(body)
    assert exchange.error is None
    assert len(exchange.body) == 9_000_004


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_not_followed(serve, status):
    elsewhere = serve(answering("{}"))
    server = serve(answering("", f"{status} Moved", f"Location: {elsewhere.url}/v1/orders"))
    assert client(server).post_orders(BODY).status == status
    assert client(server).get_json("/v1/account/info").status == status
    assert elsewhere.connections == []


# -- how far the request got ----------------------------------------------------------------------------------------

LARGE = b"x" * 40_000_000  # more than the buffers of both sides hold


@pytest.mark.parametrize("share", [0, 0.5])
def test_reset_before_the_body_was_read_is_surely_not_applied(serve, share):
    def behave(peer):
        if share:
            peer.read(share)
        else:
            peer.read_head()
        peer.reset()

    server = serve(behave)
    exchange = client(server, total=20).post_orders(LARGE)
    assert exchange.sent is SentPhase.PARTLY
    assert exchange.error is ErrorKind.CLOSED
    assert len(server.connections[0].body) < len(LARGE)


def test_reset_after_the_body_is_complete(serve):
    def behave(peer):
        peer.read()
        peer.reset()

    server = serve(behave)
    exchange = client(server, total=20).post_orders(LARGE)
    assert exchange.sent is SentPhase.COMPLETE
    assert exchange.error is ErrorKind.CLOSED
    assert server.connections[0].body == LARGE


def test_last_byte_never_leaves_when_the_deadline_comes_first(serve):
    """The request stalls, the deadline passes, then the server reads all there is: it must not be a whole request."""

    def behave(peer):
        peer.read_head()
        peer.closing.wait(0.7)
        peer.drain()

    server = serve(behave)
    exchange = client(server, total=0.4).post_orders(LARGE)
    assert exchange.sent is SentPhase.PARTLY
    assert exchange.error is ErrorKind.DEADLINE
    server.finish()
    assert 0 < len(server.connections[0].body) < len(LARGE)


def test_early_refusal_of_a_large_request(serve):
    def behave(peer):
        peer.read_head()
        peer.answer("too large", "413 Payload Too Large")
        peer.drain()

    assert client(serve(behave), total=20).post_orders(LARGE).status == 413


def test_nobody_listens(serve):
    server = serve(answering("{}"))
    server.stop()
    exchange = client(server).post_orders(BODY)
    assert exchange.sent is SentPhase.NOT_SENT
    assert exchange.error is ErrorKind.REFUSED
    assert exchange.error.is_offline


def test_name_that_is_not_found(monkeypatch):
    import socket

    def not_found(*args, **kwargs):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", not_found)
    exchange = SyncClient(YespoClient("https://shop.example/api", KEY)).post_orders(BODY)
    assert exchange.sent is SentPhase.NOT_SENT
    assert exchange.error is ErrorKind.DNS
    assert "internet connection" in str(exchange.sentence)


# -- the deadline ---------------------------------------------------------------------------------------------------


def drip_head(peer):
    peer.read()
    peer.drip(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 1000)


def drip_body(peer):
    peer.read()
    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n")
    peer.drip(b" " * 5000)


def endless_continue(peer):
    peer.read()
    while not peer.closing.wait(0.01):
        peer.send("HTTP/1.1 100 Continue\r\n\r\n")


def silence(peer):
    peer.read()
    peer.hang()


@pytest.mark.parametrize("behave", [drip_head, drip_body, endless_continue, silence])
def test_deadline_is_for_the_whole_exchange(serve, behave):
    started = time.monotonic()
    exchange = client(serve(behave), total=0.8).post_orders(BODY)
    assert 0.75 < time.monotonic() - started < 10
    assert exchange.error is ErrorKind.DEADLINE
    assert exchange.sent is SentPhase.COMPLETE
    assert not exchange.framing_complete


def test_cancelling_raises_as_usual(serve):
    server = serve(silence)

    async def work() -> None:
        task = asyncio.create_task(YespoClient(server.url, KEY).post_orders(BODY))
        while not (server.connections and server.connections[0].body):
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(work())


# -- the key and the environment ------------------------------------------------------------------------------------


def test_key_is_nowhere_to_be_read(serve, caplog):
    caplog.set_level(logging.DEBUG)
    server = serve(answering("{}"))
    one = YespoClient(server.url, KEY)
    exchange = SyncClient(one).post_orders(BODY)
    SyncClient(one).get_json("/v1/contacts", {"email": "secret.person@example.com"})
    server.stop()
    refused = SyncClient(one).post_orders(BODY)
    seen = " ".join([caplog.text, repr(one), str(one), repr(exchange), repr(refused), str(refused.sentence)])
    for secret in (
        KEY,
        base64.b64encode(f"ordermanager:{KEY}".encode()).decode(),
        "secret.person",
        "secret%2E",
    ):
        assert secret not in seen


@pytest.mark.parametrize("key", ["", "  ", "two\nlines", "a\x00b"])
def test_impossible_keys_are_refused(key):
    with pytest.raises(BadKey) as refusal:
        YespoClient("https://yespo.io/api", key)
    assert not key.strip() or key not in str(refusal.value)


def test_environment_is_ignored(serve, monkeypatch, tmp_path):
    decoy = serve(answering("{}"))
    server = serve(answering("{}"))
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{decoy.port}")
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login thief password stolen\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    keylog = tmp_path / "keys.log"
    monkeypatch.setenv("SSLKEYLOGFILE", str(keylog))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "missing.pem"))
    assert client(server).post_orders(BODY).status == 200
    assert decoy.connections == []
    assert not keylog.exists()
    expected = "Basic " + base64.b64encode(f"ordermanager:{KEY}".encode()).decode()
    assert server.connections[0].header("Authorization") == expected


def test_proxy_address_is_checked():
    for proxy in ("socks5://127.0.0.1:1", "nonsense", "http://", "http://proxy:port"):
        with pytest.raises(BadAddress):
            YespoClient("https://yespo.io/api", KEY, proxy=proxy)
