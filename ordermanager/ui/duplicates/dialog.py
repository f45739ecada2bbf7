"""The dialog of likely duplicates: on the left what is alike, on the right the orders side by side."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ordermanager.services.orders.duplicates import FoundAlike, Likeness, best_to_keep, why_not
from ordermanager.ui import i18n
from ordermanager.ui.controls.dialog_height import grow_to_text
from ordermanager.ui.controls.elided_box import ElidedBox
from ordermanager.ui.controls.plain import PlainLabel, plain_tooltip, set_plain_tooltip
from ordermanager.ui.controls.work_bar import WorkBar
from ordermanager.ui.duplicates.cells import ComparisonCells
from ordermanager.ui.duplicates.comparison import Comparison
from ordermanager.ui.look.theme import DIALOG_MARGINS, GAP, SPACE, larger_font
from ordermanager.ui.mnemonics import as_written
from ordermanager.ui.words import state_name

if TYPE_CHECKING:
    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.app import Services
    from ordermanager.services.orders.duplicates import Alike, Merged
    from ordermanager.store.orders.records import OrderRecord
    from ordermanager.ui.jobs import Jobs

WIDTH, HEIGHT = 1000, 640


class DuplicatesDialog(QDialog):
    """`merged` brings a list of Merged that is one step of undo."""

    merged = Signal(object)

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._groups: list[Alike] = []
        self._stop = threading.Event()
        self.setWindowTitle(self.tr("Likely duplicates"))
        self.setObjectName("duplicates")
        self._make_parts()
        self._lay_out()
        self._connect()
        self._enable(None)
        self.look()

    def _make_parts(self) -> None:
        self.title = PlainLabel(self.tr("Looking through all orders…"), self, role="heading", wrap=True)
        self.title.setFont(larger_font(1.1))
        self.explains = PlainLabel(
            self.tr(
                "Orders with the same ID, however it is written (#1001, 1001, 01001), and orders of one customer on "
                "one day with the same sum and items."
            ),
            self,
            role="muted",
            wrap=True,
        )
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Orders that may be one"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setProperty("role", "grid")
        self.keep = ElidedBox(self)
        self.keep_label = PlainLabel(self.tr("This one &stays:"), self)
        self.keep_label.setBuddy(self.keep)
        self.keep.setAccessibleName(self.tr("The order that stays"))
        self.comparison = Comparison(self)
        self.cells = ComparisonCells(self.comparison, self)
        self.notes = PlainLabel("", self, role="muted", wrap=True)
        self.notes.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.work = WorkBar(self)
        self.merge_all = QPushButton(self.tr("Merge &all that agree"), self)
        tip = self.tr(
            "Merge every group whose orders differ only in how the ID is written, and of which only the one that stays "
            "was sent"
        )
        set_plain_tooltip(self.merge_all, tip)
        self.again = QPushButton(self)
        self.again.setProperty("role", "link")
        self.again.hide()
        self.skip = QPushButton(self.tr("&Not the same"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.merge = QPushButton(self.tr("&Merge"), self)
        self.merge.setProperty("role", "primary")
        for button in (self.merge_all, self.again, self.skip, self.close_button, self.merge):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self.keep_label)
        line.addWidget(self.keep, 1)
        column.addLayout(line)
        column.addWidget(self.cells, 1)
        column.addWidget(self.notes)
        self.split = split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setProperty("role", "gap")
        split.setHandleWidth(GAP)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        split.setSizes([WIDTH // 4, WIDTH * 3 // 4])
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.merge_all)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        for button in (self.close_button, self.skip, self.merge):
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*DIALOG_MARGINS)
        whole.setSpacing(GAP)
        whole.addWidget(self.title)
        whole.addWidget(self.explains)
        whole.addWidget(split, 1)
        whole.addStretch(0)
        whole.addWidget(self.work)
        whole.addLayout(buttons)
        grow_to_text(self, WIDTH, HEIGHT)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._open())
        self.keep.activated.connect(self.comparison.keep)
        self.cells.clicked.connect(self.comparison.pick)
        self.cells.picked.connect(self.comparison.pick)
        self.comparison.chosen.connect(self._say)
        self.merge.clicked.connect(self._merge)
        self.merge_all.clicked.connect(self._merge_all)
        self.skip.clicked.connect(self._rule_out)
        self.again.clicked.connect(self._rule_in)
        self.close_button.clicked.connect(self.reject)

    # -- looking

    def look(self) -> None:
        """Look through all orders."""
        stop = self._stop

        def tell(far: tuple[int, int]) -> None:
            self.work.show_share(far[0] / max(1, far[1]))

        show = self._jobs.on_gui(tell)

        def work() -> FoundAlike:
            return self._services.duplicates.find(lambda done, total: show((done, total)), stop.is_set)

        self.work.begin()
        self._jobs.network("", work, self._show_found, self._fail, stop.set, owner=self)

    def _show_found(self, found: FoundAlike) -> None:
        self.work.end()
        self._groups = list(found.groups)
        self.again.setText(self.tr("Show %n ruled out", "", found.ruled_out))
        self.again.setVisible(found.ruled_out > 0)
        rows = self._services.orders
        groups = self._groups
        self._jobs.read(
            (id(self), "names"),
            lambda: {row.id: row.external_order_id for group in groups for row in rows.rows(group.order_ids)},
            lambda names: self._fill(names, is_all=found.is_all),
            self._fail,
            owner=self,
        )

    def _fill(self, names: dict[int, str], *, is_all: bool) -> None:
        for group in self._groups:
            text = "  ·  ".join(names.get(order_id) or "–" for order_id in group.order_ids)
            item = QListWidgetItem(f"{text}\n{self._why(group)}")
            item.setToolTip(plain_tooltip(item.text()))
            self.list.addItem(item)
        self._say_count()
        if not is_all:
            self.title.setText(self.title.text() + ". " + self.tr("There are more; look again after these."))
        if self._groups:
            self.list.setCurrentRow(0)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.merge_all.setEnabled(bool(self._groups))

    def _why(self, group: Alike) -> str:
        words = {
            Likeness.SAME_ID: self.tr("same ID"),
            Likeness.SAME_SALE: self.tr("same customer, day and items"),
        }
        return ", ".join(words[reason] for reason in Likeness if reason in group.reasons)

    def _say_count(self) -> None:
        count = len(self._groups)
        self.split.setVisible(count > 0)
        text = self.tr("%n likely duplicate(s)", "", count)
        self.title.setText(text if count else self.tr("No two orders look alike."))

    def _fail(self, sentence: Sentence) -> None:
        self.work.end()
        self.title.setText(i18n.text(sentence))

    # -- one group

    def _open(self) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self._groups):
            self._enable(None)
            return
        group = self._groups[row]
        self._jobs.read(
            (id(self), "group"),
            lambda: self._services.duplicates.records(group),
            lambda records: self._compare(row, records),
            self._fail,
            owner=self,
        )

    def _compare(self, row: int, records: list[OrderRecord]) -> None:
        if row != self.list.currentRow():
            return
        if len(records) < 2:
            self._take_group_away()
            return
        kept = records.index(best_to_keep(records))
        self.keep.clear()
        for record in records:
            name = record.row.external_order_id or "–"
            self.keep.addItem(f"{name}  ({state_name(record.row.state)})")
        self.keep.setCurrentIndex(kept)
        self.comparison.show_orders(records, kept)
        self._enable(records)
        self._say()

    def _say(self) -> None:
        """What merging would do, and what it would not."""
        records = self.comparison.records
        reason = next((found for record in records if (found := why_not(record)) is not None), None)
        self.merge.setEnabled(reason is None)
        if reason is not None:
            self.notes.setText(i18n.text(reason))
            return
        kept = self.comparison.kept
        texts = [self.tr("Click a cell, or press Space on it, to take it over.")]
        sent = [
            each.row.external_order_id or "–" for each in records if each.row.revisions and each is not kept
        ]
        if sent:
            texts.append(
                self.tr(
                    "{orders}: sent or queued before. What was sent stays in the event history, and at Yespo it stays "
                    "an order of its own."
                ).format(orders=", ".join(sent))
            )
        if kept.row.revisions and self.comparison.is_kept_changed:
            texts.append(
                self.tr(
                    "{order} was sent as it was; what changes now reaches Yespo only when you queue it again."
                ).format(order=kept.row.external_order_id or "–")
            )
        texts.append(as_written(self.tr("The others go out of sight; Ctrl+Z brings them back.")))
        self.notes.setText(" ".join(texts))

    def _enable(self, records: list[OrderRecord] | None) -> None:
        is_open = records is not None
        for widget in (self.keep, self.skip, self.merge, self.cells):
            widget.setEnabled(is_open)
        if not is_open:
            self.keep.clear()
            self.comparison.show_orders((), 0)
            self.notes.setText("")
            self.merge_all.setEnabled(bool(self._groups))

    def _take_group_away(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._groups):
            del self._groups[row]
            self.list.takeItem(row)
            self._say_count()
            self._open()

    def _rule_out(self) -> None:
        """These are not the same, now and the next time."""
        row = self.list.currentRow()
        if 0 <= row < len(self._groups):
            group = self._groups[row]
            self._jobs.write("", lambda: self._services.duplicates.rule_out(group), owner=self)
            self._take_group_away()

    def _rule_in(self) -> None:
        """Look again, and show what was ruled out too."""
        self.again.hide()
        self.list.clear()
        self._groups = []
        self._enable(None)
        self.title.setText(self.tr("Looking through all orders…"))
        self._jobs.write("", self._services.duplicates.rule_in, lambda _nothing: self.look(), owner=self)

    # -- merging

    def _merge(self) -> None:
        kept = self.comparison.kept.id
        wanted = self.comparison.wanted()
        shown = self.comparison.records
        removed = [record.id for record in shown if record.id != kept]
        self.merge.setEnabled(False)
        self._jobs.write(
            "",
            lambda: self._services.duplicates.merge(kept, wanted, removed, shown),
            self._on_merged,
            self._on_refused,
            owner=self,
        )

    def _on_merged(self, merged: Merged) -> None:
        self.merged.emit([merged])
        self._take_group_away()

    def _on_refused(self, sentence: Sentence) -> None:
        self.notes.setText(i18n.text(sentence))

    def _merge_all(self) -> None:
        groups, stop = list(self._groups), self._stop
        for widget in (self.merge_all, self.merge, self.skip, self.list):
            widget.setEnabled(False)

        def tell(far: tuple[int, int]) -> None:
            self.work.show_share(far[0] / max(1, far[1]))

        show = self._jobs.on_gui(tell)

        def work() -> list[Merged]:
            return self._services.duplicates.merge_agreeing(
                groups, lambda done, total: show((done, total)), stop.is_set
            )

        self.work.begin()
        self._jobs.network("", work, self._on_all_merged, self._fail, stop.set, owner=self)

    def _on_all_merged(self, merged: list[Merged]) -> None:
        self.work.end()
        gone = {order_id for one in merged for order_id in (one.kept, *one.removed)}
        for row in reversed(range(len(self._groups))):
            if gone.intersection(self._groups[row].order_ids):
                del self._groups[row]
                self.list.takeItem(row)
        for widget in (self.merge_all, self.list):
            widget.setEnabled(True)
        self._say_count()
        done = self.tr("%n group(s) merged.", "", len(merged))
        self.title.setText(f"{done} {self.title.text()}")
        if merged:
            self.merged.emit(merged)
        self._open()

    def done(self, result: int) -> None:
        """Override QDialog::done: nobody waits any more."""
        self._stop.set()
        super().done(result)
