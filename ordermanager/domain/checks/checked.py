"""The result of checking an order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.domain.checks.findings import Finding, Severity
    from ordermanager.domain.order import Order


@dataclass(slots=True)
class Checked:
    """`has_errors` says whether a finding is an error, so that the order cannot be queued.

    `findings` stand in the order of the form. `readable` holds the order's own values that could be read, by
    Python attribute (`total_cost`: Decimal, `date`: aware datetime …), also where others have errors;
    its `items` is a list of the same for each item that is not empty. None of them is ever changed.
    """

    findings: tuple[Finding, ...]
    readable: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)
    has_errors: bool = False
    _order: Order | None = field(default=None, init=False, compare=False, repr=False)

    @property
    def order(self) -> Order | None:
        """The order, None exactly where there are errors. Made when it is first asked for: an import never asks."""
        if self._order is None and not self.has_errors:
            from ordermanager.domain.order import (
                build_order,  # and with it pydantic, which takes a moment to load
            )

            self._order = build_order(self.readable)
        return self._order

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)
