"""The lines of the time line as sentences that can be read aloud."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ordermanager.domain.history.timeline_titles import TITLES
from ordermanager.ui import i18n
from ordermanager.ui.json_view.change_words import field_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.store.history.records import TimelineEntry

ICONS: dict[str, tuple[str, str]] = {
    "created": ("form", "muted"),
    "imported": ("import", "muted"),
    "edited": ("form", "muted"),
    "deleted": ("trash", "muted"),
    "restored": ("undo", "muted"),
    "undone": ("undo", "muted"),
    "queued": ("outbox", "info"),
    "sent": ("send", "info"),
    "accepted": ("check", "good"),
    "assumed": ("check", "good"),
    "rejected": ("rejected", "error"),
    "unconfirmed": ("unconfirmed", "warning"),
    "again": ("send-again", "info"),
    "withdrawn": ("withdraw", "muted"),
    "superseded": ("refresh", "muted"),
    "held": ("held", "warning"),
    "released": ("play", "info"),
    "deletion_asking": ("trash", "warning"),
    "deletion_asked": ("trash", "warning"),
    "deletion_refused": ("trash", "error"),
    "deletion_unknown": ("trash", "warning"),
}
"""Icon and tone (a field of theme.Colours) of each kind."""
MOST_FIELDS = 6
LONGEST_VALUE = 60


def entry_title(entry: TimelineEntry) -> str:
    """What happened."""
    title = QCoreApplication.translate("Timeline", TITLES.get(entry.kind, entry.kind))
    account = entry.account_name or QCoreApplication.translate("Timeline", "the account")
    return title.format(number=entry.revision_number, account=account)


def entry_details(entry: TimelineEntry) -> str:
    """What more is known: the event, the answer, the reason, the file, the fields that changed."""
    # The folder is nobody's business when this is read aloud; the page of imports has it.
    parts = [re.split(r"[/\\]", entry.source)[-1]]
    if entry.event_name:
        parts.append(QCoreApplication.translate("Timeline", "event {name}").format(name=entry.event_name))
    if entry.http_status is not None:
        parts.append(
            QCoreApplication.translate("Timeline", "answer {status}").format(status=entry.http_status)
        )
    if entry.fields:
        parts.append(_fields_text(entry))
    parts.append(entry.error)
    parts.append(i18n.text(entry.reason) if entry.reason is not None else "")
    if entry.by == "person" and entry.kind in ("assumed", "again", "withdrawn", "released"):
        parts.append(QCoreApplication.translate("Timeline", "by you"))
    return " · ".join(part[:400] for part in parts if part)


def entry_line(entry: TimelineEntry, timezone: str, mask: Callable[[str], str] = str) -> str:
    """The whole line, to be read aloud or pasted; `mask` may hide people in it."""
    when = i18n.date_time(entry.at, timezone, seconds=True)
    parts = (when, mask(entry_title(entry)), mask(entry_details(entry)))
    return ", ".join(part for part in parts if part)


def _fields_text(entry: TimelineEntry) -> str:
    values = entry.values or (("", ""),) * len(entry.fields)
    named = zip(entry.fields[:MOST_FIELDS], values, strict=False)
    names = [_change_text(field_name(name), old, new) for name, (old, new) in named]
    more = len(entry.fields) - len(names)
    if more > 0:
        names.append(QCoreApplication.translate("Timeline", "{count} more").format(count=more))
    return ", ".join(names)


def _change_text(name: str, old: str, new: str) -> str:
    if not old and not new:
        return name
    nothing = QCoreApplication.translate("Timeline", "(empty)")
    shown = [" ".join(text.split())[:LONGEST_VALUE] or nothing for text in (old, new)]
    pattern = QCoreApplication.translate("Timeline", "{field} {old} → {new}")
    return pattern.format(field=name, old=shown[0], new=shown[1])
