"""`history`: what was sent, what the server answered, and the event that it raised."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import PurePath
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ordermanager.cli.comparing import compare
from ordermanager.cli.corrections import deletions
from ordermanager.cli.output import Raw
from ordermanager.cli.times import local_times
from ordermanager.domain.history.timeline_titles import TITLES
from ordermanager.domain.people.identity import email_key, phone_key
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.domain.states import State
from ordermanager.domain.summary import utc_text
from ordermanager.store.history.query import EventFilters, EventQuery

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from datetime import date

    from ordermanager.cli.output import Output
    from ordermanager.domain.people.masking import Masker
    from ordermanager.services.app import Services
    from ordermanager.services.results import HistoryLine
    from ordermanager.store.history.records import TimelineEntry


def history(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`history [ID]`, as filtered; or `history --deletions`."""
    if args.deletions:
        return deletions(services, args, output)
    if args.story:
        return _story(services, args, output)
    if args.compare:
        return compare(services, args, output)
    if args.curl:
        return _curl(services, args, output)
    lines = services.history.lines(args.order, args.limit, event_query(services, args))
    if args.masked:
        lines = (_masked(line, services.masker) for line in lines)
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
    output.table(("at", "order", "revision", "result", "event", "contact", "HTTP"), shown)
    for text in told:
        output.text("", *text)
    return 0


def _curl(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`history ID --curl`: the request with the order as it was sent last, the key to be taken from YESPO_API_KEY."""
    if not args.order:
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "Name the order whose request is wanted."))
    ids = services.history.event_ids(EventQuery(external_order_id=args.order, limit=1))
    if not ids:
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "Nothing was sent as {ids}."), ids=args.order)
    (row,) = services.history.event_rows(ids)
    mask = services.masker.json if args.masked else str
    command = services.proofs.curl(row.batch_id, row.revision_id, mask=mask)
    output.document({"revision": row.revision_number, "curl": command})
    output.command(command)
    return 0


def _story(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`history ID --story`: why a message came or not, and the time line, oldest first."""
    if not args.order:
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "Name the order whose story is wanted."))
    order_id = _order_of(services, args.order)
    mask = services.masker.text if args.masked else str
    if args.masked:
        entries = services.stories.masked_timeline(order_id, services.masker)
    else:
        entries = tuple(services.history.timeline(order_id))
    why = [mask(str(sentence)) for sentence in services.explanations.of_order(order_id).sentences]
    local = local_times(services)
    output.document(
        {
            "externalOrderId": args.order,
            "explanation": why,
            "timeline": [_entry_document(entry, mask) for entry in entries],
        }
    )
    output.text(" ".join(why), "", *(f"{local(each.at)}, {_entry_words(each, mask)}" for each in entries))
    return 0


def _order_of(services: Services, external_order_id: str) -> int:
    """Of several with one ID, the newest. Raises WrongUse."""
    return max(services.orders.find([external_order_id]))


def _changes(entry: TimelineEntry) -> list[tuple[str, str, str]]:
    """Each field that was changed with its text before and after; both empty where they were not kept."""
    values = entry.values or (("", ""),) * len(entry.fields)
    return [(name, old, new) for name, (old, new) in zip(entry.fields, values, strict=False)]


def _entry_document(entry: TimelineEntry, mask: Callable[[str], str]) -> dict[str, object]:
    changed = [{"field": name, "old": old or None, "new": new or None} for name, old, new in _changes(entry)]
    given: dict[str, object] = {
        "at": entry.at,
        "what": entry.kind,
        "by": entry.by,
        "revision": entry.revision_number,
        "batch": entry.batch_id,
        "account": entry.account_name,
        "event": entry.event_name,
        "http_status": entry.http_status,
        "reason": mask(str(entry.reason or entry.error)),
        "source": mask(entry.source),
        "changed": changed,
    }
    return {name: value for name, value in given.items() if value}


def _entry_words(entry: TimelineEntry, mask: Callable[[str], str]) -> str:
    title = TITLES.get(entry.kind, entry.kind)
    parts = [
        title.format(number=entry.revision_number, account=entry.account_name or "the account"),
        PurePath(entry.source.replace("\\", "/")).name,
        f"event {entry.event_name}" if entry.event_name else "",
        f"answer {entry.http_status}" if entry.http_status is not None else "",
        *(
            f"{name} {old or '(empty)'} → {new or '(empty)'}" if old or new else name
            for name, old, new in _changes(entry)
        ),
        str(entry.reason or entry.error),
    ]
    return ", ".join(" ".join(mask(part).split()) for part in parts if part)


_KINDS = {"email": "email", "phone": "phone", "externalCustomerId": "customer", "name": "name"}
"""What stands under the keys of a line's contact; the number at Yespo names nobody."""


def _masked(line: HistoryLine, masker: Masker) -> HistoryLine:
    """The same with everybody masked; the order first, since it says who is meant."""
    order = masker.json(line.order_text)
    contact = {
        key: masker.mask(_KINDS[key], str(value)) if key in _KINDS else value
        for key, value in line.contact.items()
    }
    return replace(
        line,
        order_text=order,
        contact=contact,
        params=tuple(replace(each, value=masker.field(each.name, each.value)) for each in line.params),
        attempts=tuple(
            replace(each, answer=None if each.answer is None else masker.json(each.answer))
            for each in line.attempts
        ),
        reason=None if line.reason is None else masker.text(line.reason),
    )


def _row(line: HistoryLine, at: str) -> tuple[str, ...]:
    status = line.attempts[-1].http_status if line.attempts else None
    sent = line.contact
    contact = sent.get("email") or sent.get("phone") or sent.get("externalCustomerId") or ""
    revision = f"r{line.revision}"
    return at, line.event_key, revision, line.result, line.event or "", str(contact), str(status or "")


def _no_event(line: HistoryLine) -> str:
    """An order that is accepted creates an event; those that the answer names were not added (yespo-api.md 2.4, 4.1
    [DOC S2])."""
    if line.state is State.REJECTED:
        return "no event was raised: Yespo refused the order"
    return "an event may have been raised: no answer proves it"


def _event(line: HistoryLine, at: str) -> list[str]:
    """One event with its variables, as the window shows it."""
    by_hand = " – marked as accepted by hand, no answer proves it" if line.result == "assumed" else ""
    text = [f"r{line.revision}, {at}: {line.event or _no_event(line)}{by_hand}"]
    if line.reason:
        text.append(f"  {line.reason}")
    text += [f"  {each.name}: {each.value or each.note}" for each in line.params]
    return text


def event_query(services: Services, args: argparse.Namespace) -> EventQuery:
    """What the filters of `history` and `export history` ask for; days are those of the workspace's time zone. Raises
    WrongUse for what nothing can be found by: it must not look as if nothing had been sent."""
    settings = services.settings.get()
    zone = ZoneInfo(settings.timezone)
    for names, low, high in (
        ("--since --until", args.since, args.until),
        ("--least --most", args.least, args.most),
    ):
        if low is not None and high is not None and low > high:
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "{low} … {high} of {options} is no range."),
                low=str(low),
                high=str(high),
                options=names,
            )

    def midnight(day: date | None, later: int = 0) -> str:
        if day is None:
            return ""
        return utc_text(datetime.combine(day + timedelta(days=later), time(), zone))

    return EventQuery(
        search=args.search,
        filters=EventFilters(
            kinds=frozenset(args.kinds),
            statuses=frozenset(args.events),
            account=services.accounts.name_in_history(args.account) if args.account else "",
            begin=midnight(args.since),
            end=midnight(args.until, 1),
            batch_id=args.batch,
            run_id=args.run,
            least=args.least,
            most=args.most,
            currencies=frozenset(code.upper() for code in args.currency),
            import_id=args.import_id,
            person=(
                args.customer.strip(),
                _readable(args.email, email_key(args.email)),
                _readable(args.phone, phone_key(args.phone, settings.region)),
            ),
        ),
    )


def _readable(text: str, key: str) -> str:
    """The key of an e-mail address or phone that was named."""
    if text and not key:
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "“{value}” is not an e-mail address, phone number or customer ID."),
            value=text,
        )
    return key
