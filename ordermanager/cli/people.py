"""`person`: all that is known of a person here, handed over as a file or erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.cli.exit_codes import ATTENTION
from ordermanager.cli.looking import identity_of
from ordermanager.cli.output import counted
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse

if TYPE_CHECKING:
    import argparse

    from ordermanager.cli.output import Output
    from ordermanager.services.app import Services


def person(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`person (--customer ID | --email E | --phone P)… [--export FILE] [--forget --yes]`."""
    identity = identity_of(services, args)
    found = services.people.find(identity)
    document = found.as_json()
    output.text(
        f"{counted(len(found.orders), 'order')} ({found.unsent} never sent), {counted(found.cards, 'contact card')}, "
        f"{found.backups} backups."
    )
    if found.others:
        output.note(
            f"Not all of these orders have the same customer ID: {', '.join(found.others)}. Somebody may share the "
            "e-mail or the phone."
        )
    if found.open_imports:
        output.note(
            "An import is open, and what it holds of them is not erased. Store it or give it up first."
        )
    if args.export is not None:
        done = services.people.export(args.export, identity)
        document["file"] = str(done.path)
        output.text(f"Wrote {counted(done.rows, 'text')} to {done.path}.")
    if args.forget:
        if not args.yes:
            raise WrongUse(
                QT_TRANSLATE_NOOP(
                    "Sentence",
                    "Erasing cannot be undone, and Yespo keeps its own copy. Say --yes as well if you mean it.",
                )
            )
        gone = services.people.forget(identity, delete_damaged=args.delete_damaged)
        document["forgotten"] = gone.as_json()
        output.text(
            f"Erased from {counted(gone.orders, 'order')} and {counted(gone.revisions, 'sent text')}; "
            f"{counted(gone.cards, 'card')} deleted; "
            f"{gone.backups_rewritten} backups rewritten, {gone.backups_dropped} deleted."
        )
        output.note(
            "Only this workspace was changed. Yespo holds a copy of its own: erase the contact there too."
        )
        if gone.left:
            output.note(
                f"They may still be in what was put aside as damaged: {', '.join(gone.left)}. "
                "Look through it, or say --delete-damaged as well."
            )
    output.document(document)
    return ATTENTION if found.waiting and not args.forget else 0
