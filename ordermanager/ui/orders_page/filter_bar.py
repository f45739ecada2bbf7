"""The chips above the table: each says by what the list is narrowed, and opens a menu to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ordermanager.domain.states import Folder, State
from ordermanager.domain.statuses import Status
from ordermanager.store.orders.filters import OrderFilters
from ordermanager.ui.controls.chip_bar import name_chip
from ordermanager.ui.controls.filters_bar import FiltersBar
from ordermanager.ui.words import state_name, status_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QToolButton, QWidget

    from ordermanager.services.app import Services
    from ordermanager.ui.jobs import Jobs

MANY_STATES = (Folder.ALL, Folder.OUTBOX)
"""Folders whose orders are in more than one state, so that choosing among states makes sense."""
_STATES = (
    State.DRAFT, State.READY, State.QUEUED, State.SENDING, State.ACCEPTED, State.REJECTED, State.UNCONFIRMED, State.HELD
)  # fmt: skip


class FilterBar(FiltersBar[OrderFilters]):
    """`asked` brings the new OrderFilters; `import_left` that the orders of all imports are wanted again."""

    import_left = Signal()

    def __init__(
        self, services: Services, jobs: Jobs, parent: QWidget | None = None, *, loads_choices: bool = True
    ) -> None:
        self._import_name = ""
        self._closing: dict[str, QToolButton] = {}
        super().__init__(services, jobs, OrderFilters(), parent, loads_choices=loads_choices)

    def show_folder(self, folder: Folder) -> None:
        """Only filters that can narrow this folder are there."""
        self._state.setVisible(folder in MANY_STATES)
        self.fold_what_has_no_room()

    def show_import(self, name: str) -> None:
        """The list shows one import, which is called so; empty: it does not."""
        self._import_name = name
        self._name_all()

    def clear(self) -> None:
        """Override FiltersBar.clear: the orders of other imports too."""
        if self._import_name:
            self.import_left.emit()
        super().clear()

    def focus_first(self) -> None:
        """Put the keys on the first chip."""
        self.unfold()
        first = self._state if not self._state.isHidden() else self._status
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- chips

    def _make_chips(self) -> None:
        self._state = self.make_chip(self._fill_states)
        self._status = self.make_chip(self._fill_statuses)
        self._make_date_chip()
        self._findings = self.make_chip(self._fill_findings)
        self._make_amount_chips()
        self._make_account_chip()

    def _name_chips(self) -> None:
        chosen = self._filters
        state_names = [state_name(state) for state in _STATES if state in chosen.states]
        status_names = [status_name(status) for status in Status if status in chosen.statuses]
        name_chip(self._state, self.tr("State"), ", ".join(state_names))
        name_chip(self._status, self.tr("Status"), ", ".join(status_names))
        name_chip(self._findings, self.tr("Findings"), self._finding_names().get(chosen.findings, ""))
        self._name_amount_chips()
        self._name_texts()
        title, every = state_name(State.ACCEPTED), len(chosen.accepted_as) == len(Status)
        names = [status_name(each) for each in Status if each in chosen.accepted_as]
        words = title if every else ", ".join(names)
        self._show_closing("accepted", title, words, lambda: self._change(accepted_as=frozenset()))
        words, nobody = self._customer_words(), {"customer": "", "segment": None, "lacking": ""}
        self._show_closing("customers", self.tr("Customers"), words, lambda: self._change(**nobody))
        words = self.tr("%n order(s)", "", len(chosen.among)) if chosen.among else ""
        self._show_closing("among", self.tr("Only"), words, lambda: self._change(among=()))
        self._show_closing("import", self._import_name, self._import_name, self.import_left.emit)
        self.clear_link.setVisible(not chosen.is_empty or bool(self._import_name))

    def _show_closing(self, name: str, title: str, chosen: str, close: Callable[[], object]) -> None:
        """A chip for what is chosen elsewhere. It is made when something is first chosen there."""
        chip = self._closing.get(name)
        if chip is None and chosen:
            chip = self.make_closing_chip(close)
            self.put_behind([self.account, *self._texts.values(), *self._closing.values()][-1], chip)
            self._closing[name] = chip
        if chip is not None:
            chip.setVisible(bool(chosen))
            name_chip(chip, title, chosen)

    def _customer_words(self) -> str:
        chosen = self._filters
        if not chosen.customer and chosen.segment is None and not chosen.lacking:
            return ""
        from ordermanager.ui.customer_words import filter_words

        return filter_words(chosen, self._timezone())

    # -- menus

    def _fill_states(self, menu: QMenu) -> None:
        self._fill_set(menu, [(state, state_name(state)) for state in _STATES], "states")

    def _fill_statuses(self, menu: QMenu) -> None:
        self._fill_set(menu, [(status.value, status_name(status)) for status in Status], "statuses")

    def _finding_names(self) -> dict[str, str]:
        return {
            "any": self.tr("Has findings"),
            "errors": self.tr("Has errors"),
            "warnings": self.tr("Has warnings"),
            "none": self.tr("None"),
        }

    def _fill_findings(self, menu: QMenu) -> None:
        self._fill_one(menu, [("", self.tr("Any")), *self._finding_names().items()], "findings")
