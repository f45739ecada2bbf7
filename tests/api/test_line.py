"""Seeing that the server has gone without reading from it."""

from __future__ import annotations

import select
import socket
import struct

import pytest

from ordermanager.api.client import YespoClient
from ordermanager.api.exchange import SentPhase
from ordermanager.api.line import other_side_has_closed
from tests.api.sync_client import SyncClient

pytestmark = pytest.mark.skipif(
    not hasattr(select, "POLLRDHUP"), reason="this system cannot tell without reading"
)


@pytest.fixture
def line():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        ours = socket.create_connection(listening.getsockname())
        theirs, _ = listening.accept()
    with ours, theirs:
        yield ours, theirs


def test_open(line):
    ours, theirs = line
    assert not other_side_has_closed(ours)
    theirs.sendall(b"HTTP/1.1 200 OK")
    assert not other_side_has_closed(ours)


def test_closed_in_order_with_an_answer_waiting(line):
    ours, theirs = line
    theirs.sendall(b"answer")
    theirs.close()
    assert other_side_has_closed(ours)
    assert ours.recv(100) == b"answer"


def test_reset(line):
    ours, theirs = line
    theirs.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    theirs.close()
    assert other_side_has_closed(ours)


def test_our_own_end(line):
    ours, _ = line
    ours.close()
    assert other_side_has_closed(ours)


def test_last_byte_is_kept_back_and_the_answer_is_read(serve):
    """The server refuses and closes its side while the first chunk is on its way, then takes what still comes."""

    def refuse(peer):
        peer.read_head()
        peer.answer("too large", "413 Payload Too Large")
        peer.sock.shutdown(socket.SHUT_WR)
        peer.drain()

    body = b"x" * 40_000_000
    server = serve(refuse)
    exchange = SyncClient(YespoClient(server.url, "key", total=20)).post_orders(body)
    server.finish()
    assert (exchange.status, exchange.framing_complete, exchange.error) == (413, True, None)
    assert exchange.sent is SentPhase.PARTLY
    assert len(server.connections[0].body) < len(body)
