"""Everything that a person reads in their own language: sentences, field labels, numbers, amounts and dates.

Widgets call `self.tr()`; this module translates what comes from below `ui` (Sentence, Field, Status, State)
and formats values by the language's QLocale. Times come as UTC ISO text or aware datetimes and are shown in
the given time zone.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from datetime import date as calendar_date
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
    Signal,
)

from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD
from ordermanager.domain.sentences import Sentence
from ordermanager.resources import resource

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.fields import Field

LANGUAGES = {"en": "English", "uk": "Українська"}
"""Code → its own name. Adding one: a .ts file in resources/translations, and a line here."""

_GROUPED_FROM = 10_000
"""Counts below this are written without a separator, as people write years, ports and row numbers."""
_TURNS = (
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters that are written from right to left, and signs that turn the direction."""


def text(sentence: Sentence) -> str:
    """A sentence from below `ui`, translated and filled in."""
    template = QCoreApplication.translate("Sentence", sentence.template)
    if not sentence.values:
        return template
    return template.format_map({name: _value(value) for name, value in sentence.values.items()})


def finding_text(finding: Finding) -> str:
    """What a finding says, translated."""
    return text(finding.sentence)


def label(field: Field) -> str:
    """The name of an API field for people."""
    return QCoreApplication.translate("Field", field.label)


def field_name(name: str) -> str:
    """The name of a field of an order or item for people; what is no field of ours stays as it is."""
    field = ORDER_FIELD.get(name) or ITEM_FIELD.get(name)
    return name if field is None else label(field)


def layout_title(title: str) -> str:
    """The title of a table layout: ours are translated, a person's own stands as it was written."""
    return QCoreApplication.translate("Layout", title)


def count(value: int) -> str:
    """A whole number with the language's separators."""
    return QLocale().toString(value)


def axis_number(value: float, places: int = 0) -> str:
    """A number beside an axis: `80,000`, with so many decimals."""
    return QLocale().toString(value, "f", places)


def decimal(value: Decimal) -> str:
    """The very digits of a Decimal with the language's decimal sign and grouping."""
    sign, digits, exponent = value.as_tuple()
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    plain = f"{abs(value):f}"
    whole, _, fraction = plain.partition(".")
    locale = QLocale()
    shown = locale.toString(int(whole)) if len(whole) <= 15 else whole
    if places:
        shown += locale.decimalPoint() + fraction
    return (locale.negativeSign() if sign and any(digits) else "") + shown


def money(value: Decimal | None, currency: str = "") -> str:
    """An amount with at least two places, and its currency code behind it."""
    if value is None:
        return ""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent > -2 and value.is_finite():
        value = value.quantize(Decimal("0.01")) if value.adjusted() < 20 else value
    return f"{decimal(value)} {currency}".rstrip()


def date_time(value: str | datetime | None, timezone: str = "", *, seconds: bool = False) -> str:
    """A moment as the language writes it, short, in `timezone` (IANA; empty: the computer's)."""
    moment = _moment(value, timezone)
    if moment is None:
        return str(value or "")
    clock = f"{moment:%H:%M:%S}" if seconds else f"{moment:%H:%M}"
    return f"{day(moment)} {clock}"


def clock(value: datetime, timezone: str = "") -> str:
    """The time of day of a moment, to the second: something is waited for."""
    return f"{_moment(value, timezone):%H:%M:%S}"


def date(value: str | datetime | None, timezone: str = "") -> str:
    """The day of a moment."""
    moment = _moment(value, timezone)
    return str(value or "") if moment is None else day(moment)


def day(value: calendar_date) -> str:
    """A day of the calendar, with its year."""
    return _qdate(value).toString(day_format())


def short_day(value: calendar_date, *, year: bool) -> str:
    """A day for where there is little room: `28 Nov`, or `28 Nov 26`."""
    return QLocale().toString(_qdate(value), "d MMM yy" if year else "d MMM")


def month(value: calendar_date) -> str:
    """A month and its year: `Nov 2026`."""
    name = QLocale().standaloneMonthName(value.month, QLocale.FormatType.ShortFormat)
    return f"{name} {value.year}"


def plain_date_time(value: str | datetime | None, timezone: str = "") -> str:
    """A moment to be edited as text: `2026-11-23 14:05` in `timezone`, which reads back in every language."""
    moment = _moment(value, timezone)
    return str(value or "") if moment is None else f"{moment:%Y-%m-%d %H:%M}"


def duration(seconds: float) -> str:
    """Time left, roughly: "40 s", "5 min", "2 h 10 min"."""
    whole = max(0, round(seconds))
    if whole < 90:
        return QCoreApplication.translate("Time", "{n} s").format(n=count(whole))
    minutes = round(whole / 60)
    if minutes < 90:
        return QCoreApplication.translate("Time", "{n} min").format(n=count(minutes))
    hours, rest = divmod(minutes, 60)
    return QCoreApplication.translate("Time", "{h} h {m} min").format(h=count(hours), m=rest)


def day_format() -> str:
    """How this language writes a day, for Qt: short, with the year in full and two digits each, so that dates line up
    and cannot be mistaken."""
    return "dd.MM.yyyy" if QLocale().language() == QLocale.Language.Ukrainian else "yyyy-MM-dd"


def _qdate(value: calendar_date) -> QDate:
    return QDate(value.year, value.month, value.day)


def _moment(value: str | datetime | None, timezone: str) -> datetime | None:
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if value is None:
        return None
    aware = value if value.tzinfo is not None else value.replace(tzinfo=UTC)
    if not timezone:
        return aware.astimezone(None)
    from zoneinfo import ZoneInfo  # a start needs it only where a zone was chosen

    return aware.astimezone(ZoneInfo(timezone))


def _isolated(value: str) -> str:
    """A text that stands in a sentence and must not turn it round: what is written from right to left stays so by
    itself (Unicode's first strong isolate)."""
    return f"\u2068{value}\u2069" if not value.isascii() and re.search(_TURNS, value) else value


def _value(value: object) -> object:
    if isinstance(value, Sentence):
        return text(value)
    if isinstance(value, str):
        return _isolated(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return count(value) if abs(value) >= _GROUPED_FROM else value
    if isinstance(value, Decimal):
        return decimal(value)
    if isinstance(value, datetime):
        return date_time(value)
    if isinstance(value, calendar_date):
        return QDate(value.year, value.month, value.day).toString(day_format())
    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.values.moments import Moment

    if isinstance(value, Moment):
        return date_time(value.at, value.zone)
    return finding_text(value) if isinstance(value, Finding) else value


class Language(QObject):
    """Installs the translators of a language and its number formats; every widget gets a LanguageChange
    event."""

    changed = Signal()

    def __init__(self, app: QApplication, code: str = "") -> None:
        super().__init__(app)
        self._app = app
        self._translators: list[QTranslator] = []
        self._code = ""
        self.set_code(code)

    @property
    def code(self) -> str:
        """The language in use: a key of LANGUAGES."""
        return self._code

    def set_code(self, code: str) -> None:
        """Use this language from now on; empty means the system's, and English where we do not speak that."""
        wanted = [code] if code else [name.partition("-")[0] for name in QLocale.system().uiLanguages()]
        new = next((name for name in wanted if name in LANGUAGES), "en")
        if new == self._code:
            return
        self._code = new
        for old in self._translators:
            self._app.removeTranslator(old)
            old.deleteLater()
        self._translators = []
        QLocale.setDefault(_locale(new))
        # Plural forms of %n are a translation in English too, so the English file is loaded like any other.
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._load(f"qtbase_{new}", qt_folder)
        self._load(f"ordermanager_{new}", str(resource("translations")))
        self.changed.emit()

    def _load(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._app.installTranslator(translator)
            self._translators.append(translator)


def _locale(code: str) -> QLocale:
    system = QLocale.system()
    if system.name().startswith(code):
        return system  # the country's own way of writing numbers
    return QLocale(QLocale.Language.Ukrainian if code == "uk" else QLocale.Language.English)
