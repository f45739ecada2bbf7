"""Moments as people read them: in the workspace's time zone. JSON keeps them in UTC."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ordermanager.domain.values.moments import Moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.services.app import Services


def local_times(services: Services) -> Callable[[str], str]:
    """Gives `2026-11-23 14:00` for `2026-11-23T12:00:00Z` in Kyiv; an empty text stays empty."""
    zone = services.settings.get().timezone
    return lambda text: str(Moment(datetime.fromisoformat(text), zone)) if text else ""
