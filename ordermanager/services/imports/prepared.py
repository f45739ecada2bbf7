"""How a file is to be read, and the file as it was recognised: what the steps of an import hand on to one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from ordermanager.domain.checks.rules import CheckRules, RuleSet
    from ordermanager.domain.sentences import Sentence
    from ordermanager.importing.mapping.adjust import Adjustments
    from ordermanager.importing.mapping.mapping import FieldRule
    from ordermanager.importing.mapping.profiles import Profile
    from ordermanager.importing.plan import Plan
    from ordermanager.services.imports.second_file import SecondFile
    from ordermanager.services.imports.waiting_child import Claim


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to read a file, where it should not be guessed. None means: recognise it, or take the workspace's setting.

    `constants` give a field of every order or item. `columns` (index of a column, or its header, -> field name, empty:
    do not import) overrules what was recognised; so do `fields` (columns joined, split or added up).
    `timezone`, `region` and `rule_set` hold for these orders for good.

    `use_profiles`: a file whose headers were imported before is mapped as last time, unless `layout` or `profile` is
    given. `remember`: a mapping that was changed by a person is kept for the next file with these headers.
    `adjustments` are what a person changed besides (status words, dates, grouping …); `items` is a second file with
    the items of these orders, joined by the order's number, `items_columns` and `items_profile` are for its columns.
    `second` is the second file that an earlier import had: it is not read, this time's is asked for.
    """

    layout: str | None = None
    profile: Profile | Path | None = None
    constants: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[int | str, str] | None = None
    fields: Mapping[str, FieldRule] = field(default_factory=dict)
    timezone: str | None = None
    region: str | None = None
    rule_set: RuleSet | None = None
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    header_row: int | None = None
    part: str | None = None
    mend_letters: bool = False
    use_profiles: bool = True
    remember: bool = True
    adjustments: Adjustments | None = None
    items: Path | None = None
    items_columns: Mapping[int | str, str] | None = None
    items_profile: Profile | None = None
    second: SecondFile | None = None


@dataclass(frozen=True, slots=True)
class PreparedImport:
    """A recognised file, ready to be previewed and run. `plan.columns` and `plan.problem` are for the mapping step.

    `profile_name` is the kept profile that was used without asking ("as last time"), empty if none was; `recognised`
    is the mapping as it was before a person changed anything. `awaited` is the second file that these orders had last
    time, where none is given now. `zone_note` says in which time zone times without one are read. `claim` is on the
    child that will read it, which may be waiting already.
    """

    file: str
    plan: Plan
    options: ImportOptions
    rules: CheckRules
    rules_given: Mapping[str, str]
    profile_name: str = ""
    profile_version: int = 0
    recognised: str = ""
    awaited: SecondFile | None = None
    zone_note: Sentence | None = None
    claim: Claim | None = None

    def close(self) -> None:
        """Give it up without running it."""
        self.plan.close()
        if self.claim is not None:
            self.claim.close()
