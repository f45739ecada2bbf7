"""The commands that only look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ordermanager.cli.history import event_query
from ordermanager.cli.output import Raw, counted, json_text
from ordermanager.cli.times import local_times
from ordermanager.domain.people.contact_matching import MatchKind
from ordermanager.domain.people.contacts import contact_to_json
from ordermanager.domain.people.identity import Identity, email_key, phone_key
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError, WrongUse
from ordermanager.domain.values.money import plain
from ordermanager.services.files.export import Watch
from ordermanager.store.orders.query import OrderQuery

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from ordermanager.cli.output import Output
    from ordermanager.services.app import Services
    from ordermanager.services.people.contact_results import ContactPreview, ContactTotals, LocalOrder
    from ordermanager.services.results import ExportResult, OrderLine


def imports(services: Services, _: argparse.Namespace, output: Output) -> int:
    """`imports`."""
    local = local_times(services)
    records = services.importing.list()
    for record in records:
        output.document(
            {
                "id": record.id,
                "file": record.source,
                "layout": record.layout or None,
                "started_at": record.started_at,
                "finished_at": record.finished_at or None,
                "undone_at": record.undone_at or None,
                "size": record.details.get("size"),
                "sha256": record.details.get("sha256") or None,
                "items_file": record.details.get("items_file"),
                **record.counts,
            }
        )
    output.table(
        ("id", "at", "file", "orders", "with problems", ""),
        [
            (
                str(record.id),
                local(record.started_at),
                record.source,
                str(record.counts.get("orders", "")),
                str(record.counts.get("with_problems", "")),
                "taken back" if record.undone_at else "" if record.finished_at else "not finished",
            )
            for record in records
        ],
    )
    return 0


def orders(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`orders`."""
    query = OrderQuery(
        state=args.state,
        status=args.status.value if args.status else None,
        search=args.search,
        limit=args.limit,
        sort="created",
        descending=False,
    )
    if output.as_json:
        for line in services.orders.lines(query):
            output.document(_order_document(line))
        return 0
    rows = services.orders.rows(services.orders.list_ids(query))
    local = local_times(services)
    output.table(
        ("order", "state", "status", "date", "total", "customer", "problems"),
        [
            (
                row.external_order_id,
                row.state.value,
                row.status,
                local(row.date),
                f"{plain(row.total)} {row.currency}" if row.total is not None else "",
                row.name or row.email or row.phone,
                f"{row.errors} errors" if row.errors else "",
            )
            for row in rows
        ],
    )
    return 0


def _order_document(line: OrderLine) -> dict[str, Any]:
    shown = line.as_json()
    total = line.total_entered or None if line.row.total is None else Raw(plain(line.row.total))
    before = ("externalOrderId", "state", "status", "date")
    return (
        {name: shown.pop(name) for name in before}
        | {"totalCost": total}
        | shown
        | {"order": Raw(line.order_text)}
    )


def contact(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`contact`: asks the account; where that fails, what is known here, a card of before among it, is shown."""
    known, ask = _ways_to_know(services, args)
    code = 0
    if args.offline:
        found = known()
    else:
        try:
            found = ask()
        except KnownError as error:
            if args.account and isinstance(error, WrongUse):  # there is no such account
                raise
            output.note(error)
            code = error.exit_code
            found = known()
    card = contact_to_json(found.card) if found.card else None
    local = local_times(services)
    output.document(
        {
            "card": card,
            "reason": str(found.reason),
            "conflicts": list(map(str, found.conflicts)),
            "reachable": {"email": found.reachable_email, "sms": found.reachable_phone},
            "source": found.source,
            "fetched_at": found.fetched_at,
            "days_old": found.days_old,
            "totals": _totals(found.totals),
            "orders": list(map(_local, found.orders)),
        }
    )
    output.text(*(f"{name}: {_words(value)}" for name, value in (card or {}).items()))
    if found.source == "cache":
        output.text(f"As the account said it on {local(found.fetched_at or '')}, {_ago(found.days_old)}.")
    if found.source == "local":
        output.text("From what this workspace knows; the account was not asked.")
    output.text(str(found.reason), *map(str, found.conflicts), _reach(found), _ordered(found.totals, local))
    output.table(
        ("order", "state", "status", "date"),
        [(one.external_order_id, one.state.value, one.status, local(one.date)) for one in found.orders],
    )
    return code


def _ways_to_know(
    services: Services, args: argparse.Namespace
) -> tuple[Callable[[], ContactPreview], Callable[[], ContactPreview]]:
    """From what is known here, and by asking the account: about an order, or about a person."""
    contacts = services.contacts
    if args.order:
        if args.account:
            raise WrongUse(
                QT_TRANSLATE_NOOP(
                    "Sentence", "An order is asked for at the account that it went to, or will go to."
                )
            )
        order = max(services.orders.find([args.order]))
        return partial(contacts.preview, order), partial(contacts.refresh, order)
    identity = identity_of(services, args)
    return (
        partial(contacts.preview_of, identity, args.account),
        partial(contacts.look_up, identity, args.account),
    )


def _reach(found: ContactPreview) -> str:
    said = []
    for way, is_reached, address in (
        ("E-mail", found.reachable_email, found.known.email),
        ("SMS", found.reachable_phone, found.known.phone),
    ):
        if found.source == "local" and found.kind is not MatchKind.NONE:
            where = f"{address}, as far as is known here" if is_reached else "no address is known here"
        else:
            where = "can be reached" if is_reached else "cannot be reached"
        said.append(f"{way}: {where}.")
    return " ".join(said)


def _ordered(totals: ContactTotals, local: Callable[[str], str]) -> str:
    """What they have ordered here, in a line."""
    parts = [f"{counted(totals.orders, 'order')} here"]
    if totals.sales:
        amounts = " + ".join(f"{plain(amount)} {currency}" for currency, amount in totals.amounts)
        parts.append(f"{totals.sales} delivered: {amounts}")
        if totals.average is not None:
            parts.append(f"average check {plain(totals.average)} {totals.amounts[0][0]}")
    if totals.last_date:
        parts.append(f"last order {local(totals.last_date)}")
    return ", ".join(parts) + "."


def _totals(totals: ContactTotals) -> Raw:
    """Of the orders here: amounts by currency, the average of the one with most sales."""
    amounts = {currency: Raw(plain(amount)) for currency, amount in totals.amounts}
    return Raw(
        json_text(
            {
                "orders": totals.orders,
                "delivered": totals.sales,
                "amounts": Raw(json_text(amounts)),
                "average": None if totals.average is None else Raw(plain(totals.average)),
                "last_date": totals.last_date or None,
            }
        )
    )


def _ago(days: int) -> str:
    return f"{counted(days, 'day')} ago" if days else "today"


def _words(value: Any) -> str:
    """A value of the card in one line: `email ivan@shop.com.ua, sms 380671234567`."""
    if isinstance(value, dict):
        return " ".join(_words(each) for each in value.values())
    if isinstance(value, list):
        return ", ".join(map(_words, value))
    return str(value)


def identity_of(services: Services, args: argparse.Namespace) -> Identity:
    """Who was named by --customer, --email and --phone. Raises WrongUse where none of them can be read."""
    region = services.settings.get().region
    identity = Identity(
        external_customer_id=(args.customer or "").strip(),
        email=email_key(args.email or ""),
        phone=phone_key(args.phone or "", region),
    )
    if not identity:
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "“{value}” is not an e-mail address, phone number or customer ID."),
            value=args.email or args.phone or args.customer or "",
        )
    return identity


def _local(one: LocalOrder) -> dict[str, Any]:
    return {
        "externalOrderId": one.external_order_id,
        "state": one.state.value,
        "status": one.status or None,
        "date": one.date or None,
    }


def export(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`export (orders | history | rejected) FILE`."""
    watch = Watch(lambda count: output.progress(f"{count} written"))
    done = _write(services, args, watch)
    output.end_progress()
    output.document({"file": str(done.path), "rows": done.rows, **({"cut": done.cut} if done.cut else {})})
    output.text(f"Wrote {counted(done.rows, 'row')} to {done.path}.")
    if done.cut:
        output.note(
            f"{counted(done.cut, 'order')} longer than an Excel cell can be: cut there; a .csv file has them whole."
        )
    return 0


_OF_HISTORY = {
    "kinds": "--result",
    "events": "--event",
    "account": "--account",
    "since": "--since",
    "until": "--until",
    "least": "--least",
    "most": "--most",
    "currency": "--currency",
    "import_id": "--import",
    "batch": "--batch",
    "run": "--run",
    "customer": "--customer",
    "email": "--email",
    "phone": "--phone",
}
_OF_ORDERS = {"state": "--state", "status": "--status"}
_FILTERS_ELSEWHERE = {
    "orders": _OF_HISTORY,
    "history": _OF_ORDERS,
    "rejected": {**_OF_HISTORY, **_OF_ORDERS, "search": "--search"},
}
"""What has no meaning for each kind of export, by the name of its argument."""


def _refuse_filters_of_others(args: argparse.Namespace) -> None:
    """Raises WrongUse for a filter that would be passed over: a file with everybody is not what was asked for."""
    for name, option in _FILTERS_ELSEWHERE[args.what].items():
        if getattr(args, name) not in (None, "", []):
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "{option} does not go with “export {what}”."),
                option=option,
                what=args.what,
            )


def _write(services: Services, args: argparse.Namespace, watch: Watch) -> ExportResult:
    _refuse_filters_of_others(args)
    if args.what == "history":
        return services.export.history(args.file, event_query(services, args), watch)
    if args.what == "rejected":
        return services.export.rejected(args.file)
    query = OrderQuery(
        state=args.state,
        status=args.status.value if args.status else None,
        search=args.search,
        sort="created",
        descending=False,
    )
    return services.export.orders(args.file, query, watch)
