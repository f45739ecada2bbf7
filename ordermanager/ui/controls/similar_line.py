"""The line above the list that says that nothing matched exactly, and which similar words are shown instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.theme import GAP, SPACE

if TYPE_CHECKING:
    from ordermanager.services.app import Services
    from ordermanager.store.history.query import EventQuery
    from ordermanager.store.orders.query import OrderQuery
    from ordermanager.ui.jobs import Jobs

_SHOWN = 4


class SimilarLine(PlainLabel):
    """`found` brings the query that finds what is similar; `nothing_like_it`, that there is no such word either."""

    found = Signal(object)  # OrderQuery or EventQuery
    nothing_like_it = Signal()

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("", parent, role="muted", wrap=True)
        self._services = services
        self._jobs = jobs
        self.setContentsMargins(GAP, 0, GAP, SPACE)
        self.hide()

    def look(self, query: OrderQuery | EventQuery) -> bool:
        """Look for words like those of a search that found nothing; False where that makes no sense."""
        if not query.search.strip() or query.slips:
            return False
        self._jobs.read(
            (id(self), "similar"),
            lambda: (query, self._services.orders.slips(query.search)),
            self._take,
            owner=self,
        )
        return True

    def show_for(self, query: OrderQuery | EventQuery) -> None:
        """Say it where something similar is shown; nothing otherwise."""
        self.setVisible(bool(query.slips))

    def drop(self) -> None:
        """Another question is asked: the answer to the last one is of no use."""
        self._jobs.drop_read((id(self), "similar"))

    def _take(self, answer: tuple[OrderQuery | EventQuery, tuple[tuple[str, str, str], ...]]) -> None:
        query, slips = answer
        if not slips:
            self.nothing_like_it.emit()
            return
        words = list(dict.fromkeys(meant for _, _, meant in slips))
        some = ", ".join(words[:_SHOWN]) + ("…" if len(words) > _SHOWN else "")
        text = self.tr("No exact match for “{text}”. Similar: {words}")
        self.setText(text.format(text=query.search[:60], words=some))
        self.found.emit(query._replace(slips=slips))
