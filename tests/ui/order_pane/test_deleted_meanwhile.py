"""The order in the form is deleted: by a script that takes its import back, or in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ordermanager.domain.states import Folder
from tests.ui.user import CTRL, User, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.services.app import Services


@pytest.fixture
def ids(user: User, add_orders: Callable[..., list[int]]) -> list[int]:
    """Of two orders, of which the first is in the form, and the keys are in its first name."""
    made = add_orders(2)
    user.window.go_to(Folder.ALL.value)
    user.wait_for(lambda: len(user.rows) == 2)
    user.window.orders.table.choose_row(user.rows.index("A-1"))
    user.wait()
    name = user.window.pane.form.box("firstName").editor.target()
    assert isinstance(name, QLineEdit)
    name.setFocus()
    name.selectAll()
    return made


def test_what_is_being_typed_brings_the_order_back(user: User, services: Services, ids: list[int]) -> None:
    """It was said to be saved, and was in no list."""
    user.type("Ol")
    services.orders.delete(ids[:1])
    user.wait_for(lambda: user.rows == ["A-2"])
    user.type("ha")
    user.wait_for(lambda: sorted(user.rows) == ["A-1", "A-2"])
    assert services.orders.get(ids[0]).draft.get("firstName") == "Olha"
    assert "is back" in said(user.window.pane)


def test_an_order_that_nobody_writes_goes_from_the_form(
    user: User, services: Services, ids: list[int]
) -> None:
    services.orders.delete(ids[:1])
    user.wait_for(lambda: user.window.pane.current_order_id is None)
    assert "It was deleted." in said(user.window.pane)


def test_who_deletes_the_order_that_they_have_just_written_does_not_get_it_back(
    user: User, services: Services, ids: list[int]
) -> None:
    user.type("Olha")
    user.window.actions_table["delete"].trigger()  # by the menu: the keys stay in the form
    user.wait_for(lambda: user.rows == ["A-2"])
    user.window.flush()
    user.wait()
    assert user.rows == ["A-2"]
    user.window.orders.table.setFocus()
    user.press(Qt.Key.Key_Z, CTRL)
    user.wait_for(lambda: len(user.rows) == 2)
    assert services.orders.get(ids[0]).draft.get("firstName") == "Olha"
