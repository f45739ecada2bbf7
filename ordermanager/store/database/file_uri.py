"""What SQLite opens a file by that is only read, also where it can write nothing beside it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from pathlib import Path


def file_uri(path: str, how: str) -> str:
    """What SQLite opens a file by, in this way. It lets no URI name a server, which may be what a path begins with."""
    return f"file://{'' if path.startswith('/') else '/'}{quote(path)}?{how}"


def nobody_can_write(path: Path) -> bool:
    """Whether we may not make the side files that even reading needs, and no writer has made them for us."""
    log = path.with_name(path.name + "-wal")
    return not os.access(path.parent, os.W_OK) and not log.exists()
