"""Where revisions are found that were sent under what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ordermanager.store.database.sqlite import hint

if TYPE_CHECKING:
    from collections.abc import Sequence

LAST = "\U0010ffff"
"""Behind every text that begins with another."""


class Source(NamedTuple):
    """`number` is the revision's in `tables`, which is `r` there or `t`."""

    number: str
    tables: str
    where: str
    values: tuple[str, ...]

    def lines(self) -> str:
        """A query for all of its revisions."""
        return f"SELECT {self.number} FROM {self.tables} WHERE {self.where}"  # noqa: S608

    def lines_and_orders(self) -> str:
        """A query for all of its revisions and their orders; a condition on them, in which they are `r`, can follow."""
        revision = "" if self.number == "r.id" else f" CROSS JOIN revisions r ON r.id = {self.number}"
        return f"SELECT r.id, r.order_id FROM {self.tables}{revision} WHERE {self.where}"  # noqa: S608


def sent_under(words: str, phones: Sequence[str]) -> list[Source]:
    """What was sent under a key, an e-mail or a phone that begins so."""
    key, email, phone = "r.external_order_id", "t.email COLLATE NOCASE", "t.phone"
    bodies, between = "revision_bodies t", (words, words + LAST)
    by_key, by_email, by_phone = map(
        hint, ("revisions_key", "revision_bodies_email", "revision_bodies_phone")
    )
    return [
        Source("r.id", f"revisions r{by_key}", f"{key} >= ? AND {key} < ?", between),
        Source(
            "t.revision_id", bodies + by_email, f"t.email <> '' AND {email} >= ? AND {email} < ?", between
        ),
        *(
            Source(
                "t.revision_id",
                bodies + by_phone,
                f"t.phone <> '' AND {phone} >= ? AND {phone} < ?",
                (each, each + LAST),
            )
            for each in phones
        ),
    ]


def of_words(expression: str) -> Source:
    """Every revision of the orders that match now."""
    tables = "order_search CROSS JOIN revisions r ON r.order_id = order_search.rowid"
    return Source("r.id", tables, "order_search MATCH ?", (expression,))
