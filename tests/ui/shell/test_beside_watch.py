"""What the command line does in the workspace of an open window is seen in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ordermanager.cli.main import main
from ordermanager.domain.states import Folder
from ordermanager.ui.shell.beside_watch import BesideWatch
from tests.ui.conftest import good_draft
from tests.ui.user import CTRL, User

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow


@pytest.fixture
def user(
    qtbot: QtBot, open_window: Callable[[], MainWindow], jobs: Jobs, add_orders: Callable[..., list[int]]
) -> User:
    add_orders(2)
    user = User(qtbot, open_window(), jobs)
    user.wait()
    return user


@pytest.fixture
def bring_in(user: User, services: Services, tmp_path: Path) -> Callable[[str], None]:
    """Import these lines by the command line, and have the window look."""

    def go(lines: str) -> None:
        file = tmp_path / "orders.csv"
        file.write_text(lines)
        main(["--workspace", str(services.folder), "import", str(file), "--rules", "minimum"])
        watch = user.window.findChild(BesideWatch)
        assert watch is not None
        watch.look()
        user.wait()

    return go


def test_what_comes_in_by_the_command_line_is_in_the_list(
    user: User, bring_in: Callable[[str], None]
) -> None:
    bring_in("externalOrderId,status,date,totalCost\nB-1,DELIVERED,2026-11-28,10\n")
    assert sorted(user.rows) == ["A-1", "A-2", "B-1"]


def test_the_order_that_is_shown_is_shown_anew_unless_it_is_being_written(
    user: User, bring_in: Callable[[str], None]
) -> None:
    user.window.orders.table.choose_row(user.rows.index("A-1"))
    user.wait()
    name = user.window.pane.form.box("firstName").editor.target()
    assert isinstance(name, QLineEdit)
    bring_in("externalOrderId,firstName\nA-1,Olena\n")
    assert name.text() == "Olena"
    name.setFocus()
    name.selectAll()
    user.qtbot.keyClicks(name, "Ol")
    bring_in("externalOrderId,firstName\nA-1,Maria\n")
    assert name.text() == "Ol"


def test_what_is_typed_is_written_over_nothing_that_came_in_meanwhile(
    user: User, services: Services, bring_in: Callable[[str], None]
) -> None:
    """The form was saved whole: an order that a script had marked as delivered was new again."""

    def stored() -> dict[str, str]:
        (order_id,) = services.orders.find(["A-1"])
        fields = services.orders.get(order_id).draft.fields
        return {name: fields[name] for name in ("firstName", "lastName", "status")}

    user.window.orders.table.choose_row(user.rows.index("A-1"))
    user.wait()
    name, surname = (user.window.pane.form.box(field).editor.target() for field in ("firstName", "lastName"))
    assert isinstance(name, QLineEdit)
    assert isinstance(surname, QLineEdit)
    name.setFocus()
    name.selectAll()
    user.qtbot.keyClicks(name, "Ol")
    bring_in("externalOrderId,status,lastName\nA-1,DELIVERED,Franko\n")
    user.qtbot.keyClicks(name, "ha")
    user.press(Qt.Key.Key_S, CTRL)
    assert stored() == {"firstName": "Olha", "lastName": "Franko", "status": "DELIVERED"}
    user.wait_for(lambda: surname.text() == "Franko")
    assert user.window.pane.form.draft().get("status") == "DELIVERED"
    user.window.undo.undo()
    user.wait()
    assert stored() == {"firstName": "Olena", "lastName": "Franko", "status": "DELIVERED"}


def test_a_backup_that_the_command_line_restores_is_seen_and_nothing_of_before_can_be_taken_back(
    user: User, services: Services
) -> None:
    """The mark of writes came back with the backup, so that nothing seemed to have happened; and undo took away the
    order that had got the number of one that was gone."""
    backup = services.backups.make()
    user.window.new_order()
    user.wait()
    user.type("N-1")
    user.press(Qt.Key.Key_S, CTRL)
    user.window.go_to(Folder.ALL.value)
    user.wait_for(lambda: "N-1" in user.rows)
    assert user.window.undo.can_undo
    main(["--workspace", str(services.folder), "backups", "--restore", str(backup)])
    watch = user.window.findChild(BesideWatch)
    assert watch is not None
    watch.look()
    user.wait_for(lambda: sorted(user.rows) == ["A-1", "A-2"])
    services.orders.save(good_draft(77))  # has the number of N-1
    user.window.undo.undo()
    user.wait_for(lambda: sorted(user.rows) == ["A-1", "A-2", "A-77"])
    assert len(services.orders.find(["A-77"])) == 1
