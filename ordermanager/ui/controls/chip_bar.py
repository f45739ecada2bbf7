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

    from PySide6.QtGui import QKeyEvent

LONGEST = 40
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


class ChipBar(QWidget):
    """Makes chips, names them and fills their menus. `left`: Escape, the keys go on in the list."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, SPACE, TIGHT)
        self._flow.setContentsMargins(GAP, 0, GAP, SPACE)

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

    def _button(self, icon: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setProperty("role", "chip")
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign stands behind the text
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        edge = round(0.9 * self.fontMetrics().height())
        chip.setIconSize(QSize(edge, edge))
        set_icon(chip, icon, "muted")
        self._flow.addWidget(chip)
        return chip


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
