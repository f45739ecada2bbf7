"""An editor below its label, as forms of dialogs have them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ordermanager.ui.controls.plain import PlainLabel


def titled(
    title: str, editor: QWidget, hint: str = "", parent: QWidget | None = None, *, part: QWidget | None = None
) -> QWidget:
    """A label above its editor, and a quiet line below. `part` is to hold them where there is a widget for that: an
    editor that was made in it need not move, and be styled anew."""
    part = part or QWidget(parent)
    label = PlainLabel(title, part, role="muted")
    label.setBuddy(editor)
    editor.setAccessibleName(title.replace("&", ""))
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(3)
    layout.addWidget(label)
    layout.addWidget(editor)
    if hint:
        layout.addWidget(PlainLabel(hint, part, role="muted", wrap=True))
        editor.setAccessibleDescription(hint)
    return part
