"""What is kept of an import beside its counts: the file, how it was read, by whom; and how to do the same again."""

from __future__ import annotations

import getpass
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import KnownError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.importing.reading.source import Source
    from ordermanager.services.imports.prepared import PreparedImport


class Fingerprint:
    """The hash of the file, made beside the import that reads it."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._found = ""
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def wait(self) -> str:
        """SHA-256 in hexadecimal; empty where the file cannot be read any more."""
        self._thread.join()
        return self._found

    def _run(self) -> None:
        try:
            self._found = self._source.sha256()
        except KnownError:
            self._found = ""  # whoever reads the orders says so


def details(prepared: PreparedImport) -> dict[str, object]:
    """For the record of the import, as it begins."""
    from ordermanager.services.imports.profiles import plan_profile

    plan, options = prepared.plan, prepared.options
    table, layout = plan.table, plan.layout
    profile = plan_profile(plan, prepared.profile_name, prepared.profile_version or 1)
    items_profile = plan_profile(plan.items_plan) if plan.items_plan else None
    return {
        "rules": dict(prepared.rules_given),
        "path": _place(plan.source.path),
        "format": table.format.value,
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "sheet": table.sheet,
        "header_row": table.header_row,
        "layout_version": layout.version if layout else 0,
        "profile": prepared.profile_name,
        "profile_version": prepared.profile_version,
        "user": _user(),
        "options": {
            "layout": options.layout or "",
            "encoding": options.encoding or "",
            "delimiter": options.delimiter or "",
            "sheet": options.sheet or "",
            "header_row": options.header_row or 0,
            "part": options.part or "",
            "mend_letters": options.mend_letters,
            "mapping": profile.to_json() if profile else "",
            "constants": dict(options.constants),
            "items": _place(plan.items_plan.source.path) if plan.items_plan else "",
            "items_mapping": items_profile.to_json() if items_profile else "",
        },
    }


def _place(path: Path | None) -> str:
    """Where a file lies, to find it again from any folder; empty for pasted text."""
    return str(path.absolute()) if path is not None else ""


def of_file(source: Source, fingerprint: Fingerprint | None) -> dict[str, object]:
    """Size and hash of a file that was read, as the import ends."""
    return {"size": size_of(source), "sha256": fingerprint.wait() if fingerprint else ""}


def size_of(source: Source) -> int:
    """Bytes of the file; 0 where it is gone."""
    try:
        return source.size
    except KnownError:
        return 0


def options_again(details: Mapping[str, object]) -> dict[str, Any]:
    """The arguments of ImportOptions that do again what a record says was done."""
    from ordermanager.domain.checks.rules import RuleSet
    from ordermanager.importing.mapping.profiles import profile_from_json
    from ordermanager.services.imports.second_file import second_of_record

    given, rules = _texts(details.get("options")), _texts(details.get("rules"))
    mapping, header_row = given.get("mapping"), given.get("header_row")
    constants, of_items = given.get("constants"), given.get("items_mapping")
    return {
        "layout": None if mapping else given.get("layout") or None,
        "profile": profile_from_json(str(mapping)) if mapping else None,
        "items_profile": profile_from_json(str(of_items)) if of_items else None,
        "constants": dict(constants) if isinstance(constants, dict) else {},
        "timezone": rules.get("timezone") or None,
        "region": rules.get("region") or None,
        "rule_set": RuleSet(str(rules["rule_set"])) if rules.get("rule_set") else None,
        "encoding": given.get("encoding") or None,
        "delimiter": given.get("delimiter") or None,
        "sheet": given.get("sheet") or None,
        "header_row": header_row if isinstance(header_row, int) and header_row else None,
        "part": str(given.get("part") or "") or None,
        "mend_letters": given.get("mend_letters") is True,
        "second": second_of_record(details),
    }


def items_file(details: Mapping[str, object]) -> Path | None:
    """The second file of an import, with the items; `options_again` leaves it out, for another file has others."""
    items = _texts(details.get("options")).get("items")
    return Path(items) if isinstance(items, str) and items else None


def _texts(given: object) -> dict[str, Any]:
    return given if isinstance(given, dict) else {}


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, or no way to ask
        return ""
