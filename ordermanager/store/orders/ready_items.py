"""An order with every value of its rows as they are stored: what is written of it needs no more thought."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from ordermanager.domain.states import State
from ordermanager.store.database.encoding import encode_and_hash, encode_findings
from ordermanager.store.database.text_keys import clean
from ordermanager.store.orders.product_rows import product_of
from ordermanager.store.orders.rows import summary_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ordermanager.store.orders.records import SaveItem


class ReadyItem(msgspec.Struct, array_like=True, gc=False):
    """`SaveItem` with its values made: `summary` are those of `summary_values`, `findings` and `text` the JSON of its
    findings and its draft, `words` what it is found by, `products` its items as `product_of` gives them.
    """

    summary: tuple[Any, ...]
    state: State
    attention: bool
    findings: str
    text: str
    text_hash: bytes
    words: str
    products: list[Any]  # of Product
    order_id: int | None


def ready_item(item: SaveItem) -> ReadyItem:
    """An order as it is written."""
    text, text_hash = item.encoded or encode_and_hash(item.draft)
    return ReadyItem(
        summary=summary_values(item.summary),
        state=item.state,
        attention=item.attention,
        findings=encode_findings(item.findings),
        text=text,
        text_hash=text_hash,
        words=clean(item.summary.search_text),
        products=[product for each in item.draft.items if (product := product_of(each))],
        order_id=item.order_id,
    )


class ReadyColumns(NamedTuple):
    """New orders as `ReadyItem` has each, a column for each value and for each value of the summaries."""

    summary: Sequence[Sequence[Any]]
    state: Sequence[State]
    attention: Sequence[bool]
    findings: Sequence[str]
    text: Sequence[str]
    text_hash: Sequence[bytes]
    words: Sequence[str]
    products: Iterable[Iterable[Any]]  # of Product


def ready_columns(items: Sequence[ReadyItem]) -> ReadyColumns:
    """New orders, at least one."""
    return ReadyColumns(
        list(zip(*[item.summary for item in items], strict=True)),
        [item.state for item in items],
        [item.attention for item in items],
        [item.findings for item in items],
        [item.text for item in items],
        [item.text_hash for item in items],
        [item.words for item in items],
        [item.products for item in items],
    )
