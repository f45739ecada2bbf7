"""The import dialog: how a file was read, what its columns mean, what would come in, and the import itself."""

from __future__ import annotations

from ordermanager.ui.import_dialog.dialog import ImportDialog

__all__ = ["ImportDialog"]
