"""Columns that say who ordered and where it goes to: names, contacts, addresses. The others are found in automap.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.importing.mapping.address_columns import address_columns
from ordermanager.importing.mapping.aliases import aliases
from ordermanager.importing.mapping.evidence import (
    are_whole_names,
    believed,
    has_email_inside,
    is_word,
    rows_that_tell,
    share,
    surname_first,
)
from ordermanager.importing.mapping.mapping import FieldSource, How
from ordermanager.importing.values.percentages import says_percent

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ordermanager.importing.mapping.aliases import Aliases

SEVERAL = ("email", "phone")
"""Fields for which a second column is a second choice (billing phone, then delivery phone)."""

_NAMES = ("firstName", "lastName")


class PeopleColumns:
    """The columns of a table and what was found of them; AutoMap says what the attributes are."""

    def __init__(
        self,
        header: Sequence[str],
        sample: Sequence[list[str]],
        taken: dict[str, FieldSource],
        used: Collection[int] = (),
    ) -> None:
        self.fields: dict[str, FieldSource] = dict(taken)
        self.evidence: dict[int, str] = {}
        self.suggestions: dict[int, tuple[str, float]] = {}
        self._recipients: set[int] = set()
        self._header = header
        self._keys = ["" if says_percent(title) else aliases().key_of(title) for title in header]
        sample = rows_that_tell(sample)
        self._columns = [
            [row[index] if index < len(row) else "" for row in sample] for index in range(len(header))
        ]
        self._sample = sample
        self._used = {column for source in taken.values() for column in source.columns} | set(used)

    def _take(self, name: str, index: int, evidence: str, how: How = How.FIRST) -> None:
        source = self.fields.get(name)
        columns = (*source.columns, index) if source else (index,)
        self.fields[name] = FieldSource(columns, how, " " if how is How.JOIN else ", ")
        self._used.add(index)
        self.evidence[index] = evidence

    def _free(self) -> list[int]:
        return [index for index, key in enumerate(self._keys) if key and index not in self._used]

    def _second_contacts(self, names: Aliases) -> None:
        """Further phones and e-mails: `Телефон 1`, `Телефон 2`."""
        for index in self._free():
            name = names.sure.get(self._keys[index].rstrip("0123456789"), "")
            if name in SEVERAL and believed(name, self._columns[index]):
                self._take(name, index, "alias")

    def _contacts(self, names: Aliases) -> None:
        """Contacts whose header says whose they are: `Phone (Billing)`, `Ім'я (Доставка)`. Who pays comes before who
        gets it, and both names are of the same person.
        """
        for words in (names.of_billing, names.of_delivery):
            has_name = "firstName" in self.fields or "lastName" in self.fields
            for index in self._free():
                bare = names.unqualified(self._keys[index], words)
                name = names.sure.get(bare, "")
                if name in SEVERAL or (name in _NAMES and name not in self.fields and not has_name):
                    if believed(name, self._columns[index]):
                        self._take(name, index, "alias")
                elif bare == "name" or bare in names.first_last or bare in names.last_first:
                    if words is names.of_delivery:
                        self._recipients.add(index)
                    self._keys[index] = "customername" if bare == "name" else bare

    def _full_names(self, names: Aliases) -> None:
        """A whole name fills first and last name, in the order that the header or the cells show."""
        if "lastName" in self.fields:
            return
        columns = sorted(self._free(), key=self._is_of_delivery)
        if (given := self.fields.get("firstName")) is not None:
            column = given.columns[0]
            is_said = self.evidence.get(column) != "alias" or "first" in self._keys[column]
            if is_said or len(given.columns) > 1 or not are_whole_names(self._columns[column]):
                self._last_name()
                return
            columns = [column]  # “Ім'я клієнта” with the whole name in it
            del self.fields["firstName"]
        for index in columns:
            key, cells = self._keys[index], self._columns[index]
            is_named = key in names.last_first or key in names.first_last or key == "name"
            if not is_named and given is None:
                continue
            if not share(cells, is_word) and any(cells):
                continue
            shown = surname_first(cells)
            reverse = key in names.last_first if shown is None else shown
            first, last = (How.OTHER_WORDS, How.FIRST_WORD) if reverse else (How.FIRST_WORD, How.OTHER_WORDS)
            self._take("firstName", index, "alias", first)
            self._take("lastName", index, "alias", last)
            if "email" not in self.fields and share(cells, has_email_inside) >= 0.5:
                self.fields["email"] = FieldSource((index,))  # the checks propose what stands between < and >
            return

    def _is_of_delivery(self, index: int) -> bool:
        """Whether a column is of who gets the order, and not of who pays."""
        key, words = self._keys[index], aliases().of_delivery
        return index in self._recipients or key in words or bool(aliases().unqualified(key, words))

    def _last_name(self) -> None:
        """What is headed `Name` (or French `Nom`) beside a first name is the last one."""
        for index in self._free():
            if self._keys[index] in ("name", "nom") and share(self._columns[index], is_word) >= 0.5:
                self._take("lastName", index, "alias")
                return

    def _address(self, names: Aliases) -> None:
        """An address in several columns."""
        source = self.fields.get("deliveryAddress", FieldSource(()))
        keys = {index: self._keys[index] for index in self._free()}
        if source.how is How.FIRST and (found := address_columns(keys, source.columns, self._columns, names)):
            self.evidence.update((index, "alias") for index in found if index in keys)
            self.fields["deliveryAddress"] = FieldSource(found, How.JOIN)
            self._used.update(found)
