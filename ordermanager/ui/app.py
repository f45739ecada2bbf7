"""Starts the window: makes everything once and passes it in (the composition root of the GUI)."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QIcon
from PySide6.QtWidgets import QApplication

from ordermanager import __version__
from ordermanager.resources import resource
from ordermanager.ui import i18n
from ordermanager.ui.i18n import Language
from ordermanager.ui.jobs import Jobs
from ordermanager.ui.look import icon_cache
from ordermanager.ui.look.theme import IS_FUSION, Mode, Theme
from ordermanager.ui.shell.garbage import GuiGarbage
from ordermanager.ui.shell.single_instance import SingleInstance

if TYPE_CHECKING:
    from pathlib import Path

    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.app import Services
    from ordermanager.services.keys import KeyStore
    from ordermanager.ui.shell.departure import Departure
    from ordermanager.ui.shell.main_window import MainWindow
    from ordermanager.ui.shell.opening import OpeningNotice

UNREADABLE = 3
LONGEST_REQUEST = 150.0
"""Seconds: a request on its way may take 120 (design.md 5), after that its outcome is still to be written."""


def run(folder: Path, *, demo: bool = False) -> int:
    """Open the window on the workspace in `folder` and stay until it is closed. Returns the exit code."""
    app = make_application()
    app.setQuitOnLastWindowClosed(False)  # a message before the window is there must not end the program
    icon_cache.begin(_icon_file())
    instance = SingleInstance(folder)
    if instance.wake_other():
        return 0
    program = Program(app, folder, demo=demo)
    instance.woken.connect(program.raise_window)
    program.appeared.connect(lambda: QTimer.singleShot(LISTEN_AFTER_MS, instance, instance.listen))
    program.appeared.connect(lambda: QTimer.singleShot(ICON_AFTER_MS, app, _show_icon))
    program.appeared.connect(lambda: QTimer.singleShot(LISTEN_AFTER_MS, program, program.hear_the_system))
    program.ended.connect(app.exit)
    program.start()
    code = app.exec()
    program.end()
    instance.release()
    return code


def _icon_file() -> Path:
    """Of this version and these drawings, in the user's folder for what may be deleted at any time."""
    from pathlib import Path

    from PySide6.QtCore import QStandardPaths

    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
    drawn = resource("icons").stat().st_mtime_ns
    return Path(place) / "OrderManager" / f"icons-{__version__}-{drawn:x}"


ICON_AFTER_MS = 30
"""After the window, or a notice, has appeared: what draws it takes as long to load as five modules of ours."""


def _show_icon() -> None:
    QApplication.setWindowIcon(QIcon(str(resource("icons/ordermanager.svg"))))


LISTEN_AFTER_MS = 300
"""After the window, or a notice, has appeared. Others wait for it: see SingleInstance."""

TURN = 0.001
"""Seconds that a thread may keep the interpreter from the others: less than usual, since a frame waits for its turn
several times."""


def make_application() -> QApplication:
    """The QApplication, or the one that there is already (the gallery and tests make several windows)."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        app = existing
    else:
        if sys.platform == "win32":
            from ordermanager.ui.shell.windows_shell import be_a_program

            be_a_program()
        # Named here, Fusion is there from the beginning: see Theme.
        app = QApplication([*sys.argv[:1], "-style", "fusion"])
        app.setProperty(IS_FUSION, True)
    app.setApplicationName("Order Manager")
    app.setDesktopFileName("ordermanager")
    app.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, False)
    sys.setswitchinterval(TURN)
    return app


def _load_first() -> None:
    """What opens the workspace and finds its first orders. Here, although threads do both: two threads that load
    modules hinder one another, and a start takes a tenth longer.
    """
    from ordermanager.services import app  # noqa: F401
    from ordermanager.services.orders import order_lists  # noqa: F401


def _load_meanwhile() -> None:
    """While a thread opens the workspace: what the window needs and no file of it."""
    QFontMetrics(QApplication.font()).height()
    from ordermanager.ui.shell import main_window  # noqa: F401


def _no_keyring() -> KeyStore:
    """The demo's keys open nothing, and must not be left in anyone's keyring."""
    from ordermanager.services.keys import KeyStore

    return KeyStore.in_memory()


FIRST_ROWS_MS = 150
"""The window waits so long for its first rows, then it appears without them."""

LONG_OPENING_MS = 700
"""A workspace that opens at once shows its window and nothing before."""


class Program(QObject):
    """Opens the workspace in the background and makes the window."""

    ended = Signal(int)  # with the exit code
    appeared = Signal()  # something is on the screen: the window, a notice or a question

    def __init__(self, app: QApplication, folder: Path, *, demo: bool = False) -> None:
        super().__init__(app)
        self._folder = folder
        self._is_demo = demo
        self.theme = Theme(app)
        self.language = Language(app)
        self.jobs = Jobs(self)
        self.services: Services | None = None
        self.window: MainWindow | None = None
        self._made: MainWindow | None = None  # until it is shown
        self._garbage = GuiGarbage(self)
        self._departure: Departure | None = None
        self.notice: OpeningNotice | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._say_that_it_takes_long)
        self._reveal = QTimer(self)
        self._reveal.setSingleShot(True)
        self._reveal.timeout.connect(self._show_at_last)
        if os.environ.get("ORDERMANAGER_STALLS"):
            from ordermanager.ui.shell.stall_watch import StallWatch

            StallWatch(self, say=True).start()

    def start(self) -> None:
        """Open the workspace; the window appears when it is open."""
        _load_first()
        self.jobs.network("", self._open, self._on_open, self._on_unreadable, owner=self)
        self._patience.start(LONG_OPENING_MS)
        _load_meanwhile()

    def raise_window(self) -> None:
        """Someone started the program again: show this window."""
        if self.window is not None:
            if self.window.isMinimized():
                self.window.showNormal()
            self.window.raise_()
            self.window.activateWindow()

    def hear_the_system(self) -> None:
        """From now on a logout, or whatever else ends a program, closes the window as a person does."""
        if self.window is not None and self._departure is None:
            from ordermanager.ui.shell.departure import Departure

            self._departure = Departure(self.window)

    def end(self) -> None:
        """Finish what is written and close the workspace."""
        if self._departure is not None:
            self._departure.stop()
        self._garbage.stop()
        self.jobs.shut_down(LONGEST_REQUEST)
        if self.services is not None:
            self.services.close()

    def _open(self) -> Services:
        """In a thread."""
        from ordermanager.services.app import Services

        services = Services.open(self._folder, key_store=_no_keyring() if self._is_demo else None)
        services.settings.get()  # read here, so that the GUI thread finds it in memory
        return services

    def _say_that_it_takes_long(self) -> None:
        from ordermanager.ui.shell.opening import OpeningNotice

        self.notice = OpeningNotice()
        self.notice.show()
        self.appeared.emit()

    def _end_notice(self) -> None:
        self._patience.stop()
        if self.notice is not None:
            self.notice.hide()  # not close: with the last window the program would end
            self.notice.deleteLater()
            self.notice = None

    def _on_open(self, services: Services) -> None:
        self.services = services
        settings = services.settings.get()
        if settings.theme in list(Mode):
            self.theme.set_mode(Mode(settings.theme))
        self.language.set_code(settings.language)
        self.jobs.listen(services)
        self._show_window(services)

    def _show_window(self, services: Services) -> None:
        from ordermanager.ui.shell.main_window import MainWindow

        self._made = MainWindow(services, self.jobs, self.theme, self.language)
        self._made.closed.connect(lambda: self.ended.emit(0))
        # By then some hundred modules more, through which no search need go.
        self._made.settled.connect(self._garbage.set_aside)
        # With its first rows: shown before them, all of it would be painted twice.
        self._made.orders.model.replaced.connect(self._show_at_last)
        self._made.orders.model.counted.connect(self._show_at_last)
        self._reveal.start(FIRST_ROWS_MS)

    def _show_at_last(self) -> None:
        if self._made is None:
            return
        self.window, self._made = self._made, None
        self._reveal.stop()
        self.window.show()
        self.appeared.emit()
        self._end_notice()
        QTimer.singleShot(0, self._garbage, self._garbage.set_aside)

    # -- a workspace that cannot be opened

    def _on_unreadable(self, sentence: Sentence) -> None:
        self._end_notice()
        self.appeared.emit()
        if self._wants_repair(sentence):
            self.jobs.network("", self._repair, self._on_repaired, self._give_up, owner=self)
        else:
            self._stop()

    def _wants_repair(self, sentence: Sentence) -> bool:
        """Say what is wrong; offer the last backup where there is one."""
        backups = sorted((self._folder / "backups").glob("*.db"))
        if not backups:
            self._say(sentence)
            return False
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox()
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle("Order Manager")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(i18n.text(sentence))
        box.setInformativeText(
            self.tr(
                "There is a backup. Restoring it keeps the damaged file aside, "
                "and holds back whatever was not sent yet, so that nothing goes out twice."
            )
        )
        restore = box.addButton(self.tr("Check and restore"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Quit"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return box.clickedButton() is restore

    def _repair(self) -> None:
        from ordermanager.services.upkeep.doctor import Doctor

        Doctor(self._folder).repair()

    def _on_repaired(self, _nothing: None) -> None:
        self.jobs.network("", self._open, self._on_open, self._give_up, owner=self)

    def _give_up(self, sentence: Sentence) -> None:
        self._say(sentence)
        self._stop()

    def _say(self, sentence: Sentence) -> None:
        from ordermanager.ui.controls.plain import tell

        tell(None, i18n.text(sentence))

    def _stop(self) -> None:
        self.ended.emit(UNREADABLE)
