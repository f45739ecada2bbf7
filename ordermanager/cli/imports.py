"""Commands about imports that are over: the rows with errors, and the mappings that were kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.cli.output import counted
from ordermanager.cli.times import local_times
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse

if TYPE_CHECKING:
    import argparse

    from ordermanager.cli.output import Output
    from ordermanager.services.app import Services
    from ordermanager.services.imports.profiles import ProfileInfo


def rejected_rows(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`rejected-rows ID FILE`."""
    rows = services.importing.save_rejected(
        args.import_id, args.file, lambda progress: output.progress(f"{progress.orders} orders")
    )
    output.end_progress()
    output.document({"file": str(args.file), "rows": rows})
    output.text(f"{counted(rows or 0, 'row')} with errors written to {args.file}.")
    return 0


def profiles(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`profiles [list | rename NAME NEW | delete NAME | export NAME FILE | add FILE]`."""
    kept = services.importing.profiles
    if args.action == "rename":
        kept.rename(find_profile(services, args.name).id, args.new)
    elif args.action == "delete":
        kept.delete(find_profile(services, args.name).id)
    elif args.action == "export":
        kept.export(find_profile(services, args.name).id, args.file)
    elif args.action == "add":
        kept.add(args.file)
    found, local = kept.list(), local_times(services)
    for info in found:
        output.document(
            {
                "id": info.id,
                "name": info.name,
                "version": info.version,
                "layout": info.layout or None,
                "used_at": info.used_at or None,
                "headers": list(info.headers),
                "fields": list(info.fields),
            }
        )
    output.table(
        ("name", "version", "layout", "columns", "used"),
        [
            (info.name, str(info.version), info.layout, str(len(info.headers)), local(info.used_at))
            for info in found
        ],
    )
    return 0


def find_profile(services: Services, name: str) -> ProfileInfo:
    """The kept profile of this name or id. Raises WrongUse where there is none, or several."""
    found = [info for info in services.importing.profiles.list() if name in (info.name, info.id)]
    if len(found) > 1:
        raise WrongUse(
            QT_TRANSLATE_NOOP(
                "Sentence", "Several import profiles are named “{profile}”: say the id of one."
            ),
            profile=name,
        )
    if not found:
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "There is no import profile {profile}."), profile=name)
    return found[0]
