"""`history`: what was sent, what the server answered, and the event that it raised."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ordermanager.cli.corrections import deletions
from ordermanager.cli.output import Raw
from ordermanager.cli.times import local_times
from ordermanager.domain.identity import email_key, phone_key
from ordermanager.domain.summary import utc_text
from ordermanager.store import EventFilters, EventQuery

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from ordermanager.cli.output import Output
    from ordermanager.services.app import Services
    from ordermanager.services.results import HistoryLine


def history(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`history [ID]`, as filtered; or `history --deletions`."""
    if args.deletions:
        return deletions(services, args, output)
    lines = services.history.lines(args.order, args.limit, event_query(services, args))
    if output.as_json:
        for line in lines:
            output.document(line.as_json() | {"reason": line.reason, "order": Raw(line.order_text)})
        return 0
    local = local_times(services)
    shown, told = [], []
    for line in lines:
        shown.append(_row(line, local(line.at)))
        if args.order:
            told.append(_event(line, local(line.at)))
    output.table(("at", "order", "revision", "state", "event", "contact", "HTTP"), shown)
    for text in told:
        output.text("", *text)
    return 0


def _row(line: HistoryLine, at: str) -> tuple[str, ...]:
    status = line.attempts[-1].http_status if line.attempts else None
    sent = line.contact
    contact = sent.get("email") or sent.get("phone") or sent.get("externalCustomerId") or ""
    revision = f"r{line.revision}"
    return at, line.event_key, revision, line.state.value, line.event or "", str(contact), str(status or "")


def _event(line: HistoryLine, at: str) -> list[str]:
    """One event with its variables, as the window shows it."""
    text = [f"r{line.revision}, {at}: {line.event or 'no event is known to have been raised'}"]
    if line.reason:
        text.append(f"  {line.reason}")
    text += [f"  {each.name}: {each.value or each.note}" for each in line.params]
    return text


def event_query(services: Services, args: argparse.Namespace) -> EventQuery:
    """What the filters of `history` and `export history` ask for; days are those of the workspace's time zone."""
    settings = services.settings.get()
    zone = ZoneInfo(settings.timezone)

    def midnight(day: date | None, later: int = 0) -> str:
        if day is None:
            return ""
        return utc_text(datetime.combine(day + timedelta(days=later), time(), zone))

    return EventQuery(
        search=args.search,
        filters=EventFilters(
            kinds=frozenset(args.kinds),
            statuses=frozenset(args.events),
            account=args.account,
            begin=midnight(args.since),
            end=midnight(args.until, 1),
            batch_id=args.batch,
            run_id=args.run,
            person=(
                args.customer.strip(),
                email_key(args.email) or args.email,
                phone_key(args.phone, settings.region) or args.phone,
            ),
        ),
    )
