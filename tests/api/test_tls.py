"""Whom the client trusts: every refusal happens before a byte of the request has left."""

from __future__ import annotations

import os
import socket
import ssl
from datetime import UTC, datetime, timedelta

import pytest
import trustme

from ordermanager.api.client import YespoClient
from ordermanager.api.exchange import ErrorKind, SentPhase
from ordermanager.api.tls import BadAuthorities, make_context
from tests.api.sync_client import SyncClient

KEY = "kEy-0123456789-secret"
BODY = b'{"orders":[{"externalOrderId":"1"}]}'


@pytest.fixture(scope="module")
def ca():
    return trustme.CA()


@pytest.fixture
def ca_file(ca, tmp_path):
    path = tmp_path / "ca.pem"
    ca.cert_pem.write_to_path(str(path))
    return path


def context_for(certificate) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def answer(peer):
    peer.read()
    peer.answer("{}")


def post(server, **options):
    url = f"https://127.0.0.1:{server.port}/api"
    return SyncClient(YespoClient(url, KEY, total=5, **options)).post_orders(BODY)


def assert_refused(server, exchange, kind):
    server.finish()
    assert exchange.error is kind
    assert exchange.error.is_tls
    assert exchange.sent is SentPhase.NOT_SENT
    assert exchange.status is None
    assert all(got.head == b"" and got.body == b"" for got in server.connections)
    assert str(exchange.sentence)


def test_trusted(serve, ca, ca_file):
    server = serve(answer, context_for(ca.issue_cert("127.0.0.1")))
    exchange = post(server, ca=ca_file)
    assert exchange.status == 200
    assert server.connections[0].body == BODY


def test_unknown_authority(serve, ca):
    server = serve(answer, context_for(ca.issue_cert("127.0.0.1")))
    assert_refused(server, post(server), ErrorKind.TLS_UNKNOWN_CA)


def test_environment_cannot_add_an_authority(serve, ca, ca_file, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(ca_file))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(ca_file))
    monkeypatch.setenv("SSL_CERT_DIR", str(ca_file.parent))
    server = serve(answer, context_for(ca.issue_cert("127.0.0.1")))
    assert_refused(server, post(server), ErrorKind.TLS_UNKNOWN_CA)


def test_environment_cannot_record_session_keys(serve, ca, ca_file, monkeypatch, tmp_path):
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys.log"))
    server = serve(answer, context_for(ca.issue_cert("127.0.0.1")))
    assert post(server, ca=ca_file).status == 200
    assert not (tmp_path / "keys.log").exists()


@pytest.mark.parametrize("name", ["api.yespo.io", "127.0.0.2"])
def test_wrong_host(serve, ca, ca_file, name):
    server = serve(answer, context_for(ca.issue_cert(name)))
    assert_refused(server, post(server, ca=ca_file), ErrorKind.TLS_WRONG_HOST)


def test_expired_certificate_mentions_the_clock(serve, ca, ca_file):
    now = datetime.now(UTC)
    old = ca.issue_cert("127.0.0.1", not_before=now - timedelta(days=9), not_after=now - timedelta(days=1))
    server = serve(answer, context_for(old))
    exchange = post(server, ca=ca_file)
    assert_refused(server, exchange, ErrorKind.TLS_EXPIRED)
    assert "clock" in str(exchange.sentence)


def test_certificate_of_the_future_mentions_the_clock(serve, ca, ca_file):
    now = datetime.now(UTC)
    new = ca.issue_cert("127.0.0.1", not_before=now + timedelta(days=1), not_after=now + timedelta(days=9))
    server = serve(answer, context_for(new))
    exchange = post(server, ca=ca_file)
    assert_refused(server, exchange, ErrorKind.TLS_NOT_YET_VALID)
    assert "clock" in str(exchange.sentence)


def test_plain_http_on_the_port(serve):
    def plain(peer):
        peer.sock.recv(10)
        peer.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
        peer.drain()

    server = serve(plain)
    exchange = post(server)
    server.finish()
    assert exchange.error is ErrorKind.TLS_NOT_TLS
    assert exchange.sent is SentPhase.NOT_SENT
    assert b"orders" not in bytes(server.connections[0].body)


def test_handshake_that_breaks_off(serve):
    server = serve(lambda peer: peer.reset())
    exchange = post(server)
    assert exchange.sent is SentPhase.NOT_SENT
    assert exchange.error is not None


def test_secure_line_that_breaks_after_the_request_is_not_called_unsent(serve, ca, ca_file):
    def garbage(peer):
        peer.read()
        with socket.socket(fileno=os.dup(peer.sock.fileno())) as bare:
            bare.sendall(b"\x17\x03\x03\x00\x20" + b"x" * 32)
        peer.drain()

    exchange = post(serve(garbage, context_for(ca.issue_cert("127.0.0.1"))), ca=ca_file)
    assert exchange.sent is SentPhase.COMPLETE
    assert exchange.error is ErrorKind.CLOSED
    assert "othing was sent" not in str(exchange.sentence)


def test_old_protocol_versions_are_not_spoken(ca_file):
    context = make_context(ca_file)
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


def test_file_of_authorities_that_is_none(tmp_path):
    junk = tmp_path / "junk.pem"
    junk.write_text("not a certificate")
    for path in (junk, tmp_path / "missing.pem"):
        with pytest.raises(BadAuthorities, match=path.name):
            YespoClient("https://yespo.io", KEY, ca=path)


# -- through a proxy ------------------------------------------------------------------------------------------------


def tunnel_to(port):
    """A proxy that connects everything to `port` here and passes bytes on in both directions."""

    def behave(peer):
        import threading

        peer.read_head()
        with socket.create_connection(("127.0.0.1", port)) as there:
            peer.send("HTTP/1.1 200 Connection established\r\n\r\n")

            def pass_on(source, target):
                try:
                    while chunk := source.recv(65536):
                        target.sendall(chunk)
                    target.shutdown(socket.SHUT_WR)
                except OSError:
                    pass

            back = threading.Thread(target=pass_on, args=(there, peer.sock), daemon=True)
            back.start()
            pass_on(peer.sock, there)
            back.join(10)

    return behave


def test_proxy_never_sees_the_key(serve, ca, ca_file):
    server = serve(answer, context_for(ca.issue_cert("shop.example")))
    proxy = serve(tunnel_to(server.port))
    one = YespoClient(
        "https://shop.example", KEY, total=5, ca=ca_file, proxy=f"http://127.0.0.1:{proxy.port}"
    )
    exchange = SyncClient(one).post_orders(BODY)
    assert exchange.status == 200
    assert exchange.sent is SentPhase.COMPLETE
    assert server.connections[0].body == BODY
    assert proxy.connections[0].head.startswith(b"CONNECT shop.example:443 ")
    assert proxy.connections[0].header("Authorization") is None


@pytest.mark.parametrize("status", ["407 Proxy Authentication Required", "403 Forbidden", "502 Bad Gateway"])
def test_proxy_that_refuses(serve, status):
    def refuse(peer):
        peer.read_head()
        peer.answer("no", status)
        peer.drain()

    proxy = serve(refuse)
    one = YespoClient("https://shop.example", KEY, total=5, proxy=f"http://127.0.0.1:{proxy.port}")
    exchange = SyncClient(one).post_orders(BODY)
    proxy.finish()
    assert exchange.error is ErrorKind.PROXY
    assert exchange.sent is SentPhase.NOT_SENT
    assert exchange.status is None
    assert proxy.connections[0].body == b""


def test_proxy_is_not_asked_for_this_computer(serve):
    proxy, server = serve(answer), serve(answer)
    one = YespoClient(server.url, KEY, total=5, proxy=f"http://127.0.0.1:{proxy.port}")
    assert SyncClient(one).post_orders(BODY).status == 200
    assert proxy.connections == []
