"""The file of the log. By itself, because it is loaded with the first record only."""

from __future__ import annotations

import os
import stat
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import logging
    from io import TextIOWrapper


class QuietHandler(RotatingFileHandler):
    """A full disk or a file held by another program costs log lines, nothing else."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(
            self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, stat.S_IRUSR | stat.S_IWUSR
        )
        return os.fdopen(descriptor, "a", encoding=self.encoding)

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing: there is nobody to say it to."""
