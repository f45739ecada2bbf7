"""`resolve`: what is known of each request in doubt, and the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.cli.chosen import chosen_orders
from ordermanager.cli.exit_codes import ATTENTION
from ordermanager.cli.output import counted
from ordermanager.cli.times import local_times
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection

    from ordermanager.cli.output import Output
    from ordermanager.services.app import Services
    from ordermanager.services.results import UnconfirmedBatch

_NAMED = 20


def resolve(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`resolve [--batch N] [--look-up]` tells; with `--send-again` or `--accepted`, and `--all`, `--batch N` or IDs, it
    decides."""
    if args.decision is None:
        if args.all or args.orders:
            raise WrongUse(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "Say --send-again or --accepted; without any of it, resolve tells what is in doubt.",
                )
            )
        return _tell(services, args, output)
    if args.look_up or (args.batch is not None and (args.all or args.orders)):
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "Say either --all, --batch or the IDs of orders."))
    return _decide(services, args, output)


def _decide(services: Services, args: argparse.Namespace, output: Output) -> int:
    if args.batch is not None:
        chosen: Collection[int] | None = _orders_of(_asked_for(services, args))
        count = services.outbox.resolve_batch(args.batch, args.decision)
    else:
        chosen = chosen_orders(services, args)
        count = services.outbox.resolve(args.decision, chosen)
    output.document({"resolved": count})
    output.text(f"Decided about {counted(count, 'order')}.")
    if args.decision == "send_again":
        left = services.outbox.unconfirmed()
        staying = set(_orders_of(left)).intersection(chosen if chosen is not None else _orders_of(left))
        if staying:
            output.note(_why_staying(left, staying))
    return 0


def _why_staying(left: list[UnconfirmedBatch], staying: set[int]) -> str:
    """Why these orders, which were to be sent again, are in doubt as before."""
    never = sorted(
        {
            batch.account
            for batch in left
            if batch.policy == "never" and not staying.isdisjoint(batch.order_ids)
        }
    )
    if never:
        return (
            f"{len(staying)} stay unconfirmed: {', '.join(never)} is set to never send again. Mark them as accepted, "
            "or change that: ordermanager account set NAME --in-doubt ask"
        )
    return (
        f"{len(staying)} stay unconfirmed: a newer version of the order has arrived or is in doubt itself, and the "
        "older one would set it back. Mark them as accepted, or decide about the newer one first."
    )


def _tell(services: Services, args: argparse.Namespace, output: Output) -> int:
    local = local_times(services)
    default = next((each.name for each in services.accounts.list() if each.is_default), "")
    batches = _asked_for(services, args)
    for batch in batches:
        clue = services.doubts.clue(batch.batch_id).sentence if args.look_up else None
        output.document(
            {
                "batch": batch.batch_id,
                "account": batch.account,
                "sent_at": batch.sent_at,
                "orders": list(batch.external_order_ids),
                "what_happened": str(batch.what_happened),
                "http_status": batch.http_status,
                "policy": batch.policy,
                "newer_sent": batch.newer_sent,
                **({"clue": str(clue)} if clue is not None else {}),
            }
        )
        output.text(
            f"Batch {batch.batch_id}: {counted(batch.orders, 'order')} sent to {batch.account} on "
            f"{local(batch.sent_at)}. {batch.what_happened}"
        )
        names = ", ".join(batch.external_order_ids[:_NAMED])
        output.text(f"  {names}{' …' if batch.orders > _NAMED else ''}")
        if batch.newer_sent:
            output.text(
                f"  Of {batch.newer_sent} a newer version has been sent since: these are not sent again."
            )
        if batch.policy == "never":
            output.text(
                "  This account is set to never send again: mark them as accepted, or change that first."
            )
        elif default and default != batch.account:
            output.text(
                f"  Sent again, they go to {default}, the default account, unless send --account says otherwise."
            )
        if clue is not None:
            output.text(f"  {clue}")
    if not batches:
        output.text("Nothing is in doubt.")
        return 0
    example = "--accepted" if batches[0].policy == "never" else "--send-again"
    output.text(
        "Send again: nothing is missed, but what had arrived raises its event twice. Accepted: nobody gets a message "
        "twice, but what had not arrived is missing there.",
        f"For example: ordermanager resolve {example} --batch {batches[0].batch_id}",
    )
    return ATTENTION


def _asked_for(services: Services, args: argparse.Namespace) -> list[UnconfirmedBatch]:
    batches = services.outbox.unconfirmed()
    if args.batch is None:
        return batches
    found = [batch for batch in batches if batch.batch_id == args.batch]
    if not found:
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "Nothing of batch {batch} is in doubt."), batch=args.batch
        )
    return found


def _orders_of(batches: list[UnconfirmedBatch]) -> list[int]:
    return [order_id for batch in batches for order_id in batch.order_ids]
