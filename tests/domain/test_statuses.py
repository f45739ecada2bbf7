from __future__ import annotations

import pytest

from ordermanager.domain.statuses import Status


@pytest.mark.parametrize("status", list(Status))
def test_every_status_names_its_event(status: Status) -> None:
    assert status.event_name == f"order{status}"
