"""What a workbook's cell says, as text: exact numbers, ISO dates, nothing that a spreadsheet made up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any


def cell_text(value: object) -> str:
    """The text of a cell. 380670000001.0 is `380670000001`, a date is ISO, 0.1+0.2 is `0.3` as the
    spreadsheet shows it.
    """
    write = TEXT_OF.get(value.__class__)
    return write(value) if write else ""


def writable(text: str) -> str:
    """Without NULs and halves of characters, which no later stage can write anywhere; these become question marks."""
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def number_text(value: float) -> str:
    """The fifteen digits that spreadsheets keep; more are binary noise. Below 10^15 every whole number is exact; of a
    larger one the last digits are lost, and it is written as the spreadsheet shows it: 5.9E+17.
    """
    text = f"{value:.15g}"
    if "e" not in text and "n" not in text:
        return text if text != "-0" else "0"
    if "e+" in text:
        return text.upper()
    return format(Decimal(text), "f") if "e" in text else ""  # no number and infinity say nothing


def _moment(value: datetime) -> str:
    """Spreadsheets hold time as part of a day, so 14:05:00 may come as 14:04:59.9999: rounded to the
    second.
    """
    try:
        rounded = (value + timedelta(microseconds=500_000)).replace(microsecond=0)
    except OverflowError:  # the last half second of the year 9999
        rounded = value.replace(microsecond=0)
    if rounded.time() == time():
        return rounded.date().isoformat()
    return rounded.isoformat(" ")


def _time(value: time) -> str:
    return _moment(datetime.combine(date(2000, 1, 1), value))[11:] or "00:00:00"


def _duration(value: timedelta) -> str:
    seconds = round(value.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


TEXT_OF: dict[type, Callable[[Any], str]] = {
    str: writable,
    float: number_text,
    int: str,
    bool: {True: "TRUE", False: "FALSE"}.__getitem__,
    datetime: _moment,
    date: date.isoformat,
    time: _time,
    timedelta: _duration,
}
"""How each kind of value that a reader gives is written; a table, because there are millions of cells."""
