"""All that is known of one order, for a sheet of paper, a support bundle or a person on the telephone."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ordermanager.services.orders.order_table import order_object

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.domain.people.masking import Masker
    from ordermanager.services.context import Context
    from ordermanager.services.history.explanations import ExplanationService, OrderExplanation
    from ordermanager.services.history.history import HistoryService
    from ordermanager.store.history.records import TimelineEntry
    from ordermanager.store.orders.records import OrderRecord
    from ordermanager.store.outbox.records import AttemptRecord, KeptAnswer, RevisionRecord


@dataclass(frozen=True, slots=True)
class OrderStory:
    """`timeline` and `revisions` come oldest first; `bodies` are the exact JSON texts by revision, `attempts` all of
    the batches that the order was in, `answers` theirs to the byte."""

    record: OrderRecord
    explanation: OrderExplanation
    timeline: tuple[TimelineEntry, ...]
    revisions: tuple[RevisionRecord, ...]
    bodies: dict[int, str]
    attempts: tuple[AttemptRecord, ...]
    answers: Mapping[int, KeptAnswer]


class StoryService:
    """Any thread; reads only."""

    def __init__(self, context: Context, history: HistoryService, explanations: ExplanationService) -> None:
        self._workspace = context.workspace
        self._history = history
        self._explanations = explanations

    def of_order(self, order_id: int) -> OrderStory:
        """Raises WrongUse for an unknown order."""
        revisions = self._workspace.revisions.of_order(order_id)
        timeline = self._history.timeline(order_id)
        batches = sorted({entry.batch_id for entry in timeline if entry.batch_id})
        bodies = self._workspace.revisions.bodies([revision.id for revision in revisions])
        attempts = tuple(attempt for batch in batches for attempt in self._history.attempts(batch))
        return OrderStory(
            self._workspace.orders.get(order_id),
            self._explanations.of_order(order_id),
            tuple(timeline),
            tuple(revisions),
            {revision_id: body.decode() for revision_id, body in bodies.items()},
            attempts,
            {attempt.id: self._workspace.batches.answer_of(attempt.id) for attempt in attempts},
        )

    def masked_timeline(self, order_id: int, masker: Masker) -> tuple[TimelineEntry, ...]:
        """The time line, oldest first, with what fields held masked by what they are. Then `masker` knows whom the
        order ever named, so that its `text` hides them in sentences too. Raises WrongUse for an unknown order.
        """
        story = self.of_order(order_id)
        masker.json(story_json(story))
        return tuple(
            replace(
                entry,
                values=tuple(
                    (masker.field(name, old), masker.field(name, new))
                    for name, (old, new) in zip(entry.fields, entry.values, strict=False)
                ),
            )
            for entry in story.timeline
        )


def story_json(story: OrderStory) -> str:
    """The story as JSON. Whom it is about stands in it: mask it before it is shared."""
    values = {
        "externalOrderId": story.record.row.external_order_id,
        "state": story.record.state.value,
        "explanation": [str(sentence) for sentence in story.explanation.sentences],
        "findings": [
            {"field": finding.field, "severity": finding.severity.value, "message": str(finding.sentence)}
            for finding in story.record.findings
        ],
        "timeline": [_entry(entry) for entry in story.timeline],
        "attempts": [_attempt(attempt, story.answers[attempt.id]) for attempt in story.attempts],
    }
    revisions = ",".join(
        f'{{"revision":{revision.number},"state":{json.dumps(revision.state.value)},"order":{story.bodies[revision.id]}}}'
        for revision in story.revisions
    )
    shown = json.dumps(values, ensure_ascii=False)
    return f'{shown[:-1]},"now":{order_object(story.record.draft)},"revisions":[{revisions}]}}'


def _entry(entry: TimelineEntry) -> dict[str, Any]:
    """Without the values of edits: what a field held before is no longer in the order, and so would not be masked."""
    given = {
        "at": entry.at,
        "what": entry.kind,
        "by": entry.by,
        "revision": entry.revision_number or None,
        "batch": entry.batch_id or None,
        "account": entry.account_name,
        "http_status": entry.http_status,
        "error": entry.error,
        "reason": str(entry.reason) if entry.reason else "",
        "event": entry.event_name,
        "changed": list(entry.fields),
    }
    return {name: value for name, value in given.items() if value not in (None, "", [])}


def _attempt(attempt: AttemptRecord, answer: KeptAnswer) -> dict[str, Any]:
    return {
        "batch": attempt.batch_id,
        "at": attempt.started_at,
        "sent": attempt.sent,
        "http_status": attempt.http_status,
        "error": attempt.error_text or attempt.error,
        "headers": dict(attempt.headers),
        "answer": _json_or_text(answer.text),
        "seconds": round(attempt.elapsed, 3),
    }


def _json_or_text(text: str) -> Any:
    """An answer as what it is, so that its fields are masked as fields. One that was cut off stays a text."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
