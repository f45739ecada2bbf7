"""The arguments of every command (design.md 7)."""

from __future__ import annotations

import argparse
import platform
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ordermanager import __version__
from ordermanager.cli.import_decisions import add_decisions, add_reading
from ordermanager.cli.insight_options import add_insights, add_segment
from ordermanager.cli.parser_kinds import amount, count, day, one_of
from ordermanager.cli.parser_sending import add_accounts, add_backups, add_sending
from ordermanager.domain.checks.rules import RuleSet
from ordermanager.domain.states import State
from ordermanager.domain.statuses import Status

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = TypeVar("Kind", bound=StrEnum)

_EXITS = """exit codes: 0 all well; 1 some orders need attention; 2 wrong use;
3 the file or workspace cannot be read; 4 sending stopped with orders waiting"""


class _Version(argparse.Action):
    """Versions are asked for only when someone wants to see them."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from ordermanager.store.database.sqlite import sqlite_version

        print(f"Order Manager {__version__} (Python {platform.python_version()}, SQLite {sqlite_version()})")
        parser.exit()


def make_parser() -> argparse.ArgumentParser:
    """The parser; `command` is None where the window is to be opened."""
    everywhere = _everywhere()
    parser = argparse.ArgumentParser(
        prog="ordermanager",
        description="Shop orders: enter or import, check, queue, send to Yespo, look back. "
        "Without a command the window opens.",
        epilog=_EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        parents=[everywhere],
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the versions")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name, help=text, description=text, parents=[everywhere], allow_abbrev=False
        )

    _add_importing(command, everywhere)
    _add_orders(command("orders", "List orders with their findings and the JSON that would be sent."))
    check = command("check", "Check orders again by today's rules, and say what is different now.")
    check.add_argument("orders", nargs="*", metavar="ID", help="externalOrderId (default: all orders)")
    duplicates = command("duplicates", "List orders that may be one: the same ID or the same sale twice.")
    duplicates.add_argument("--limit", type=count, metavar="N")
    add_sending(command)
    _add_history(command("history", "What was sent, what the server answered, and the exact JSON."))
    add_insights(command("insights", "What delivered orders say: RFM, revenue, statuses, what is missing."))
    add_segment(command("segment", "List customers by sales, average check and last sale."))
    add_accounts(command("account", "Where orders are sent to, and how."), everywhere)
    add_backups(command("backups", "List the backups; make one, or go back to one."))
    _add_contact(command("contact", "The card of a contact, and the orders here that belong to it."))
    _add_person(
        command("person", "All that is known of a person here: look, hand it over as a file, or forget them.")
    )
    _add_deletion(command("delete-at-yespo", "Ask the account to delete orders. It does so later, for good."))
    _add_export(command("export", "Write orders or history to a .csv, .xlsx or .json file."))
    _add_support(command)
    return parser


def _add_support(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """The commands to try the program, and to find out what is wrong with it."""
    bundle = command(
        "support-bundle", "Write versions, logs and the history of some orders, people masked, to a zip file."
    )
    bundle.add_argument("file", type=Path, metavar="FILE")
    bundle.add_argument("orders", nargs="*", metavar="ID", help="externalOrderId of orders to put in")
    _add_sandbox(command("sandbox", "Serve a stand-in for Yespo on this computer until stopped."))
    demo = command(
        "demo", "A fresh workspace with a sandbox and sample files: import, check, queue, send, show."
    )
    demo.add_argument("--unattended", action="store_true", help="without a person; prints the balance")
    demo.add_argument(
        "--screenshots",
        type=Path,
        metavar="DIR",
        help="with --unattended: leave pictures of the window there",
    )
    doctor = command("doctor", "Look whether everything is well.")
    doctor.add_argument(
        "--repair",
        action="store_true",
        help="close the files to others, make a damaged search index anew; restore the newest good backup "
        "if the workspace is damaged",
    )


def _add_importing(
    command: Callable[[str, str], argparse.ArgumentParser], everywhere: argparse.ArgumentParser
) -> None:
    """The commands of files that come in."""
    _add_import(command("import", "Bring in the orders of files."))
    command("imports", "List what was imported.")
    undo = command("undo-import", "Take an import back, as far as its orders were not sent.")
    undo.add_argument("import_id", metavar="ID", type=int)
    rejected = command("rejected-rows", "Write the rows of an import whose orders still have errors.")
    rejected.add_argument("import_id", metavar="ID", type=int)
    rejected.add_argument("file", metavar="FILE", type=Path)
    _add_profiles(
        command("profiles", "The mappings that were kept for files with the same headers."), everywhere
    )


def _add_history(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("order", metavar="ID", nargs="?", help="one order's externalOrderId")
    parser.add_argument("--limit", type=count, metavar="N")
    parser.add_argument(
        "--deletions", action="store_true", help="instead: what accounts were asked to delete, newest first"
    )
    parser.add_argument(
        "--story", action="store_true", help="instead: the order's time line, and why a message came or not"
    )
    parser.add_argument(
        "--compare",
        nargs=2,
        type=count,
        metavar=("N", "M"),
        help="instead: what differs between two revisions, by field",
    )
    parser.add_argument("--curl", action="store_true", help="instead: what was sent last of it, for a shell")
    parser.add_argument("--masked", action="store_true", help="people masked for sharing")
    _add_event_filters(parser)


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("orders", "history", "rejected"))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--state", type=one_of(State), metavar="STATE", help="of orders")
    parser.add_argument("--status", type=one_of(Status), metavar="STATUS", help="of orders")
    _add_event_filters(parser)


def _everywhere() -> argparse.ArgumentParser:
    """Options that may stand before or after the command."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS, allow_abbrev=False)
    shared.add_argument(
        "--workspace", type=Path, metavar="DIR", help="the workspace's folder (or ORDERMANAGER_WORKSPACE)"
    )
    shared.add_argument("--json", action="store_true", help="print JSON on stdout and nothing else")
    return shared


def _add_profiles(parser: argparse.ArgumentParser, everywhere: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION")

    def action(name: str, text: str) -> argparse.ArgumentParser:
        return actions.add_parser(name, help=text, description=text, parents=[everywhere], allow_abbrev=False)

    action("list", "Every kept mapping.")
    rename = action("rename", "Give one another name.")
    rename.add_argument("name", metavar="NAME")
    rename.add_argument("new", metavar="NEW")
    action("delete", "Forget one.").add_argument("name", metavar="NAME")
    export = action("export", "Write one to a file.")
    export.add_argument("name", metavar="NAME")
    export.add_argument("file", metavar="FILE", type=Path)
    action("add", "Keep the mapping of a file.").add_argument("file", metavar="FILE", type=Path)


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument(
        "--layout", metavar="NAME", help="the export format, where it should not be recognised"
    )
    parser.add_argument(
        "--profile",
        metavar="FILE|NAME",
        help="a mapping saved in the import window: its file, or the name of a kept one",
    )
    parser.add_argument(
        "--save-profile",
        type=Path,
        metavar="FILE",
        help="write the mapping that was used there, for --profile",
    )
    parser.add_argument(
        "--like", type=int, metavar="ID", help="read as this earlier import was read; what else is said wins"
    )
    parser.add_argument(
        "--items", type=Path, metavar="FILE", help="a second file with the items of the orders (Etsy)"
    )
    parser.add_argument(
        "--no-items",
        action="store_true",
        help="there is no second file this time, though --like or --profile had one",
    )
    parser.add_argument(
        "--set",
        dest="constants",
        action="append",
        default=[],
        type=_constant,
        metavar="FIELD=VALUE",
        help="fill a field of all orders; {a field} and {a header} are filled in, {a|b} is the first that is given",
    )
    add_decisions(parser)
    parser.add_argument(
        "--timezone", metavar="ZONE", help="of dates without an offset, for example Europe/Kyiv"
    )
    parser.add_argument("--region", metavar="UA", help="of phones without a country code")
    parser.add_argument(
        "--rules", type=RuleSet, choices=list(RuleSet), help="which fields an order must have"
    )
    parser.add_argument("--encoding", metavar="NAME")
    parser.add_argument("--delimiter", metavar="SIGN")
    parser.add_argument(
        "--sheet",
        metavar="NAME",
        help="of a workbook; ALL reads all with the same headers one after the other",
    )
    parser.add_argument("--header-row", type=count, metavar="N")
    add_reading(parser)
    parser.add_argument("--dry-run", action="store_true", help="check everything, write nothing")
    parser.add_argument("--first", type=_some, metavar="N", help="a trial: import only the first N orders")
    parser.add_argument(
        "--rejected", type=Path, metavar="FILE", help="write the rows of orders with errors there"
    )


def _add_orders(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--state", type=one_of(State), metavar="STATE")
    parser.add_argument("--status", type=one_of(Status), metavar="STATUS")
    parser.add_argument("--search", metavar="TEXT", default="")
    parser.add_argument("--limit", type=count, metavar="N")


def _add_event_filters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--search", metavar="TEXT", default="", help="ID, e-mail, phone, name, item")
    parser.add_argument(
        "--result",
        dest="kinds",
        action="append",
        default=[],
        choices=("accepted", "assumed", "rejected", "unconfirmed"),
        help="of the history (may be given several times)",
    )
    parser.add_argument(
        "--event",
        dest="events",
        action="append",
        default=[],
        type=_event_status,
        metavar="NAME",
        help="of the history, for example orderDELIVERED (may be given several times)",
    )
    parser.add_argument("--account", metavar="NAME", default="", help="of the history")
    parser.add_argument(
        "--since", type=day, metavar="DAY", help="of the history: from this day on, 2026-11-28"
    )
    parser.add_argument("--until", type=day, metavar="DAY", help="of the history: to this day, it included")
    for name in ("--least", "--most"):
        parser.add_argument(name, type=amount, metavar="AMOUNT", help="of the history: of the order's total")
    parser.add_argument(
        "--currency",
        action="append",
        default=[],
        metavar="CODE",
        help="of the history (may be given several times)",
    )
    parser.add_argument(
        "--import", dest="import_id", type=count, metavar="N", help="of the history: see `imports`"
    )
    parser.add_argument("--batch", type=count, metavar="N", help="of the history")
    parser.add_argument("--run", type=count, metavar="N", help="of the history")
    for name, metavar in (("--customer", "ID"), ("--email", "E-MAIL"), ("--phone", "PHONE")):
        parser.add_argument(
            name, metavar=metavar, default="", help="of the history: what was sent with any of these"
        )


def _add_contact(parser: argparse.ArgumentParser) -> None:
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--customer", metavar="ID", help="externalCustomerId")
    who.add_argument("--email", metavar="E")
    who.add_argument("--phone", metavar="P")
    who.add_argument("--order", metavar="ID", help="whom an order went to, or will go to, and why")
    parser.add_argument("--offline", action="store_true", help="by what is known here, without asking")
    parser.add_argument("--account", metavar="NAME")


def _add_deletion(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "orders",
        nargs="*",
        metavar="ID",
        help="externalOrderId of orders that were sent, also if deleted here since",
    )
    parser.add_argument("--file", metavar="FILE", help="more IDs, one a line; - reads standard input")
    parser.add_argument(
        "--unknown-too", action="store_true", help="also IDs that nothing was sent under from here"
    )
    parser.add_argument(
        "--from", dest="since", metavar="TIME", help="or all orders dated from then, 2026-11-01 or …T09:00"
    )
    parser.add_argument("--to", dest="until", metavar="TIME", help="until before then")
    parser.add_argument("--account", metavar="NAME")
    parser.add_argument("--yes", action="store_true", help="do it; without it only says what would be asked")


def _add_person(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--customer", metavar="ID", help="externalCustomerId")
    parser.add_argument("--email", metavar="E")
    parser.add_argument("--phone", metavar="P")
    parser.add_argument("--export", type=Path, metavar="FILE", help="write all of it to a .json or .csv file")
    parser.add_argument(
        "--forget",
        action="store_true",
        help="erase the person from this workspace and its backups; Yespo's copy is separate",
    )
    parser.add_argument("--yes", action="store_true", help="with --forget: it cannot be undone")
    parser.add_argument(
        "--delete-damaged",
        action="store_true",
        help="with --forget: delete also databases that were put aside as damaged",
    )


def _add_sandbox(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", metavar="H")
    parser.add_argument("--port", type=int, default=0, metavar="N", help="default: any free one")
    parser.add_argument("--data", type=Path, metavar="FILE", help="keep what it takes in this file")
    parser.add_argument("--latency-ms", type=count, default=0, metavar="N")
    parser.add_argument(
        "--fail",
        action="append",
        default=[],
        metavar="FAULT",
        help="what the first requests meet: a status such as 429:2 (twice), timeout, drop-before, "
        "drop-after, html, empty, half",
    )


def _event_status(text: str) -> str:
    status = text.removeprefix("order")
    if status not in list(Status):
        known = ", ".join(each.event_name for each in Status)
        raise argparse.ArgumentTypeError(f"“{text}” is no event; there are {known}")
    return status


def _some(text: str) -> int:
    number = count(text)
    if not number:
        raise argparse.ArgumentTypeError("say 1 or more")
    return number


def _constant(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise argparse.ArgumentTypeError(f"“{text}” is not FIELD=VALUE")
    return name.strip(), value
