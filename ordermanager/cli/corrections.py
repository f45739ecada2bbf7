"""`delete-at-yespo`: asks the account to delete orders or a period."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ordermanager.cli.exit_codes import ATTENTION, STOPPED
from ordermanager.cli.output import counted
from ordermanager.cli.times import local_times
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection

    from ordermanager.cli.output import Output
    from ordermanager.domain.history.send_preview import SendPreview
    from ordermanager.domain.statuses import Status
    from ordermanager.services.app import Services
    from ordermanager.services.sending.corrections import DeletionPlan

MOST = 1_000_000
NAMED = 10
"""Orders that are named in a line for people; JSON names all."""


def delete_at_yespo(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`delete-at-yespo (ID… [--file FILE] | --from TIME --to TIME) [--account NAME] --yes`."""
    plan = _plan(services, args)
    document: dict[str, object] = {"plan": plan.as_json()}
    about = f"{counted(plan.orders, 'order')} sent from here"
    if plan.period is not None:
        about = f"of orders sent from here {plan.orders} dated then"
    name = services.accounts.get(args.account or plan.account).name
    document["account"] = name
    output.text(
        f"{counted(plan.requests, 'request')} to delete, asked of {name}; {about}; {plan.not_sent} were never sent "
        "and are left out."
    )
    if plan.unknown:
        output.note(
            f"Nothing was sent from here as {counted(len(plan.unknown), 'ID')} of these; asked for all the same."
        )
    if plan.waiting:
        output.note(f"{plan.waiting} of them wait in the outbox: sending them brings them back.")
    if set(plan.accounts) - {name}:
        output.note(f"They were sent through {', '.join(plan.accounts)}; only {name} is asked.")
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


def deletions(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`history --deletions [--limit N]`: every request to delete, and what came of it."""
    filters = (
        *(args.order, args.search, args.kinds, args.events),
        *(args.account, args.since, args.until, args.batch, args.run),
        *(args.customer, args.email, args.phone, args.story, args.curl, args.masked),
    )
    if any(filters):
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "--deletions lists them all; only --limit goes with it.")
        )
    local, rows = local_times(services), []
    for row in services.corrections.deletions(args.limit or MOST):
        output.document(row.as_json())
        what = row.external_order_id or f"{local(row.begin_at or '')} – {local(row.end_at or '')}"
        reason = "" if row.reason is None else str(row.reason)
        rows.append((local(row.asked_at), row.account_name, what, row.state, reason))
    output.table(("at", "account", "what", "state", "why"), rows)
    return 0


def say_what_will_happen(
    services: Services,
    statuses: Collection[Status] | None,
    account: str | None,
    output: Output,
    *,
    names: bool = False,
) -> int:
    """`send --dry-run [--names]`: the events that sending would raise, at whom, and what speaks against it."""
    found = services.send_preview.preview(statuses, account)
    preview = found.preview
    output.document(found.as_json(names=names))
    output.text(
        f"Sending {'the outbox' if found.is_queued else 'what is ready'} would raise "
        f"{counted(preview.total, 'event')}: "
        + (", ".join(f"{number} {status.event_name}" for status, number in preview.events) or "none"),
        f"{counted(preview.contacts, 'contact')}: {preview.new} new as far as is known here, "
        f"{preview.unreachable} cannot be reached.",
    )
    for number, words in (
        (preview.elsewhere, "contact{s} with an order whose e-mail is not theirs: the customer ID decides"),
        (preview.old, "order{s} dated more than a month ago"),
        (len(preview.twice), "order{s} that may have arrived before: the event may come twice"),
        (len(preview.carts), "abandoned cart{s}: not to be sent if web tracking is on"),
        (len(preview.bought), "of these carts became an order"),
    ):
        if number:
            output.note(f"{number} {words.format(s='' if number == 1 else 's')}.")
    if preview.twice and not names:
        more = len(preview.twice) - NAMED
        output.note("  " + ", ".join(preview.twice[:NAMED]) + (f" and {more} more" if more > 0 else ""))
    if names:
        _name_them(preview, output)
    elif preview.named:
        output.note("--names says which orders these are, and why.")
    return 0


def _name_them(preview: SendPreview, output: Output) -> None:
    """A line for each order of each number."""
    output.table(
        ("what", "order", "customer", "e-mail or phone", "why"),
        [
            (
                topic.value,
                order.external_order_id,
                order.who,
                order.identity.email or order.identity.phone,
                str(preview.why(topic, order)),
            )
            for topic, orders in preview.named.items()
            for order in orders
        ],
        cut_last=False,
    )


def _plan(services: Services, args: argparse.Namespace) -> DeletionPlan:
    if bool(args.orders or args.file) == bool(args.since or args.until):
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "Say either the IDs of orders, or --from and --to."))
    if args.orders or args.file:
        return _plan_ids(services, args)
    zone = ZoneInfo(services.settings.get().timezone)
    since, until = _moment(args.since, zone), _moment(args.until, zone)
    return services.corrections.plan_period(since, until, args.account)


def _plan_ids(services: Services, args: argparse.Namespace) -> DeletionPlan:
    """By typed IDs, and those of a file, one a line (`-`: standard input)."""
    wanted = [*args.orders, *(_lines_of(args.file) if args.file else ())]
    plan = services.corrections.plan_ids(wanted, unknown_too=args.unknown_too)
    if plan.unknown and not args.unknown_too:
        shown = ", ".join(plan.unknown[:NAMED]) + (" …" if len(plan.unknown) > NAMED else "")
        raise WrongUse(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "Nothing was sent from here as {ids}. Say --unknown-too to ask for it all the same.",
            ),
            ids=shown,
        )
    return plan


def _lines_of(file: str) -> list[str]:
    if file == "-":
        return sys.stdin.read().splitlines()
    try:
        return Path(file).read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "{file} cannot be read as text."), file=file) from error


def _moment(text: str | None, zone: ZoneInfo) -> datetime:
    try:
        moment = datetime.fromisoformat((text or "").strip())
    except ValueError as error:
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "“{value}” is not a time. Write 2026-11-01 or 2026-11-01T09:00."),
            value=text or "",
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
