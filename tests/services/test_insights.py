"""The numbers of insights, on orders that a real sandbox has accepted."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from ordermanager.domain.insights.insights import Step, step_bounds
from ordermanager.store.orders.query import OrderQuery
from tests.services.conftest import make_draft

if TYPE_CHECKING:
    from ordermanager.services.app import Services

MIDNIGHTS = ("Europe/Kyiv", "America/New_York", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe")


@pytest.mark.parametrize("name", MIDNIGHTS)
def test_a_bar_counts_the_orders_of_its_day_wherever_the_shop_is(shop: Services, name: str) -> None:
    """Also where days begin at no whole hour of UTC; and the orders behind a bar are those that it counts."""
    zone = ZoneInfo(name)
    noon = datetime(2026, 10, 3, 12, tzinfo=UTC)
    moments = [
        noon + timedelta(minutes=7 * number) for number in range(2 * 24 * 60 // 7)
    ]  # the clocks change there
    shop.settings.update(timezone=name)
    ids = [
        shop.orders.save(
            make_draft(f"N{number}", status="DELIVERED", date=f"{moment:%Y-%m-%dT%H:%M:%SZ}")
        ).order_id
        for number, moment in enumerate(moments)
    ]
    shop.outbox.queue(ids)
    assert shop.sending.send().accepted == len(ids)
    overview = shop.insights.overview()
    days = Counter(moment.astimezone(zone).date() for moment in moments)
    assert {bar.begin: bar.sales for bar in overview.bars(Step.DAY)} == days
    assert {bar.begin: bar.total for bar in overview.status_bars(Step.DAY)} == days
    for bar in overview.bars(Step.DAY):
        bounds = step_bounds(bar.begin, Step.DAY, zone)
        for filters in (overview.sales_between(*bounds), overview.accepted_between(*bounds)):
            assert len(shop.orders.list_ids(OrderQuery(filters=filters))) == bar.sales
