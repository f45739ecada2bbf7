"""The real window on a real workspace in a temporary folder, with a real sandbox where something is sent."""

from __future__ import annotations

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ordermanager.domain.draft import OrderDraft
from ordermanager.sandbox.server import SandboxServer
from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from ordermanager.ui.i18n import Language
from ordermanager.ui.import_dialog import ImportDialog
from ordermanager.ui.jobs import Jobs
from ordermanager.ui.look.theme import Mode, Theme
from ordermanager.ui.order_pane import OrderPane
from ordermanager.ui.shell.main_window import MainWindow
from tests.ui.user import User, show_with_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from pytestqt.qtbot import QtBot


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # Said by the offscreen platform whenever a window has a minimum size; it is about the platform, not
    # about us.
    for item in items:
        item.add_marker(
            pytest.mark.qt_log_ignore(
                "This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
            )
        )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """While tests of the window run, and between them, Python does not search for cycles by itself, as in the program:
    it would in whatever thread makes values, or while Qt ends an object, and wait for ever. Tests of other folders that
    come later in the same process have it back, when no widget is left."""
    if Path(__file__).parent in item.path.parents:
        gc.disable()
    elif not gc.isenabled():
        gc.collect()
        gc.enable()
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Generator[None, object, object]:
    """Here nothing runs any more, and what the test has left behind can end."""
    try:
        return (yield)
    finally:
        is_due = gc.get_count()[2] > gc.get_threshold()[2]
        gc.collect(2 if is_due else 1)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with Services.open(tmp_path / "workspace", key_store=KeyStore.in_memory()) as opened:
        yield opened


@pytest.fixture
def jobs(qapp: QApplication, services: Services) -> Iterator[Jobs]:
    """Listening to `services`. A crash in any job fails the test."""
    made = Jobs()
    made.listen(services)
    crashes: list[str] = []
    made.crashed.connect(crashes.append)
    yield made
    made.wait_idle()
    assert made.shut_down()
    assert not crashes, crashes[0]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, Mode.LIGHT)
    yield made
    made.deleteLater()


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    made = Language(qapp, "en")
    yield made
    made.set_code("en")
    made.deleteLater()


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def text_size(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    with _text_of(qapp, request.param):
        yield request.param


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    """Text of 200 %."""
    with _text_of(qapp, 2.0):
        yield


@contextmanager
def _text_of(app: QApplication, factor: float) -> Iterator[None]:
    usual = app.font()
    font = QFont(usual)
    font.setPointSizeF(usual.pointSizeF() * factor)
    app.setFont(font)
    yield
    app.setFont(usual)


@pytest.fixture(params=["en", "uk"])
def spoken(request: pytest.FixtureRequest, language: Language) -> str:
    """Each language."""
    language.set_code(request.param)
    return str(request.param)


@pytest.fixture
def open_window(
    qtbot: QtBot, services: Services, jobs: Jobs, theme: Theme, language: Language
) -> Callable[[], MainWindow]:
    """Makes the window as it is at a start, ready for keys."""

    def make() -> MainWindow:
        window = MainWindow(services, jobs, theme, language)
        window.finish()
        qtbot.addWidget(window, before_close_func=_close_without_asking)
        show_with_keys(qtbot, window)
        assert jobs.wait_idle()
        return window

    return make


@pytest.fixture
def small(open_window: Callable[[], MainWindow], jobs: Jobs) -> Callable[[], MainWindow]:
    """Makes the window on the smallest screen that it must fit."""

    def make() -> MainWindow:
        window = open_window()
        window.resize(1024, 640)
        assert jobs.wait_idle()
        return window

    return make


def _close_without_asking(window: MainWindow) -> None:
    """A test that failed in the middle may have left a question open, or requests on their way: closing must not wait
    for an answer that nobody gives."""
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.hide()
    window._is_closing = True


@pytest.fixture
def user(qtbot: QtBot, open_window: Callable[[], MainWindow], jobs: Jobs) -> User:
    return User(qtbot, open_window(), jobs)


@pytest.fixture
def open_dialog(
    qtbot: QtBot, services: Services, jobs: Jobs, theme: Theme, language: Language
) -> Callable[[Path | str | None], ImportDialog]:
    """Opens the import with a file, with pasted text, or empty."""

    def make(source: Path | str | None) -> ImportDialog:
        dialog = ImportDialog(services, jobs, source)
        qtbot.addWidget(dialog)
        show_with_keys(qtbot, dialog)
        assert jobs.wait_idle()
        return dialog

    return make


@pytest.fixture
def review(
    open_dialog: Callable[[Path | str | None], ImportDialog], jobs: Jobs, qtbot: QtBot
) -> Callable[[Path], ImportDialog]:
    """Opens the import with a file and looks through its orders."""

    def make(path: Path) -> ImportDialog:
        dialog = open_dialog(path)
        qtbot.mouseClick(dialog.work.review_button, Qt.MouseButton.LeftButton)
        assert jobs.wait_idle()
        assert dialog.review.isVisible()
        return dialog

    return make


@pytest.fixture
def sandbox(tmp_path: Path, services: Services) -> Iterator[SandboxServer]:
    """A running sandbox, which is the default account of `services`."""
    with SandboxServer(data_file=tmp_path / "sandbox.db") as server:
        services.accounts.add("Sandbox", server.url, key="sandbox-key", is_sandbox=True, default=True)
        yield server


def good_draft(number: int, **fields: str) -> OrderDraft:
    """An order without errors; `fields` by the API's names overrule."""
    values = {
        "externalOrderId": f"A-{number}",
        "externalCustomerId": f"C-{number}",
        "totalCost": "100.50",
        "currency": "UAH",
        "status": "INITIALIZED",
        "date": "2026-11-20 12:00",
        "email": f"client{number}@example.com",
        "phone": f"0671{number:06d}",
        "firstName": "Olena",
        "lastName": f"Shevchenko{number}",
    }
    item = {
        "externalItemId": "SKU-1",
        "name": "Teapot",
        "quantity": "1",
        "cost": "100.50",
        "url": "https://shop.example/teapot",
        "imageUrl": "https://shop.example/teapot.jpg",
    }
    return OrderDraft({**values, **fields}, [item])


@pytest.fixture
def add_orders(services: Services) -> Callable[..., list[int]]:
    """Saves `count` orders without errors and returns their ids."""

    def add(count: int, first: int = 1, **fields: str) -> list[int]:
        return [services.orders.save(good_draft(first + n, **fields)).order_id for n in range(count)]

    return add


@pytest.fixture
def texts() -> Callable[[Any], list[list[str]]]:
    """What the rows of a big table's model say, column by column."""

    def read(model: Any) -> list[list[str]]:
        return [
            [model.index(row, column).data() or "" for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    return read


@pytest.fixture
def pane(qtbot: QtBot, services: Services, jobs: Jobs, theme: Theme, language: Language) -> OrderPane:
    """The pane of one order, with nothing of the window around it."""
    made = OrderPane(services, jobs)
    made.resize(480, 800)
    qtbot.addWidget(made)
    show_with_keys(qtbot, made)
    return made
