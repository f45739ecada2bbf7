"""Whether a file is for its owner only."""

from __future__ import annotations

import os
from pathlib import Path


def is_private(path: Path) -> bool:
    """By its mode; Windows has none, there a user's folders are private."""
    return os.name != "posix" or path.stat().st_mode & 0o077 == 0
