"""A whole name in two parts."""

from __future__ import annotations

import re

_COMPANY = re.compile(r"(?:ТОВ|ТзОВ|ПП|АТ|ПАТ|ПрАТ|ООО|ОАО|ЗАО)\s").match
_TRADER = re.compile(r"(?:ФОП|ФЛП|СПД|ИП|ЧП)\s+").match
_OF_FIRMS = frozenset(("ТО", "Тз", "ПП", "АТ", "ПА", "Пр", "ОО", "ОА", "ЗА", "ФО", "ФЛ", "СП", "ИП", "ЧП"))
"""What these begin with: few names do."""


def name_parts(text: str) -> tuple[str, str]:
    """The first word and the others, or what stands before and behind a comma: `von Berg, Eva`. A company is one name,
    and what a sole trader begins with is none.
    """
    if text[:2] in _OF_FIRMS:
        if _COMPANY(text):
            return " ".join(text.split()), ""
        if trader := _TRADER(text):
            text = text[trader.end() :]
    if text[-1:] == ">" and "@" in text:
        text = text.partition("<")[0]  # an e-mail behind the name
    first, _, others = text.partition(",")
    if not others.strip():
        first, _, others = text.strip().partition(" ")
    return " ".join(first.split()), " ".join(others.split())
