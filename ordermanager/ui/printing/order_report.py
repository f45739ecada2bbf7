"""One order on paper: what it is, why its customer got a message or not, its time line, and what was sent last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELDS
from ordermanager.domain.json_text import pretty_parts
from ordermanager.ui import i18n
from ordermanager.ui.order_pane.timeline_words import entry_details, entry_title
from ordermanager.ui.printing.paper import element, table
from ordermanager.ui.words import state_name, status_name

if TYPE_CHECKING:
    from ordermanager.services.history.order_story import OrderStory

translate = QCoreApplication.translate

_ITEM_COLUMNS = ("externalItemId", "name", "quantity", "cost")
MOST_LINES = 400
"""Of JSON on paper; all of it is in the window and in exports."""


def report_title(story: OrderStory) -> str:
    """What the sheet is called."""
    return translate("OrderReport", "Order {order}").format(order=story.record.row.external_order_id or "–")


def order_html(story: OrderStory, timezone: str) -> str:
    """What stands on the paper; everything that is data is escaped."""
    record = story.record
    now = " · ".join((status_name(record.row.status), state_name(record.state)))
    parts = [
        element("h1", report_title(story)),
        element("p", now),
        element("h2", translate("OrderReport", "Why a message came or not")),
    ]
    parts += [element("p", i18n.text(sentence)) for sentence in story.explanation.sentences]
    parts.append(element("h2", translate("OrderReport", "The order as it is here now")))
    parts.append(
        table(
            (i18n.label(field), status_name(text) if field.name == "status" else text)
            for field in ORDER_FIELDS
            if (text := record.draft.fields.get(field.name, "").strip())
        )
    )
    if record.draft.items:
        head = [i18n.label(ITEM_FIELD[name]) for name in _ITEM_COLUMNS]
        parts.append(element("h2", translate("OrderReport", "Items")))
        parts.append(
            table(
                ([item.get(name, "") for name in _ITEM_COLUMNS] for item in record.draft.items),
                head,
                figures=(2, 3),
            )
        )
    parts.append(element("h2", translate("OrderReport", "Timeline")))
    parts.append(
        table(
            (i18n.date_time(entry.at, timezone, seconds=True), entry_title(entry), entry_details(entry))
            for entry in story.timeline
        )
    )
    if story.revisions:
        parts.append(_sent(story))
    return "".join(parts)


def _sent(story: OrderStory) -> str:
    newest = story.revisions[-1]
    lines = "".join(pretty_parts(story.bodies[newest.id])).split("\n")
    shown = "\n".join([*lines[:MOST_LINES], *(["…"] if len(lines) > MOST_LINES else [])])
    title = translate("OrderReport", "JSON of revision {number}, {state}").format(
        number=newest.number, state=state_name(newest.state).lower()
    )
    digest = translate("OrderReport", "SHA-256 of what was stored: {digest}").format(
        digest=newest.sha256.hex()
    )
    look = "font-size:8pt; white-space:pre-wrap"
    return element("h2", title) + element("pre", shown, look) + element("p", digest, "font-size:8pt")
