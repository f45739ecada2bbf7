"""Which orders a command is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse

if TYPE_CHECKING:
    import argparse

    from ordermanager.services.app import Services


def chosen_orders(services: Services, args: argparse.Namespace) -> list[int] | None:
    """Those whose IDs were said; None for `--all`. Raises WrongUse for neither or both."""
    if bool(args.orders) == args.all:
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "Say either --all or the IDs of orders."))
    return services.orders.find(args.orders) if args.orders else None
