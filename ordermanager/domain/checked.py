"""The result of checking an order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.domain.findings import Finding, Severity
    from ordermanager.domain.order import Order


@dataclass(frozen=True, slots=True)
class Checked:
    """`order` is set if and only if no finding is an error.

    `findings` stand in the order of the form. `readable` holds the order's own values that could be read, by
    Python attribute (`total_cost`: Decimal, `date`: aware datetime …), also where others have errors;
    its `items` is a list of the same for each item that is not empty.
    """

    order: Order | None
    findings: tuple[Finding, ...]
    readable: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def has_errors(self) -> bool:
        """Whether the order cannot be queued."""
        return self.order is None

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)
