"""An editor below its label, as forms of dialogs have them."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from ordermanager.ui.controls.plain import PlainLabel
from ordermanager.ui.look.theme import SPACE


def titled(
    title: str,
    editor: QWidget,
    hint: str = "",
    parent: QWidget | None = None,
    *,
    part: QWidget | None = None,
    beside: bool = False,
) -> QWidget:
    """A label above its editor, or `beside` it, and a quiet line below. `part` is to hold them where there is a widget
    for that: an editor that was made in it need not move, and be styled anew."""
    part = part or QWidget(parent)
    label = PlainLabel(title, part, role="muted")
    label.setBuddy(editor)
    editor.setAccessibleName(title.replace("&", ""))
    layout = QBoxLayout(
        QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom, part
    )
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE if beside else 3)
    layout.addWidget(label)
    layout.addWidget(editor)
    if hint:
        layout.addWidget(PlainLabel(hint, part, role="muted", wrap=True))
        editor.setAccessibleDescription(hint)
    return part
