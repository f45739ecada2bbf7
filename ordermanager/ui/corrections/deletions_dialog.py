"""What accounts were asked to delete: every request, newest first, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from ordermanager.ui import i18n
from ordermanager.ui.controls.dialog_height import grow_to_text
from ordermanager.ui.controls.dialog_table import DialogTable, lay_out
from ordermanager.ui.controls.plain import plain_tooltip
from ordermanager.ui.settings_dialog.parts import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.app import Services
    from ordermanager.store.history.deletions import DeletionRow
    from ordermanager.ui.jobs import Jobs

MOST = 1000
WHAT, CAME_OF_IT = 2, 3


class DeletionsDialog(QDialog):
    """The newest MOST requests; one that was not taken has a sign."""

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Requests to delete"))
        grow_to_text(self, 900, 420)
        titles = (self.tr("Time"), self.tr("Account"), self.tr("What"), self.tr("What came of it"))
        self.table = DialogTable(self.windowTitle(), titles, self, wide=CAME_OF_IT)
        self.message = Message()
        note = self.tr("Yespo deletes later and does not say when it has: “asked” is all that can be known.")
        lay_out(self, note, self.table, self.message)
        jobs.read(
            (id(self), "deletions"),
            lambda: (services.corrections.deletions(MOST), services.settings.get().timezone),
            lambda found: self._show(*found),
            self._failed,
            owner=self,
        )

    def _show(self, rows: Sequence[DeletionRow], timezone: str) -> None:
        self.table.show_rows([(self._texts(row, timezone), row.state == "asked") for row in rows])
        self.message.say("" if rows else self.tr("Nobody was asked to delete anything yet."))
        for row, each in enumerate(rows):  # a reason may be longer than the window is wide
            item = self.table.item(row, CAME_OF_IT)
            if item is not None and each.reason is not None:
                item.setToolTip(plain_tooltip(item.text()))

    def _texts(self, row: DeletionRow, timezone: str) -> tuple[str, ...]:
        if row.begin_at is None or row.end_at is None:
            what = row.external_order_id or ""
        else:
            begin, end = (i18n.date_time(text, timezone) for text in (row.begin_at, row.end_at))
            what = f"{begin} – {end}"
        words = {
            "asking": self.tr("not known: the program ended meanwhile, or it is on its way"),
            "asked": self.tr("asked"),
            "refused": self.tr("refused"),
            "unknown": self.tr("no clear answer"),
        }
        came = words[row.state] + ("" if row.reason is None else f": {i18n.text(row.reason)}")
        return i18n.date_time(row.asked_at, timezone), row.account_name, what, came

    def _failed(self, sentence: Sentence) -> None:
        self.message.say(i18n.text(sentence), "error")
