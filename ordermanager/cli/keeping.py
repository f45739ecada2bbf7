"""`backups`: which there are, making one, going back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.cli.exit_codes import ATTENTION
from ordermanager.cli.output import counted
from ordermanager.cli.times import local_times
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from ordermanager.cli.output import Output
    from ordermanager.services.app import Services


def backups(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`backups [--make | --restore FILE]`."""
    if args.make:
        path = services.backups.make()
        output.document({"made": str(path)})
        output.text(f"Backup made and checked: {path}")
        return 0
    if args.restore is not None:
        return _restore(services, args.restore, output)
    local = local_times(services)
    found = services.backups.list()
    for each in found:
        output.document(
            {
                "file": str(each.path),
                "at": each.at,
                "reason": each.reason,
                "size": each.size,
                "good": each.is_good,
            }
        )
    output.table(
        ("made", "why", "bytes", "", "file"),
        [
            (local(each.at), each.reason, f"{each.size:,}", "" if each.is_good else "DAMAGED", each.path.name)
            for each in found
        ],
    )
    return 0 if all(each.is_good for each in found) else ATTENTION


def _restore(services: Services, named: Path, output: Output) -> int:
    path = next((each.path for each in services.backups.list() if each.path.name == str(named)), named)
    if not path.is_file():
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "There is no backup {file}."), file=str(named))
    held = services.backups.restore(path)
    output.document({"restored": str(path), "held": held})
    output.text(f"Restored {path.name}; what was here is a backup itself now.")
    if held:
        output.note(
            f"{counted(held, 'order')} that waited in the outbox may have been sent since, and are held. Look into "
            "Yespo, then put them back with: ordermanager queue --held"
        )
    return ATTENTION if held else 0
