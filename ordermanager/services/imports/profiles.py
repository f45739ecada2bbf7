"""The mappings that were confirmed by importing with them: kept in the workspace, known by a file's headers."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError, WrongUse
from ordermanager.services.files.tables import replacing
from ordermanager.services.imports.rejected_rows import ERROR
from ordermanager.services.imports.second_file import SecondFile, second_from_json, second_of_plan
from ordermanager.services.notices import Changes
from ordermanager.store.times import to_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ordermanager.importing.mapping.profiles import Profile
    from ordermanager.importing.plan import Plan
    from ordermanager.services.context import Context
    from ordermanager.services.imports.prepared import PreparedImport

_KEY = "import_profiles"
_SECOND = "second"


@dataclass(frozen=True, slots=True)
class ProfileInfo:
    """One kept profile, for a list. `fields` are those that columns fill, `used_at` is UTC ISO text."""

    id: str
    name: str
    version: int
    layout: str
    headers: tuple[str, ...]
    fields: tuple[str, ...]
    used_at: str


class ProfileService:
    """Any thread."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list(self) -> list[ProfileInfo]:
        """Every profile, the one that was used last first."""
        found = [_info(key, kept) for key, kept in self._all().items()]
        return sorted((info for info in found if info), key=lambda info: info.used_at, reverse=True)

    def get(self, profile_id: str) -> Profile:
        """One of them. Raises WrongUse for an unknown id."""
        kept = self._all().get(profile_id)
        profile = _read(kept) if kept else None
        if profile is None:
            raise _unknown(profile_id)
        return profile

    def of_headers(self, header: Iterable[str]) -> Profile | None:
        """The profile that was confirmed for files with these headers, if there is one."""
        kept = self._all().get(_key_of(header))
        return _read(kept) if kept else None

    def second_of(self, header: Iterable[str]) -> SecondFile | None:
        """The second file with which files with these headers came in last, where a profile is kept for them."""
        kept = self._all().get(_key_of(header))
        return second_from_json(kept.get(_SECOND)) if isinstance(kept, dict) else None

    def save(self, profile: Profile, second: SecondFile | None = None) -> ProfileInfo:
        """Keep a profile in the place of the one for the same headers, as its next version; `second` is the file with
        the items that came in with it."""
        key = _key_of(profile.headers)

        def put(kept: dict[str, Any]) -> None:
            before = _read(kept[key]) if key in kept else None
            saved = replace(profile, version=before.version + 1) if before else profile
            kept[key] = {"profile": saved.to_json(), **self._used(second)}

        info = _info(key, self._change(put)[key])
        assert info is not None
        return info

    def note_use(self, header: Iterable[str], second: SecondFile | None = None) -> None:
        """The profile for these headers was used now, with this second file."""
        key = _key_of(header)

        def put(kept: dict[str, Any]) -> None:
            if key in kept:
                kept[key] = {"profile": kept[key].get("profile"), **self._used(second)}

        self._change(put)

    def rename(self, profile_id: str, name: str) -> None:
        """Raises WrongUse for an unknown id or an empty name."""
        if not name.strip():
            raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "Give the profile a name."))
        renamed = replace(self.get(profile_id), name=name.strip())
        self._change(lambda kept: kept[profile_id].update(profile=renamed.to_json()))

    def delete(self, profile_id: str) -> None:
        """The next file of this kind is recognised anew. Raises WrongUse for an unknown id."""
        self.get(profile_id)
        self._change(lambda kept: kept.pop(profile_id, None))

    def export(self, profile_id: str, path: Path) -> None:
        """Write it to a file. Raises WrongUse for an unknown id, CannotWrite."""
        write_profile(self.get(profile_id), path)

    def add(self, path: Path) -> ProfileInfo:
        """Keep the profile of a file. Raises KnownError where it is none."""
        from ordermanager.importing.mapping.profiles import read_profile

        return self.save(read_profile(path))

    def _used(self, second: SecondFile | None) -> dict[str, object]:
        used: dict[str, object] = {"used_at": to_text(self._context.now())}
        return {**used, _SECOND: second.to_json()} if second else used

    def _all(self) -> dict[str, Any]:
        kept = self._context.workspace.settings.get(_KEY, {})
        return dict(kept) if isinstance(kept, dict) else {}

    def _change(self, change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        with self._context.workspace.write():
            kept = self._all()
            change(kept)
            self._context.workspace.settings.put(_KEY, kept)
        self._context.publish(Changes(settings=True))
        return kept


def write_profile(profile: Profile, path: Path) -> None:
    """Write a profile to a file, whole or not at all. Raises CannotWrite."""
    with replacing(path) as temporary:
        temporary.write_text(profile.to_json(), "utf-8")


def plan_profile(plan: Plan, name: str = "", version: int = 1) -> Profile | None:
    """What makes this plan's mapping again; None for JSON, which needs none."""
    from ordermanager.importing.mapping.profiles import profile_of

    if plan.table.format.is_json or plan.problem is not None:
        return None
    name = name or Path(plan.source.name).stem
    return profile_of(name, plan.mapping, plan.table.header, plan.layout.name if plan.layout else "", version)


def remember_mapping(context: Context, prepared: PreparedImport) -> str:
    """Keep the mapping of an import that went well, where a person has changed it, and give the profile's name; a
    profile that was used as it was is only noted as used.
    """
    plan, profiles = prepared.plan, ProfileService(context)
    _remember_items(profiles, prepared)
    profile = plan_profile(plan) if prepared.options.remember else None
    kept = profiles.of_headers(plan.table.header)
    is_kept = bool(profile and kept and replace(profile, name=kept.name, version=kept.version) == kept)
    if profile is not None and not is_kept and profile.to_json() != prepared.recognised:
        named = replace(profile, name=prepared.profile_name or profile.name)
        return profiles.save(named, second_of_plan(plan)).name
    if prepared.profile_name:
        profiles.note_use(plan.table.header, second_of_plan(plan))
    return ""


def _remember_items(profiles: ProfileService, prepared: PreparedImport) -> None:
    """Keep the columns of the second file, too, where a person has said what they are."""
    second, options = prepared.plan.items_plan, prepared.options
    if second is not None and options.remember and options.items_columns:
        profile = plan_profile(second)
        if profile is not None:
            profiles.save(profile)


def _key_of(header: Iterable[str]) -> str:
    """A column that our own files of rejected rows add makes no other kind of file."""
    from ordermanager.importing.tables.headers import header_set

    known = header_set(title for title in header if title != ERROR)
    return hashlib.sha256(known.encode("utf-8", "replace")).hexdigest()[:24]


def _read(kept: dict[str, Any]) -> Profile | None:
    from ordermanager.importing.mapping.profiles import profile_from_json

    # a newer program's, or spoiled: the file is recognised anew
    with suppress(KnownError, KeyError, TypeError):
        return profile_from_json(kept["profile"])
    return None


def _info(key: str, kept: dict[str, Any]) -> ProfileInfo | None:
    profile = _read(kept)
    if profile is None:
        return None
    return ProfileInfo(
        id=key,
        name=profile.name,
        version=profile.version,
        layout=profile.layout,
        headers=profile.headers,
        fields=tuple(profile.fields),
        used_at=str(kept.get("used_at", "")),
    )


def _unknown(profile_id: str) -> WrongUse:
    return WrongUse(
        QT_TRANSLATE_NOOP("Sentence", "There is no import profile {profile}."), profile=profile_id
    )
