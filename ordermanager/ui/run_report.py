"""The report of a run as a PDF page that can be given to a boss."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.domain.states import State
from ordermanager.services.reports import ReportUnwritable
from ordermanager.ui import i18n
from ordermanager.ui.theme import LIGHT
from ordermanager.ui.words import state_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ordermanager.services.reports import RunDetails
    from ordermanager.store import RunLine

translate = QCoreApplication.translate

MARGIN_MM = 18
RESOLUTION = 150
MOST_TROUBLE = 500
"""Lines of trouble on paper; every single order is in the CSV."""


def write_pdf(details: RunDetails, path: Path, timezone: str) -> None:
    """A4, one page unless much went wrong. Any thread. Raises ReportUnwritable."""
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
    margin = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageMargins(margin, QPageLayout.Unit.Millimeter)
    writer.setTitle(
        translate("RunReport", "Report of sending run {run}").format(run=details.summary.record.id)
    )
    writer.setCreator("Order Manager")
    document = QTextDocument()
    document.setHtml(report_html(details, timezone))
    document.print_(writer)


def report_html(details: RunDetails, timezone: str) -> str:
    """What stands on the paper; everything that is data is escaped."""
    run, balance = details.summary.record, details.summary.record.balance
    adds_up = details.summary.adds_up
    ended = i18n.date_time(run.finished_at, timezone) if run.finished_at else "–"
    facts = [
        (translate("RunReport", "Account"), run.account_name),
        (translate("RunReport", "Began"), i18n.date_time(run.started_at, timezone)),
        (translate("RunReport", "Ended"), ended),
        (translate("RunReport", "Requests"), i18n.count(balance.attempts)),
    ]
    figures = [
        (translate("RunReport", "Orders"), balance.total),
        (translate("RunReport", "Accepted"), balance.accepted),
        (translate("RunReport", "Rejected"), balance.rejected),
        (translate("RunReport", "Unconfirmed"), balance.unconfirmed),
        (translate("RunReport", "Waiting"), balance.waiting),
    ]
    good = translate("RunReport", "Every order is accounted for.")
    bad = translate("RunReport", "The balance does not close!")
    parts = [
        _title("h1", translate("RunReport", "Report of sending run {run}").format(run=run.id)),
        _table(facts),
        _title("h2", translate("RunReport", "Balance")),
        _table([(name, i18n.count(value)) for name, value in figures]),
        f"<p style='color:{LIGHT.good if adds_up else LIGHT.error}'><b>{escape(good if adds_up else bad)}</b></p>",
    ]
    if details.events:
        parts.append(_title("h2", translate("RunReport", "Events raised")))
        parts.append(_table([(name, i18n.count(count)) for name, count in details.events]))
    if run.stopped_reason is not None:
        parts.append(_title("h2", translate("RunReport", "Why it stopped")))
        parts.append(_title("p", i18n.text(run.stopped_reason)))
    if details.trouble:
        parts.append(_title("h2", translate("RunReport", "Not accepted")))
        parts.append(_trouble(details.trouble))
    return "".join(parts)


def _trouble(lines: Sequence[RunLine]) -> str:
    rows = [
        (line.external_order_id, i18n.text(line.reason) if line.reason else state_name(State(line.state)))
        for line in lines[:MOST_TROUBLE]
    ]
    more = len(lines) - MOST_TROUBLE
    text = translate("RunReport", "… and {count} more").format(count=i18n.count(more))
    return _table(rows) + (_title("p", text) if more > 0 else "")


def _title(tag: str, text: str) -> str:
    return f"<{tag}>{escape(text)}</{tag}>"


def _table(rows: Sequence[tuple[str, str]]) -> str:
    cells = "".join(
        f"<tr><td style='padding-right:24px'>{escape(name)}</td><td>{escape(value)}</td></tr>"
        for name, value in rows
    )
    return f"<table cellspacing='0' cellpadding='3'>{cells}</table>"
