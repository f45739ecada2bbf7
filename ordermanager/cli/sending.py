"""`send` and `runs`: sending the outbox, at once or at a time, and the reports of what was sent."""

from __future__ import annotations

import signal
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from ordermanager.cli.corrections import say_what_will_happen
from ordermanager.cli.exit_codes import ATTENTION, STOPPED
from ordermanager.cli.output import counted
from ordermanager.cli.times import local_times
from ordermanager.domain.sentences import KnownError
from ordermanager.services.results import Agreement
from ordermanager.services.sending.schedule import SendPlan

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from datetime import datetime

    from ordermanager.cli.output import Output
    from ordermanager.sending.progress import Progress, RunReport
    from ordermanager.services.app import Services

LOGOUT_PATIENCE = 10.0
"""Seconds that an answer is waited for after a termination signal (faults.md F47): whoever logs out, shuts down or
closes the terminal kills what has not ended a little later."""
_HANG_UP: signal.Signals | None = getattr(signal, "SIGHUP", None)
"""Sent where the terminal, or the connection to it, is closed; Windows has none."""
_LOOK_EVERY = 1.0
"""Seconds between two looks at the clock while waiting: it may be set, and the computer may sleep."""


def send(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`send`: Ctrl+C finishes the batch in flight first, a second Ctrl+C gives it up; a termination signal gives it up
    after LOGOUT_PATIENCE."""
    statuses = args.statuses or None
    if args.dry_run:
        return say_what_will_happen(services, statuses, args.account, output, names=args.names)

    def told(progress: Progress) -> None:
        left = "" if progress.seconds_left is None else f", {progress.seconds_left:.0f} s left"
        until = "" if progress.not_before is None else f" until {progress.not_before.astimezone():%H:%M:%S}"
        why = f": {progress.reason}" if progress.reason else ""
        output.progress(f"{progress.done} of {progress.total} sent, {progress.state}{until}{left}{why}")

    def work() -> RunReport:
        try:
            return services.sending.send(account, told, statuses=statuses, up_to=newest)
        finally:
            services.release_thread()

    agreed = Agreement()
    account = services.accounts.get(
        args.account
    ).name  # another one may be the default when the time has come
    if args.at:
        # what is no time to wait for is told before anything is asked
        moment = services.schedule.moment(args.at)
        asked = _agreed(services, args, output, agreed)
        if asked is None or not _wait_until(services, moment, output):
            return STOPPED
        agreed = asked
    services.outbox.repeat_by_policy(account)
    newest = services.outbox.newest()  # what is queued after the question is not part of the answer
    if _agreed(services, args, output, agreed) is None:
        return STOPPED
    with ThreadPoolExecutor(1) as pool, _stopped_by_signals(services, output):
        report = _wait(pool.submit(work))
    output.end_progress()
    output.document(report.as_json())
    output.text(
        f"{counted(report.total, 'order')}: {report.accepted} accepted, {report.rejected} rejected, "
        f"{report.unconfirmed} unconfirmed, "
        f"{report.waiting} waiting. {counted(report.batches, 'request')} in {report.seconds:.1f} s."
    )
    if report.stopped:
        output.note(report.stopped)
    if report.unconfirmed:
        output.note("ordermanager resolve tells what may or may not have arrived, and how to decide.")
    if report.rejected:
        output.note(f"ordermanager runs {report.run_id} tells why each was rejected.")
    _back_up(services, output)
    if report.stopped and report.waiting:
        return STOPPED
    return ATTENTION if report.rejected or report.unconfirmed else 0


def runs(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`runs [ID] [--csv FILE]`: the balance of each run, or the report of one."""
    if args.run is None:
        found = services.reports.runs(args.limit or 100)
        for each in found:
            balance = each.record.balance
            output.document(
                {
                    "run": each.record.id,
                    "account": each.record.account_name,
                    "started_at": each.record.started_at,
                    "finished_at": each.record.finished_at or None,
                    "total": balance.total,
                    "accepted": balance.accepted,
                    "rejected": balance.rejected,
                    "unconfirmed": balance.unconfirmed,
                    "waiting": balance.waiting,
                    "balance_closes": each.adds_up,
                }
            )
        local = local_times(services)
        output.table(
            (
                "run",
                "began",
                "account",
                "orders",
                "accepted",
                "rejected",
                "unconfirmed",
                "waiting",
                "balance",
            ),
            [
                (
                    str(each.record.id),
                    local(each.record.started_at),
                    each.record.account_name,
                    *(str(number) for number in _figures(each.record.balance)),
                    "closes" if each.adds_up else "DOES NOT CLOSE",
                )
                for each in found
            ],
        )
        return 0 if all(each.adds_up for each in found) else ATTENTION
    text = services.reports.text(args.run)
    output.document({"run": args.run, "report": text})
    output.text(*text.rstrip().splitlines())
    if args.csv is not None:
        rows = services.reports.write_csv(args.run, args.csv)
        output.text(f"{counted(rows, 'order')} written to {args.csv}.")
    return 0 if services.reports.details(args.run).summary.adds_up else ATTENTION


def _figures(balance: object) -> list[int]:
    return [getattr(balance, name) for name in ("total", "accepted", "rejected", "unconfirmed", "waiting")]


def _agreed(
    services: Services, args: argparse.Namespace, output: Output, before: Agreement
) -> Agreement | None:
    """Say once what will be raised where customers may be written to late or twice; a person at a terminal is asked.

    A script has decided by calling `send`, so it is told and not asked. `before`: what was agreed to already. None for
    a no.
    """
    forecast = services.outbox.forecast(args.statuses or None)
    if not forecast.goes_beyond(before):
        return forecast.agreement
    output.note("; ".join(f"{event.event_name}: {event.orders}" for event in forecast.events))
    if forecast.repeated:
        output.note(f"{forecast.repeated} of them may reach customers a second time.")
    if forecast.old:
        output.note(f"{forecast.old} of them dated more than a month ago.")
    if args.yes or not (sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()):
        return forecast.agreement
    yes = input("Send them? [y/N] ").strip().lower() in ("y", "yes")
    return forecast.agreement if yes else None


def _wait_until(services: Services, moment: datetime, output: Output) -> bool:
    """Wait by the wall clock; False where Ctrl+C ended it, or the moment went by while the computer slept."""
    stopped = threading.Event()
    before = {number: signal.signal(number, lambda *_: stopped.set()) for number in _heard()}
    try:
        output.note(f"Waiting: sending at {moment:%Y-%m-%d %H:%M %Z}. Ctrl+C ends it.")
        while not stopped.is_set() and (left := (moment - services.schedule.now()).total_seconds()) > 0:
            output.progress(f"sending at {moment:%Y-%m-%d %H:%M}, in {timedelta(seconds=round(left))}")
            stopped.wait(min(left, _LOOK_EVERY))
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    output.end_progress()
    if services.schedule.is_missed(SendPlan(moment)):
        output.note(
            f"{moment:%Y-%m-%d %H:%M} went by while this computer slept, so nothing was sent. Send again."
        )
        return False
    return not stopped.is_set()


def _back_up(services: Services, output: Output) -> None:
    """Once a day, and never a reason to fail: what was sent is recorded."""
    try:
        services.backup_if_due()
    except KnownError as error:
        output.note(error)


def _wait(future: Future[RunReport]) -> RunReport:
    """In steps, because on Windows a wait without an end is deaf to Ctrl+C."""
    while True:
        try:
            return future.result(timeout=0.5)
        except TimeoutError:
            if future.done():  # it was the work's own
                raise


def _heard() -> list[signal.Signals]:
    """What ends this command; where it was started with `nohup`, not the end of its terminal."""
    heard = [signal.SIGINT, signal.SIGTERM]
    if _HANG_UP is not None and signal.getsignal(_HANG_UP) is not signal.SIG_IGN:
        heard.append(_HANG_UP)
    return heard


@contextmanager
def _stopped_by_signals(services: Services, output: Output) -> Iterator[None]:
    patience = threading.Timer(LOGOUT_PATIENCE, services.sending.abandon)
    patience.daemon = True
    asked = 0

    def stop(number: int, _: object) -> None:
        nonlocal asked
        asked += 1
        if asked > 1:
            services.sending.abandon()
            return
        services.sending.stop()
        if number in (signal.SIGTERM, _HANG_UP):
            patience.start()
        output.end_progress()
        output.note(
            "Waiting for the answer to what is on its way. Ctrl+C again ends at once: its orders are then unconfirmed."
        )

    before = {number: signal.signal(number, stop) for number in _heard()}
    try:
        yield
    finally:
        patience.cancel()
        for number, handler in before.items():
            signal.signal(number, handler)
