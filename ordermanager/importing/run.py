"""A file to orders: `prepare` recognises it, `drafts` streams its orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.importing.table import ReadOptions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping as Dict
    from pathlib import Path

    from ordermanager.importing.mapping import Profile
    from ordermanager.importing.plan import ImportedOrder, Plan
    from ordermanager.importing.source import Source


def prepare(
    source: Source | Path,
    *,
    layout: str | None = None,
    profile: Profile | Path | None = None,
    read_options: ReadOptions | None = None,
    constants: Dict[str, str] | None = None,
) -> Plan:
    """Recognise a file: its format, table, layout and mapping. Reads only its beginning.

    `constants` give a field of every order (or item): a text, or a template such as `https://shop.example/p/{externalItemId}`
    or `{email|phone}`; they win over the file. Raises ReadError, and WrongUse for an unknown layout, field or profile.
    """
    raise NotImplementedError


def drafts(plan: Plan) -> Iterator[ImportedOrder]:
    """Every order of the file, in its order, as it is read; `plan.counts` grows meanwhile. May be called again.

    Stop iterating (or close the generator) to stop reading. Raises ReadError where the file breaks off.
    """
    raise NotImplementedError
