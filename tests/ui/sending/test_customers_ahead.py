"""What customers share is found when sending or an import has ended, and not when somebody asks for it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ordermanager.store.database.sqlite import connect
from ordermanager.store.insights.changed_orders import changes_mark
from ordermanager.store.insights.customer_links import FILE
from ordermanager.ui.import_dialog import ImportDialog
from ordermanager.ui.shell import customers_ahead

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from ordermanager.services.app import Services
    from tests.ui.user import User


def is_known(services: Services) -> bool:
    """Whether what customers share is known as of now."""
    file = services.folder / FILE
    if not file.exists():
        return False
    with closing(connect(file)) as database:
        known = database.all("SELECT orders, changes, steps, written FROM sets")
    return known == [tuple(changes_mark(services._workspace.reader()))]


def test_it_is_known_when_sending_has_ended(
    desk: User,
    services: Services,
    add_orders: Callable[..., list[int]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(customers_ahead, "REST_MS", 10)
    add_orders(3)
    services.outbox.queue(None)
    assert not is_known(services)
    desk.window.sending.start()
    desk.wait_for(lambda: is_known(services))
    assert not desk.window.sending.is_running


def test_it_is_known_when_an_import_has_ended(
    user: User, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(customers_ahead, "REST_MS", 10)
    path = tmp_path / "orders.csv"
    path.write_text("externalOrderId,totalCost,email\nD-1,10,ann@shop.example\n", encoding="utf-8")
    user.window.deeds.open_import(path)
    (dialog,) = user.window.findChildren(ImportDialog)
    user.wait_for(lambda: dialog.can_import)
    assert not is_known(services)
    user.qtbot.keyClick(dialog.work.import_button, Qt.Key.Key_Return)
    user.wait_for(lambda: is_known(services))
    dialog.close()
