"""`check` and `duplicates`: all orders looked through again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.cli.exit_codes import ATTENTION
from ordermanager.cli.output import counted

if TYPE_CHECKING:
    import argparse

    from ordermanager.cli.output import Output
    from ordermanager.services.app import Services


def check(services: Services, args: argparse.Namespace, output: Output) -> int:
    """All orders, or those that are named. Ctrl+C ends it; what was found by then is kept."""

    def told(done: int, total: int) -> None:
        output.progress(f"{done} of {total} orders checked")

    ids = services.orders.find(args.orders) if args.orders else None
    result = services.checking.check_again(ids, told)
    output.end_progress()
    output.document(result.as_json())
    output.text(
        f"{counted(result.checked, 'order')} checked, {result.changed} are different now: "
        f"{result.now_with_errors} have errors that had none, {result.no_longer} have none any more.",
        f"Not sent and with errors: {counted(result.with_errors, 'order')}.",
    )
    return ATTENTION if result.with_errors else 0


def duplicates(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`duplicates`: orders that may be one. They are compared and merged in the window."""

    def told(done: int, total: int) -> None:
        output.progress(f"looking: {100 * done // total} %")

    found = services.duplicates.find(told)
    output.end_progress()
    groups = found.groups[: args.limit]
    rows = []
    for group in groups:
        records = services.duplicates.records(group)
        names = [record.row.external_order_id for record in records]
        reasons = sorted(group.reasons)
        output.document(
            {"reasons": reasons, "orders": names, "states": [record.state.value for record in records]}
        )
        rows.append((", ".join(names), ", ".join(reason.replace("_", " ") for reason in reasons)))
    output.table(("orders", "alike in"), rows)
    if len(groups) < len(found.groups) or not found.is_all:
        output.note("There are more.")
    return ATTENTION if groups else 0
