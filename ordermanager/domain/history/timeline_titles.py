"""What each line of an order's time line is called, in the window (translated) and on the command line."""

from __future__ import annotations

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP

TITLES: dict[str, str] = {
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
    "unconfirmed": QT_TRANSLATE_NOOP("Timeline", "Revision {number} unconfirmed"),
    "again": QT_TRANSLATE_NOOP("Timeline", "Revision {number} back in the outbox"),
    "withdrawn": QT_TRANSLATE_NOOP("Timeline", "Revision {number} taken back from the outbox"),
    "superseded": QT_TRANSLATE_NOOP("Timeline", "Revision {number} replaced by a newer one"),
    "held": QT_TRANSLATE_NOOP("Timeline", "Revision {number} held back"),
    "released": QT_TRANSLATE_NOOP("Timeline", "Revision {number} released"),
    "deletion_asking": QT_TRANSLATE_NOOP("Timeline", "Deletion asked of {account}; no answer was recorded"),
    "deletion_asked": QT_TRANSLATE_NOOP("Timeline", "{account} was asked to delete it; it does so later"),
    "deletion_refused": QT_TRANSLATE_NOOP("Timeline", "{account} refused to delete it"),
    "deletion_unknown": QT_TRANSLATE_NOOP("Timeline", "Nobody knows whether {account} will delete it"),
}
"""By the kind of a TimelineEntry; `number` is the revision's, `account` a name."""
