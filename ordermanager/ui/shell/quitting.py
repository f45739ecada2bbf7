"""The question before the window closes while a request is on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ordermanager.sending.progress import RunState
from ordermanager.ui.controls.plain import ask
from ordermanager.ui.mnemonics import with_letters

if TYPE_CHECKING:
    from ordermanager.ui.sending.control import SendingControl

Choice = Literal["wait", "leave", "stay"]
translate = QCoreApplication.translate


def quit_choice(window: QWidget, sending: SendingControl, planned: str) -> Choice:
    """Wait for the answer, leave the orders on their way unconfirmed, or stay. Asked only while something may be on its
    way; when the run ends meanwhile, the question goes away by itself. Or, where sending is `planned` (the words of the
    status bar), whether to stay for that.
    """
    progress = sending.progress
    if not sending.is_running or (progress is not None and progress.state is not RunState.SENDING):
        return "wait" if not planned or _goes_in_spite(window, planned) else "stay"
    box = QMessageBox(window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(window.windowTitle())
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(translate("Quitting", "Orders are on their way to the server."))
    box.setInformativeText(
        translate(
            "Quitting",
            "The answer usually comes within seconds. Without it nobody knows whether these orders have arrived: "
            "they will be unconfirmed. What has not been sent yet stays in the outbox either way.",
        )
    )
    role = QMessageBox.ButtonRole
    texts = [
        translate("Quitting", "Wait, then quit"),
        translate("Quitting", "Quit now"),
        translate("Quitting", "Go on sending"),
    ]
    roles = (role.AcceptRole, role.DestructiveRole, role.RejectRole)
    wait, leave, stay = map(box.addButton, with_letters(texts), roles)
    box.setDefaultButton(wait)
    box.setEscapeButton(stay)
    sending.ended.connect(box.accept)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    if clicked is leave:
        return "leave"
    return "stay" if clicked is stay else "wait"


def _goes_in_spite(window: QWidget, planned: str) -> bool:
    return ask(
        window,
        translate("Quitting", "{plan}. For that the window must stay open.").format(plan=planned),
        translate(
            "Quitting",
            "If it is closed, nothing is sent then. The orders stay in the outbox, and the next start reminds of it.",
        ),
        yes=translate("Quitting", "Quit all the same"),
        no=translate("Quitting", "Stay open"),
    )
