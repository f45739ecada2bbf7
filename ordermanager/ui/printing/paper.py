"""Pages for a PDF file or a printer, made of HTML in which everything that is data is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.services.sending.reports import ReportUnwritable
from ordermanager.ui.look.colours import LIGHT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

MARGIN_MM = 18
RESOLUTION = 150
_LOOKS = {
    "th": f"color:{LIGHT.muted}; font-weight:normal; padding-right:18px",
    "td": f"border-bottom:1px solid {LIGHT.line}; padding-right:18px",
    "name": f"border-bottom:1px solid {LIGHT.line}; padding-right:18px; color:{LIGHT.muted}",
}
"""Of cells."""
_MARGINS = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)


def write_pdf(html: str, title: str, path: Path) -> None:
    """A4. Any thread. Raises ReportUnwritable."""
    try:
        path.open("ab").close()  # QPdfWriter itself does not say when it cannot write
    except OSError as error:
        raise ReportUnwritable(
            QT_TRANSLATE_NOOP("Sentence", "{file} cannot be written ({why}). Choose another folder."),
            file=path.name,
            why=error.strerror or type(error).__name__,
        ) from error
    writer = QPdfWriter(str(path))
    writer.setResolution(RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    writer.setTitle(title)
    writer.setCreator("Order Manager")
    # gives the thread what a long document wants for its layout, though it is printed at once
    _timers = QEventLoop()
    _document(html).print_(writer)


def print_pages(html: str, title: str, parent: QWidget) -> None:
    """Ask for a printer and print. GUI thread."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        _document(html).print_(printer)
    dialog.deleteLater()


def _document(html: str) -> QTextDocument:
    document = QTextDocument()
    document.setHtml(html)
    return document


def element(tag: str, text: str, style: str = "") -> str:
    """One element with text."""
    return f"<{tag} style='{style}'>{escape(text)}</{tag}>" if style else f"<{tag}>{escape(text)}</{tag}>"


def table(rows: Iterable[Sequence[str]], head: Sequence[str] = (), *, figures: Collection[int] = ()) -> str:
    """Rows of texts, as wide as the page; without a head the first column names what stands in the others. The columns
    in `figures` are aligned to the right."""
    lines = [_row("th", head, figures)] if head else []
    lines += [_row("td", row, figures, is_named=not head) for row in rows]
    return f"<table width='100%' cellspacing='0' cellpadding='4'>{''.join(lines)}</table>"


def _row(tag: str, cells: Sequence[str], figures: Collection[int], *, is_named: bool = False) -> str:
    parts = []
    for column, cell in enumerate(cells):
        align = "right" if column in figures else "left"
        is_name = is_named and column == 0
        look, width = _LOOKS["name" if is_name else tag], " width='34%'" if is_name else ""
        parts.append(f"<{tag} align='{align}'{width} style='{look}'>{escape(cell)}</{tag}>")
    return f"<tr>{''.join(parts)}</tr>"
