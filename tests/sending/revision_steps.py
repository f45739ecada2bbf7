"""What the table of the machine allows for one and the same revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.sending.machine import RULES, Step

if TYPE_CHECKING:
    from ordermanager.domain.states import State

_REVISION_STEPS = frozenset(Step) - {Step.EDIT, Step.CHECKED, Step.QUEUE}


def revision_may_go(before: State, after: State) -> bool:
    """Whether some step leads one and the same revision from `before` to `after`; what a history row may say."""
    return any(
        decision.state is after
        for (state, step), decision in RULES.items()
        if state is before and step in _REVISION_STEPS
    )
