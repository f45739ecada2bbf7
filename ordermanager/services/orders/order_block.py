"""Some hundred orders that are ready, a column for each of their values: a loop over a column costs a tenth of what it
costs to make, to pass on and to take apart an object for each order.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import msgspec

from ordermanager.domain.checks.checks import in_form_order
from ordermanager.domain.people.identity import Identity
from ordermanager.domain.states import State
from ordermanager.services.orders.ready_orders import BEFORE_FINDINGS, ReadyOrder, finding_values
from ordermanager.store.database.encoding import encode_findings
from ordermanager.store.orders.packed_orders import PackedOrders, Packer
from ordermanager.store.orders.ready_items import ReadyColumns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ordermanager.domain.checks.findings import Finding

_NO_FINDINGS = (0, 0, "")
_DRAFT, _READY = State.DRAFT, State.READY
"""By names of their own: a member that is asked of its class takes ten times as long to find."""


class OrderBlock(msgspec.Struct, array_like=True):
    """The values of `ReadyOrder`: of the `summary` the columns that do not speak of findings, of the `identity` one for
    each of its three. What few orders have stands by their place: `remarks` and `notes` (of Finding), the JSON of the
    remarks as `findings`, and what the file has `emptied`. An order `replaces` where its whole block does.
    """

    summary: list[list[Any]]
    identity: list[list[str]]
    text: list[str]
    text_hash: list[bytes]
    words: list[str]
    products: list[list[Any]]  # of Product
    external_id: list[str]
    rows: list[tuple[int, ...]]
    items: list[int]
    remarks: dict[int, tuple[Any, ...]]
    findings: dict[int, str]
    notes: dict[int, tuple[Any, ...]] = {}
    emptied: dict[int, tuple[str, ...]] = {}
    replaces: bool = False
    packed: bytes = b""
    """The rows of these orders as the workspace copies them (store.orders.packed_orders), instead of the columns of the
    summary, `text`, `text_hash` and `words`, until somebody asks for these."""

    @classmethod
    def of(cls, orders: Sequence[ReadyOrder]) -> OrderBlock:
        """These orders, at least one, none of which replaces a part that was taken before."""
        columns: list[list[Any]] = [list(column) for column in zip(*map(_values, orders), strict=True)]
        summary, others = columns[:BEFORE_FINDINGS], columns[BEFORE_FINDINGS:]
        identity, others = others[: len(Identity._fields)], others[len(Identity._fields) :]
        text, text_hash, words, products, external_id, rows, items = others
        block = cls(summary, identity, text, text_hash, words, products, external_id, rows, items, {}, {})
        for place, order in enumerate(orders):
            block._put_rare(place, order)
        return block

    def __len__(self) -> int:
        return len(self.external_id)

    def pack(self, packer: Packer) -> None:
        """Put the rows into the packer, and leave here what they do not say."""
        packer.add(self.ready_columns())
        self.summary, self.text, self.text_hash, self.words = [], [], [], []

    def unpack(self) -> None:
        """Have the columns that are packed."""
        if self.packed and not self.text:
            from ordermanager.store.orders.packed_orders import unpack

            *columns, text, text_hash, words = map(list, unpack(self.packed))
            self.summary, self.text, self.text_hash, self.words = columns, text, text_hash, words

    def orders(self) -> Iterator[ReadyOrder]:
        """Each by itself."""
        return map(self.order, range(len(self)))

    def order(self, place: int) -> ReadyOrder:
        """One by itself."""
        self.unpack()
        remarks = self.remarks.get(place, ())
        of_findings = finding_values(remarks) if remarks else _NO_FINDINGS
        has_errors = of_findings[0] > 0
        return ReadyOrder(
            (*[column[place] for column in self.summary], *of_findings),
            _DRAFT if has_errors else _READY,
            has_errors,
            self.findings.get(place, "[]"),
            self.text[place],
            self.text_hash[place],
            self.words[place],
            self.products[place],
            None,
            self.external_id[place],
            Identity(*[column[place] for column in self.identity]),
            remarks,
            self.rows[place],
            self.replaces,
            self.items[place],
            self.notes.get(place, ()),
            self.emptied.get(place, ()),
        )

    def put(self, place: int, order: ReadyOrder) -> None:
        """Have this order here."""
        for column, value in zip(self._columns(), _values(order), strict=True):
            column[place] = value
        for rare in self._rare():
            rare.pop(place, None)
        self._put_rare(place, order)

    def _put_rare(self, place: int, order: ReadyOrder) -> None:
        if order.remarks:
            self.remarks[place], self.findings[place] = order.remarks, order.findings
        if order.notes:
            self.notes[place] = order.notes
        if order.emptied:
            self.emptied[place] = order.emptied

    def pop(self) -> None:
        """Drop the last order."""
        for column in self._columns():
            column.pop()
        for rare in self._rare():
            rare.pop(len(self), None)

    def extend(self, other: OrderBlock) -> None:
        """Add the orders of a block that replaces as this one does."""
        before = len(self)
        for column, more in zip(self._columns(), other._columns(), strict=True):
            column += more
        for rare, others in zip(self._rare(), other._rare(), strict=True):
            rare.update((before + place, value) for place, value in others.items())

    def remark(self, place: int, found: Sequence[Finding]) -> None:
        """Add findings that are no errors."""
        self.unpack()
        self.packed = b""
        remarks = in_form_order((*self.remarks.get(place, ()), *found))
        self.remarks[place], self.findings[place] = remarks, encode_findings(remarks)

    def each_identity(self) -> list[BlockOrder]:
        """Each order, for what is to be said of its customer."""
        return [
            BlockOrder(self, place, Identity(*own))
            for place, own in enumerate(zip(*self.identity, strict=True))
        ]

    def ready_columns(self) -> ReadyColumns:
        """As the workspace takes them."""
        self.unpack()
        orders = len(self)
        errors, warnings, firsts = [0] * orders, [0] * orders, [""] * orders
        findings = ["[]"] * orders
        for place, remarks in self.remarks.items():
            errors[place], warnings[place], firsts[place] = finding_values(remarks)
            findings[place] = self.findings[place]
        return ReadyColumns(
            [*self.summary, errors, warnings, firsts],
            [_DRAFT if each else _READY for each in errors],
            [each > 0 for each in errors],
            findings,
            self.text,
            self.text_hash,
            self.words,
            self.products,
        )

    def packed_orders(self) -> PackedOrders:
        """As the workspace takes those that are packed."""
        with_errors = sum(finding_values(remarks)[0] > 0 for remarks in self.remarks.values())
        return PackedOrders(len(self), with_errors, self.products)

    def _columns(self) -> list[list[Any]]:
        return [
            *self.summary,
            *self.identity,
            self.text,
            self.text_hash,
            self.words,
            self.products,
            self.external_id,
            self.rows,
            self.items,
        ]

    def _rare(self) -> tuple[dict[int, Any], ...]:
        return self.remarks, self.findings, self.notes, self.emptied


def _values(order: ReadyOrder) -> tuple[Any, ...]:
    """Its values for each column of a block."""
    return (
        *order.summary[:BEFORE_FINDINGS],
        *order.identity,
        order.text,
        order.text_hash,
        order.words,
        order.products,
        order.external_id,
        order.rows,
        order.items,
    )


class BlockOrder:
    """An order of a block about which other orders may have something to say."""

    __slots__ = ("_block", "_place", "identity")

    def __init__(self, block: OrderBlock, place: int, identity: Identity) -> None:
        self._block = block
        self._place = place
        self.identity = identity

    def remark(self, found: Sequence[Finding]) -> None:
        """Add findings that are no errors."""
        self._block.remark(self._place, found)


def packed(blocks: Iterable[OrderBlock], orders: int) -> Iterator[OrderBlock]:
    """The same orders as `larger` parts them, packed."""
    whole: OrderBlock | None = None
    with closing(Packer()) as packer:
        for block in blocks:
            if whole is not None and (len(whole) >= orders or whole.replaces != block.replaces):
                whole.packed = packer.packed()
                yield whole
                whole = None
            block.pack(packer)
            if whole is None:
                whole = block
            else:
                whole.extend(block)
        if whole is not None:
            whole.packed = packer.packed()
            yield whole


def larger(blocks: Iterable[OrderBlock], orders: int) -> Iterator[OrderBlock]:
    """The same orders in blocks of about so many; those that replace apart from those that do not. Blocks that are
    packed stay as they are.
    """
    whole: OrderBlock | None = None
    for block in blocks:
        if whole is not None and (len(whole) >= orders or block.packed or whole.replaces != block.replaces):
            yield whole
            whole = None
        if block.packed:
            yield block
        elif whole is None:
            whole = block
        else:
            whole.extend(block)
    if whole is not None:
        yield whole
