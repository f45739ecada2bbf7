"""Letters that were saved in a wrong encoding: noticed wherever in a file they stand and proposed to be put right; put
right where a person says so, and never unasked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.importing.reading import double_encoded, misread
from ordermanager.importing.reading.double_encoded import CODECS, TWICE
from ordermanager.importing.reading.misread import MISREAD, PAIRS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ordermanager.importing.tables.table import Row, Table

NOTICED = QT_TRANSLATE_NOOP(
    "Sentence",
    "Letters of this file were saved in a wrong encoding: “{example}” may be “{meant}” ({count} such cells in its "
    "first rows). They are left so, unless you have them put right.",
)
NOTICED_LATER = QT_TRANSLATE_NOOP(
    "Sentence",
    "From row {row} on, letters were saved in a wrong encoding: “{example}” may be “{meant}”. They are left so, unless "
    "you import the file again and have them put right.",
)
MENDED = QT_TRANSLATE_NOOP(
    "Sentence",
    "Letters that were saved in a wrong encoding are put right, as you chose: “{example}” is “{meant}”.",
)
NOTHING_TO_MEND = QT_TRANSLATE_NOOP(
    "Sentence", "No letters of this file seem to be wrong: nothing was put right."
)

_SUSPECT = re.compile(f"{TWICE.pattern}|{MISREAD.pattern}").search
_SHOWN = 40
_MOST_WEIGHED = 200
"""Cells whose letters are weighed."""

_MARKS = (
    ("°", ("Р°", "Ð°", "Đ°")),  # а
    ("©", ("Г©", "Ã©", "Ă©")),  # é
    ("¶", ("Г¶", "Ã¶", "Ă¶")),  # ö
    ("ñò", ("ñò",)),  # ст
    ("îâ", ("îâ",)),  # ов
)
"""What is quickly looked for in all of a file: a frequent letter that was spoiled, and what it is then; a sign alone is
found in next to no time.
"""


def may_be_misread(text: str) -> bool:
    """Whether letters of a long text may be wrong; asked of every piece of a file."""
    return not text.isascii() and any(
        sign in text and any(found in text for found in spoiled) for sign, spoiled in _MARKS
    )


def mended(text: str, repair: str) -> str:
    """The text put right by one of the repairs."""
    return misread.mended(text, repair) if repair in PAIRS else double_encoded.mended(text, repair)


def read_letters(table: Table, head: Sequence[Row], *, mend: bool) -> list[Row]:
    """Notice letters that are wrong; put right, in these rows and all later ones, if that is wanted."""
    found = _repair(head) if _is_possible(table) else None
    if mend and found is None and _is_possible(table):
        found = next(_later(table.open_rows()), None)
    if found is None:
        if mend:
            table.note(Sentence(NOTHING_TO_MEND))
        return list(head)
    repair, count, example = found[:3]
    table.mendable = repair
    values = {"example": example[:_SHOWN], "meant": mended(example, repair)[:_SHOWN]}
    if not mend:
        table.note(Sentence(NOTICED, {**values, "count": count}))
        return list(head)
    table.note(Sentence(MENDED, values))
    table.mended = repair
    return read_mended(table, head)


def read_mended(table: Table, head: Sequence[Row] = ()) -> list[Row]:
    """Put the letters of these rows and of all that come right, by `table.mended`."""
    repair, opened = table.mended, table.open_rows

    def rows() -> Iterator[Row]:
        for number, cells in opened():
            yield number, [text if text.isascii() else mended(text, repair) for text in cells]

    table.open_rows = rows
    return [(number, [mended(text, repair) for text in cells]) for number, cells in head]


def watched(rows: Iterable[Row], table: Table) -> Iterator[Row]:
    """The rows as they are; the first one whose letters are wrong is noted, where nothing was said of them before."""
    if table.mendable or table.mended or not _is_possible(table):
        yield from rows
        return
    for row in (waiting := iter(rows)):
        text = "\n".join(row[1])
        yield row
        if not text.isascii() and may_be_misread(text) and note_if_misread(row, table):
            break
    yield from waiting


def note_if_misread(row: Row, table: Table) -> bool:
    """Note that letters are wrong from this row on; whether they are."""
    if (found := next(_later((row,)), None)) is None:
        return False
    repair, _, example = found
    values = {"row": row[0], "example": example[:_SHOWN], "meant": mended(example, repair)[:_SHOWN]}
    table.note(Sentence(NOTICED_LATER, values))
    return True


def _later(rows: Iterable[Row]) -> Iterator[tuple[str, int, str]]:
    for row in rows:
        if _SUSPECT("\n".join(row[1])) and (found := _repair((row,))) is not None:
            yield found


def _is_possible(table: Table) -> bool:
    return not table.encoding or table.encoding.startswith("utf")  # else the encoding is the wrong one


def _repair(rows: Sequence[Row]) -> tuple[str, int, str] | None:
    """The repair that these rows need, how many of their cells are other ones then, and one of them."""
    every = [text for _, cells in rows for text in cells if not text.isascii()]
    if not (odd := [*filter(_SUSPECT, every)]):
        return None
    weighed = odd[:_MOST_WEIGHED], every[:_MOST_WEIGHED]
    repairs = [*CODECS, *(pair for pair in PAIRS if misread.is_better(*weighed, pair))]
    found = [(repair, *_examples(every, repair)) for repair in repairs]
    best = max(found, key=lambda each: each[1], default=None)
    return best if best is not None and best[1] else None


def _examples(texts: Sequence[str], repair: str) -> tuple[int, str]:
    """How many cells are other ones when they are put right, and one of them."""
    found = [text for text in texts if mended(text, repair) != text]
    return len(found), max(found, key=lambda text: (len(text) <= _SHOWN, len(text)), default="").strip()
