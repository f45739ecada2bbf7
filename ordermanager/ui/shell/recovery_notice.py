"""Says at the start what was recovered, where the program had died while someone was writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ordermanager.services.upkeep.session import Recovered
    from ordermanager.ui.shell.window_parts import WindowParts


class RecoveryNotice(QObject):
    """Belongs to the window from its start to its end."""

    def __init__(self, window: WindowParts) -> None:
        super().__init__(window)
        self._window = window

    def begin(self) -> None:
        """The window is there: look how the last one ended."""
        services = self._window.services
        if not services.is_read_only:
            self._window.jobs.write("", lambda: services.session.begin(), self._say, owner=self)

    def end(self) -> None:
        """The window closes, with everything saved."""
        services = self._window.services
        if not services.is_read_only:
            self._window.jobs.write("", lambda: services.session.end())

    def _say(self, recovered: Recovered | None) -> None:
        if recovered is None:
            return
        if recovered.external_order_id:
            text = self.tr(
                "The program was not closed properly last time. Order {id}, which you were writing, was recovered."
            ).format(id=recovered.external_order_id[:40])
        else:
            text = self.tr(
                "The program was not closed properly last time. The order that you were writing was recovered."
            )
        self._window.messages.show_message(
            "warning", text, self.tr("Show"), lambda: self._window.show_order_anywhere(recovered.order_id)
        )
