"""What tests of imports use."""

from __future__ import annotations

import pytest


@pytest.fixture
def bring(services):
    """Import a file (or pasted text) and give the result."""

    def do(source, options=None, **run):
        return services.importing.run(services.importing.prepare(source, options), **run)

    return do
