"""`delete-at-yespo`: asks the account to delete orders or a period."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse

if TYPE_CHECKING:
    import argparse

    from ordermanager.cli.output import Output
    from ordermanager.services.app import Services
    from ordermanager.services.corrections import DeletionPlan

ATTENTION = 1
STOPPED = 4


def delete_at_yespo(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`delete-at-yespo (ID… | --from TIME --to TIME) [--account NAME] --yes`."""
    plan = _plan(services, args)
    document = {"plan": plan.as_json()}
    about = f"{plan.orders} orders sent from here" + ("" if plan.period is None else " are dated then")
    output.text(
        f"{plan.requests} requests to delete; {about}; {plan.not_sent} were never sent and are left out."
    )
    if not args.yes:
        output.note(
            "Nothing was asked yet. Yespo deletes later, for good: the orders no longer count for segments and RFM "
            "there, messages already sent stay sent, and nothing changes here. Say --yes as well if you mean it."
        )
        output.document(document)
        return 0
    done = services.corrections.delete(plan, args.account, lambda count: output.progress(f"{count} asked"))
    output.end_progress()
    output.document({**document, **done.as_json()})
    output.text(f"Asked for {done.asked}; {done.refused} refused, {done.unknown} without a clear answer.")
    for name, why in done.problems[:20]:
        output.note(f"{name}: {why}")
    if done.left:
        return STOPPED
    return ATTENTION if done.refused or done.unknown else 0


def _plan(services: Services, args: argparse.Namespace) -> DeletionPlan:
    if bool(args.orders) == bool(args.since or args.until):
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "Say either the IDs of orders, or --from and --to."))
    if args.orders:
        return services.corrections.plan_orders(services.orders.find(args.orders))
    zone = ZoneInfo(services.settings.get().timezone)
    return services.corrections.plan_period(_moment(args.since, zone), _moment(args.until, zone))


def _moment(text: str | None, zone: ZoneInfo) -> datetime:
    try:
        moment = datetime.fromisoformat((text or "").strip())
    except ValueError as error:
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "“{value}” is not a time. Write 2026-11-01 or 2026-11-01T09:00."),
            value=text or "",
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
