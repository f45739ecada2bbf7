"""The second file that an import had, with the items of its orders: what is remembered of it, and this time's file."""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ordermanager.importing.mapping.profiles import Profile
    from ordermanager.importing.plan import Plan
    from ordermanager.services.context import Context

MOST_LOOKED_AT = 100
"""Files of a folder whose headers are read to find the one that fits; the newest come first."""


@dataclass(frozen=True, slots=True)
class SecondFile:
    """An earlier import's file with the items: its name, its headers (none where it had none, as JSON) and what its
    columns were, where that is known."""

    name: str
    headers: tuple[str, ...] = ()
    profile: Profile | None = None

    def to_json(self) -> dict[str, object]:
        """To be kept with the profile of the first file."""
        return {"name": self.name, "headers": list(self.headers)}

    def is_alike(self, header: Iterable[str]) -> bool:
        """Whether these are its headers, in whatever order."""
        from ordermanager.importing.tables.headers import header_set

        return bool(self.headers) and header_set(header) == header_set(self.headers)


def second_from_json(given: object) -> SecondFile | None:
    """What `to_json` gave; None for anything else."""
    if not isinstance(given, dict) or not isinstance(given.get("name"), str) or not given["name"]:
        return None
    headers = given.get("headers")
    return SecondFile(given["name"], tuple(map(str, headers)) if isinstance(headers, list) else ())


def second_of_plan(plan: Plan) -> SecondFile | None:
    """The file with the items of an import that is prepared."""
    other = plan.items_plan
    if other is None:
        return None
    return SecondFile(other.source.name, () if other.table.format.is_json else tuple(other.table.header))


def second_of_record(details: Mapping[str, Any]) -> SecondFile | None:
    """The file with the items of an import that is over; `details` are those of its record."""
    from ordermanager.importing.mapping.profiles import profile_from_json

    options, kept = details.get("options"), details.get("items_file")
    options = options if isinstance(options, dict) else {}
    name = kept.get("name") if isinstance(kept, dict) else Path(str(options.get("items") or "")).name
    if not name:
        return None
    profile = None
    with suppress(KnownError):
        profile = profile_from_json(str(options["items_mapping"])) if options.get("items_mapping") else None
    return SecondFile(str(name), profile.headers if profile else (), profile)


def find_second(context: Context, first: Path, second: SecondFile) -> Path | None:
    """The file beside `first` that is this time's `second`: the only one with its headers. One that came in with
    other orders is not meant. A workbook may hold it itself, in another sheet.
    """
    if any(map(second.is_alike, _headers_of_other_sheets(first))):
        return first
    found = [path for path in _beside(first, second) if second.is_alike(_header(path))]
    if not found:
        return None
    owners, own = _came_in_with(context), _hash(first)
    fitting = [path for path in found if own in owners.get(_hash(path), {own})]
    return fitting[0] if len(fitting) == 1 else None


def _beside(first: Path, second: SecondFile) -> list[Path]:
    """Files of the same kind in the same folder, the newest first."""
    suffix = Path(second.name).suffix.casefold()
    try:
        found = sorted(
            (path.stat().st_mtime, path)
            for path in first.absolute().parent.iterdir()
            if path.suffix.casefold() == suffix and path.name != first.name and path.is_file()
        )
    except OSError:  # the folder may not be listed, or a file has just gone: nothing is proposed
        return []
    return [path for _, path in reversed(found[-MOST_LOOKED_AT:])]


def _header(path: Path) -> list[str]:
    """The headers of a file; none where it cannot be read or is no table."""
    from ordermanager.importing.prepare import prepare

    try:
        plan = prepare(path)
    except KnownError:
        return []
    try:
        return [] if plan.table.format.is_json else list(plan.table.header)
    finally:
        plan.close()


def _headers_of_other_sheets(path: Path) -> Iterator[tuple[str, ...]]:
    from ordermanager.importing.prepare import prepare
    from ordermanager.importing.tables.table import ReadOptions

    with suppress(KnownError), closing(prepare(path)) as plan:
        for sheet in plan.table.sheets:
            if sheet != plan.table.sheet:
                with (
                    suppress(KnownError),
                    closing(prepare(path, read_options=ReadOptions(sheet=sheet))) as other,
                ):
                    yield other.table.header


def _hash(path: Path) -> str:
    from ordermanager.importing.reading.source import Source

    with suppress(KnownError):
        return Source.of(path).sha256()
    return ""


def _came_in_with(context: Context) -> dict[str, set[str]]:
    """By the hash of each second file those of the first files that it came in with, unless that was taken back."""
    found: dict[str, set[str]] = {}
    for record in context.workspace.imports.list():
        kept = record.details.get("items_file")
        if not record.undone_at and isinstance(kept, dict) and kept.get("sha256"):
            found.setdefault(str(kept["sha256"]), set()).add(str(record.details.get("sha256")))
    return found
