"""Names of the months as exports and people write them, in English, Ukrainian, Russian, Polish and German."""

from __future__ import annotations

_NAMES = """
    january jan січень січня січ январь января янв styczeń stycznia sty januar
    february feb лютий лютого лют февраль февраля фев февр luty lutego lut februar
    march mar березень березня бер март марта мар marzec marca märz mär
    april apr квітень квітня кві квіт апрель апреля апр kwiecień kwietnia kwi
    may травень травня тра трав май мая maj maja mai
    june jun червень червня чер черв июнь июня июн czerwiec czerwca cze juni
    july jul липень липня лип июль июля июл lipiec lipca lip juli
    august aug серпень серпня сер серп август августа авг sierpień sierpnia sie
    september sep sept вересень вересня вер верес сентябрь сентября сен сент wrzesień września wrz
    october oct жовтень жовтня жов жовт октябрь октября окт październik października paź oktober okt
    november nov листопад листопада лис лист ноябрь ноября ноя нояб listopad listopada lis
    december dec грудень грудня гру груд декабрь декабря дек grudzień grudnia gru dezember dez
"""

MONTHS: dict[str, int] = {
    name: number for number, line in enumerate(_NAMES.strip().splitlines(), start=1) for name in line.split()
}
"""A name in small letters -> 1 to 12."""
