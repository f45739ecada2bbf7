"""Another language at run time: every part of the window is made anew, so that no widget must know how to relabel
itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenuBar, QTabWidget, QWidget

from ordermanager.ui.shell.folder_list import KEPT
from ordermanager.ui.shell.late_parts import BESIDE, DEEDS
from ordermanager.ui.shell.window_memory import restore_parts, view_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ordermanager.store.history.query import EventQuery
    from ordermanager.store.orders.query import OrderQuery
    from ordermanager.ui.job import Job
    from ordermanager.ui.shell.main_window import MainWindow


translate = QCoreApplication.translate

KEPT_SELECTION = 5000
APART_MS = 20
"""Between the ends of two pages of the window that was."""


@dataclass(frozen=True, slots=True)
class Situation:
    """All that a person would miss if the parts of the window were new: place, filters, selection, open tab."""

    view: Mapping[str, str]
    place: str
    query: OrderQuery
    import_name: str
    order_id: int | None
    in_pane: int | None
    selected: tuple[int, ...]
    had_pane: bool
    tab: int
    keys_in_pane: bool
    events: EventQuery | None = None


def make_anew(window: MainWindow) -> None:
    """Take the window apart and build it again where it was. The settings open again, any other dialog is let end
    first. Until all is there the picture of what was stays; a key that comes earlier finds all of it.
    """
    window.finish()  # another language before the last one was there
    if (job := _at_work(window)) is not None:
        _wait_for(window, job)
        return
    modal = QApplication.activeModalWidget()
    page = window.deeds.close_settings()
    if page is None and isinstance(modal, QDialog):
        modal.finished.connect(lambda _result: window.rebuild())  # an import is not taken apart
        return
    kept = situation(window)
    window.setUpdatesEnabled(False)
    _take_apart(window)
    window.build()
    window.make_again(_end(window, kept, page))


def _at_work(window: MainWindow) -> Job | None:
    """A deed that goes on, if there is one: what it has to say at its end (a file is written, a change can be taken
    back) it says to parts that would be gone. A page or a dialog asks only for itself."""
    return next((job for job in window.jobs.titled if not isinstance(job.owner, QWidget)), None)


def _wait_for(window: MainWindow, job: Job) -> None:
    """Make the window anew when this is done."""
    text = translate("MainWindow", "The window changes its language when this is done: {what}")
    window.messages.show_message("info", text.format(what=job.title))

    def look(titled: tuple[Job, ...]) -> None:
        if job not in titled:
            window.jobs.running.disconnect(look)
            window.rebuild()

    window.jobs.running.connect(look)


def _end(window: MainWindow, kept: Situation, page: str | None) -> Iterator[None]:
    """When the rest is there: what was seen, as it was."""
    window.on_sending_state()
    while kept.had_pane and window.make_a_part_of_the_pane(unseen=True):
        yield
    take_up(window, kept)
    window.setUpdatesEnabled(True)
    if page is not None:
        window.deeds.open_settings(page)


def _take_apart(window: MainWindow) -> None:
    for shortcut in window.shortcuts:
        shortcut.setEnabled(False)
        shortcut.deleteLater()
    window.shortcuts = []
    actions = window.actions()
    for action in actions:
        # They go with the pages, which may ask for them until then; their keys must not be ambiguous meanwhile.
        action.setShortcuts([])
        window.removeAction(action)
    window.removeEventFilter(window.incoming)
    window.removeToolBar(window.tools)
    window.setMenuBar(QMenuBar(window))
    window.middle.hide()
    for part in (window.tools, window.overview, *(vars(window)[name] for name in DEEDS)):
        part.deleteLater()
    pages = [vars(window)[name] for name in ("pane", *BESIDE) if name in vars(window)]
    _end_one_by_one(window, [*pages, window.middle], [*actions, window.actions_table])
    for name in ("pane", "kept", *BESIDE, *DEEDS):
        vars(window).pop(name, None)  # made anew when they are needed; they go with `middle`


def _end_one_by_one(window: MainWindow, holders: list[QWidget], at_last: Sequence[QObject]) -> None:
    """With each go hundreds of widgets: one in a turn, however long the turns are."""
    timer = QTimer(window)
    timer.setInterval(APART_MS)

    def end_next() -> None:
        if holders:
            holders.pop(0).deleteLater()
        else:
            for part in (*at_last, timer):
                part.deleteLater()

    timer.timeout.connect(end_next)
    timer.start()


def situation(window: MainWindow) -> Situation:
    """How everything is at this moment."""
    table = window.orders.table
    several = tuple(table.selected_ids()) if 1 < table.selected_count <= KEPT_SELECTION else ()
    # After another language a moment ago the list is still being read.
    current, selected = window.orders.goes_to or (table.current_id, several)
    tabs = window.pane.findChild(QTabWidget) if window.has_pane else None
    return Situation(
        view=view_of(window),
        place=window.folders.current_key,
        query=window.orders.query,
        import_name=window.orders.import_name,
        order_id=current,
        in_pane=window.pane.current_order_id if window.has_pane else None,
        selected=selected,
        had_pane=window.has_pane,
        tab=0 if tabs is None else tabs.currentIndex(),
        keys_in_pane=window.keyboard.is_in_pane,
        events=window.history.query if window.shows_history else None,
    )


def take_up(window: MainWindow, was: Situation) -> None:
    """Bring new parts to where the old ones were."""
    restore_parts(window, was.view)
    window.folders.choose(was.place)
    name = was.place.removeprefix(KEPT) if was.place.startswith(KEPT) else ""
    if window.pages.currentWidget() is window.orders:
        window.orders.show_query(was.query, was.import_name, name)
        if was.order_id is not None:
            window.orders.go_when_known(was.order_id, was.selected)
        if was.in_pane is not None and len(was.selected) <= 1:
            window.pane.show_order(was.in_pane)
    if was.events is not None:
        window.history.show_query(was.events, name)
    tabs = window.pane.findChild(QTabWidget) if was.had_pane else None
    if tabs is not None:
        tabs.setCurrentIndex(was.tab)
    if was.keys_in_pane:
        window.pane.focus_form()
    else:
        window.keyboard.go_to_list()
