"""Exports that were put below one another without the second one's header: from some row on the cells are not what
their columns hold above. Nobody can tell what they are; that it is so is said.
"""

from __future__ import annotations

from itertools import chain, groupby, islice
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.mapping.aliases import aliases
from ordermanager.importing.mapping.evidence import NOTHING, has_phone_digits, is_date, is_email, is_money
from ordermanager.importing.values.status_words import known_words, word_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from collections.abc import Mapping as Dict

    from ordermanager.importing.recognised import Recognised
    from ordermanager.importing.tables.table import Row

GLUED = QT_TRANSLATE_NOOP(
    "Sentence",
    "From row {row} on, cells are not what their columns hold above ({columns}): perhaps another export was put below, "
    "without its header. Import that part as a file of its own.",
)
WIDER = QT_TRANSLATE_NOOP(
    "Sentence",
    "From row {row} on, rows have {other} cells and not {count}: perhaps another export was put below, without its "
    "header. Import that part as a file of its own.",
)

LATER = QT_TRANSLATE_NOOP(
    "Sentence",
    "From row {row} on at the latest, cells are not what their columns hold above ({columns}): perhaps another export "
    "was put below, without its header. Import that part as a file of its own.",
)

_LOOKS: dict[str, Callable[[str], object]] = {
    "email": is_email,
    "phone": has_phone_digits,
    "date": is_date,
    "totalCost": is_money,
    "cost": is_money,
    "shipping": is_money,
    "quantity": is_money,
    "currency": lambda text: len(text) <= 4 and text.strip(".").isalpha(),
    "status": lambda text: word_key(text) in known_words(),
}
_FIRST = 3
"""So many first rows show what a column holds."""

_LEAST = 2
"""Rows that must be alike, and columns that are wrong in them."""

_STEP, _TOGETHER = 200, 3
"""Behind the first rows of a file one of so many is looked at, and some more where it is odd: this costs little."""


def glued(plan: Recognised) -> Iterator[Sentence]:
    """What is to be said of it, as far as the first rows of the file show it."""
    looks = dict(_looks(plan))
    odd = {
        column: found for column, looks_so in looks.items() if (found := _odd_texts(plan, column, looks_so))
    }
    flags = (
        [(number, _wrong(cells, looks, odd)) for number, cells in plan.sample] if len(odd) >= _LEAST else []
    )
    for is_wrong, group in groupby(flags, lambda flag: len(flag[1]) >= _LEAST):
        rows = list(group)
        if is_wrong and len(rows) >= _LEAST:
            wrong = sorted(set.intersection(*(columns for _, columns in rows)) or rows[0][1])
            columns = ", ".join(plan.table.header[column] for column in wrong[:4])
            yield Sentence(GLUED, {"row": rows[0][0], "columns": columns})
            return
    yield from _of_width(plan)


def watched(plan: Recognised, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows as they are; `plan.counts` gets a note where the first rows of the file did not show it."""
    looks = dict(_looks(plan))
    if plan.whole or len(looks) < _LEAST or any(glued(plan)):
        return iter(rows)
    return chain.from_iterable(
        _looked_at(plan, looks, iter(rows))
    )  # no row but those looked at costs a step here


def _looked_at(
    plan: Recognised, looks: Dict[int, Callable[[str], object]], rows: Iterator[Row]
) -> Iterator[Iterable[Row]]:
    while True:
        yield islice(rows, _STEP)
        some = list(islice(rows, 1))
        yield some
        if not some:
            return
        wrong = _unlike(some[0][1], looks)
        if len(wrong) >= _LEAST:
            some += (others := list(islice(rows, _TOGETHER - 1)))
            yield others
            wrong = wrong.intersection(*(_unlike(cells, looks) for _, cells in others))
            if len(wrong) >= _LEAST and len(some) == _TOGETHER:
                break
    columns = ", ".join(plan.table.header[column] for column in sorted(wrong)[:4])
    note = Sentence(LATER, {"row": some[0][0], "columns": columns})
    if note not in plan.counts.notes:
        plan.counts.notes.append(note)
    yield rows


def _unlike(cells: list[str], looks: Dict[int, Callable[[str], object]]) -> set[int]:
    """The columns whose cells do not look as they do above, where most of the filled ones do not."""
    filled = [column for column in looks if column < len(cells) and _is_said(cells[column].strip())]
    wrong = {column for column in filled if not looks[column](cells[column].strip())}
    return wrong if len(wrong) * 2 >= len(filled) else set()


def _looks(plan: Recognised) -> Iterator[tuple[int, Callable[[str], object]]]:
    """What the cells of columns look like, where their header and their first cells say the same."""
    names = aliases()
    mapped = {
        source.columns[0]: name for name, source in plan.mapping.fields.items() if len(source.columns) == 1
    }
    for column, title in enumerate(plan.table.header):
        name = mapped.get(column) or names.sure.get(names.key_of(title), "")
        filled = (row[column].strip() for _, row in plan.sample if column < len(row))
        first = [text for _, text in zip(range(_FIRST), filter(_is_said, filled), strict=False)]
        if (looks := _LOOKS.get(name)) is not None and len(first) >= _LEAST and all(map(looks, first)):
            yield column, looks


def _is_said(text: str) -> bool:
    return bool(text) and text not in NOTHING


def _odd_texts(plan: Recognised, column: int, looks: Callable[[str], object]) -> frozenset[str]:
    """What stands in a column and does not look as its first cells do."""
    texts = {row[column] for _, row in plan.sample if column < len(row)}
    return frozenset(text for text in texts if _is_said(text.strip()) and not looks(text.strip()))


def _wrong(cells: list[str], looks: Iterable[int], odd: dict[int, frozenset[str]]) -> set[int]:
    """The columns whose cell in a row is not what it looks like above, where most of the filled ones are not."""
    wrong = {column for column, texts in odd.items() if column < len(cells) and cells[column] in texts}
    if len(wrong) < _LEAST:
        return wrong
    filled = [column for column in looks if column < len(cells) and _is_said(cells[column].strip())]
    return wrong if len(wrong) * 2 >= len(filled) else set()


def _of_width(plan: Recognised) -> Iterator[Sentence]:
    """Rows of a text that have another number of cells from some row on to the last."""
    table = plan.table
    if not table.delimiter or not plan.sample:
        return
    (width, first), *others = [
        (width, list(group)) for width, group in groupby(plan.sample, lambda row: len(row[1]))
    ]
    if len(others) == 1 and min(len(first), len(others[0][1])) >= _LEAST and width == table.width:
        other, rows = others[0]
        if other > width and all(any(map(str.strip, cells[width:])) for _, cells in rows):
            yield Sentence(WIDER, {"row": rows[0][0], "other": other, "count": width})
