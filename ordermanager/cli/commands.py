"""The commands that change something."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ordermanager.cli.chosen import chosen_orders
from ordermanager.cli.exit_codes import ATTENTION
from ordermanager.cli.import_decisions import with_decisions
from ordermanager.cli.import_second import refuse_without_items
from ordermanager.cli.import_words import json_of_import, lines_of_import, lines_of_refused
from ordermanager.cli.imports import find_profile
from ordermanager.cli.output import counted
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError, WrongUse
from ordermanager.services.imports.prepared import ImportOptions
from ordermanager.services.imports.profiles import plan_profile, write_profile
from ordermanager.services.results import finding_json

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from ordermanager.cli.output import Output
    from ordermanager.importing.mapping.profiles import Profile
    from ordermanager.services.app import Services
    from ordermanager.services.imports.prepared import PreparedImport
    from ordermanager.services.imports.results import ImportProgress, ImportResult

_NAMED = 20


def import_files(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`import`: each file by itself; one that cannot be read does not keep the others out."""
    options = _import_options(services, args)
    _refuse_for_several(args)
    refuse_without_items(services, args, options)
    files: list[dict[str, Any]] = []
    code = 0
    for path in args.files:

        def told(progress: ImportProgress, name: str = path.name) -> None:
            output.progress(f"{name}: {progress.orders} orders, {progress.with_problems} with problems")

        prepared = None
        try:
            prepared = services.importing.prepare(path, options)
            profile = _profile_to_save(prepared) if args.save_profile is not None else None
            result = _imported(services, args, prepared, told)
        except KnownError as error:
            output.note(error)
            for line in lines_of_refused(prepared) if prepared is not None and prepared.plan.problem else ():
                output.note(line)
            files.append({"file": str(path), "error": str(error)})
            code = max(code, error.exit_code)
            continue
        if profile is not None:
            write_profile(profile, args.save_profile)
        output.end_progress()
        files.append(json_of_import(prepared, result))
        output.text(*lines_of_import(prepared, result))
        code = max(code, ATTENTION if result.with_problems else 0)
    output.document({"files": files})
    return code


def _imported(
    services: Services,
    args: argparse.Namespace,
    prepared: PreparedImport,
    told: Callable[[ImportProgress], None],
) -> ImportResult:
    """Import a file, or for a trial its first orders, which are read and looked through as the window does it."""
    if args.first is None:
        return services.importing.run(
            prepared, on_progress=told, dry_run=args.dry_run, rejected=args.rejected
        )
    with closing(prepared):
        review = services.importing.review(prepared, told)
        assert review is not None  # nobody can stop it
        with review:
            review.set_limit(args.first)
            return review.store(told, rejected=args.rejected)


def _profile_to_use(services: Services, named: str) -> Profile | Path:
    """A file, or a kept profile of that name."""
    path = Path(named)
    is_file = path.exists() or path.suffix or len(path.parts) > 1
    kept = [info.name for info in services.importing.profiles.list()]
    if is_file and named not in kept:
        return path
    return services.importing.profiles.get(find_profile(services, named).id)


def _import_options(services: Services, args: argparse.Namespace) -> ImportOptions:
    """What was said, and what an earlier import was told where `--like` names it."""
    said = {
        "layout": args.layout,
        "profile": _profile_to_use(services, args.profile) if args.profile else None,
        "timezone": args.timezone,
        "region": args.region,
        "rule_set": args.rules,
        "encoding": args.encoding,
        "delimiter": args.delimiter,
        "sheet": args.sheet,
        "header_row": args.header_row,
        "part": args.table,
        "mend_letters": args.mend_letters or None,
        "items": args.items,
    }
    given = {name: value for name, value in said.items() if value is not None}
    before = services.importing.same_way(args.like) if args.like is not None else ImportOptions()
    if "layout" in given or "profile" in given:
        before = replace(before, layout=None, profile=None)
    constants = {**before.constants, **dict(args.constants)}
    # a script says each time what it wants
    return with_decisions(replace(before, constants=constants, remember=False, **given), args)


def _refuse_for_several(args: argparse.Namespace) -> None:
    """Some options are about one file, and a trial is no rehearsal."""
    if args.first is not None and args.dry_run:
        raise WrongUse(
            QT_TRANSLATE_NOOP(
                "Sentence", "Say either --first or --dry-run: with --first orders are imported."
            )
        )
    given = {"--rejected": args.rejected, "--save-profile": args.save_profile, "--items": args.items}
    named = next((name for name, value in given.items() if value is not None), None)
    if named and len(args.files) > 1:
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "{option} is about one file: import the files one by one."),
            option=named,
        )


def _profile_to_save(prepared: PreparedImport) -> Profile:
    profile = plan_profile(prepared.plan)
    if profile is None:
        prepared.close()
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "{file} needs no mapping, so there is no profile to save."),
            file=prepared.file,
        )
    return profile


def undo_import(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`undo-import ID`."""
    undone = services.importing.undo(args.import_id)
    output.document(undone.as_json())
    output.text(f"Removed {counted(undone.removed, 'order')}, restored {undone.restored}.")
    if undone.withdrawn:
        output.text(f"{undone.withdrawn} of them waited in the outbox and were taken out of it.")
    if undone.kept:
        output.text(
            f"These stay: {undone.kept_sent} that were or may have been sent, {undone.kept_edited} that were changed "
            "since, by hand or by another import."
        )
    return ATTENTION if undone.kept else 0


def queue(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`queue [--ready | --held | ID…]`."""
    if args.held:
        return _release(services, args, output)
    if args.ready and args.orders:
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "Say either --ready or the IDs of orders, not both."))
    ids = services.orders.find(args.orders) if args.orders else None
    done = services.outbox.queue(ids, lambda count: output.progress(f"{count} queued"))
    output.end_progress()
    output.document(
        {
            "queued": done.queued,
            "not_ready": done.not_ready_count,
            "skipped": done.skipped,
            "problems": [
                {
                    "order": order.external_order_id,
                    "findings": [finding_json(finding) for finding in order.findings],
                }
                for order in done.not_ready
            ],
        }
    )
    output.text(f"Queued {counted(done.queued, 'order')}.")
    for order in done.not_ready[:_NAMED]:
        for finding in order.findings:
            output.text(f"  order {order.external_order_id or '?'}, {finding.field}: {finding.message}")
    if done.skipped:
        output.text(f"{done.skipped} are in the outbox already, or were sent and not changed since.")
    return ATTENTION if done.not_ready_count else 0


def _release(services: Services, args: argparse.Namespace, output: Output) -> int:
    if args.ready or args.orders:
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "--held goes alone: it puts all that is held back in the outbox.")
        )
    count = services.outbox.release_held()
    output.document({"released": count})
    output.text(f"Put {counted(count, 'order')} back in the outbox.")
    return 0


def withdraw(services: Services, args: argparse.Namespace, output: Output) -> int:
    """`withdraw [--all | ID…]`."""
    count = services.outbox.withdraw(chosen_orders(services, args))
    output.document({"withdrawn": count})
    output.text(f"Took back {counted(count, 'order')}.")
    return 0
