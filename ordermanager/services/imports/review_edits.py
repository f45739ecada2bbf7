"""The changes of a review: each is one step of undo, and each changed order is checked again at once."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.recognised import ImportedOrder
from ordermanager.services.imports.review_making import CHUNK
from ordermanager.services.imports.review_results import Changed, FieldChange, FindText, FoundTexts
from ordermanager.services.imports.sources import Cancelled
from ordermanager.services.orders.draft_paths import all_places, check_field, places, set_text
from ordermanager.services.orders.text_replacing import replacer
from ordermanager.store.database.encoding import decode_draft, encode_draft
from ordermanager.store.imports.staging import group_field
from ordermanager.store.imports.staging_schema import StagedQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.services.imports.review_making import Checker
    from ordermanager.store.imports.staging import Staging, StoredOrder

    Group = tuple[str, str, str]
    OnProgress = Callable[[int, int], None]
    Cancel = Callable[[], bool]
    Change = Callable[[StoredOrder, OrderDraft], None]

EDIT = QT_TRANSLATE_NOOP("Sentence", "Edit")
PUT_RIGHT = QT_TRANSLATE_NOOP("Sentence", "Put right")
FILL_IN = QT_TRANSLATE_NOOP("Sentence", "Fill in")
REPLACE = QT_TRANSLATE_NOOP("Sentence", "Replace")
EXCLUDE = QT_TRANSLATE_NOOP("Sentence", "Leave out")
INCLUDE = QT_TRANSLATE_NOOP("Sentence", "Include")
TRIAL = QT_TRANSLATE_NOOP("Sentence", "Trial")

_SAMPLES = 100
_NOTHING = Changed(0)


class Edits:
    """See the module; made by ImportReview."""

    def __init__(self, staging: Staging, checker: Checker) -> None:
        self._staging = staging
        self._checker = checker

    def edit(self, review_id: int, changes: Mapping[str, str]) -> Changed:
        """See ImportReview.edit."""

        def change(_: StoredOrder, draft: OrderDraft) -> None:
            for path, text in changes.items():
                set_text(draft, path, text)

        self._staging.order(review_id)
        return self._change(EDIT, [review_id], change)

    def apply_proposals(self, group: Group, on_progress: OnProgress | None, cancel: Cancel | None) -> Changed:
        """See ImportReview.apply_proposals."""

        def change(stored: StoredOrder, draft: OrderDraft) -> None:
            for finding in _of_group(stored, group):
                if finding.proposal is not None:
                    set_text(draft, finding.field, finding.proposal)

        return self._change(PUT_RIGHT, self._of_group(group), change, on_progress, cancel)

    def set_in_group(
        self, group: Group, field: str, text: str, on_progress: OnProgress | None, cancel: Cancel | None
    ) -> Changed:
        """Set a field where a group's finding is; another field than the group's own is set in the whole order."""
        check_field(field)
        is_own = field == group[1] or f"items[].{field}" == group[1]

        def change(stored: StoredOrder, draft: OrderDraft) -> None:
            found = [finding.field for finding in _of_group(stored, group)]
            paths = found if is_own else [path for path, _ in places(draft, field)] if found else []
            for path in paths:
                set_text(draft, path, text)

        return self._change(FILL_IN, self._of_group(group), change, on_progress, cancel)

    def set_everywhere(
        self,
        ids: Iterable[int],
        field: str,
        text: str,
        on_progress: OnProgress | None,
        cancel: Cancel | None,
    ) -> Changed:
        """Set every place of a field in these orders."""
        check_field(field)

        def change(_: StoredOrder, draft: OrderDraft) -> None:
            for path, _before in list(places(draft, field)):
                set_text(draft, path, text)

        return self._change(FILL_IN, list(ids), change, on_progress, cancel)

    def replace(
        self, ids: Sequence[int], what: FindText, on_progress: OnProgress | None, cancel: Cancel | None
    ) -> Changed:
        """See ImportReview.replace."""
        _check(what)
        replaced = replacer(what)

        def change(_: StoredOrder, draft: OrderDraft) -> None:
            for path, text in list(_looked_in(draft, what)):
                if (new := replaced(text)) != text:
                    set_text(draft, path, new)

        return self._change(REPLACE, ids, change, on_progress, cancel)

    def find(self, ids: Sequence[int], what: FindText, cancel: Cancel | None) -> FoundTexts | None:
        """See ImportReview.find."""
        _check(what)
        replaced = replacer(what)
        orders = texts = 0
        samples: list[tuple[int, FieldChange]] = []
        for number, stored in enumerate(self._stored(ids)):
            if cancel and number % CHUNK == 0 and cancel():
                return None
            changes = [
                FieldChange(path, text, new)
                for path, text in _looked_in(stored.draft(), what)
                if (new := replaced(text)) != text
            ]
            orders += bool(changes)
            texts += len(changes)
            samples += [(stored.id, change) for change in changes[: _SAMPLES - len(samples)]]
        return FoundTexts(orders, texts, tuple(samples))

    def values(self, field: str, ids: Sequence[int], limit: int) -> list[tuple[str, int]]:
        """See ImportReview.values."""
        check_field(field)
        counted: Counter[str] = Counter()
        for stored in self._stored(ids):
            counted.update(text.strip() for _, text in places(stored.draft(), field))
        return counted.most_common(limit)

    def include(self, ids: Iterable[int] | None, *, included: bool) -> Changed:
        """See ImportReview.include; None: all orders."""
        with self._staging.transaction():
            step = self._staging.steps.begin(INCLUDE if included else EXCLUDE)
            changed = self._staging.steps.set_included(step, ids, included=included)
            return self._stepped(INCLUDE if included else EXCLUDE, changed, step)

    def set_limit(self, limit: int | None) -> Changed:
        """See ImportReview.set_limit."""
        with self._staging.transaction():
            step = self._staging.steps.begin(TRIAL)
            changed = self._staging.steps.limit_included(step, limit)
            return self._stepped(TRIAL, changed, step)

    def turn(self, on_progress: OnProgress | None, cancel: Cancel | None, *, undo: bool) -> Changed:
        """Undo or redo one step, all of it or nothing."""
        try:
            with self._staging.transaction():
                return self._turn(on_progress, cancel, undo=undo)
        except Cancelled:
            return _NOTHING

    def _turn(self, on_progress: OnProgress | None, cancel: Cancel | None, *, undo: bool) -> Changed:
        steps = self._staging.steps
        turned = steps.turn(undo=undo)
        if turned is None:
            return _NOTHING
        step, name, changed = turned
        last = done = 0
        total = steps.count(step)
        while texts := steps.texts(step, last, CHUNK, undo=undo):
            if cancel and cancel():
                raise Cancelled
            last = texts[-1][0]
            done += len(texts)
            self._write(self._staging.orders([each for each, _ in texts]), dict(texts))
            if on_progress:
                on_progress(done, total)
        return Changed(changed + done, Sentence(name))

    def step(self, *, undo: bool) -> Sentence | None:
        """The step that would be undone or redone next."""
        name = self._staging.steps.name(undo=undo)
        return Sentence(name) if name else None

    # ---- how

    def _change(
        self,
        name: str,
        ids: Sequence[int],
        change: Change,
        on_progress: OnProgress | None = None,
        cancel: Cancel | None = None,
    ) -> Changed:
        """Let `change` work on each draft; those that differ then are checked and written, all or none."""
        changed = done = 0
        try:
            with self._staging.transaction():
                step = self._staging.steps.begin(name)
                for chunk in _chunks(ids):
                    if cancel and cancel():
                        raise Cancelled
                    changed += self._change_chunk(step, chunk, change)
                    done += len(chunk)
                    if on_progress:
                        on_progress(done, len(ids))
                return self._stepped(name, changed, step)
        except Cancelled:
            return _NOTHING

    def _change_chunk(self, step: int, ids: Sequence[int], change: Change) -> int:
        texts: dict[int, str] = {}
        stored = self._staging.orders(ids)
        for each in stored:
            draft = each.draft()
            change(each, draft)
            if (text := encode_draft(draft)) != each.text:
                texts[each.id] = text
        olds = [each for each in stored if each.id in texts]
        self._staging.steps.note_texts(step, [(each.id, each.text, texts[each.id]) for each in olds])
        self._write(olds, texts)
        return len(texts)

    def _write(self, olds: Sequence[StoredOrder], texts: Mapping[int, str]) -> None:
        orders = [
            (each.id, ImportedOrder(decode_draft(texts[each.id]), each.lines, each.notes)) for each in olds
        ]
        self._staging.change(self._checker.checked(orders), olds)

    def _stepped(self, name: str, changed: int, step: int) -> Changed:
        self._staging.steps.finish(step, changed)
        return Changed(changed, Sentence(name)) if changed else _NOTHING

    def _of_group(self, group: Group) -> Sequence[int]:
        return self._staging.ids(StagedQuery(group=group, included=True))

    def _stored(self, ids: Sequence[int]) -> Iterator[StoredOrder]:
        for chunk in _chunks(ids):
            yield from self._staging.orders(chunk)


def _of_group(stored: StoredOrder, group: Group) -> list[Finding]:
    return [
        finding
        for finding in stored.findings
        if (finding.code, group_field(finding.field), finding.severity.value) == group
    ]


def _check(what: FindText) -> None:
    if what.field:
        check_field(what.field)


def _looked_in(draft: OrderDraft, what: FindText) -> Iterator[tuple[str, str]]:
    return places(draft, what.field) if what.field else all_places(draft)


def _chunks(ids: Sequence[int]) -> Iterator[list[int]]:
    rest = iter(ids)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
