"""The report of a run on paper, to be given to a boss."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ordermanager.domain.states import State
from ordermanager.ui import i18n
from ordermanager.ui.look.colours import LIGHT
from ordermanager.ui.printing.paper import element, table
from ordermanager.ui.words import state_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.services.sending.reports import RunDetails
    from ordermanager.store.outbox.records import RunLine

translate = QCoreApplication.translate

MOST_TROUBLE = 500
"""Lines of trouble on paper; every single order is in the CSV."""


def report_title(details: RunDetails) -> str:
    """What the sheet is called."""
    return translate("RunReport", "Report of sending run {run}").format(run=details.summary.record.id)


Rows = list[tuple[str, str]]


def _facts(details: RunDetails, timezone: str) -> Rows:
    run = details.summary.record
    ended = i18n.date_time(run.finished_at, timezone) if run.finished_at else "–"
    return [
        (translate("RunReport", "Account"), run.account_name),
        (translate("RunReport", "Began"), i18n.date_time(run.started_at, timezone)),
        (translate("RunReport", "Ended"), ended),
        (translate("RunReport", "Requests"), i18n.count(run.balance.attempts)),
    ]


def _figures(details: RunDetails) -> Rows:
    balance = details.summary.record.balance
    figures = [
        (translate("RunReport", "Orders"), balance.total),
        (translate("RunReport", "Accepted"), balance.accepted),
        (translate("RunReport", "Rejected"), balance.rejected),
        (translate("RunReport", "Unconfirmed"), balance.unconfirmed),
        (translate("RunReport", "Waiting"), balance.waiting),
    ]
    return [(name, i18n.count(value)) for name, value in figures]


def _verdict(details: RunDetails) -> str:
    good = translate("RunReport", "Every order is accounted for.")
    bad = translate("RunReport", "The balance does not close!")
    return good if details.summary.adds_up else bad


def _events(details: RunDetails) -> Rows:
    return [(name, i18n.count(count)) for name, count in details.events]


def _not_accepted(lines: Sequence[RunLine]) -> Rows:
    return [
        (line.external_order_id, i18n.text(line.reason) if line.reason else state_name(State(line.state)))
        for line in lines
    ]


def report_html(details: RunDetails, timezone: str) -> str:
    """What stands on the paper; everything that is data is escaped."""
    run, tone = details.summary.record, LIGHT.good if details.summary.adds_up else LIGHT.error
    parts = [
        element("h1", report_title(details)),
        table(_facts(details, timezone)),
        element("h2", translate("RunReport", "Balance")),
        table(_figures(details)),
        f"<p style='color:{tone}'><b>{escape(_verdict(details))}</b></p>",
    ]
    if details.events:
        parts.append(element("h2", translate("RunReport", "Events raised")))
        parts.append(table(_events(details)))
    if run.stopped_reason is not None:
        parts.append(element("h2", translate("RunReport", "Why it stopped")))
        parts.append(element("p", i18n.text(run.stopped_reason)))
    if details.trouble:
        parts.append(element("h2", translate("RunReport", "Not accepted")))
        parts.append(_trouble(details.trouble))
    return "".join(parts)


def report_text(details: RunDetails, timezone: str) -> str:
    """The same as plain text, with every order that was not accepted."""
    run = details.summary.record
    parts = [
        f"Order Manager. {report_title(details)}",
        _lines(_facts(details, timezone)),
        _lines(_figures(details)) + f"\n{_verdict(details)}",
    ]
    if details.events:
        parts.append(translate("RunReport", "Events raised") + ":\n" + _lines(_events(details)))
    if run.stopped_reason is not None:
        parts.append(translate("RunReport", "Why it stopped") + ": " + i18n.text(run.stopped_reason))
    if details.trouble:
        parts.append(translate("RunReport", "Not accepted") + ":\n" + _lines(_not_accepted(details.trouble)))
    return "\n\n".join(parts) + "\n"


def _lines(rows: Rows) -> str:
    return "\n".join(f"{name}: {value}" for name, value in rows)


def _trouble(lines: Sequence[RunLine]) -> str:
    rows = _not_accepted(lines[:MOST_TROUBLE])
    more = len(lines) - MOST_TROUBLE
    text = translate("RunReport", "… and {count} more").format(count=i18n.count(more))
    return table(rows) + (element("p", text) if more > 0 else "")
