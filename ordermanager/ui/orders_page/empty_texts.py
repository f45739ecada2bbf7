"""What an empty folder says, and which actions it offers as the next step."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.domain.states import Folder
from ordermanager.ui.words import FOLDER_ICONS


@dataclass(frozen=True, slots=True)
class EmptyText:
    """`actions` are ids of the action table; the first is the likely next step."""

    heading: str
    text: str
    actions: tuple[str, ...] = ()
    picture: str = ""


_NOTHING_YET = EmptyText(
    QT_TRANSLATE_NOOP("Empty", "No orders yet"),
    QT_TRANSLATE_NOOP("Empty", "Import a file from your shop, or write the first order by hand."),
    ("import", "new"),
    "box",
)

_TEXTS = {
    Folder.ALL: _NOTHING_YET,
    Folder.DRAFTS: EmptyText(
        QT_TRANSLATE_NOOP("Empty", "No drafts"),
        QT_TRANSLATE_NOOP("Empty", "Orders that still miss something wait here until they are complete."),
        ("new", "import"),
    ),
    Folder.ATTENTION: EmptyText(
        QT_TRANSLATE_NOOP("Empty", "Nothing needs attention"),
        QT_TRANSLATE_NOOP("Empty", "Imported orders with problems come here. There are none: well done."),
        ("import",),
    ),
    Folder.READY: EmptyText(
        QT_TRANSLATE_NOOP("Empty", "No ready orders"),
        QT_TRANSLATE_NOOP(
            "Empty", "Orders without errors come here, to be put in the outbox when you say so."
        ),
        ("new", "import"),
    ),
    Folder.OUTBOX: EmptyText(
        QT_TRANSLATE_NOOP("Empty", "The outbox is empty"),
        QT_TRANSLATE_NOOP("Empty", "Orders wait here until you send them. Put the ready ones here first."),
        ("queue_ready", "import", "new"),
    ),
    Folder.SENT: EmptyText(
        QT_TRANSLATE_NOOP("Empty", "Nothing sent yet"),
        QT_TRANSLATE_NOOP(
            "Empty", "What the server has accepted lies here, with proof of what was sent and when."
        ),
        ("send",),
    ),
    Folder.REJECTED: EmptyText(
        QT_TRANSLATE_NOOP("Empty", "Nothing was rejected"),
        QT_TRANSLATE_NOOP(
            "Empty", "Orders that the server refused come here with its reason, to be put right."
        ),
    ),
    Folder.UNCONFIRMED: EmptyText(
        QT_TRANSLATE_NOOP("Empty", "Nothing is in doubt"),
        QT_TRANSLATE_NOOP(
            "Empty", "When the connection breaks at a bad moment, orders wait here for your decision."
        ),
    ),
}


def empty_text(folder: Folder, *, workspace_is_empty: bool) -> EmptyText:
    """The translated text of a folder; in a workspace without any order every folder tells how to begin."""
    found = _NOTHING_YET if workspace_is_empty and folder is not Folder.UNCONFIRMED else _TEXTS[folder]
    return EmptyText(
        QCoreApplication.translate("Empty", found.heading),
        QCoreApplication.translate("Empty", found.text),
        found.actions,
        found.picture or FOLDER_ICONS[folder],
    )


def nothing_found(search: str, folder: Folder) -> EmptyText:
    """What a search without results says; in a folder also that the others were not searched."""
    heading = QCoreApplication.translate("Empty", "Nothing found for “{text}”").format(text=search[:60])
    text = QCoreApplication.translate(
        "Empty",
        "Every word is looked for at the beginning of ids, names, e-mails, phones, items and addresses.",
    )
    if folder is not Folder.ALL:
        text += " " + QCoreApplication.translate(
            "Empty", "Only this folder was searched: look in All orders too."
        )
    return EmptyText(heading, text, (), "search")


def nothing_passes() -> EmptyText:
    """What a list says whose filters let nothing through."""
    heading = QCoreApplication.translate("Empty", "No order passes the filters")
    text = QCoreApplication.translate("Empty", "Take a filter away above, or clear them all.")
    return EmptyText(heading, text, (), "filter")
