"""How the window was: what is remembered for the next start, and what a change of language must keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget

from ordermanager.domain.states import Folder
from ordermanager.ui.folder_list import HISTORY
from ordermanager.ui.view_state import pack, pack_sizes, unpack, unpack_sizes
from ordermanager.ui.window_fit import first_sizes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.store import EventQuery, OrderQuery
    from ordermanager.ui.main_window import MainWindow

KEPT_SELECTION = 5000


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
    tab: int
    keys_in_pane: bool
    events: EventQuery | None = None


def restore(window: MainWindow, view: Mapping[str, str]) -> None:
    """Put the window where it was when it was closed."""
    window.restoreGeometry(unpack(view.get("geometry", "")))
    _restore_parts(window, view)
    window.folders.choose(view.get("folder", Folder.ALL.value))
    if not window.folders.current_key:
        window.folders.choose(Folder.ALL.value)
    order = view.get("order", "")
    if order.isdecimal():
        window.orders.go_when_known(int(order))
    window.keyboard.go_to_list()


def _restore_parts(window: MainWindow, view: Mapping[str, str]) -> None:
    window.splitter.setSizes(unpack_sizes(view, "panes", first_sizes(window)))
    window.orders.table.restore_columns(view)
    window.orders.wants_welcome = view.get("welcome") != "skipped"
    window.actions_table["show_pane"].setChecked(view.get("pane") != "hidden")
    key, _, direction = view.get("sort", "").partition(" ")
    if key:
        window.orders.begin_with_sort(key, descending=direction == "desc")


def view_of(window: MainWindow) -> dict[str, str]:
    """What to remember."""
    query = window.orders.query
    current = window.orders.table.current_id
    return {
        "geometry": pack(window.saveGeometry()),
        "panes": pack_sizes(window.splitter.sizes()),
        **window.orders.table.columns_view(),
        "folder": window.folders.current_key,
        "sort": f"{query.sort} {'desc' if query.descending else 'asc'}",
        "order": "" if current is None else str(current),
        "welcome": "wanted" if window.orders.wants_welcome else "skipped",
        "pane": "shown" if window.actions_table["show_pane"].isChecked() else "hidden",
    }


def situation(window: MainWindow) -> Situation:
    """How everything is at this moment."""
    table = window.orders.table
    tabs = window.pane.findChild(QTabWidget) if window.has_pane else None
    return Situation(
        view=view_of(window),
        place=window.folders.current_key,
        query=window.orders.query,
        import_name=window.orders.import_name,
        order_id=table.current_id,
        in_pane=window.pane.current_order_id if window.has_pane else None,
        selected=tuple(table.selected_ids()) if 1 < table.selected_count <= KEPT_SELECTION else (),
        tab=0 if tabs is None else tabs.currentIndex(),
        keys_in_pane=window.keyboard.is_in_pane,
        events=window.history.query if window.folders.current_key == HISTORY else None,
    )


def take_up(window: MainWindow, was: Situation) -> None:
    """Bring new parts to where the old ones were."""
    _restore_parts(window, was.view)
    window.folders.choose(was.place)
    if window.pages.currentWidget() is window.orders:
        window.orders.show_query(was.query, was.import_name)
        if was.order_id is not None:
            window.orders.go_when_known(was.order_id, was.selected)
        if was.in_pane is not None and len(was.selected) <= 1:
            window.pane.show_order(was.in_pane)
    if was.events is not None:
        window.history.show_query(was.events)
    tabs = window.pane.findChild(QTabWidget)
    if tabs is not None:
        tabs.setCurrentIndex(was.tab)
    if was.keys_in_pane:
        window.pane.focus_form()
    else:
        window.keyboard.go_to_list()
