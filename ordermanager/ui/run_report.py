"""The report of a run on paper, to be given to a boss."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ordermanager.domain.states import State
from ordermanager.ui import i18n
from ordermanager.ui.paper import element, table
from ordermanager.ui.theme import LIGHT
from ordermanager.ui.words import state_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.services.reports import RunDetails
    from ordermanager.store import RunLine

translate = QCoreApplication.translate

MOST_TROUBLE = 500
"""Lines of trouble on paper; every single order is in the CSV."""


def report_title(details: RunDetails) -> str:
    """What the sheet is called."""
    return translate("RunReport", "Report of sending run {run}").format(run=details.summary.record.id)


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
        element("h1", report_title(details)),
        table(facts),
        element("h2", translate("RunReport", "Balance")),
        table([(name, i18n.count(value)) for name, value in figures]),
        f"<p style='color:{LIGHT.good if adds_up else LIGHT.error}'><b>{escape(good if adds_up else bad)}</b></p>",
    ]
    if details.events:
        parts.append(element("h2", translate("RunReport", "Events raised")))
        parts.append(table([(name, i18n.count(count)) for name, count in details.events]))
    if run.stopped_reason is not None:
        parts.append(element("h2", translate("RunReport", "Why it stopped")))
        parts.append(element("p", i18n.text(run.stopped_reason)))
    if details.trouble:
        parts.append(element("h2", translate("RunReport", "Not accepted")))
        parts.append(_trouble(details.trouble))
    return "".join(parts)


def _trouble(lines: Sequence[RunLine]) -> str:
    rows = [
        (line.external_order_id, i18n.text(line.reason) if line.reason else state_name(State(line.state)))
        for line in lines[:MOST_TROUBLE]
    ]
    more = len(lines) - MOST_TROUBLE
    text = translate("RunReport", "… and {count} more").format(count=i18n.count(more))
    return table(rows) + (element("p", text) if more > 0 else "")
