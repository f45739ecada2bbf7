"""The page of insights. Numbers are made in a job and as old as they say; opening the page makes them anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ordermanager.made_once import made_once
from ordermanager.ui import i18n
from ordermanager.ui.controls.elided_label import ElidedLabel
from ordermanager.ui.controls.empty_state import EmptyState
from ordermanager.ui.controls.plain import PlainLabel, set_plain_tooltip
from ordermanager.ui.insights_page.chart_part import APART_MS, RevenueChart, StatusChart, charts, load_charts
from ordermanager.ui.insights_page.rfm_part import RfmPart
from ordermanager.ui.insights_page.segment_part import SegmentPart
from ordermanager.ui.insights_page.tiles import Tiles
from ordermanager.ui.look.icons import set_icon
from ordermanager.ui.look.theme import GAP, SPACE, WIDE, larger_font

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.app import Services
    from ordermanager.services.insights import Overview
    from ordermanager.services.notices import Changes
    from ordermanager.ui.actions.actions import Actions
    from ordermanager.ui.jobs import Jobs

PartT = TypeVar("PartT", Tiles, RfmPart, RevenueChart, StatusChart, SegmentPart)
BELOW = ("rfm_part", "revenue", "statuses", "segment")
"""The parts below the tiles, from top to bottom."""
_CHARTS = ("revenue", "statuses")
_LONGEST_CHOICE = 26
"""Letters; the list that opens shows a longer name whole."""
SMALLEST = 520
"""Pixels. The tiles and the table would ask for more and squeeze the folders beside every page."""


class InsightsPage(QWidget):
    """Reads only. `orders_asked` brings the OrderFilters that find exactly the orders behind a number.

    The parts below are made, and shown anew, one by one in turns of the event loop: all at once would hold the window.
    """

    orders_asked = Signal(object)
    written = Signal(object)  # services.results.ExportResult, or the Path of a picture

    def __init__(
        self, services: Services, jobs: Jobs, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setMinimumWidth(SMALLEST)
        self._services = services
        self._jobs = jobs
        self._actions = actions
        self._overview: Overview | None = None
        self._currency: str | None = None
        self._account = ""
        self._view: Mapping[str, str] = {}
        self._waiting = list(BELOW)
        self._making = QTimer(self)
        self._making.setSingleShot(True)
        self._making.setInterval(APART_MS)
        self._making.timeout.connect(self._take_next)
        jobs.watch(self._making)
        self._build()
        self._making.start()
        jobs.changed.connect(self._on_changed)

    # -- making

    def _build(self) -> None:
        self._stack = QStackedWidget(self)
        self._area = QScrollArea(self._stack)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = QWidget(self._area.viewport())
        self.tiles = Tiles(self._services, self._jobs, self._body)
        first = self._card(self.tr("At a glance"), self.tiles.save)
        self._put(self.tiles, first)
        self._cards = {
            "rfm_part": self._card(self.tr("Customers: last sale and number of sales")),
            "revenue": self._card(self.tr("Revenue over time")),
            "statuses": self._card(self.tr("Orders by status over time")),
            "segment": self._card(self.tr("A segment of your own")),
        }
        column = QVBoxLayout(self._body)
        column.setContentsMargins(GAP, 0, GAP, GAP)
        column.setSpacing(GAP)
        for part in (first, *self._cards.values()):
            column.addWidget(part)
        column.addStretch(1)
        self._area.setWidget(self._body)
        self._empty = EmptyState(self._stack)
        self._again = QAction(self.tr("Add up the orders"), self)
        self._again.setProperty("iconName", "refresh")
        self._again.triggered.connect(self.load)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(self._make_head())
        page.addWidget(self._stack, 1)

    @made_once
    def rfm_part(self) -> RfmPart:
        """Customers by their last sale and how often they bought."""
        part = RfmPart(self._services, self._jobs, self._cards["rfm_part"])
        return self._put(part, self._cards["rfm_part"])

    @made_once
    def revenue(self) -> RevenueChart:
        """Revenue over time."""
        part = RevenueChart(self._services, self._jobs, self._cards["revenue"])
        part.restore(self._view)
        return self._put(part, self._cards["revenue"])

    @made_once
    def statuses(self) -> StatusChart:
        """Orders by status over time."""
        part = StatusChart(self._services, self._jobs, self._cards["statuses"])
        part.restore(self._view)
        return self._put(part, self._cards["statuses"])

    @made_once
    def segment(self) -> SegmentPart:
        """Customers with something in common."""
        part = SegmentPart(self._services, self._jobs, self._cards["segment"])
        return self._put(part, self._cards["segment"])

    def _put(self, part: PartT, card: QFrame) -> PartT:
        part.orders_asked.connect(self.orders_asked)
        part.written.connect(self.written)
        layout = card.layout()
        assert layout is not None
        layout.addWidget(part)
        return part

    def _take_next(self) -> None:
        """Make the next part, if it is not there yet, and show it what is known."""
        if not self._waiting:
            return
        if self._waiting[0] in _CHARTS and charts() is None:
            load_charts(self._jobs, self._making.start, self)
            return
        part: RfmPart | RevenueChart | StatusChart | SegmentPart = getattr(self, self._waiting.pop(0))
        if self._overview is not None:
            part.show_overview(self._overview)
        if self._waiting:
            self._making.start()

    def _make_head(self) -> QVBoxLayout:
        title = PlainLabel(self.tr("Insights"), self, role="heading")
        title.setFont(larger_font(1.2))
        self._note = ElidedLabel("", self, role="muted")
        self.account = self._choice(self.tr("Account whose sales are counted"))
        self.account.activated.connect(lambda _number: self._on_chosen())
        self.currency = self._choice(self.tr("Currency of the amounts"))
        self.currency.activated.connect(lambda _number: self._on_chosen())
        self._account_label = self._label(self.tr("Account:"), self.account)
        self._currency_label = self._label(self.tr("Currency:"), self.currency)
        self._refresh = QPushButton(self.tr("Refresh"), self)
        set_icon(self._refresh, "refresh")
        self._refresh.clicked.connect(self.load)
        self.stop = QPushButton(self.tr("Cancel"), self)
        set_icon(self.stop, "stop")
        self.stop.clicked.connect(self._on_stop)
        self.stop.hide()
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(title, 1)
        for label, choice in (
            (self._account_label, self.account),
            (self._currency_label, self.currency),
        ):
            line.addWidget(label)
            line.addWidget(choice)
        line.addWidget(self._refresh)
        line.addWidget(self.stop)
        head = QVBoxLayout()
        head.setContentsMargins(GAP, SPACE, GAP, SPACE)
        head.setSpacing(SPACE)
        head.addLayout(line)
        head.addWidget(self._note)
        return head

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMaximumWidth(box.fontMetrics().horizontalAdvance("0") * _LONGEST_CHOICE)
        box.setAccessibleName(name)
        set_plain_tooltip(box, name)
        return box

    def _label(self, words: str, box: QComboBox) -> PlainLabel:
        label = PlainLabel(words, self, role="muted")
        label.setBuddy(box)
        return label

    def _card(self, heading: str, beside: QWidget | None = None) -> QFrame:
        card = QFrame(self._body)
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(WIDE, GAP, WIDE, WIDE)
        column.setSpacing(SPACE)
        line = QHBoxLayout()
        line.addWidget(PlainLabel(heading, card, role="heading"), 1)
        if beside is not None:
            line.addWidget(beside)
        column.addLayout(line)
        return card

    # -- showing

    def load(self) -> None:
        """Make the numbers; called when the page is shown."""
        currency, account = self._currency, self._account
        self._note.setText(self.tr("Adding up the orders…"))
        self._offer_stop(is_adding=True)
        self._jobs.read(
            self._question,
            lambda: self._services.insights.overview(currency, account),
            self._show,
            self._on_failed,
            owner=self,
        )

    @property
    def _question(self) -> tuple[int, str]:
        return id(self), "insights"

    def _offer_stop(self, *, is_adding: bool) -> None:
        """While the orders are added up there is Cancel in the place of Refresh; the keys stay there."""
        given, taken = (self.stop, self._refresh) if is_adding else (self._refresh, self.stop)
        has_keys = taken.hasFocus()
        given.show()
        if has_keys:
            given.setFocus(Qt.FocusReason.OtherFocusReason)
        taken.hide()

    def _on_stop(self) -> None:
        self._jobs.drop_read(self._question)
        self._offer_stop(is_adding=False)
        if self._overview is None:
            self._note.setText("")
            heading, text = self.tr("The orders were not added up"), self.tr("You stopped it.")
            self._empty.show_state("insights", heading, text, [self._again])
            self._stack.setCurrentIndex(1)
        else:
            self._currency, self._account = self._overview.currency, self._overview.account
            self._show_choices(self._overview)
            self._show_age(self._overview)

    def _on_failed(self, sentence: Sentence) -> None:
        self._offer_stop(is_adding=False)
        self._note.setText(i18n.text(sentence))

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self.rfm_part.rfm.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retint(self) -> None:
        """The theme changed."""
        self._empty.retint()
        for name in ("rfm_part", "revenue", "statuses"):
            if name in vars(self):
                getattr(self, name).retint()

    def _show(self, overview: Overview) -> None:
        self._overview = overview
        self._offer_stop(is_adding=False)
        self._show_age(overview)
        self._show_choices(overview)
        if not overview.currencies:
            self._empty.show_state("insights", *self._empty_words(overview), [self._actions["import"]])
            self._stack.setCurrentIndex(1)
            return
        self._stack.setCurrentIndex(0)
        self.tiles.show_overview(overview)
        self._waiting = list(BELOW)
        self._making.start()

    def _show_age(self, overview: Overview) -> None:
        self._note.setText(
            self.tr("Delivered and accepted orders, as Yespo counts. As of {when}.").format(
                when=i18n.date_time(overview.at, str(overview.zone))
            )
        )

    def _empty_words(self, overview: Overview) -> tuple[str, str]:
        if overview.account:
            return (
                self.tr("{account} has no delivered orders").format(account=overview.account),
                self.tr("Choose another account above, or all of them."),
            )
        return (
            self.tr("No delivered orders yet"),
            self.tr(
                "When orders with the status Delivered have been sent, this page shows who buys, and how much."
            ),
        )

    def _show_choices(self, overview: Overview) -> None:
        """What can be chosen; where there is no choice, nothing."""
        self.currency.clear()
        for code, sales in overview.currencies:
            name = code or self.tr("without currency")
            words = self.tr("{currency} · sales: {number}").format(currency=name, number=i18n.count(sales))
            self.currency.addItem(words, code)
        self.currency.setCurrentIndex(max(0, self.currency.findData(overview.currency)))
        self.account.clear()
        self.account.addItem(self.tr("all"), "")
        for name, is_sandbox in overview.accounts:
            text = self.tr("{account} (sandbox)").format(account=name) if is_sandbox else name
            self.account.addItem(text, name)
        self.account.setCurrentIndex(max(0, self.account.findData(overview.account)))
        for label, box, is_choice in (
            (self._currency_label, self.currency, bool(overview.currencies)),
            (self._account_label, self.account, len(overview.accounts) > 1 or bool(overview.account)),
        ):
            label.setVisible(is_choice)
            box.setVisible(is_choice)

    def _on_chosen(self) -> None:
        self._currency, self._account = self.currency.currentData(), self.account.currentData() or ""
        self.load()

    # -- remembering

    def view(self) -> dict[str, str]:
        """What was chosen, to be remembered."""
        view = dict(self._view)
        view["insights_currency"], view["insights_account"] = self._currency or "", self._account
        for name in ("revenue", "statuses"):
            if name in vars(self):
                view |= getattr(self, name).view()
        return view

    def restore(self, view: Mapping[str, str]) -> None:
        """Choose what was chosen; parts that are made later are told then."""
        self._view = {key: text for key, text in view.items() if key.startswith("insights_")}
        self._currency = view.get("insights_currency") or None
        self._account = view.get("insights_account", "")

    def _on_changed(self, changes: Changes) -> None:
        if changes.history and self.isVisible():
            self.load()
