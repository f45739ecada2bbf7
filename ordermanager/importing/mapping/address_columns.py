"""An address that stands in several columns: town, street, house, postcode … are joined as they stand in the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ordermanager.importing.mapping.aliases import Aliases

_SAID_TWICE = 0.5
"""In such a share of the rows."""


def address_columns(
    keys: Mapping[int, str], taken: Sequence[int], columns: Sequence[Sequence[str]], names: Aliases
) -> tuple[int, ...]:
    """The columns of the delivery address, in their order; empty where there are none to join. `keys` are the headers
    of the free columns, `taken` is what the address is taken from by now, `columns` are the cells.

    Those of the delivery come first, then those that do not say of what they are, then those of the payer.
    """
    found = (
        _of(names, {at: names.unqualified(key, names.of_delivery) for at, key in keys.items()}),
        _of(names, keys),
        _of(names, {at: names.unqualified(key, names.of_billing) for at, key in keys.items()}),
    )
    parts = next(filter(None, found), {})
    if not taken and not any(key in names.address_places for key in parts.values()):
        return ()
    new = [at for at in parts if not any(_holds(columns[whole], columns[at]) for whole in taken)]
    return tuple(sorted({*taken, *new})) if new else ()


def _of(names: Aliases, keys: Mapping[int, str]) -> dict[int, str]:
    return {at: key for at, key in keys.items() if key in names.address_places or key in names.address_parts}


def _holds(whole: Iterable[str], parts: Iterable[str]) -> bool:
    """Whether an address says the part already: `м. Київ, Січова 5` beside `Київ`."""
    pairs = [
        (text.casefold(), part.casefold().strip())
        for text, part in zip(whole, parts, strict=True)
        if text.strip() and part.strip()
    ]
    return bool(pairs) and sum(part in text for text, part in pairs) >= _SAID_TWICE * len(pairs)
