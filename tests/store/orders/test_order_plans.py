"""How the database finds lists: from an index alone, and the indexes of the lists cost sending nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ordermanager.store.orders.lists import ORDER_SORTS, _in_order
from ordermanager.store.orders.query import OrderQuery

if TYPE_CHECKING:
    from tests.store.conftest import Shop


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", ORDER_SORTS)
def test_a_list_is_read_from_an_index_alone(shop: Shop, sort: str, *, descending: bool) -> None:
    query = OrderQuery(sort=sort, descending=descending)
    rows = shop.workspace.reader().all(f"EXPLAIN QUERY PLAN SELECT id FROM orders{_in_order(query)}")
    plan = [row[3] for row in rows]
    assert len(plan) == 1, plan
    assert "COVERING INDEX" in plan[0] or (sort == "created" and plan == ["SCAN orders"])


def test_a_step_of_sending_writes_the_index_of_states_alone(shop: Shop) -> None:
    database = shop.workspace.reader()
    names = dict(database.all("SELECT rootpage, name FROM sqlite_schema WHERE rootpage > 0"))
    rows = database.all(
        "EXPLAIN UPDATE orders SET state = 'sending', follows = 1, state_at = '' WHERE id = 1"
    )
    assert {names[row[3]] for row in rows if row[1] == "OpenWrite"} == {"orders", "orders_state"}
