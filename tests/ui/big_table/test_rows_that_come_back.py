"""A row that left a list and comes back to it is shown as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.states import Folder
from tests.ui.conftest import good_draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.services.app import Services
    from tests.ui.user import User


def test_an_order_that_is_ready_again_is_shown_as_it_is_now(
    user: User, services: Services, add_orders: Callable[..., list[int]]
) -> None:
    """It was listed under Ready as a draft with the error and the total that it had when it went."""
    ids = add_orders(3)
    user.window.go_to(Folder.READY.value)
    user.wait_for(lambda: sorted(user.rows) == ["A-1", "A-2", "A-3"])
    services.orders.save(good_draft(2, email="no mail"), ids[1])
    user.wait_for(lambda: sorted(user.rows) == ["A-1", "A-3"])
    services.orders.save(good_draft(2, totalCost="999"), ids[1])
    user.wait_for(lambda: sorted(user.rows) == ["A-1", "A-2", "A-3"])
    row = user.window.orders.model.row_at(user.rows.index("A-2"))
    assert row is not None
    assert (row.state, row.errors, str(row.total)) == ("ready", 0, "999")


def test_an_order_that_was_put_in_the_outbox_and_taken_back_is_ready(
    user: User, services: Services, add_orders: Callable[..., list[int]]
) -> None:
    ids = add_orders(2)
    user.window.go_to(Folder.READY.value)
    user.wait_for(lambda: len(user.rows) == 2)
    services.outbox.queue([ids[0]])
    user.wait_for(lambda: user.rows == ["A-2"])
    services.outbox.withdraw([ids[0]])
    user.wait_for(lambda: sorted(user.rows) == ["A-1", "A-2"])
    row = user.window.orders.model.row_at(user.rows.index("A-1"))
    assert row is not None
    assert row.state == "ready"
