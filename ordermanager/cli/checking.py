"""`check`: orders checked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from ordermanager.cli.output import Output
    from ordermanager.services.app import Services

ATTENTION = 1


def check(services: Services, args: argparse.Namespace, output: Output) -> int:
    """All orders, or those that are named. Ctrl+C ends it; what was found by then is kept."""

    def told(done: int, total: int) -> None:
        output.progress(f"{done} of {total} orders checked")

    ids = services.orders.find(args.orders) if args.orders else None
    result = services.checking.check_again(ids, told)
    output.end_progress()
    output.document(result.as_json())
    output.text(
        f"{result.checked} orders checked, {result.changed} are different now: "
        f"{result.now_with_errors} have errors that had none, {result.no_longer} have none any more.",
        f"{result.with_errors} orders that are not sent have errors.",
    )
    return ATTENTION if result.with_errors else 0
