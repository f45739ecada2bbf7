"""What a workbook's cell says, as text: exact numbers, ISO dates, nothing that a spreadsheet made up."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

_EXACT = 10**15
"""Below this every whole number that a spreadsheet holds is exact."""


def cell_text(value: object) -> str:
    """The text of a cell. 380670000001.0 is `380670000001`, a date is ISO, 0.1+0.2 is `0.3` as the
    spreadsheet shows it.
    """
    if isinstance(value, str):
        return value if value.isascii() and "\0" not in value else _clean(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (time, timedelta)):
        return _time(value)
    return ""


def _clean(text: str) -> str:
    """Without NULs and halves of characters, which no later stage can write anywhere."""
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    if value != value or value in (float("inf"), float("-inf")):
        return ""
    text = format(value, ".15g")  # the digits that spreadsheets keep; more are binary noise
    return format(Decimal(text), "f") if "e" in text else text


def _moment(value: datetime) -> str:
    """Spreadsheets hold time as part of a day, so 14:05:00 may come as 14:04:59.9999: rounded to the
    second.
    """
    rounded = (value + timedelta(microseconds=500_000)).replace(microsecond=0)
    if rounded.time() == time():
        return rounded.date().isoformat()
    return rounded.isoformat(" ")


def _time(value: time | timedelta) -> str:
    if isinstance(value, time):
        return _moment(datetime.combine(date(2000, 1, 1), value))[11:] or "00:00:00"
    seconds = round(value.total_seconds())
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
