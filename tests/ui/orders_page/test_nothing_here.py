"""A list without orders says why, and leads on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ordermanager.domain.states import Folder
from ordermanager.store.orders.filters import OrderFilters

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.user import User


def test_what_a_folder_does_not_have_is_searched_in_all_orders(
    user: User, add_orders: Callable[..., list[int]]
) -> None:
    wanted = add_orders(1, lastName="Kovalenko")
    user.wait()
    window = user.window
    window.go_to(Folder.REJECTED.value)
    user.wait()
    window.orders.search.setFocus()
    user.type("koval")
    user.press(Qt.Key.Key_Return)
    user.click(window.orders.empty, "Search in all orders")
    assert window.folders.current_key == Folder.ALL.value
    assert window.orders.search.text() == "koval"
    user.wait_for(lambda: list(window.orders.model.ids_between(0, 9)) == wanted)


def test_filters_that_let_nothing_through_are_cleared_where_that_is_said(
    user: User, add_orders: Callable[..., list[int]]
) -> None:
    add_orders(2)
    user.wait()
    page = user.window.orders
    page.show_query(page.query._replace(filters=OrderFilters(currencies=frozenset({"JPY"}))))
    user.wait()
    assert page.empty.isVisible()
    user.click(page.empty, "Clear filters")
    assert page.query.filters.is_empty
    assert page.model.rowCount() == 2
