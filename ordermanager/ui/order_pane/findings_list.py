"""All findings of an order above the form; each line leads to its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ordermanager.domain.checks.findings import Severity
from ordermanager.ui import i18n
from ordermanager.ui.controls.elided_label import ElidedLabel
from ordermanager.ui.controls.plain import set_plain_tooltip
from ordermanager.ui.controls.sign import SEVERITY_SIGNS, Sign
from ordermanager.ui.look.icons import beside_text, set_icon
from ordermanager.ui.look.theme import SPACE, TIGHT, small_edge
from ordermanager.ui.order_pane.words import place_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.domain.checks.findings import Finding

FEW = 3
"""So many are shown until the list is unfolded."""
MOST = 50
"""An order with ten thousand bad items must not make ten thousand buttons."""
MARK = 16
_EDGE = SPACE + 2
"""What a button has at the left of its sign: the one above stands over it."""


class _JumpButton(QPushButton):
    """One line that is a button: place and sentence, shortened to the width; the tool tip has all of it."""

    def __init__(self, finding: Finding, parent: QWidget) -> None:
        super().__init__(parent)
        place, sentence = place_label(finding), i18n.finding_text(finding)
        self._whole = f"{place}: {sentence}" if place else sentence
        self.setProperty("role", "finding")
        set_icon(self, *SEVERITY_SIGNS[finding.severity])
        self.setIconSize(beside_text(small_edge(self.fontMetrics())))
        self.setAccessibleName(self._whole)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_plain_tooltip(self, self._whole)
        self._elide()

    def resizeEvent(self, event: object) -> None:
        """Override QWidget::resizeEvent."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._elide()

    def _elide(self) -> None:
        room = self.width() - self.iconSize().width() - 2 * SPACE - 12
        shown = self.fontMetrics().elidedText(self._whole[:400], Qt.TextElideMode.ElideRight, max(room, 40))
        self.setText(shown.replace("&", "&&"))


class FindingsList(QFrame):
    """`jump` brings the path of a field. Hidden while there is nothing to say."""

    jump = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "findings")
        self._findings: tuple[Finding, ...] = ()
        self._unfolded = False
        self._buttons: list[QPushButton] = []
        self._sign = Sign("info", "info", MARK, self)
        self._sign.keep_narrow()
        self._summary = ElidedLabel("", self, role="heading")
        self._more = QPushButton("", self)
        self._more.setProperty("role", "link")
        self._more.clicked.connect(self._toggle)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.setContentsMargins(_EDGE, 0, SPACE, 0)
        head.addWidget(self._sign)
        head.addWidget(self._summary, 1)
        head.addWidget(self._more)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TIGHT, SPACE, TIGHT, SPACE)
        layout.setSpacing(TIGHT)
        layout.addLayout(head)
        layout.addLayout(self._list)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Errors first, then warnings and hints, each in the order of the form."""
        rank = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}
        ordered = tuple(sorted(findings, key=lambda finding: rank[finding.severity]))
        if ordered != self._findings:
            self._findings = ordered
            self._fill()
        self.setVisible(bool(ordered))

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        self._fill()

    def _fill(self) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        count = MOST if self._unfolded else FEW
        self._buttons = [_JumpButton(finding, self) for finding in self._findings[:count]]
        for button, finding in zip(self._buttons, self._findings, strict=False):
            button.clicked.connect(lambda _=False, path=finding.field: self.jump.emit(path))
            self._list.addWidget(button)
        hidden = len(self._findings) - len(self._buttons)
        self._more.setVisible(len(self._findings) > FEW)
        self._more.setText(self.tr("Show fewer") if self._unfolded else self.tr("%n more", "", hidden))
        self._show_summary()

    def _show_summary(self) -> None:
        if not self._findings:
            return
        errors = sum(1 for finding in self._findings if finding.severity is Severity.ERROR)
        worst = self._findings[0].severity
        if errors:
            text = self.tr("%n thing(s) to put right", "", errors)
        else:
            text = self.tr("%n thing(s) to look at", "", len(self._findings))
        self._summary.setText(text)
        self._sign.show_severity(worst)
