"""What the child that reads a large file (child.py) says to the program: messages of MessagePack, each with its
length before it. The file may be hostile, so nothing in them is ever run.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any

import msgspec

from ordermanager.domain.sentences import Sentence
from ordermanager.importing.recognised import Counts
from ordermanager.importing.tables.table import IgnoredRow
from ordermanager.importing.values.status_words import StatusWord
from ordermanager.services.orders.order_block import OrderBlock
from ordermanager.store.database.encoding import decode_findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.store.orders.product_rows import Product

LENGTH = 4
"""Bytes."""

MOST_BYTES = 1 << 30
"""Of a message; the child sends a thousandth, unless a file has made it another program."""

Said = tuple[str, dict[str, Any]]
"""A Sentence."""


class Block(msgspec.Struct, array_like=True, tag=True):
    """Orders, with `rows` as many as were read so far. Their products are places in a list that grows by `products`
    from block to block, and begins anew where `forget` is set. Their findings stand in them as JSON alone, and so do
    the `notes` of those that have any, by their place in the block.
    """

    rows: int
    forget: bool
    products: list[Any]
    orders: OrderBlock
    notes: dict[int, str]

    def whole(self, products: Sequence[Product]) -> OrderBlock:
        """The orders as they were; `products` is the list so far."""
        block = self.orders
        block.products = [list(map(products.__getitem__, places)) for places in block.products]
        block.remarks = {place: decode_findings(text) for place, text in block.findings.items()}
        block.notes = {place: decode_findings(text) for place, text in self.notes.items()}
        return block


class End(msgspec.Struct, array_like=True, tag=True):
    """The pass is at its end: `Counts`, and what its table has to say."""

    rows_read: int
    orders: int
    items: int
    rows_ignored: int
    ignored: list[tuple[int, Said]]
    statuses: list[tuple[str, str, int, tuple[int, ...], str]]
    notes: list[Said]
    table_notes: list[Said]
    left_out: list[tuple[int, Said]]
    left_out_count: int

    def counts(self) -> Counts:
        """As the pass would have left them here."""
        return Counts(
            rows_read=self.rows_read,
            orders=self.orders,
            items=self.items,
            rows_ignored=self.rows_ignored,
            ignored=[IgnoredRow(row, Sentence(*said)) for row, said in self.ignored],
            statuses=tuple(StatusWord(*each) for each in self.statuses),
            notes=[Sentence(*said) for said in self.notes],
        )


class Failure(msgspec.Struct, array_like=True, tag=True):
    """The file cannot be read: a ReadError, or that no order number was recognised."""

    template: str
    values: dict[str, Any]
    is_recognised: bool


Message = Block | End | Failure

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Message).decode


def said(sentence: Sentence) -> Said:
    """A sentence for a message."""
    return sentence.template, dict(sentence.values)


def write(stream: IO[bytes], message: Message) -> None:
    """Say something."""
    write_bytes(stream, _encode(message))


def write_bytes(stream: IO[bytes], data: bytes) -> None:
    """Something for `read`."""
    stream.write(len(data).to_bytes(LENGTH, "big"))
    stream.write(data)
    stream.flush()


def read(stream: IO[bytes]) -> bytes:
    """The next message, to be understood by `message`; empty where whoever speaks has ended."""
    length = int.from_bytes(stream.read(LENGTH), "big")
    data = stream.read(length) if length <= MOST_BYTES else b""
    return data if len(data) == length else b""


def message(data: bytes) -> Message:
    """What was said. Raises msgspec.DecodeError for what no child of ours says."""
    found: Message = _decode(data)
    return found
