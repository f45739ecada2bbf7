"""`account`: where orders are sent to, and how."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ordermanager.cli.exit_codes import STOPPED

if TYPE_CHECKING:
    import argparse

    from ordermanager.cli.output import Output
    from ordermanager.services.app import Services
    from ordermanager.services.results import AccountView


def account(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`account add | list | set | test | remove`."""
    actions = {
        "add": _add_account,
        "list": _list_accounts,
        "set": _set_account,
        "test": _test_account,
        "remove": _remove_account,
    }
    return actions[args.action](services, args, output)


def _add_account(services: Services, args: argparse.Namespace, output: Output) -> int:
    key = _key_from_stdin() if args.key_stdin else None
    kept = services.accounts.add(
        args.name, args.url, key=key, cost_basis=args.cost_basis, default=True if args.default else None
    )
    output.document(account_json(services.accounts.get(args.name.strip())))
    output.text(f"Added the account {args.name.strip()}.")
    if kept is not None and kept.notice is not None:
        output.note(kept.notice)
    return 0


def _set_account(services: Services, args: argparse.Namespace, output: Output) -> int:
    name = args.new_name or args.name
    services.accounts.update(
        args.name,
        new_name=args.new_name,
        base_url=args.url,
        cost_basis=args.cost_basis,
        repeat_policy=args.in_doubt,
        repeat_after=args.after,
        in_flight=args.in_flight,
        per_minute=args.per_minute,
        only_newest=None if args.only_newest is None else args.only_newest == "yes",
    )
    if args.default:
        services.accounts.set_default(name)
    kept = services.accounts.set_key(name, _key_from_stdin()) if args.key_stdin else None
    if args.resume:
        services.accounts.resume(name)
    output.document(account_json(services.accounts.get(name)))
    output.text(f"Changed the account {name}.")
    if kept is not None and kept.notice is not None:
        output.note(kept.notice)
    return 0


def _key_from_stdin() -> str:
    if sys.stdin.isatty():
        from getpass import getpass

        return getpass("API key: ")
    return sys.stdin.read(10_000)


def _list_accounts(services: Services, _: argparse.Namespace, output: Output) -> int:
    accounts = services.accounts.list()
    for one in accounts:
        output.document(account_json(one))
    output.table(
        ("name", "address", "key", ""),
        [(one.name, one.base_url, one.key_place, _remarks(one)) for one in accounts],
    )
    return 0


def _remarks(one: AccountView) -> str:
    remarks = ["default"] if one.is_default else []
    remarks += ["sandbox"] if one.is_sandbox else []
    return ", ".join([*remarks, *([f"stopped: {one.stopped}"] if one.stopped else [])])


def account_json(one: AccountView) -> dict[str, Any]:
    """An account as the command line prints it; never with its key."""
    return asdict(one) | {"stopped": str(one.stopped) if one.stopped else None}


def _test_account(services: Services, args: argparse.Namespace, output: Output) -> int:
    found = services.accounts.test(args.name)
    output.document({"ok": found.ok, "organisation": found.organisation, "message": str(found.sentence)})
    if found.ok:
        output.text(str(found.sentence))
        return 0
    output.note(found.sentence)
    return STOPPED


def _remove_account(services: Services, args: argparse.Namespace, output: Output) -> int:
    services.accounts.remove(args.name)
    output.document({"removed": args.name})
    output.text(f"Removed the account {args.name}.")
    return 0
