"""Sending at a time of the user's choice: one plan per workspace, kept on disk until it is carried out or cancelled."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.domain.statuses import Status
from ordermanager.services.notices import Changes
from ordermanager.services.results import Agreement
from ordermanager.store.times import from_text, to_text

if TYPE_CHECKING:
    from collections.abc import Collection

    from ordermanager.services.context import Context

_KEY = "send_plan"
LATE = timedelta(minutes=5)
"""A plan that is overdue by more than this was missed (the program or the computer was off): a person decides then."""

_NOTHING_DELICATE = Agreement()
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class SendPlan:
    """Send at this moment (aware, UTC): all that waits, or only orders with one of `statuses`. `agreed`: what the
    person who planned it was told and said yes to, so that nobody is asked then unless it has become more, or the
    default account is not `account` any more (empty: there was none)."""

    at: datetime
    statuses: tuple[Status, ...] = ()
    agreed: Agreement = _NOTHING_DELICATE
    account: str = ""


class ScheduleService:
    """Any thread."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._store = context.workspace.settings

    def now(self) -> datetime:
        """The wall clock that plans are carried out by."""
        return self._context.now()

    def plan(self) -> SendPlan | None:
        """What is planned."""
        return _readable(self._store.get(_KEY))

    def set(
        self, at: datetime, statuses: Collection[Status] = (), agreed: Agreement | None = None
    ) -> SendPlan:
        """Plan it, in place of what was planned before. Raises WrongUse for a moment that is over."""
        if at <= self._context.now():
            raise _over()
        chosen = tuple(status for status in Status if status in statuses)
        account = self._context.workspace.accounts.default()
        name = "" if account is None else account.name
        plan = SendPlan(at, chosen, agreed or _NOTHING_DELICATE, name)
        self._store.put(
            _KEY,
            {
                "at": to_text(at),
                "statuses": [status.value for status in chosen],
                "agreed": asdict(plan.agreed),
                "account": name,
            },
        )
        self._context.publish(Changes(outbox=True))
        return plan

    def cancel(self) -> None:
        """Forget the plan; harmless where there is none."""
        self._store.put(_KEY, None)
        self._context.publish(Changes(outbox=True))

    def is_missed(self, plan: SendPlan) -> bool:
        """Whether its moment went by while nobody could carry it out."""
        return self._context.now() - plan.at > LATE

    def take_due(self) -> SendPlan | None:
        """The plan if its moment has come and was not missed; it is taken away, so that only one program carries it
        out.
        """
        with self._context.workspace.write():
            plan = self.plan()
            if plan is None or plan.at > self._context.now() or self.is_missed(plan):
                return None
            self._store.put(_KEY, None)
        self._context.publish(Changes(outbox=True))
        return plan

    def moment(self, text: str) -> datetime:
        """The next moment with this time of day (`9:00`, `09:00`) in the workspace's time zone, or a date and time in
        ISO form. Raises WrongUse, also for one that is long over.
        """
        zone = ZoneInfo(self._context.settings.get().timezone)
        now = self._context.now().astimezone(zone)
        if clock := _CLOCK.fullmatch(text.strip()):
            today = now.replace(hour=int(clock[1]), minute=int(clock[2]), second=0, microsecond=0)
            return today if today > now else today + timedelta(days=1)
        try:
            moment = datetime.fromisoformat(text.strip())
        except ValueError as error:
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "“{value}” is not a time. Write 09:00 or 2026-12-24 09:00."),
                value=text,
            ) from error
        moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        if now - moment > LATE:
            raise _over()
        return moment


def _over() -> WrongUse:
    return WrongUse(QT_TRANSLATE_NOOP("Sentence", "This time is over. Choose a later one, or send now."))


def _readable(stored: object) -> SendPlan | None:
    """What another version wrote and makes no sense here is no plan."""
    if not isinstance(stored, dict):
        return None
    try:
        at = from_text(str(stored["at"]))
        agreed = stored.get("agreed", {})
        return SendPlan(
            at,
            tuple(Status(status) for status in stored["statuses"]),
            Agreement(**{name: int(number) for name, number in agreed.items()}),
            str(stored.get("account", "")),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
