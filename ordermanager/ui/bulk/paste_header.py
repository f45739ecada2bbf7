"""The first line of copied cells, where it names columns of the list: what stands below belongs to these columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ordermanager.domain.fields import ORDER_FIELDS, Kind
from ordermanager.ui import i18n

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ordermanager.ui.big_table import Column

ORDER_ID = "externalOrderId"


class HeaderLine(NamedTuple):
    """`titles` as they were copied; the API field of each column, empty where it cannot be edited."""

    titles: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def id_column(self) -> int | None:
        """Where the orders are named."""
        return self.fields.index(ORDER_ID) if ORDER_ID in self.fields else None

    def left_out(self, rows: Sequence[Sequence[str]]) -> list[str]:
        """The titles of columns which say something that goes nowhere."""
        return [
            title
            for number, (title, field) in enumerate(zip(self.titles, self.fields, strict=True))
            if not field and any(row[number].strip() for row in rows)
        ]


def column_names(columns: Sequence[Column[Any]]) -> dict[str, str]:
    """What a first line may call a column, in small letters, and the field that is meant: the titles of the list, the
    names of fields in both languages, and those of the API."""
    names = {column.title.casefold(): column.field for column in columns if column.title}
    for field in ORDER_FIELDS:
        if field.kind is not Kind.PAIRS:
            for name in (field.name, field.label, i18n.label(field)):
                names.setdefault(name.casefold(), field.name)
    return names


def header_line(cells: Sequence[str], names: Mapping[str, str]) -> HeaderLine | None:
    """The first line as a header, where each of its cells names another column of ours."""
    titles = tuple(cell.strip() for cell in cells)
    while titles and not titles[-1]:
        titles = titles[:-1]
    if not titles or any(title.casefold() not in names for title in titles):
        return None
    fields = tuple(names[title.casefold()] for title in titles)
    given = [field for field in fields if field]
    return HeaderLine(titles, fields) if len(set(given)) == len(given) else None
