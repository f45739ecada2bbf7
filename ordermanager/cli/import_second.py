"""`import --like` and `--profile`: orders whose items stood in a second file are not imported without this time's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse

if TYPE_CHECKING:
    import argparse

    from ordermanager.services.app import Services
    from ordermanager.services.imports.prepared import ImportOptions


def refuse_without_items(services: Services, args: argparse.Namespace, options: ImportOptions) -> None:
    """Raises WrongUse, naming the option and the file beside that fits, where a second file is missing."""
    if args.items is not None or args.no_items:
        return
    second = services.importing.second_of(options)
    if second is None:
        return
    proposed = services.importing.find_second(args.files[0], second) if len(args.files) == 1 else None
    if proposed is None:
        raise WrongUse(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "The items stood in a second file, {file}: name this time's with --items FILE, or say --no-items.",
            ),
            file=second.name,
        )
    raise WrongUse(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "The items stood in a second file, {file}: name this time's with --items FILE ({proposed} beside it "
            "fits), or say --no-items.",
        ),
        file=second.name,
        proposed=proposed.name,
    )
