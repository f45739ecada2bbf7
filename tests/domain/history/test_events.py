from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ordermanager.domain.history.events import event_of
from ordermanager.domain.statuses import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.domain.checks.checks import Checked
    from ordermanager.domain.draft import OrderDraft


def test_an_event_has_the_variables_of_its_order(draft: OrderDraft, check: Callable[..., Checked]) -> None:
    order = check(draft).order
    assert order is not None
    event = event_of(order, order_id="9", contact_id="7")
    assert event.name == "orderINITIALIZED"
    assert event.parameters.variables() == {
        "eventKey": "100500",
        "orderId": "9",
        "contactId": "7",
        "EmailAddress": "mail@example.com",
        "SMS": "380942583691",
    }


def test_variables_that_are_not_known_are_left_out(draft: OrderDraft, check: Callable[..., Checked]) -> None:
    del draft.fields["phone"]
    order = check(draft).order
    assert order is not None
    assert event_of(order).parameters.variables() == {
        "eventKey": "100500",
        "EmailAddress": "mail@example.com",
    }


@pytest.mark.parametrize("status", list(Status))
def test_every_status_names_its_event(status: Status) -> None:
    assert status.event_name == f"order{status}"
