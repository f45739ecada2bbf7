"""All orders checked again, as many as there are: after a change of the rules, or of the program."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from ordermanager.domain.checks import check_draft, in_form_order
from ordermanager.domain.findings import Severity
from ordermanager.domain.identity import (
    Identity,
    conflict_findings,
    duplicate_finding,
    forgotten_finding,
    identity_of,
)
from ordermanager.domain.states import State
from ordermanager.domain.summary import summarise
from ordermanager.services.forgotten import ForgottenPeople
from ordermanager.services.notices import Changes
from ordermanager.store import CheckedAgain, OrderQuery, to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from ordermanager.domain.checked import Checked
    from ordermanager.domain.findings import Finding
    from ordermanager.domain.rules import CheckRules
    from ordermanager.services.context import Context
    from ordermanager.store import OrderRecord

_CHUNK = 200
"""Orders between two looks whether to go on: some hundredths of a second."""
_REMEMBERED = 20_000
"""So many customer ids, e-mails and phones are remembered at once, with who has them."""
_OF_IMPORTS = "import."

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """`changed`: how many look otherwise now; of these `now_with_errors` had none before, `no_longer` had some.
    `with_errors`: how many of those that are not sent have errors. `stopped`: before all were checked."""

    total: int
    checked: int
    changed: int
    now_with_errors: int
    no_longer: int
    with_errors: int
    seconds: float
    stopped: bool

    def as_json(self) -> dict[str, Any]:
        """For the command line."""
        return asdict(self) | {"seconds": round(self.seconds, 3)}


class CheckService:
    """Any thread; a million orders take minutes, in the memory of a few hundred."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def check_again(
        self,
        order_ids: Collection[int] | None = None,
        on_progress: Callable[[int, int], None] | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> CheckResult:
        """Check these orders (None: all) by today's rules and keep what is found; their texts stay.

        `on_progress` is told how many of how many are done. What is found by the time it is cancelled is kept.
        """
        begin = time.monotonic()
        orders = self._context.workspace.orders
        all_orders = OrderQuery(sort="created", descending=False)
        wanted: Sequence[int] = orders.ids(all_orders) if order_ids is None else list(order_ids)
        work = _Work(self._context)
        done = 0
        while done < len(wanted) and not is_cancelled():
            chunk = wanted[done : done + _CHUNK]
            work.check(chunk)
            done += len(chunk)
            if on_progress is not None:
                on_progress(done, len(wanted))
        if work.changed:
            self._context.publish(Changes(orders=True))
        return CheckResult(
            total=len(wanted),
            checked=done,
            changed=work.changed,
            now_with_errors=work.now_errors,
            no_longer=work.no_longer,
            with_errors=work.with_errors,
            seconds=time.monotonic() - begin,
            stopped=done < len(wanted),
        )


class _Work:
    """One pass over orders, and what it found."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._now = context.now()
        self._forgotten = ForgottenPeople(context.workspace)
        self._known: dict[Key, set[Identity]] = {}
        self.changed = self.now_errors = self.no_longer = self.with_errors = 0

    def check(self, ids: Sequence[int]) -> None:
        """Check these orders and keep what differs."""
        workspace = self._context.workspace
        rules_for = self._context.rules_for(ids)
        found = []
        for record in workspace.orders.get_many(ids):
            if not record.row.deleted_at:
                rules = rules_for(record.id)
                found.append((record, check_draft(record.draft, rules, self._now), rules))
        self._learn([identity_of(checked.readable) for _, checked, _ in found])
        twice = workspace.orders.ids_given_twice(
            {name for record, *_ in found if (name := record.draft.get("externalOrderId"))}
        )
        items = [self._item(record, checked, rules, twice) for record, checked, rules in found]
        what = workspace.orders.keep_checked(items, to_text(self._now))
        self.changed += what.changed
        self.now_errors += what.now_errors
        self.no_longer += what.no_longer
        self.with_errors += sum(
            1
            for (record, *_), item in zip(found, items, strict=True)
            if item.summary.errors and record.state in (State.DRAFT, State.READY)
        )

    def _item(
        self, record: OrderRecord, checked: Checked, rules: CheckRules, twice: Collection[str]
    ) -> CheckedAgain:
        more = self._from_others(record, checked, twice)
        if more:
            has_errors = checked.has_errors or any(each.severity is Severity.ERROR for each in more)
            checked = replace(
                checked, findings=in_form_order((*checked.findings, *more)), has_errors=has_errors
            )
        row = record.row
        return CheckedAgain(
            order_id=record.id,
            draft_hash=record.draft_hash,
            summary=summarise(record.draft, checked, rules),
            findings=checked.findings,
            state=State.DRAFT if checked.has_errors else State.READY,
            attention=checked.has_errors and (row.origin != "hand" or row.attention),
        )

    def _from_others(self, record: OrderRecord, checked: Checked, twice: Collection[str]) -> list[Finding]:
        """What the other orders say, and what the import saw in the file: the text is still the same."""
        more = [each for each in record.findings if each.code.startswith(_OF_IMPORTS)]
        mine = identity_of(checked.readable)
        if mine:
            others = {other for key in mine.given() for other in self._known.get(key, ())} - {mine}
            more += conflict_findings(mine, sorted(others))
            if self._forgotten.knows(mine):
                more.append(forgotten_finding(mine))
        name = record.draft.get("externalOrderId")
        if name in twice:
            more.append(duplicate_finding(name))
        return more

    def _learn(self, identities: Sequence[Identity]) -> None:
        """Look up who else has these customer ids, e-mails and phones, each once as long as it is remembered."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        new = {key for identity in identities for key in identity.given() if key not in self._known}
        if not new:
            return
        for key in new:
            self._known[key] = set()
        asked = [Identity(**{name: value}) for name, value in sorted(new)]
        for other in self._context.workspace.orders.identities_many(asked):
            for key in other.given():
                if key in new:
                    self._known[key].add(other)
