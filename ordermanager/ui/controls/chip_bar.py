"""A bar of chips: each says by what a list is narrowed, and opens a menu to change it. What they mean is said by
subclasses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP
from ordermanager.ui.controls.flow_layout import FlowLayout
from ordermanager.ui.controls.stay_open_menu import StayOpenMenu
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import GAP, SPACE, TIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

LONGEST = 40
MOST_LINES = 2
"""Of chips; where they want more, they are folded away."""
_MOVING = {
    "today": QT_TRANSLATE_NOOP("ChipBar", "Today"),
    "yesterday": QT_TRANSLATE_NOOP("ChipBar", "Yesterday"),
    "7d": QT_TRANSLATE_NOOP("ChipBar", "Last 7 days"),
    "30d": QT_TRANSLATE_NOOP("ChipBar", "Last 30 days"),
    "month": QT_TRANSLATE_NOOP("ChipBar", "This month"),
    "last-month": QT_TRANSLATE_NOOP("ChipBar", "Last month"),
}
"""By the values of MovingDays, which a start need not load."""
QT_TRANSLATE_NOOP("ChipBar", "any")


class _Chip(QToolButton):
    """May be folded away; whether it has something to say is another matter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_wanted = True
        self._is_folded = False

    def setVisible(self, visible: bool) -> None:
        """Override QWidget::setVisible."""
        self.is_wanted = visible
        super().setVisible(visible and not self._is_folded)

    def fold(self, *, on: bool) -> None:
        """Out of sight, or back."""
        if on != self._is_folded:
            self._is_folded = on
            super().setVisible(self.is_wanted and not on)


class ChipBar(QWidget):
    """Makes chips, names them and fills their menus. `left`: Escape, the keys go on in the list.

    With large text, where they take the room of the list, those that narrow nothing are folded behind one."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, SPACE, TIGHT)
        self._flow.setContentsMargins(GAP, 0, GAP, SPACE)
        self._chips: list[_Chip] = []
        self._is_unfolded = False
        self._folding = self._button("chevron-right")
        self._folding.setText(QCoreApplication.translate("ChipBar", "Filters"))
        self._folding.setAccessibleName(self._folding.text())
        self._folding.clicked.connect(self._on_folding)
        self._folding.setVisible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)
        self.fold_what_has_no_room()

    def unfold(self) -> None:
        """Show every chip, until they are folded by hand."""
        self._is_unfolded = True
        set_icon(self._folding, "chevron-down", "muted")
        self.fold_what_has_no_room()

    def fold_what_has_no_room(self) -> None:
        """To be called when another chip is there, or has another text."""
        if not self.isVisible():
            return  # its size, which is then looked at, comes first
        room = self.width() - self._flow.contentsMargins().left() - self._flow.contentsMargins().right()
        folds = _lines([chip.sizeHint().width() for chip in self._chips if chip.is_wanted], room) > MOST_LINES
        self._folding.setVisible(folds)
        for chip in self._chips:
            says_something = chip.property("on") or chip.hasFocus()
            chip.fold(on=folds and not self._is_unfolded and not says_something)

    def _on_folding(self) -> None:
        self._is_unfolded = not self._is_unfolded
        set_icon(self._folding, "chevron-down" if self._is_unfolded else "chevron-right", "muted")
        self.fold_what_has_no_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget::keyPressEvent: what a chip has no use for."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def make_chip(self, fill: Callable[[QMenu], None]) -> QToolButton:
        """A chip whose menu is filled anew each time that it opens."""
        chip = self._button("chevron-down")
        chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = StayOpenMenu(chip)
        # not the chip's own: its ticks stand before the texts
        menu.setLayoutDirection(self.layoutDirection())
        menu.aboutToShow.connect(menu.clear)
        menu.aboutToShow.connect(lambda: fill(menu))
        chip.setMenu(menu)
        self._chips.append(chip)
        return chip

    def make_closing_chip(self, close: Callable[[], object]) -> QToolButton:
        """A chip that goes away, and what it stands for with it."""
        chip = self._button("close")
        chip.clicked.connect(lambda _checked=False: close())
        return chip

    def put_behind(self, chip: QWidget, other: QWidget) -> None:
        """Let `other`, made just now, stand behind `chip`, and be the next for Tab."""
        self._flow.put_behind(chip, other)
        QWidget.setTabOrder(chip, other)

    def make_link(self, text: str, deed: Callable[[], object]) -> QPushButton:
        """A word to press, behind the chips."""
        link = QPushButton(text, self)
        link.setProperty("role", "link")
        link.clicked.connect(lambda _checked=False: deed())
        self._flow.addWidget(link)
        return link

    def _button(self, icon: str) -> _Chip:
        chip = _Chip(self)
        chip.setProperty("role", "chip")
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign stands behind the text
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        edge = round(0.9 * self.fontMetrics().height())
        chip.setIconSize(QSize(edge, edge))
        set_icon(chip, icon, "muted")
        self._flow.addWidget(chip)
        return chip


def _lines(widths: Iterable[int], room: int) -> int:
    """How many lines widgets of these widths take."""
    lines, taken = 1, 0
    for width in widths:
        if taken and taken + SPACE + width > room:
            lines, taken = lines + 1, 0
        taken += width + (SPACE if taken else 0)
    return lines


def name_chip(chip: QToolButton, title: str, chosen: str) -> None:
    """Show what is chosen; with nothing chosen, only what the chip is about."""
    text = f"{title}: {chosen}" if chosen and chosen != title else title
    text = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    chip.setText(text.replace("&", "&&"))
    nothing = QCoreApplication.translate("ChipBar", "any")
    chip.setAccessibleName(f"{title}: {chosen or nothing}")
    if bool(chip.property("on")) != bool(chosen):
        chip.setProperty("on", bool(chosen))
        if chip.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # or it gets its look when it is shown
            chip.style().unpolish(chip)
            chip.style().polish(chip)


def add_checks(
    menu: QMenu,
    pairs: Iterable[tuple[str, str]],
    chosen: Collection[str],
    toggle: Callable[[str, bool], None],
) -> None:
    """Entries (value, text) of which several can be ticked; the menu stays open."""
    for value, text in pairs:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(value in chosen)
        action.toggled.connect(lambda on, value=value: toggle(value, on))


def add_choices(
    menu: QMenu, pairs: Iterable[tuple[str, str]], chosen: str, choose: Callable[[str], None]
) -> None:
    """Entries (value, text) of which one is chosen; the menu closes."""
    for value, text in pairs:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(value == chosen)

        def take(_on: bool = False, value: str = value) -> None:
            menu.close()
            choose(value)

        action.triggered.connect(take)


def moving_days() -> dict[str, str]:
    """The periods that move on with the calendar, each with its name on screen."""
    return {key: QCoreApplication.translate("ChipBar", name) for key, name in _MOVING.items()}
