"""The arguments of the commands about sending, accounts and backups."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ordermanager.cli.parser_kinds import count, one_of
from ordermanager.domain.checks.rules import CostBasis
from ordermanager.domain.statuses import Status

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


def add_sending(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """From the outbox to the decision about what is in doubt. `command` makes one of a name and a text."""
    queue = command("queue", "Put ready orders into the outbox.")
    queue.add_argument("--ready", action="store_true", help="all ready orders (also without any ID)")
    queue.add_argument(
        "--held", action="store_true", help="instead: all that is held since a backup was restored"
    )
    queue.add_argument("orders", nargs="*", metavar="ID", help="externalOrderId")
    withdraw = command("withdraw", "Take orders back from the outbox.")
    withdraw.add_argument("--all", action="store_true", help="everything that waits")
    withdraw.add_argument("orders", nargs="*", metavar="ID", help="externalOrderId")
    _add_send(command("send", "Send the outbox and report the balance."))
    runs = command("runs", "What was sent and whether it adds up; with a number, the report of that run.")
    runs.add_argument("run", metavar="ID", nargs="?", type=int)
    runs.add_argument("--csv", type=Path, metavar="FILE", help="write every order of the run there")
    runs.add_argument("--limit", type=count, metavar="N")
    _add_resolve(
        command("resolve", "Tell which orders may or may not have arrived and why, and decide about them.")
    )


def _add_send(send: argparse.ArgumentParser) -> None:
    send.add_argument(
        "--account", metavar="NAME", help="the account to send to (default: the default account)"
    )
    send.add_argument("--at", metavar="TIME", help="wait until then, for example 09:00; Ctrl+C ends it")
    send.add_argument(
        "--status",
        dest="statuses",
        action="append",
        type=one_of(Status),
        metavar="STATUS",
        help="only orders with this status (may be given several times); the others wait",
    )
    send.add_argument("--dry-run", action="store_true", help="only say what sending would do")
    send.add_argument(
        "--names", action="store_true", help="with --dry-run: also name the orders that each number counts"
    )
    send.add_argument("--yes", action="store_true", help="do not ask about repeated, old or very many events")


def _add_resolve(parser: argparse.ArgumentParser) -> None:
    decision = parser.add_mutually_exclusive_group()
    decision.add_argument(
        "--send-again",
        action="store_const",
        dest="decision",
        const="send_again",
        help="back to the outbox: nothing is missed, but what had arrived raises its event twice",
    )
    decision.add_argument(
        "--accepted",
        action="store_const",
        dest="decision",
        const="accepted",
        help="call them accepted: nobody gets a message twice, but what had not arrived is missing there",
    )
    parser.add_argument("--all", action="store_true", help="everything unconfirmed")
    parser.add_argument("--batch", type=count, metavar="N", help="only what was sent in this request")
    parser.add_argument(
        "--look-up", action="store_true", help="ask the account whom it knows: that tells what has arrived"
    )
    parser.add_argument("orders", nargs="*", metavar="ID", help="externalOrderId")


def add_accounts(parser: argparse.ArgumentParser, everywhere: argparse.ArgumentParser) -> None:
    """`account` and what it can do."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    add = actions.add_parser("add", help="add an account", parents=[everywhere], allow_abbrev=False)
    add.add_argument("name", metavar="NAME")
    add.add_argument("--url", required=True, metavar="URL", help="for example https://yespo.io/api")
    change = actions.add_parser("set", help="change an account", parents=[everywhere], allow_abbrev=False)
    change.add_argument("name", metavar="NAME")
    change.add_argument("--url", metavar="URL", help="another address; it needs its key again")
    for either in (add, change):
        either.add_argument("--key-stdin", action="store_true", help="read the API key from standard input")
        either.add_argument(
            "--cost-basis",
            type=CostBasis,
            choices=list(CostBasis),
            help="an item's price is for one unit or the line",
        )
        either.add_argument(
            "--default", action="store_true", help="send through this account where none is named"
        )
    _add_account_settings(change)
    actions.add_parser("list", help="list the accounts", parents=[everywhere], allow_abbrev=False)
    for name, text in (("test", "ask the account who it is"), ("remove", "forget an account and its key")):
        action = actions.add_parser(name, help=text, parents=[everywhere], allow_abbrev=False)
        action.add_argument("name", metavar="NAME")


def _add_account_settings(change: argparse.ArgumentParser) -> None:
    change.add_argument("--new-name", metavar="NAME")
    change.add_argument("--resume", action="store_true", help="let it send again where it was stopped")
    change.add_argument(
        "--in-doubt",
        choices=("ask", "send_again", "never"),
        help="what becomes of orders that may or may not have arrived",
    )
    change.add_argument("--after", type=count, metavar="MINUTES", help="with send_again: not before then")
    change.add_argument("--in-flight", type=count, metavar="N", help="requests at once, 1 to 8")
    change.add_argument("--per-minute", type=count, metavar="N", help="requests a minute at most (0: any)")
    change.add_argument(
        "--only-newest",
        choices=("yes", "no"),
        help="whether a newer status takes the place of one that still waits, whose event is not raised then",
    )


def add_backups(parser: argparse.ArgumentParser) -> None:
    """`backups`."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--make", action="store_true", help="make one now, and read it from end to end")
    what.add_argument(
        "--restore",
        type=Path,
        metavar="FILE",
        help="put it in the place of what is here, which is backed up first; what was not sent yet is held",
    )
