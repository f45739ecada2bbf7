"""The commands that need no open workspace: the sandbox, the demo and the doctor."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from ordermanager.cli.exit_codes import ATTENTION, UNREADABLE
from ordermanager.cli.output import counted
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError, WrongUse

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from ordermanager.cli.output import Output
    from ordermanager.services.results import DemoReport


def sandbox(args: argparse.Namespace, output: Output) -> int:
    """`sandbox`: prints its URL first, then serves until Ctrl+C or a termination signal."""
    from ordermanager.sandbox.server import SandboxServer

    server = SandboxServer(args.host, args.port, args.data, latency_ms=args.latency_ms, faults=args.fail)
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        output.document({"url": server.url})
        output.text(server.url)
        output.flush()
        output.note(f"The sandbox answers at {server.url}. Any API key is good. Stop it with Ctrl+C.")
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, before)
        server.stop()
    return 0


def _interrupt(*_: object) -> NoReturn:
    raise KeyboardInterrupt


def doctor(folder: Path, args: argparse.Namespace, output: Output) -> int:
    """`doctor [--repair]`."""
    from ordermanager.services.upkeep.doctor import Doctor

    report = Doctor(folder).repair() if args.repair else Doctor(folder).examine()
    output.document(
        {
            "ok": report.ok,
            "lines": [line.as_json() for line in report.lines],
            "repaired": [str(sentence) for sentence in report.repaired],
        }
    )
    output.text(*(f"Repaired: {sentence}" for sentence in report.repaired))
    output.text(*(f"{'ok' if line.ok else '! '}  {line.sentence}" for line in report.lines))
    return 0 if report.ok else UNREADABLE


def demo(folder: Path | None, args: argparse.Namespace, output: Output) -> int:
    """`demo`: the window on a fresh workspace, or the whole job without a person."""
    if args.screenshots is not None and not args.unattended:
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "--screenshots goes with --unattended."))
    from ordermanager.services.practice.demo import start_demo

    with start_demo(folder, output.note) as running:
        if not args.unattended:
            from ordermanager.ui.app import run

            running.services.close()
            return run(running.services.folder, demo=True)
        report = running.report()
        if args.screenshots is not None:
            output.note("Taking pictures …")
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
            from ordermanager.ui.gallery import take

            report = replace(report, screenshots=tuple(take(running.services, args.screenshots)))
    _tell_demo(report, output)
    return 0 if report.balance_closes else ATTENTION


def _tell_demo(report: DemoReport, output: Output) -> None:
    output.document(report.as_json())
    output.text(
        f"Workspace: {report.workspace}",
        f"{counted(len(report.files), 'file')} imported; {counted(report.queued, 'order')} queued.",
        f"{report.total} = {report.accepted} accepted + {report.rejected} rejected + {report.unconfirmed} "
        f"unconfirmed + "
        f"{report.waiting} waiting: the balance {'closes' if report.balance_closes else 'DOES NOT CLOSE'}.",
        *map(str, report.screenshots),
    )


def support_bundle(folder: Path, args: argparse.Namespace, output: Output) -> int:
    """`support-bundle FILE [ID…]`. Of a workspace that cannot be opened too: then without orders, and it says why."""
    from ordermanager.services.app import Services
    from ordermanager.services.files.support_bundle import write_without_workspace
    from ordermanager.services.upkeep.doctor import Doctor

    count = 0
    try:
        with Services.open(folder, read_only=True) as services:
            count = services.bundles.write(args.file, services.doctor, services.orders.find(args.orders))
    except WrongUse:
        raise
    except KnownError as error:
        output.note(error)
        write_without_workspace(args.file, folder, Doctor(folder))
    output.document({"file": str(args.file), "orders": count})
    output.text(
        f"Wrote {args.file} with the history of {counted(count, 'order')}; people are masked, no key is in it."
    )
    return 0
