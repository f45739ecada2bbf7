"""How the window was: what is remembered for the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.states import Folder
from ordermanager.ui.shell.folder_list import CUSTOMERS, HISTORY, INSIGHTS
from ordermanager.ui.shell.view_state import pack, pack_sizes, unpack, unpack_sizes
from ordermanager.ui.shell.window_fit import first_sizes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.ui.shell.main_window import MainWindow


_PAGES = (HISTORY, CUSTOMERS, INSIGHTS)
_PREFIXES = tuple(f"{name}_" for name in _PAGES)
"""What is remembered of a page begins with its name."""


def restore(window: MainWindow, view: Mapping[str, str]) -> None:
    """Put the window where it was when it was closed."""
    window.restoreGeometry(unpack(view.get("geometry", "")))
    restore_parts(window, view)
    window.folders.choose(view.get("folder", Folder.ALL.value))
    if not window.folders.current_key:
        window.folders.choose(Folder.ALL.value)
    order = view.get("order", "")
    if order.isdecimal():
        window.orders.go_when_known(int(order))
    window.keyboard.go_to_list()


def restore_parts(window: MainWindow, view: Mapping[str, str]) -> None:
    """Panes, columns and sorting as they were."""
    window.panes_are_own = "panes" in view
    window.splitter.setSizes(unpack_sizes(view, "panes", first_sizes(window)))
    window.orders.table.restore_columns(view)
    window.remembered_pages = {key: text for key, text in view.items() if key.startswith(_PREFIXES)}
    window.orders.wants_welcome = view.get("welcome") != "skipped"
    window.actions_table["show_pane"].setChecked(view.get("pane") != "hidden")
    key, _, direction = view.get("sort", "").partition(" ")
    if key:
        window.orders.begin_with_sort(key, descending=direction == "desc")


def _pages_view(window: MainWindow) -> dict[str, str]:
    """Of pages that were not made, what was remembered of them before."""
    made = {name: vars(window)[name].view() for name in _PAGES if name in vars(window)}
    rest = tuple(f"{name}_" for name in _PAGES if name not in made)
    view = {key: text for key, text in window.remembered_pages.items() if key.startswith(rest)}
    for each in made.values():
        view |= each
    return view


def view_of(window: MainWindow) -> dict[str, str]:
    """What to remember."""
    query = window.orders.query
    current = window.orders.table.current_id
    return {
        "geometry": pack(window.saveGeometry()),
        **({"panes": pack_sizes(window.splitter.sizes())} if window.panes_are_own else {}),
        **window.orders.table.columns_view(),
        **_pages_view(window),
        "folder": window.folders.current_key,
        "sort": f"{query.sort} {'desc' if query.descending else 'asc'}",
        "order": "" if current is None else str(current),
        "welcome": "wanted" if window.orders.wants_welcome else "skipped",
        "pane": "shown" if window.actions_table["show_pane"].isChecked() else "hidden",
    }
