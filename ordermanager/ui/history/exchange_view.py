"""What went over the line: the request's head, the answer's status, headers and body, for each attempt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from ordermanager.ui import i18n
from ordermanager.ui.controls.elided_box import ElidedBox
from ordermanager.ui.json_view import JsonView
from ordermanager.ui.look.theme import GAP, SPACE, mono_font

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ordermanager.domain.people.masking import Masker
    from ordermanager.services.history.proofs import SentRequest, Tried
    from ordermanager.ui.jobs import Jobs


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its attempts, oldest first."""

    request: SentRequest
    attempts: Sequence[Tried]


class ExchangeView(QWidget):
    """Shows the newest attempt first; others by the box above, which is there where there are several."""

    def __init__(self, jobs: Jobs, masker: Masker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exchange: Exchange | None = None
        self._timezone = ""
        self.attempts = ElidedBox(self)
        self.attempts.setAccessibleName(self.tr("Attempt"))
        self.head = QPlainTextEdit(self)
        self.head.setReadOnly(True)
        self.head.setFont(mono_font())
        self.head.setTabChangesFocus(True)
        self.head.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.head.setAccessibleName(self.tr("Headers"))
        self.answer = JsonView(self, jobs, masker)
        splitter = QSplitter(self)
        splitter.addWidget(self.head)
        splitter.addWidget(self.answer)
        splitter.setSizes([420, 480])
        splitter.setChildrenCollapsible(False)
        splitter.setProperty("role", "gap")
        splitter.setHandleWidth(SPACE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, SPACE, GAP, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self.attempts)
        layout.addWidget(splitter, 1)
        self.attempts.currentIndexChanged.connect(lambda _row: self._show_attempt())

    def show_exchange(self, exchange: Exchange, timezone: str) -> None:
        """Show this instead."""
        self._exchange, self._timezone = exchange, timezone
        newest_first = list(reversed(exchange.attempts))
        self.attempts.blockSignals(True)
        self.attempts.clear()
        for number, attempt in zip(range(len(newest_first), 0, -1), newest_first, strict=True):
            when = i18n.date_time(attempt.record.started_at, timezone, seconds=True)
            self.attempts.addItem(self.tr("Attempt {number}, {when}").format(number=number, when=when))
        self.attempts.blockSignals(False)
        self.attempts.setVisible(len(newest_first) > 1)
        self._show_attempt()

    def _show_attempt(self) -> None:
        exchange = self._exchange
        if exchange is None:
            return
        row = len(exchange.attempts) - 1 - self.attempts.currentIndex()
        attempt = exchange.attempts[row] if 0 <= row < len(exchange.attempts) else None
        self.head.setPlainText("\n".join(self._lines(exchange.request, attempt)))
        answer = "" if attempt is None else attempt.answer.text
        self.answer.setVisible(bool(answer))
        self.answer.set_json(answer)

    def _lines(self, request: SentRequest, tried: Tried | None) -> list[str]:
        lines = [f"{request.method} {request.url}", *_headers(request.headers), ""]
        if tried is None:
            return [*lines, self.tr("No attempt was recorded.")]
        attempt = tried.record
        lines.append(
            self.tr("Sent {when}, {seconds} s").format(
                when=i18n.date_time(attempt.started_at, self._timezone, seconds=True),
                seconds=f"{attempt.elapsed:.2f}",
            )
        )
        if attempt.http_status is None:
            lines.append(self.tr("No answer came."))
        else:
            lines.append(f"HTTP {attempt.http_status}")
        lines += _headers(attempt.headers)
        if tried.trouble is not None:
            lines += ["", i18n.text(tried.trouble)]
        lines += [attempt.error_text] if attempt.error_text else []
        if not tried.answer.is_whole:
            lines.append(
                self.tr("Only the beginning of the answer is kept: {kept} of {size} bytes.").format(
                    kept=i18n.count(len(tried.answer.body)), size=i18n.count(tried.answer.size)
                )
            )
        if not tried.answer.body and attempt.http_status is not None:
            lines.append(self.tr("The answer had no body."))
        return lines


def _headers(headers: Mapping[str, str]) -> list[str]:
    return [f"{name}: {value}" for name, value in headers.items()]
