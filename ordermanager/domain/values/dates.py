"""Reads dates as shops and spreadsheets write them; a date without an offset is in the workspace's time zone.

An offset always goes out: the vendor's pages disagree on what a date without one means (yespo-api.md 1.4).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.domain.values.month_names import MONTHS
from ordermanager.domain.values.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST_YEAR, LAST_YEAR = 1970, 2199
"""Years outside are a slip (`0026-11-23`), whatever the calendar says."""

MAX_LENGTH = 96

_ISO = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,12})?)?"
    r"(Z|[+-][0-9]{2}:[0-9]{2})?"
).fullmatch
_FLAGS = re.IGNORECASE | re.VERBOSE
_YEAR = r"(?P<year> [0-9]{4} | [0-9]{2}) (?: \s* [ргr]\.?)?"
_DAY = r"(?P<day> [0-9]{1,2}) (?: st | nd | rd | th)?"
_MONTH = r"(?P<month> [^\W\d]+) \.?"
_WEEKDAY = r"(?: [^\W\d]+ \.? (?: , \s* | \s+ (?= [^\W\d]+ \.? \s+ [0-9])))?"
_TIME = r"""(?:
    (?: T | ,? \s+ (?: at \s+ | [ов] \s+)?)
    (?P<hour> [0-9]{1,2}) : (?P<minute> [0-9]{2})
    (?: : (?P<second> [0-9]{2}) (?: [.,] (?P<fraction> [0-9]{1,12}))?)?
    (?: \s* (?: (?P<half> [ap]) \.? m \.? | (?P<half_uk> [дп]) п))?
    \s* (?P<zone> Z | UTC | (?: UTC | GMT)? [+-] [0-9]{1,2} :? (?: [0-9]{2})? | GMT | EES?T | CES?T | MSK)?
    (?: \s+ \( [^()]{1,40} \) | \[ [A-Za-z_/+-]{1,40} \])?
)?"""
_DAY_NAMES = (
    "пн|вт|ср|чт|пт|сб|нд|вс|понеділок|вівторок|середа|четвер|п[’']ятниця|субота|неділя|понедельник|вторник|среда|четверг|"
    "пятница|суббота|воскресенье|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
)
_NUMBERS = re.compile(
    rf"(?: (?:{_DAY_NAMES}) \.? ,? \s+ )?"
    r"(?P<a> [0-9]{1,4}) (?P<sep> [./-]) (?P<b> [0-9]{1,2}) (?P=sep) (?P<c> [0-9]{4} | [0-9]{1,2})"
    r"(?: \s* [ргr]\.?)?" + _TIME,
    _FLAGS,
).fullmatch
_DAY_FIRST = re.compile(
    _WEEKDAY + _DAY + r"[\s.-]+" + _MONTH + r",? [\s-]+" + _YEAR + _TIME, _FLAGS
).fullmatch
_MONTH_FIRST = re.compile(
    _WEEKDAY + _MONTH + r"[\s-]+" + _DAY + r"(?: ,\s* | [\s-]+)" + _YEAR + _TIME, _FLAGS
).fullmatch
_TIME_FIRST = re.compile(
    r"([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?),?\s+([0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4})"
).fullmatch
"""`14:05 23.11.2026`"""
_COMPACT = re.compile(
    r"((?:19|20)[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])(?:T([0-9]{2})([0-9]{2})([0-9]{2})(Z?))?"
).fullmatch
"""`20261123`, `20261123T140500Z`"""
_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])([0-9]{1,2}):?([0-9]{2})?", re.IGNORECASE).fullmatch
_REMEMBERED_HOURS = 20_000
_NAMED_OFFSETS = {"EET": 2, "EEST": 3, "CET": 1, "CEST": 2, "MSK": 3}
"""Hours ahead of UTC; answers to Google's forms and dates of JavaScript name them."""
_SERIAL = re.compile(r"[34][0-9]{4}(?:\.[0-9]+)?").fullmatch
"""Day numbers of spreadsheets between 1982 and 2036."""


def read_date(text: str, zone: str) -> datetime:
    """The moment, with the offset that was written or the one that `zone` (IANA: `Europe/Kyiv`) has then.

    A date alone is the midnight that begins it. Raises Unreadable with a code that begins with `date.`.
    """
    text = text.strip()
    match = _ISO(text)
    if match:
        return _from_iso(text, match[1], zone)
    return _read_other(text, zone)


def common_date(text: str) -> datetime | None:
    """What `read_date` reads, where the text is ISO with an offset and possible; None leaves it to that."""
    match = _ISO(text)
    if match is None or match[1] is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None


class CommonDates:
    """Many dates that `common_date` reads, as texts in UTC. All but the minutes and seconds of a date is read once."""

    def __init__(self) -> None:
        self._hours: dict[str, str] = {}
        self._within_an_hour = frozenset(f":{place // 60:02}:{place % 60:02}" for place in range(3600))

    def utc_texts(self, texts: Iterable[str]) -> list[str]:
        """`2026-11-23T12:05:00Z` for each; empty where it is no such date, has a part of a second, or is not whole
        hours away from UTC.
        """
        hours, within_an_hour = self._hours, self._within_an_hour
        found = []
        for text in texts:
            hour, rest = hours.get(text[:13] + text[19:]), text[13:19]
            if hour is None:
                hour = self._utc_hour(text)
            found.append(f"{hour}{rest}Z" if hour and rest in within_an_hour else "")
        return found

    def _utc_hour(self, text: str) -> str:
        moment = common_date(text)
        if moment is None:
            return ""
        utc = moment.astimezone(UTC).isoformat()
        if len(self._hours) >= _REMEMBERED_HOURS:
            self._hours.clear()
        hour = utc[:13] if utc[13:19] == text[13:19] and not moment.microsecond else ""
        self._hours[text[:13] + text[19:]] = hour
        return hour


@lru_cache(maxsize=64)
def read_zone(name: str) -> ZoneInfo:
    """The time zone of this IANA name. Raises WrongUse if there is none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise WrongUse(
            QT_TRANSLATE_NOOP(
                "Sentence", "There is no time zone named “{zone}”. Names look like Europe/Kyiv."
            ),
            zone=name,
        ) from None


def date_text(moment: datetime) -> str:
    """ISO 8601 with offset and seconds, a fraction only where there is one: `2026-11-23T14:05:00+02:00`."""
    return moment.isoformat()


def _from_iso(text: str, offset: str | None, zone: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        if offset is None:
            moment = moment.replace(tzinfo=read_zone(zone))
    except ValueError:
        raise Unreadable("date.impossible", value=text) from None
    return _in_range(moment, text)


def _in_range(moment: datetime, text: str) -> datetime:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise Unreadable("date.impossible", value=text)
    return moment


def _read_other(text: str, zone: str) -> datetime:
    if len(text) > MAX_LENGTH:
        raise Unreadable("date.unreadable", value=text)
    numbers = _NUMBERS(text)
    if numbers:
        return _from_numbers(numbers, text, zone)
    words = _DAY_FIRST(text) or _MONTH_FIRST(text)
    month = MONTHS.get(words["month"].casefold()) if words else None
    if words and month:
        return _moment(_year(words["year"]), month, int(words["day"]), words, text, zone)
    if turned := _TIME_FIRST(text):
        return _read_turned(turned, text, zone)
    if compact := _COMPACT(text):
        day, clock = "-".join(compact.groups()[:3]), compact.groups("")[3:6]
        when = f"{day}T{':'.join(clock)}" if clock[0] else day
        return _from_iso(when + "+00:00" * bool(compact[7]), compact[7] or None, zone)
    if _SERIAL(text):
        meant = datetime(1899, 12, 30) + timedelta(days=float(text))  # noqa: DTZ001 - a wall clock
        proposal = meant.replace(microsecond=0).isoformat(" ").removesuffix(" 00:00:00")
        raise Unreadable("date.serial", proposal, value=text, meant=proposal)
    raise Unreadable("date.unreadable", value=text)


def _read_turned(match: re.Match[str], text: str, zone: str) -> datetime:
    """A time with its date behind it."""
    try:
        return read_date(f"{match[2]} {match[1]}", zone)
    except Unreadable as error:
        raise Unreadable(error.code, error.proposal, **{**error.values, "value": text}) from None


def _from_numbers(match: re.Match[str], text: str, zone: str) -> datetime:
    """Points mean day, month, year; with slashes and hyphens either may come first, unless one is over 12."""
    a, b, c = match["a"], int(match["b"]), match["c"]
    if len(a) == 4:
        if len(c) > 2:
            raise Unreadable("date.unreadable", value=text)
        return _moment(int(a), b, int(c), match, text, zone)
    if len(a) > 2 or len(c) not in (2, 4):
        raise Unreadable("date.unreadable", value=text)
    first, year = int(a), _year(c)
    if match["sep"] != "." and len(c) == 2 and 12 < first <= 31 and b <= 12:
        raise _two_meanings(text, (year, b, first), (2000 + first, b, int(c)))
    if match["sep"] == "." or first == b or first > 12:
        return _moment(year, b, first, match, text, zone)
    if b > 12:
        return _moment(year, first, b, match, text, zone)
    raise _two_meanings(text, (year, b, first), (year, first, b))


def _two_meanings(text: str, *meanings: tuple[int, int, int]) -> Unreadable:
    first, second = (f"{year:04}-{month:02}-{day:02}" for year, month, day in meanings)
    return Unreadable("date.ambiguous", value=text, first=first, second=second)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _moment(year: int, month: int, day: int, match: re.Match[str], text: str, zone: str) -> datetime:
    """Date and the time that stands behind it, if one does."""
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    microsecond = int((match["fraction"] or "")[:6].ljust(6, "0"))
    try:
        if half := match["half"] or match["half_uk"]:
            if not 1 <= hour <= 12:
                raise ValueError
            hour = hour % 12 + (12 if half.lower() in "pп" else 0)
        moment = datetime(year, month, day, hour, minute, second, microsecond, _offset(match["zone"], zone))
    except ValueError:
        raise Unreadable("date.impossible", value=text) from None
    return _in_range(moment, text)


def _offset(text: str | None, zone: str) -> tzinfo:
    """`+0200`, `+02:00`, `+2`, `UTC+2`, `Z`; `zone` where nothing is written. ValueError beyond 14 hours."""
    if not text:
        return read_zone(zone)
    if (named := _NAMED_OFFSETS.get(text.upper())) is not None:
        return timezone(timedelta(hours=named))
    match = _OFFSET(text)
    if match is None:
        return UTC
    hours, minutes = int(match[2]), int(match[3] or 0)
    if hours > 14 or minutes > 59:
        raise ValueError
    delta = timedelta(hours=hours, minutes=minutes)
    return timezone(-delta if match[1] == "-" else delta)
