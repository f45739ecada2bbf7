"""Orders to begin with: complete under the strictest rules, so that a test changes only what it is about."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from ordermanager.domain.checks.checks import Checked, check_draft
from ordermanager.domain.checks.rules import CheckRules
from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.values.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

# The first example of a test imports phonenumbers, and the machine may be busy: time says nothing here.
settings.register_profile("domain", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("domain")


@pytest.fixture(scope="session")
def attempt() -> Callable[..., Any]:
    """Calls a reader: gives its value, or the Unreadable that it raised."""

    def run(read: Callable[..., Any], *arguments: str) -> Any:
        try:
            return read(*arguments)
        except Unreadable as error:
            return error

    return run


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def draft() -> OrderDraft:
    """The documentation's example (yespo-api.md 1.7) with dates of today."""
    return OrderDraft(
        {
            "externalOrderId": "100500",
            "externalCustomerId": "12345",
            "totalCost": "1000",
            "status": "INITIALIZED",
            "date": "2026-11-20T09:30:00+02:00",
            "email": "mail@example.com",
            "phone": "380942583691",
            "firstName": "John",
            "lastName": "Smith",
            "currency": "USD",
            "shipping": "10",
            "discount": "0",
            "deliveryMethod": "express",
            "paymentMethod": "cash",
            "deliveryAddress": "First str. 1",
        },
        [
            {
                "externalItemId": "200600",
                "name": "Super Device",
                "category": "devices",
                "quantity": "1",
                "cost": "990",
                "url": "http://example.com/item/200600",
                "imageUrl": "http://example.com/item/200600/image.png",
                "description": "High quality",
            }
        ],
    )


@pytest.fixture
def check(now: datetime) -> Callable[..., Checked]:
    """Checks a draft; keyword arguments are those of CheckRules."""

    def run(draft: OrderDraft, **rules: object) -> Checked:
        return check_draft(draft, CheckRules(**rules), now)  # type: ignore[arg-type]

    return run
