"""Find and replace, and item links by a pattern, in orders of the workspace; each can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordermanager.importing.mapping.templates import Template
from ordermanager.services.imports.review_results import FieldChange, FoundTexts
from ordermanager.services.orders.draft_paths import all_places, check_field, get_text, places, set_text
from ordermanager.services.orders.text_replacing import replacer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ordermanager.domain.draft import OrderDraft
    from ordermanager.services.imports.review_results import FindText
    from ordermanager.services.orders.orders import OrderService

    Changes = Callable[[OrderDraft], Iterable[FieldChange]]
    """What is to become of the texts of one order."""

_SAMPLES = 100
_LOOK_EVERY = 500


@dataclass(frozen=True, slots=True)
class TextChanges:
    """What was changed: for each order its texts before and after."""

    orders: tuple[tuple[int, tuple[FieldChange, ...]], ...]


class TextChangeService:
    """Any thread; for many orders it takes a while."""

    def __init__(self, orders: OrderService) -> None:
        self._orders = orders

    def find(
        self, order_ids: Sequence[int], what: FindText, cancel: Callable[[], bool] | None = None
    ) -> FoundTexts | None:
        """What `replace` would change; None where it was cancelled. Raises WrongUse where nothing is looked for."""
        changes_of = _replaced(what)
        orders = texts = 0
        samples: list[tuple[int, FieldChange]] = []
        for number, (order_id, draft) in enumerate(self._orders.drafts(order_ids)):
            if cancel and number % _LOOK_EVERY == 0 and cancel():
                return None
            changes = list(changes_of(draft))
            orders += bool(changes)
            texts += len(changes)
            samples += [(order_id, change) for change in changes[: _SAMPLES - len(samples)]]
        return FoundTexts(orders, texts, tuple(samples))

    def replace(
        self,
        order_ids: Sequence[int],
        what: FindText,
        on_progress: Callable[[int], None] | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> TextChanges:
        """Replace in these orders. Raises WrongUse where nothing is looked for."""
        return self._change(order_ids, _replaced(what), on_progress, is_cancelled)

    def fill_items(
        self,
        order_ids: Sequence[int],
        field: str,
        pattern: str,
        on_progress: Callable[[int], None] | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> TextChanges:
        """Write `pattern` into a field of every item: `https://shop.example/p/{externalItemId}`.

        An item that lacks what the pattern names stays as it is. Raises WrongUse for a pattern that names what is no
        field of an item or order.
        """
        check_field(field)
        template = Template(field, pattern, ())

        def changes_of(draft: OrderDraft) -> Iterator[FieldChange]:
            for (path, old), item in zip(places(draft, field), _filled_items(draft), strict=True):
                new = template.fill(draft.fields, item, ())
                if new and new != old:
                    yield FieldChange(path, old, new)

        return self._change(order_ids, changes_of, on_progress, is_cancelled)

    def turn(self, changes: TextChanges, *, back: bool) -> int:
        """Take the changes back, or make them again, wherever a text is still as they left it. Returns how many orders
        that were."""
        wanted = dict(changes.orders)

        def write(order_id: int, draft: OrderDraft) -> bool:
            found = False
            for each in wanted[order_id]:
                expected, new = (each.new, each.old) if back else (each.old, each.new)
                if _is_there(draft, each.field) and get_text(draft, each.field) == expected:
                    set_text(draft, each.field, new)
                    found = True
            return found

        return len(self._orders.change_drafts(list(wanted), write))

    def _change(
        self,
        order_ids: Sequence[int],
        changes_of: Changes,
        on_progress: Callable[[int], None] | None,
        is_cancelled: Callable[[], bool],
    ) -> TextChanges:
        made: list[tuple[int, tuple[FieldChange, ...]]] = []

        def write(order_id: int, draft: OrderDraft) -> bool:
            changes = tuple(changes_of(draft))
            for each in changes:
                set_text(draft, each.field, each.new)
            if changes:
                made.append((order_id, changes))
            return bool(changes)

        self._orders.change_drafts(order_ids, write, on_progress, is_cancelled)
        return TextChanges(tuple(made))


def _replaced(what: FindText) -> Changes:
    if what.field:
        check_field(what.field)
    replaced = replacer(what)

    def changes_of(draft: OrderDraft) -> Iterator[FieldChange]:
        for path, text in list(places(draft, what.field) if what.field else all_places(draft)):
            if (new := replaced(text)) != text:
                yield FieldChange(path, text, new)

    return changes_of


def _filled_items(draft: OrderDraft) -> list[dict[str, str]]:
    """Those that `places` names."""
    return [item for item in draft.items if any(map(str.strip, item.values()))]


def _is_there(draft: OrderDraft, path: str) -> bool:
    """Whether the item that a path names is still there."""
    return not path.startswith("items[") or int(path[6 : path.index("]")]) < len(draft.items)
