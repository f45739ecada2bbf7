"""The command `ordermanager`: chooses what to run and turns errors of the world into a sentence and an exit code."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError, WrongUse

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from ordermanager.cli.output import Output
    from ordermanager.services.app import Services

READ_WORKBOOK = "--read-workbook"
"""What importing/reading/workbook.py starts the packaged program with; no user needs it, and no parser knows it."""

READ_ORDERS = "--read-orders"
"""The same for services/imports/apart.py."""

_ONLY_PRINTS = ("orders", "history", "duplicates")
"""They end where nobody reads them any more."""

_LOOKING = ("orders", "history", "runs", "imports", "export", "duplicates", "insights", "segment")
"""They change nothing."""

INTERRUPTED = 130
"""What shells expect after Ctrl+C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command of these arguments (None: of the process); the exit code (design.md 7)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == [READ_WORKBOOK]:  # a packaged program started itself as the reader of a workbook
        from ordermanager.services.imports.workbook_reader import read_workbook

        return read_workbook(given[1:])
    if given[:1] == [READ_ORDERS]:
        from ordermanager.services.imports.child import main as read_orders

        return read_orders()
    _speak_utf8()
    if not given:  # a click on the icon: nothing to be parsed, which takes as long as showing the list
        return _guarded(lambda _output: _open_window(workspace_folder(None)), as_json=False)
    from ordermanager.cli.parser import make_parser

    try:
        args = make_parser().parse_args(arguments)
    except SystemExit as done:
        code = done.code if isinstance(done.code, int) else 2
        return _guarded(lambda _output: code, as_json=False)
    return _guarded(
        lambda output: _run(args, output),
        as_json=getattr(args, "json", False),
        ends_with_reader=args.command in _ONLY_PRINTS,
    )


def _guarded(run: Callable[[Output], int], *, as_json: bool, ends_with_reader: bool = False) -> int:
    """What `run` returns; errors of the world become a sentence and an exit code."""
    from ordermanager.cli.output import Output

    output = Output(as_json=as_json, ends_with_reader=ends_with_reader)
    try:
        code = run(output)
    except KnownError as error:
        output.note(error)
        code = error.exit_code
    except KeyboardInterrupt:
        output.note("Stopped.")
        code = INTERRUPTED
    except BrokenPipeError:
        code = 0
    finally:
        output.end_progress()
    with suppress(BrokenPipeError):
        output.flush()
    if output.failure is None:
        return code
    output.note(f"What this command prints could not be written: {output.failure.strerror}.")
    return max(code, KnownError.exit_code)


def workspace_folder(args: argparse.Namespace | None) -> Path:
    """The folder that was named, else that of ORDERMANAGER_WORKSPACE, else the one in the user's data folder."""
    given: Path | None = getattr(args, "workspace", None)
    named = os.environ.get("ORDERMANAGER_WORKSPACE", "").strip()
    if given is not None or named:
        folder = given if given is not None else Path(named)
        if folder.exists() and not folder.is_dir():
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "{folder} is a file. A workspace is a folder."),
                folder=str(folder),
            )
        return folder.expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("OrderManager", appauthor=False)


def _run(args: argparse.Namespace, output: Output) -> int:
    name: str | None = args.command
    if name is None:
        return _open_window(workspace_folder(args))
    if name in ("sandbox", "demo", "doctor", "support-bundle"):
        return _run_without_workspace(name, args, output)
    from ordermanager.cli import (
        accounts,
        checking,
        commands,
        corrections,
        doubts,
        history,
        imports,
        insights,
        keeping,
        looking,
        people,
        sending,
    )

    table: dict[str, Callable[[Services, argparse.Namespace, Output], int]] = {
        "import": commands.import_files,
        "undo-import": commands.undo_import,
        "check": checking.check,
        "duplicates": checking.duplicates,
        "queue": commands.queue,
        "withdraw": commands.withdraw,
        "send": sending.send,
        "runs": sending.runs,
        "resolve": doubts.resolve,
        "account": accounts.account,
        "backups": keeping.backups,
        "imports": looking.imports,
        "rejected-rows": imports.rejected_rows,
        "profiles": imports.profiles,
        "orders": looking.orders,
        "history": history.history,
        "contact": looking.contact,
        "insights": insights.insights,
        "segment": insights.segment,
        "person": people.person,
        "delete-at-yespo": corrections.delete_at_yespo,
        "export": looking.export,
    }
    with _opened(workspace_folder(args), only_looks=name in _LOOKING) as services:
        return table[name](services, args, output)


def _opened(folder: Path, *, only_looks: bool) -> Services:
    """What only looks can do so on a disk that is write-protected or full."""
    from ordermanager.services.app import Services

    try:
        return Services.open(folder, marks_writes=True)
    except KnownError as error:
        if not only_looks:
            raise
        try:
            return Services.open(folder, read_only=True)
        except KnownError:
            raise error from None


def _run_without_workspace(name: str, args: argparse.Namespace, output: Output) -> int:
    from ordermanager.cli import standalone

    if name == "sandbox":
        return standalone.sandbox(args, output)
    if name == "doctor":
        return standalone.doctor(workspace_folder(args), args, output)
    if name == "support-bundle":
        return standalone.support_bundle(workspace_folder(args), args, output)
    return standalone.demo(getattr(args, "workspace", None), args, output)


def _open_window(folder: Path) -> int:
    import gc

    gc.disable()  # there is no garbage in a start; the window looks for it by itself (ui/shell/garbage.py)
    from ordermanager.ui.app import run

    return run(folder)


def _speak_utf8() -> None:
    """JSON is UTF-8 whatever the terminal's language is; what cannot be said is escaped rather than refused. A file or
    another program gets the same lines from Windows as from elsewhere.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            line_end = None if stream.isatty() else "\n"
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline=line_end)
