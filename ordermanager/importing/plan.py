"""What an import will do, to look at and to change before it runs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ordermanager.domain.checks.rules import RuleSet
from ordermanager.importing.mapping.field_views import field_views
from ordermanager.importing.mapping.lacks import lacks_of, missing_fields
from ordermanager.importing.recognised import Recognised
from ordermanager.importing.run import sample_statuses
from ordermanager.importing.values.status_words import StatusWord, merged, word_key

if TYPE_CHECKING:
    from ordermanager.importing.mapping.field_views import FieldView
    from ordermanager.importing.mapping.lacks import Lack


@dataclass(slots=True)
class Plan(Recognised):
    """A recognised file with all that is said of it before it runs; `prepare` makes it."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that the full rule set asks for and that the whole file lacks, in the order of the form.

        To be said once for the file, with the choices: a constant, a template, another rule set.
        """
        return missing_fields(self)

    def lacks(self, rule_set: RuleSet = RuleSet.FULL) -> tuple[Lack, ...]:
        """What the whole file lacks under these rules: each field once, with why and with the choices."""
        return lacks_of(self, rule_set)

    @property
    def field_views(self) -> tuple[FieldView, ...]:
        """The mapping seen from the fields, with what their first values come out as."""
        return field_views(self)

    @property
    def statuses(self) -> tuple[StatusWord, ...]:
        """The words for statuses with their number and first rows: of the whole file if it was read through,
        else of the sample. Words that were taught since count as known.
        """
        found = self.counts.statuses or self.examined_statuses or sample_statuses(self)
        taught = {word_key(word): status for word, status in self.mapping.status_words.items()}
        return merged(replace(one, status=taught.get(word_key(one.word), one.status)) for one in found)
