"""Which fields an order must have, and what checks need to know of the workspace (yespo-api.md 1.3)."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class RuleSet(StrEnum):
    """The vendor's pages disagree on what is required, so there are three named lists."""

    FULL = "full"
    NO_ITEMS = "no-items"
    MINIMUM = "minimum"


class CostBasis(StrEnum):
    """Whether an item's cost is per unit or for the line; the vendor's own connectors disagree (1.5)."""

    UNIT = "unit"
    LINE = "line"


class CheckRules(NamedTuple):
    """What a check depends on besides the order: `region` reads phones, `timezone` (IANA) completes dates."""

    rule_set: RuleSet = RuleSet.FULL
    region: str = "UA"
    timezone: str = "Europe/Kyiv"
    cost_basis: CostBasis = CostBasis.UNIT
