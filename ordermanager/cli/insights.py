"""`insights` and `segment`: what the delivered orders say, and who the customers are that have something in common."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from ordermanager.cli.output import Raw, counted
from ordermanager.cli.times import local_times
from ordermanager.domain.insights.insights import CustomerSegment
from ordermanager.domain.insights.periods import ALL_TIME
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.domain.summary import utc_text

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from ordermanager.cli.output import Output
    from ordermanager.services.app import Services
    from ordermanager.services.insights import CustomerLine, Overview
    from ordermanager.services.results import ExportResult


def insights(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`insights [--account NAME] [--currency CODE] [--period PERIOD] [--by STEP] [--export FILE --part PART]`."""
    found = _overview(services, args)
    period = args.period or ALL_TIME
    document = _document(found) | {
        "rfm": [
            {"lastSaleDaysAgo": days, "sales": sales, "customers": int(customers), "revenue": Raw(revenue)}
            for days, sales, customers, revenue in found.table()
        ],
        "period": str(period),
        "revenueOverTime": [
            {"from": bar.begin.isoformat(), "sales": bar.sales, "revenue": Raw(str(bar.revenue))}
            for bar in found.bars(args.by, period)
        ],
        "statusesOverTime": [
            {"from": bar.begin.isoformat(), **bar.orders} for bar in found.status_bars(args.by, period)
        ],
    }
    if args.export is not None:
        done = _export(services, args, found)
        document |= {"file": str(done.path), "rows": done.rows}
    output.document(document)
    _say(found, args, output)
    if args.export is not None:
        output.text(f"Wrote {counted(done.rows, 'row')} to {done.path}.")
    return 0


def segment(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`segment …`: the customers who fulfil all that is asked, the latest sale first."""
    overview = _overview(services, args)

    def moment(day: date | None) -> str:
        return "" if day is None else utc_text(datetime.combine(day, time(), overview.zone))

    asked = CustomerSegment(
        least_sales=args.least_sales,
        most_sales=args.most_sales,
        since=moment(args.since),
        until=moment(args.before),
        least_average=args.least_average,
        most_average=args.most_average,
        currency=overview.currency,
        account=args.account,
    )
    if args.export is not None:
        done = services.insights.export_customers(args.export, asked)
        output.document({"file": str(done.path), "rows": done.rows})
        output.text(f"Wrote {counted(done.rows, 'row')} to {done.path}.")
        return 0
    lines = services.insights.customers(asked)
    for line in lines:
        output.document(_customer(line, overview.currency))
    local = local_times(services)
    output.table(
        ("customer", "e-mail", "phone", "name", "sales", "average check", "last sale"),
        [
            (
                *(line.external_customer_id, line.email, line.phone, line.name, str(line.sales)),
                "" if line.average is None else f"{line.average} {overview.currency}",
                local(line.last_sale) if line.last_sale else "",
            )
            for line in lines
        ],
    )
    output.note(counted(len(lines), "customer"))
    return 0


def _overview(services: Services, args: argparse.Namespace) -> Overview:
    if args.account:
        args.account = services.accounts.name_in_history(args.account)
    currency = None if args.currency is None else args.currency.upper()
    found = services.insights.overview(currency, args.account)
    if currency is not None and currency not in dict(found.currencies):
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "There is no sale in {currency}. Sales are in: {known}."),
            currency=currency,
            known=", ".join(code or "?" for code, _ in found.currencies) or "–",
        )
    return found


def _document(found: Overview) -> dict[str, Any]:
    numbers: dict[str, Any] = {}
    for name, number, share, _ in found.numbers():
        numbers[name] = Raw(number or "null") if not share else {"orders": int(number), "share": Raw(share)}
    return {
        "at": found.at.isoformat(),
        "account": found.account or None,
        "accounts": [{"name": name, "sandbox": is_sandbox} for name, is_sandbox in found.accounts],
        "currency": found.currency or None,
        "currencies": dict(found.currencies),
        **numbers,
    }


def _customer(line: CustomerLine, currency: str) -> dict[str, Any]:
    return {
        "externalCustomerId": line.external_customer_id or None,
        "email": line.email or None,
        "phone": line.phone or None,
        "name": line.name or None,
        "sales": line.sales,
        "revenue": Raw(str(line.revenue)),
        "averageCheck": None if line.average is None else Raw(str(line.average)),
        "currency": currency or None,
        "lastSale": line.last_sale or None,
    }


def _export(services: Services, args: argparse.Namespace, found: Overview) -> ExportResult:
    period = args.period or ALL_TIME
    if args.part == "rfm":
        return services.insights.export_rfm(args.export, found)
    if args.part == "revenue":
        return services.insights.export_bars(args.export, found, args.by, period)
    if args.part == "statuses":
        return services.insights.export_statuses(args.export, found, args.by, period)
    return services.insights.export_overview(args.export, found)


def _say(found: Overview, args: argparse.Namespace, output: Output) -> None:
    whose = found.account or ("all accounts" if len(found.accounts) > 1 else "the account")
    output.text(f"Delivered orders that {whose} accepted, as Yespo counts.")
    output.table(
        ("", "", "share"),
        [
            (name, f"{number} {currency}".strip(), f"{float(share):.1%}" if share else "")
            for name, number, share, currency in found.numbers()
        ],
    )
    if len(found.currencies) > 1:
        others = ", ".join(f"{code} ({number} sales)" for code, number in found.currencies)
        output.note(f"Amounts are in {found.currency}; --currency chooses another: {others}.")
    output.text("")
    output.table(("last sale, days ago", "sales", "customers", f"revenue {found.currency}"), found.table())
    output.text("")
    period = args.period or ALL_TIME
    statuses = {bar.begin: bar.orders for bar in found.status_bars(args.by, period)}
    bars = {bar.begin: bar for bar in found.bars(args.by, period)}
    output.table(
        ("from", "sales", f"revenue {found.currency}", "accepted orders by status"),
        [
            (
                begin.isoformat(),
                str(bars[begin].sales) if begin in bars else "",
                str(bars[begin].revenue) if begin in bars else "",
                ", ".join(f"{number} {status}" for status, number in statuses.get(begin, {}).items()),
            )
            for begin in sorted({*statuses, *bars})
        ],
    )
