"""What the pane asks of the services about one order: its text, its rules, and everything a check says. Any thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ordermanager.domain.checks.totals import draft_total_parts
from ordermanager.domain.values.readers import read_date
from ordermanager.domain.values.unreadable import Unreadable
from ordermanager.ui.order_pane.form import Verdict

if TYPE_CHECKING:
    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.domain.draft import OrderDraft
    from ordermanager.services.app import Services
    from ordermanager.services.results import OrderDetail


@dataclass(frozen=True, slots=True)
class Loaded:
    """An order as it comes from the workspace, checked. `detail` is None for one that is not saved yet."""

    draft: OrderDraft
    rules: CheckRules
    verdict: Verdict
    detail: OrderDetail | None


def load(services: Services, order_id: int) -> Loaded:
    """An order of the workspace. Raises WrongUse for an unknown id."""
    detail = services.orders.get(order_id)
    return Loaded(
        detail.draft, detail.rules, verdict_on(services, detail.draft, order_id, detail.rules), detail
    )


def load_new(services: Services, draft: OrderDraft | None) -> Loaded:
    """An order to begin with, or the copy that is given."""
    rules = services.settings.get().rules
    new = draft or friendly(services.orders.new_draft(), rules)
    return Loaded(new, rules, verdict_on(services, new, None, rules), None)


def verdict_on(services: Services, draft: OrderDraft, order_id: int | None, rules: CheckRules) -> Verdict:
    """Everything that can be said about a draft."""
    return Verdict(services.orders.check(draft, order_id), draft_total_parts(draft, rules.cost_basis))


def friendly(draft: OrderDraft, rules: CheckRules) -> OrderDraft:
    """A new order's date as people write it, `2026-11-23 14:05`, in the workspace's zone."""
    try:
        moment = read_date(draft.get("date"), rules.timezone).astimezone(ZoneInfo(rules.timezone))
    except Unreadable:
        return draft
    new = draft.copy()
    new.fields["date"] = moment.strftime("%Y-%m-%d %H:%M")
    return new
