"""Names of the months as exports and people write them, in English, Ukrainian and Russian."""

from __future__ import annotations

_NAMES = """
    january jan січень січня січ январь января янв
    february feb лютий лютого лют февраль февраля фев февр
    march mar березень березня бер март марта мар
    april apr квітень квітня кві квіт апрель апреля апр
    may травень травня тра трав май мая
    june jun червень червня чер черв июнь июня июн
    july jul липень липня лип июль июля июл
    august aug серпень серпня сер серп август августа авг
    september sep sept вересень вересня вер верес сентябрь сентября сен сент
    october oct жовтень жовтня жов жовт октябрь октября окт
    november nov листопад листопада лис лист ноябрь ноября ноя нояб
    december dec грудень грудня гру груд декабрь декабря дек
"""

MONTHS: dict[str, int] = {
    name: number for number, line in enumerate(_NAMES.strip().splitlines(), start=1) for name in line.split()
}
"""A name in small letters -> 1 to 12."""
