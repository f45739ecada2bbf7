"""The lines of the time line as sentences that can be read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.ui import i18n

if TYPE_CHECKING:
    from ordermanager.store import TimelineEntry

_TITLES: dict[str, str] = {
    "created": QT_TRANSLATE_NOOP("Timeline", "Order written"),
    "imported": QT_TRANSLATE_NOOP("Timeline", "Imported"),
    "edited": QT_TRANSLATE_NOOP("Timeline", "Edited"),
    "deleted": QT_TRANSLATE_NOOP("Timeline", "Deleted here"),
    "restored": QT_TRANSLATE_NOOP("Timeline", "Brought back"),
    "undone": QT_TRANSLATE_NOOP("Timeline", "Import taken back"),
    "queued": QT_TRANSLATE_NOOP("Timeline", "Revision {number} put in the outbox"),
    "sent": QT_TRANSLATE_NOOP("Timeline", "Revision {number} sent to {account}"),
    "accepted": QT_TRANSLATE_NOOP("Timeline", "Revision {number} accepted"),
    "assumed": QT_TRANSLATE_NOOP("Timeline", "Revision {number} marked as accepted"),
    "rejected": QT_TRANSLATE_NOOP("Timeline", "Revision {number} refused"),
    "unconfirmed": QT_TRANSLATE_NOOP("Timeline", "Nobody knows whether revision {number} arrived"),
    "again": QT_TRANSLATE_NOOP("Timeline", "Revision {number} back in the outbox"),
    "withdrawn": QT_TRANSLATE_NOOP("Timeline", "Revision {number} taken back from the outbox"),
    "superseded": QT_TRANSLATE_NOOP("Timeline", "Revision {number} replaced by a newer one"),
    "held": QT_TRANSLATE_NOOP("Timeline", "Revision {number} held back"),
    "released": QT_TRANSLATE_NOOP("Timeline", "Revision {number} released"),
}
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
}
"""Icon and tone (a field of theme.Colours) of each kind."""
MOST_FIELDS = 6


def entry_title(entry: TimelineEntry) -> str:
    """What happened."""
    title = QCoreApplication.translate("Timeline", _TITLES.get(entry.kind, entry.kind))
    account = entry.account_name or QCoreApplication.translate("Timeline", "the account")
    return title.format(number=entry.revision_number, account=account)


def entry_details(entry: TimelineEntry) -> str:
    """What more is known: the event, the answer, the reason, the file, the fields that changed."""
    parts = [entry.source]
    if entry.event_name:
        parts.append(QCoreApplication.translate("Timeline", "event {name}").format(name=entry.event_name))
    if entry.http_status is not None:
        parts.append(
            QCoreApplication.translate("Timeline", "answer {status}").format(status=entry.http_status)
        )
    if entry.fields:
        parts.append(_fields_text(entry.fields))
    parts.append(entry.error)
    parts.append(i18n.text(entry.reason) if entry.reason is not None else "")
    if entry.by == "person" and entry.kind in ("assumed", "again", "withdrawn", "released"):
        parts.append(QCoreApplication.translate("Timeline", "by you"))
    return " · ".join(part[:400] for part in parts if part)


def _fields_text(fields: tuple[str, ...]) -> str:
    names = [_field_name(name) for name in fields[:MOST_FIELDS]]
    more = len(fields) - len(names)
    if more > 0:
        names.append(QCoreApplication.translate("Timeline", "{count} more").format(count=more))
    return ", ".join(names)


def _field_name(name: str) -> str:
    if name in ORDER_FIELD:
        return i18n.label(ORDER_FIELD[name])
    if name in ITEM_FIELD:
        return i18n.label(ITEM_FIELD[name])
    return QCoreApplication.translate("OrderPane", "Items") if name.startswith("items") else name
