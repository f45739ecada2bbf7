"""What a run came to, in the same words wherever its end is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ordermanager.sending.progress import RunReport


class OutcomeWords(QObject):
    """A class only because texts with plural forms are found in `tr` of a class and nowhere else."""

    def outcome(self, report: RunReport) -> str:
        """How many orders it was, by what became of them."""
        accepted = self.tr("%n order(s) accepted", "", report.accepted)
        parts = [accepted if report.accepted else self.tr("No order accepted")]
        if report.rejected:
            parts.append(self.tr("%n rejected", "", report.rejected))
        if report.unconfirmed:
            parts.append(self.tr("%n unconfirmed", "", report.unconfirmed))
        if report.waiting:
            parts.append(self.tr("%n still waiting", "", report.waiting))
        return ", ".join(parts)
