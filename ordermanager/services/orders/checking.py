"""All orders checked again, as many as there are: after a change of the rules, or of the program."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from ordermanager.domain.states import State
from ordermanager.services.notices import Changes
from ordermanager.services.orders.checked_blocks import CheckedBlocks, ToCheck
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.times import to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.services.context import Context
    from ordermanager.store.orders.records import OrderRecord

_CHUNK = 200
"""Orders between two looks whether to go on: some hundredths of a second."""
_OF_IMPORTS = "import."


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
        self._orders = context.workspace.orders
        self._now = to_text(context.now())
        self._checks = CheckedBlocks(context)
        self.changed = self.now_errors = self.no_longer = self.with_errors = 0

    def check(self, ids: Sequence[int]) -> None:
        """Check these orders and keep what differs."""
        records = [record for record in self._orders.get_many(ids) if not record.row.deleted_at]
        found = self._checks.check([ToCheck(each, each.draft, _of_import(each)) for each in records])
        self._checks.add_others(found)
        what = self._orders.keep_checked(found, self._now)
        self.changed += what.changed
        self.now_errors += what.now_errors
        self.no_longer += what.no_longer
        self.with_errors += sum(
            1
            for record, ready in zip(records, found, strict=True)
            if ready.state is State.DRAFT and record.state in (State.DRAFT, State.READY)
        )


def _of_import(record: OrderRecord) -> tuple[Finding, ...]:
    """What the import saw in the file: the text is still the same."""
    return tuple(each for each in record.findings if each.code.startswith(_OF_IMPORTS))
