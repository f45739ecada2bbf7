"""Two changes of one order put together."""

from __future__ import annotations

import pytest

from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.draft_merge import merge

ITEM = {"externalItemId": "S1", "quantity": "1", "cost": "10"}
OTHER = {"externalItemId": "S2", "quantity": "2", "cost": "5"}


def test_each_keeps_what_it_changed_and_the_form_wins_where_both_did() -> None:
    before = OrderDraft(
        {"status": "INITIALIZED", "email": "a@x", "phone": "1", "lastName": "A"}, [], {"k": "1"}
    )
    mine = OrderDraft({"status": "INITIALIZED", "email": "mine@x", "lastName": "B"}, [], {"k": "1", "m": "2"})
    theirs = OrderDraft(
        {"status": "DELIVERED", "email": "theirs@x", "phone": "1", "lastName": "A", "currency": "UAH"}, [], {}
    )
    assert merge(before, mine, theirs).without_empty() == OrderDraft(
        {"status": "DELIVERED", "email": "mine@x", "lastName": "B", "currency": "UAH"}, [], {"m": "2"}
    )


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        ([ITEM], [ITEM, OTHER], [ITEM, OTHER]),  # an import brought one
        ([ITEM, OTHER], [ITEM], [ITEM, OTHER]),  # somebody typed one
        ([], [{**ITEM, "cost": "11"}], []),
        ([{**ITEM, "quantity": "3"}], [{**ITEM, "cost": "11"}], [{**ITEM, "quantity": "3", "cost": "11"}]),
        ([ITEM, {"name": " "}], [{**ITEM, "cost": "11"}], [{**ITEM, "cost": "11"}]),  # an empty row is none
    ],
)
def test_items(
    mine: list[dict[str, str]], theirs: list[dict[str, str]], merged: list[dict[str, str]]
) -> None:
    found = merge(OrderDraft({}, [ITEM]), OrderDraft({}, mine), OrderDraft({}, theirs))
    assert found.items == merged
