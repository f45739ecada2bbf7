"""What tests of sending use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ordermanager.sandbox.server import SandboxServer
    from tests.ui.user import User


@pytest.fixture
def desk(sandbox: SandboxServer, user: User) -> User:
    """A person at a window with a sandbox account."""
    return user
