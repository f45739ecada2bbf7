"""What is to be said of the rows of an order: they disagree, have more cells than the header, or are of two orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.checks.findings import Finding, Severity
from ordermanager.importing.errors import column_letter
from ordermanager.importing.tables.headers import header_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ordermanager.importing.mapping.mapping import Mapping

_SHOWN = 5
_CUSTOMER = (("email", "phone", "externalCustomerId"), ("firstName", "lastName"))
"""Who ordered; names tell only where nothing better does, for they are often those of recipients."""

_WHEN = ("date", "totalCost")
_DIGITS = 9
"""The last ones of a phone, which are the same however it is written."""


class RowNotes:
    """`differing` are the cells that contradict the first row of the order that is being read, by column; `odd` are
    rows with more cells than the header, with the code of what is to be said of them.
    """

    def __init__(self, mapping: Mapping, header: Sequence[str]) -> None:
        self.differing: dict[int, list[tuple[int, str]]] = {}
        self.odd: dict[int, str] = {}
        self._mapping = mapping
        self._header = header
        self._customer = next(filter(None, (self._columns(names) for names in _CUSTOMER)), frozenset())
        self._when, self._shop = self._columns(_WHEN), self._columns(("storeId",))

    def _columns(self, names: Iterable[str]) -> frozenset[int]:
        sources = [self._mapping.fields[name] for name in names if name in self._mapping.fields]
        return frozenset(column for source in sources for column in source.columns)

    def take(self, numbers: Sequence[int], first: Sequence[str]) -> tuple[Finding, ...]:
        """What there is to say of an order of these rows, completed to `first`; then it is forgotten."""
        findings = [self._two_orders(numbers[0], first)] if self.differing else []
        for column, others in self.differing.items():
            values = {
                "column": self._header[column] or column_letter(column),
                "rows": _few([number for number, _ in others]),
                "row": numbers[0],
                "other": others[0][1],
            }
            findings.append(Finding(self._field_of(column), Severity.WARNING, "import.rows_disagree", values))
        self.differing.clear()
        rows: dict[str, list[int]] = {}
        for number in numbers:
            if code := self.odd.pop(number, ""):
                rows.setdefault(code, []).append(number)
        for code, found in rows.items():
            values = {"rows": ", ".join(map(str, found[:_SHOWN]))}
            findings.append(Finding("", Severity.WARNING, code, values))
        return tuple(finding for finding in findings if finding is not None)

    def _two_orders(self, row: int, first: Sequence[str]) -> Finding | None:
        """An error where rows of one number are of another shop, or of another customer at another time or with another
        total: what they have in common may be the number alone.
        """
        rows = self._rows(self._shop, first)
        code = "import.two_shops"
        if not rows:
            rows = self._rows(self._customer, first) & self._rows(self._when, first)
            code = "import.two_orders"
        if not rows:
            return None
        return Finding("externalOrderId", Severity.ERROR, code, {"row": row, "rows": _few(sorted(rows))})

    def _rows(self, columns: frozenset[int], first: Sequence[str]) -> set[int]:
        """The rows that contradict the first one in these columns."""
        return {
            number
            for column in columns & self.differing.keys()
            for number, text in self.differing[column]
            if _plain(text) != _plain(first[column])
        }

    def _field_of(self, column: int) -> str:
        for name, source in self._mapping.fields.items():
            if column in source.columns and not name.startswith("additionalInfo."):
                return name
        key = header_key(self._header[column])
        return "status" if any(header_key(rule.column) == key for rule in self._mapping.status_rules) else ""


def _plain(text: str) -> str:
    """A text without what is written differently for the same: case, and how the digits of a phone are parted."""
    text = text.strip().casefold()
    digits = "".join(filter(str.isdecimal, text))
    is_phone = len(digits) >= _DIGITS and not text.translate(_OF_PHONES).strip(digits)
    return digits[-_DIGITS:] if is_phone else text


_OF_PHONES = dict.fromkeys(map(ord, "+-() .'\xa0"))


def _few(rows: Sequence[int]) -> str:
    return ", ".join(map(str, rows[:_SHOWN])) + (" …" if len(rows) > _SHOWN else "")
