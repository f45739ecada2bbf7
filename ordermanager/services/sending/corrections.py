"""Corrections of what was sent: a new status for many orders, and asking the account to delete some.

The account deletes later, does not say when, and brings nothing back (yespo-api.md 3); nothing changes here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError, Sentence, WrongUse
from ordermanager.domain.summary import utc_text
from ordermanager.services.notices import Changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from ordermanager.domain.statuses import Status
    from ordermanager.services.accounts import AccountService
    from ordermanager.services.context import Context
    from ordermanager.store.history.deletions import DeletionRow, DeletionState
    from ordermanager.store.orders.query import OrderRow
    from ordermanager.store.records import AccountRecord

LONGEST = timedelta(hours=24)
"""Of one request (yespo-api.md 3: "range cannot exceed 24 hours")."""
MOST_REQUESTS = 1000
"""A period of years by mistake is not asked for day by day."""
_OLD = timedelta(days=31)
_PAGE = 500


@dataclass(frozen=True, slots=True)
class StatusPlan:
    """What a new status would raise: `orders` events of this status, and how many orders have it already, are in the
    outbox (and change there), can be reached by no message, or are dated more than a month ago."""

    event_name: str
    orders: int
    unchanged: int
    unreachable: int
    old: int


@dataclass(frozen=True, slots=True)
class DeletionPlan:
    """What would be asked: `requests`, about `orders` that were sent from here; `not_sent` are left out.

    `waiting` of the orders are in the outbox: sending brings them back. `accounts` are those that the orders went to
    and that are still in use; where it is one, that one is asked. `unknown` are IDs that nothing was sent under from
    here; they are asked for only where somebody said so.
    """

    requests: int
    orders: int
    not_sent: int = 0
    external_order_ids: tuple[str, ...] = ()
    period: tuple[str, str] | None = None
    waiting: int = 0
    accounts: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def account(self) -> str | None:
        """Whom to ask, if nobody says otherwise; None: the default account."""
        return self.accounts[0] if len(self.accounts) == 1 else None

    def as_json(self) -> dict[str, Any]:
        """For the command line."""
        return {
            "requests": self.requests,
            "orders_here": self.orders,
            "not_sent": self.not_sent,
            "in_outbox": self.waiting,
            "accounts": list(self.accounts),
            "unknown": list(self.unknown),
        }


@dataclass(frozen=True, slots=True)
class DeletionResult:
    """How many requests were taken, refused, or had no clear answer; `stopped`: why the rest was not asked."""

    asked: int
    refused: int
    unknown: int
    left: int
    stopped: Sentence | None = None
    problems: tuple[tuple[str, Sentence], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """For the command line."""
        return {
            "asked": self.asked,
            "refused": self.refused,
            "unknown": self.unknown,
            "left": self.left,
            "stopped": str(self.stopped) if self.stopped else None,
            "problems": [{"of": name, "message": str(why)} for name, why in self.problems],
        }


class CorrectionService:
    """Any thread; what asks the account is a network call."""

    def __init__(self, context: Context, accounts: AccountService) -> None:
        self._context = context
        self._workspace = context.workspace
        self._accounts = accounts

    # -- a new status

    def plan_status(self, order_ids: Sequence[int], status: Status) -> StatusPlan:
        """What setting this status for these orders, and queueing them, would raise."""
        old_before = utc_text(self._context.now() - _OLD)
        orders = unchanged = unreachable = old = 0
        for row in self._rows(order_ids):
            if row.status == status:
                unchanged += 1
                continue
            orders += 1
            unreachable += not row.email and not row.phone
            old += bool(row.date) and row.date < old_before
        return StatusPlan(status.event_name, orders, unchanged, unreachable, old)

    # -- asking the account to delete

    def plan_orders(self, order_ids: Sequence[int]) -> DeletionPlan:
        """What asking for these orders would do, by the IDs that they were sent under; those that are not there for
        certain, since they were never sent or were refused, are left out."""
        wanted = tuple(dict.fromkeys(order_ids))
        found = self._workspace.deletions.sent_of(wanted)
        sent = [found[number] for number in wanted if number in found]
        names = tuple(dict.fromkeys(name for each in sent for name in each.external_order_ids))
        return DeletionPlan(
            len(names),
            len(sent),
            len(wanted) - len(sent),
            external_order_ids=names,
            waiting=sum(each.waits for each in sent),
            accounts=tuple(dict.fromkeys(name for each in sent for name in each.account_names)),
        )

    def plan_ids(self, external_order_ids: Sequence[str], *, unknown_too: bool = False) -> DeletionPlan:
        """What asking for orders by typed IDs would do. An ID of an order that is here stands for what that order was
        sent under; of one that is deleted here, for itself. IDs that nothing was sent under are `unknown`: another
        system may have sent them, or it is a slip; `unknown_too` asks for them as well."""
        wanted = list(dict.fromkeys(each.strip() for each in external_order_ids if each.strip()))
        here = self._workspace.orders.find_by_external_id(wanted)
        known = self.plan_orders([here[name].id for name in wanted if name in here])
        sent = self._workspace.deletions.sent_under(
            [name for name in wanted if name not in known.external_order_ids]
        )
        gone = [name for name in wanted if name in sent]
        unknown = tuple(
            name
            for name in wanted
            if name not in here and name not in sent and name not in known.external_order_ids
        )
        names = (*known.external_order_ids, *gone, *(unknown if unknown_too else ()))
        accounts = dict.fromkeys((*known.accounts, *(each for name in gone for each in sent[name])))
        return DeletionPlan(
            len(dict.fromkeys(names)),
            known.orders + len(gone),
            max(0, known.not_sent - sum(name in here for name in gone)),
            external_order_ids=tuple(dict.fromkeys(names)),
            waiting=known.waiting,
            accounts=tuple(accounts),
            unknown=unknown,
        )

    def plan_period(self, since: datetime, until: datetime, account_name: str | None = None) -> DeletionPlan:
        """What asking an account (None: the default one) for all orders dated from `since` until before `until` (both
        aware) would do. Raises WrongUse."""
        parts = list(_parts(since, until))
        begin, end = utc_text(since), utc_text(until)
        account = self._accounts.record(account_name)
        there = self._workspace.deletions.sent_between(begin, end, account.id)
        return DeletionPlan(len(parts), there, period=(begin, end))

    def delete(
        self,
        plan: DeletionPlan,
        account_name: str | None = None,
        on_progress: Callable[[int], None] | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> DeletionResult:
        """Ask for all of a plan, one request after another; each is written down before it leaves. `account_name`: None
        is the plan's own, else the default one.

        Raises KnownError where there is no account or key. A refusal of one order does not keep the others; a
        refused key, a server that is busy, or no network stops it.
        """
        from ordermanager.api.sync import HttpRunner

        account = self._accounts.record(account_name or plan.account)
        client, runner = self._accounts.client(account), HttpRunner()
        counts: Counter[str] = Counter()
        problems: list[tuple[str, Sentence]] = []
        stopped: Sentence | None = None
        requests = list(_requests(plan))
        for done, request in enumerate(requests):
            if is_cancelled() or stopped is not None:
                break
            deletion_id = self._begin(account, request)
            state, status, why, is_end = _ask(runner, client, request)
            self._workspace.deletions.finish(deletion_id, state, status, why)
            counts[state] += 1
            if why is not None:
                problems.append((request.name, why))
                stopped = why if is_end else None
            if on_progress is not None:
                on_progress(done + 1)
        self._context.publish(Changes(history=True))
        left = len(requests) - counts.total()
        return DeletionResult(
            counts["asked"], counts["refused"], counts["unknown"], left, stopped, tuple(problems)
        )

    def deletions(self, limit: int = 1000) -> list[DeletionRow]:
        """What was asked for, the newest first."""
        return self._workspace.deletions.list(limit)

    def _begin(self, account: AccountRecord, request: _Request) -> int:
        period = (
            None if request.period is None else (utc_text(request.period[0]), utc_text(request.period[1]))
        )
        return self._workspace.deletions.begin(
            account.id, self._context.now(), external_order_id=request.external_order_id, period=period
        )

    def _rows(self, order_ids: Sequence[int]) -> Iterator[OrderRow]:
        for begin in range(0, len(order_ids), _PAGE):
            yield from self._workspace.orders.rows(order_ids[begin : begin + _PAGE])


@dataclass(frozen=True, slots=True)
class _Request:
    """One order, or at most 24 hours."""

    external_order_id: str | None = None
    period: tuple[datetime, datetime] | None = None

    @property
    def name(self) -> str:
        if self.period is None:
            return self.external_order_id or ""
        return f"{utc_text(self.period[0])} – {utc_text(self.period[1])}"


def _requests(plan: DeletionPlan) -> Iterator[_Request]:
    from datetime import datetime

    if plan.period is not None:
        begin, end = (datetime.fromisoformat(text) for text in plan.period)
        yield from (_Request(period=part) for part in _parts(begin, end))
    else:
        yield from (_Request(external_order_id=name) for name in plan.external_order_ids)


def _parts(since: datetime, until: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The period in pieces of at most 24 hours, in UTC. Raises WrongUse: the wrong way round, or years."""
    begin, end = (moment.astimezone(UTC).replace(microsecond=0) for moment in (since, until))
    if begin >= end:
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "The beginning must be before the end."))
    if end - begin > LONGEST * MOST_REQUESTS:
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "At most {days} days can be asked for at once."), days=MOST_REQUESTS
        )
    while begin < end:
        step = min(begin + LONGEST, end)
        yield begin, step
        begin = step


def _ask(
    runner: Any, client: Any, request: _Request
) -> tuple[DeletionState, int | None, Sentence | None, bool]:
    """What became of a request: its state, HTTP status, why not, and whether the rest need not be tried."""
    from ordermanager.api.answers import AnswerKind
    from ordermanager.api.deletion import delete_order, delete_range
    from ordermanager.api.problems import ApiProblem

    try:
        if request.period is not None:
            runner.run(delete_range(client, *request.period))
        else:
            runner.run(delete_order(client, request.external_order_id or ""))
    except ApiProblem as problem:
        unclear = problem.answer_kind in (
            AnswerKind.AMBIGUOUS,
            AnswerKind.SERVER_ERROR,
            AnswerKind.NOT_THE_API,
        )
        is_of_this_one = problem.answer_kind is AnswerKind.BAD_REQUEST
        return ("unknown" if unclear else "refused"), problem.status, problem.sentence, not is_of_this_one
    except KnownError as error:
        return "refused", None, error.sentence, True
    return "asked", 200, None, False
