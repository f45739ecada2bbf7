"""What `import` says to people: what came in, what was left out and why, what the whole file lacks (said once, with
the option that fills it), and the problems by kind.
"""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Any

from ordermanager.cli.output import counted
from ordermanager.importing.mapping.lacks import ChoiceKind
from ordermanager.importing.values.questions import QuestionKind
from ordermanager.services.imports.answers import ALL_COLUMNS, Offer, likely_status, offer_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordermanager.domain.sentences import Sentence
    from ordermanager.importing.mapping.lacks import Choice, Lack
    from ordermanager.importing.values.status_words import StatusWord
    from ordermanager.services.imports.prepared import PreparedImport
    from ordermanager.services.imports.results import ImportResult, Problem

_IGNORED = 5
_KINDS = 15
_PLACES = 5
"""Of each kind so many are named; --json and --rejected have them all."""

_UNKNOWN_STATUS = "status.unknown"

_ANSWERS = {
    QuestionKind.DATES: " (--dates day-first or --dates month-first)",
    QuestionKind.AMOUNTS: " (--decimals comma or --decimals point)",
}
"""What is typed to answer a question about the file."""

_INDEX = re.compile(r"\[\d+\]")


def json_of_import(prepared: PreparedImport, result: ImportResult) -> dict[str, Any]:
    """The element of `files` (design.md 7), with what is said once for the whole file: `notes`, `lacks` with their
    choices as they are typed, and the `status_words` that nobody knows.
    """
    return {
        **result.as_json(),
        "notes": list(map(str, _notes(prepared))),
        "status_words": [
            {
                "word": word.word,
                "orders": word.count,
                "rows": list(word.rows),
                "probable": likely_status(word.word) or None,
            }
            for word in _unknown_words(prepared)
        ],
        "lacks": [
            {
                "field": lack.field,
                "required": lack.required,
                "why": str(lack.why),
                "choices": [option for choice in lack.choices if (option := _option(lack.field, choice))],
            }
            for lack in _felt(prepared, result)
        ],
    }


def lines_of_import(prepared: PreparedImport, result: ImportResult) -> Iterator[str]:
    """The lines of one file."""
    as_before = f" Columns as last time (“{result.profile}”)." if result.profile else ""
    yield f"{result.file}: {result.layout or 'no known layout'}, {counted(result.rows_read, 'row')} read.{as_before}"
    yield (
        f"{'Would import' if result.dry_run else 'Imported'} {counted(result.orders, 'order')} with "
        f"{counted(result.items, 'item')}: {result.new} new, {result.updated} updated, {result.unchanged} unchanged. "
        f"{result.ready} ready, {result.with_problems} with problems."
    )
    yield from _ignored(result)
    answers = {str(question.sentence): _ANSWERS[question.kind] for question in prepared.plan.questions}
    if prepared.zone_note is not None:
        answers[str(prepared.zone_note)] = " (--timezone ZONE says another)"
    for note in _notes(prepared):
        yield f"Note: {note}{answers.get(str(note), '') or _choice(note)}"
    if result.keeps:
        yield "Note: Orders that were here keep what the file does not tell."
    lacks = _felt(prepared, result)
    if lacks:
        yield "No column of the file gives:"
    for lack in lacks:
        yield from _lack(lack)
    unknown = _unknown_words(prepared)
    yield from _words(unknown)
    yield from _problems(result, lacks, are_words_said=bool(unknown))


def lines_of_refused(prepared: PreparedImport) -> Iterator[str]:
    """What was noticed of a file whose orders nobody could tell: it may say why."""
    for note in prepared.plan.notes:
        yield f"Note: {note}{_choice(note)}"


def _choice(note: Sentence) -> str:
    """What is typed for what a note offers."""
    offer = offer_of(note)
    if offer is Offer.TABLE:
        return f" (--table {note.values['columns']} or --table {ALL_COLUMNS})"
    return (
        {Offer.LETTERS: " (--mend-letters)", Offer.ITEMS: " (--items FILE)"}.get(offer, "") if offer else ""
    )


def _notes(prepared: PreparedImport) -> tuple[Sentence, ...]:
    zone = (prepared.zone_note,) if prepared.zone_note is not None else ()
    return (*prepared.plan.notes, *prepared.plan.counts.notes, *zone)


def _felt(prepared: PreparedImport, result: ImportResult) -> list[Lack]:
    """What the file lacks and its orders then lack, too: those that are here already may have it."""
    return [
        lack
        for lack in prepared.plan.lacks(prepared.rules.rule_set)
        if lack.is_felt(problem.finding for problem in result.problems)
    ]


def _ignored(result: ImportResult) -> Iterator[str]:
    rows = result.rows_ignored
    if not rows:
        return
    yield f"{counted(len(rows), 'row')} not imported:"
    for one in rows[:_IGNORED]:
        yield f"  row {one.row}: {one.reason}"
    if len(rows) > _IGNORED:
        yield f"  … and {len(rows) - _IGNORED} more; see them with --json."


def _lack(lack: Lack) -> Iterator[str]:
    yield f"  {lack.field}{'' if lack.required else ' (not required)'}: {lack.why}"
    options = [(option, choice) for choice in lack.choices if (option := _option(lack.field, choice))]
    width = max((len(option) for option, _ in options), default=0)
    for option, choice in options:
        yield f"      {option:<{width}}  {choice.label}"


def _option(field: str, choice: Choice) -> str:
    """What is typed for this choice; empty for a value that only the person knows."""
    if choice.kind is ChoiceKind.RULES:
        return f"--rules {choice.text}"
    return f"--set '{field}={choice.text}'" if choice.text else ""


def _unknown_words(prepared: PreparedImport) -> list[StatusWord]:
    return [word for word in prepared.plan.statuses if not word.status and word.word]


def _words(unknown: list[StatusWord]) -> Iterator[str]:
    """The status words that nobody knows, each with what is typed for it; most often it is clear what it means."""
    if unknown:
        yield "Nobody knows what these status words mean:"
    for word in unknown[:_KINDS]:
        rows = ", ".join(map(str, word.rows)) + (" …" if word.count > len(word.rows) else "")
        yield f"  “{word.word}”, {counted(word.count, 'order')}, row {rows}"
        guess = likely_status(word.word)
        meaning = f"{word.word}={guess or 'STATUS'}"
        yield f"      --status-word {shlex.quote(meaning)}{'  as it seems' if guess else ''}"
    if len(unknown) > _KINDS:
        yield f"  … and {len(unknown) - _KINDS} more; see them with --json."


def _problems(result: ImportResult, lacks: list[Lack], *, are_words_said: bool) -> Iterator[str]:
    """Each kind once; what the whole file lacks was said, and so were its unknown status words."""
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in result.problems:
        finding = problem.finding
        field = _INDEX.sub("", finding.field)
        if any(lack.covers(finding) for lack in lacks):
            continue
        if are_words_said and finding.code == _UNKNOWN_STATUS:
            continue
        kinds.setdefault((field, finding.code), []).append(problem)
    found = sorted(kinds.items(), key=lambda kind: -len(kind[1]))
    for (field, _), problems in found[:_KINDS]:
        where = f"{field or 'order'}, {counted(len(problems), 'time')} – {_places(problems)}"
        yield f"{where}: {problems[0].finding.message}"
    if len(found) > _KINDS or result.problem_count > len(result.problems):
        yield "There are more problems; see them with --json or --rejected FILE."


def _places(problems: Iterable[Problem]) -> str:
    named = [f"row {one.row}" + (f" (order {one.order})" if one.order else "") for one in problems]
    more = len(named) - _PLACES
    return ", ".join(named[:_PLACES]) + (f" and {more} more" if more > 0 else "")
