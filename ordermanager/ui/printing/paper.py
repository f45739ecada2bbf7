"""Pages for a PDF file or a printer, made of HTML in which everything that is data is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.services.sending.reports import ReportUnwritable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

MARGIN_MM = 18
RESOLUTION = 150
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


def table(rows: Iterable[Sequence[str]], head: Sequence[str] = ()) -> str:
    """Rows of texts, the first column's width that of its longest text."""
    lines = []
    if head:
        cells = "".join(f"<th align='left' style='padding-right:18px'>{escape(cell)}</th>" for cell in head)
        lines.append(f"<tr>{cells}</tr>")
    for row in rows:
        cells = "".join(f"<td style='padding-right:18px'>{escape(cell)}</td>" for cell in row)
        lines.append(f"<tr>{cells}</tr>")
    return f"<table cellspacing='0' cellpadding='3'>{''.join(lines)}</table>"
