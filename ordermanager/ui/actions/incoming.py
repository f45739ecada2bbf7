"""Files dropped on the window and tables pasted into it become imports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


class Incoming(QObject):
    """`asked` brings a Path, several of them as a list, or the pasted text."""

    asked = Signal(object)
    nothing_to_paste = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def choose_file(self) -> None:
        """Let the user choose a file, or several."""
        pattern = self.tr(
            "Tables and JSON (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.json);;All files (*)"
        )
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Import orders"), "", pattern)
        self._ask([Path(name) for name in names])

    def paste(self) -> None:
        """Import what the clipboard holds: files, or the text of a table or JSON."""
        data = QGuiApplication.clipboard().mimeData()
        paths = local_files(data)
        if paths:
            self._ask(paths)
        elif data is not None and data.hasText() and data.text().strip():
            self.asked.emit(data.text())
        else:
            self.nothing_to_paste.emit()

    def _ask(self, paths: list[Path]) -> None:
        if paths:
            self.asked.emit(paths if len(paths) > 1 else paths[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject::eventFilter: drops of local files on the window."""
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if local_files(event.mimeData()):
                event.acceptProposedAction()
                return True
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._ask(local_files(event.mimeData()))
            event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)


def local_files(data: QMimeData | None) -> list[Path]:
    """The files that a drop or the clipboard names; nothing of the network is ever opened."""
    if data is None or not data.hasUrls():
        return []
    names = [url.toLocalFile() for url in data.urls() if url.isLocalFile() and not url.host()]
    return [Path(name) for name in names if Path(name).is_file()]
