"""What is copied stays on the clipboard until the program has ended, and does not bring it down then."""

from __future__ import annotations

import subprocess
import sys

_COPIES_AND_ENDS = """
from PySide6.QtGui import QGuiApplication
from ordermanager.ui.controls.copied_table import as_html, as_text, mime_of

app = QGuiApplication([])
rows = [["Order ID", "Total"], ["D-1", "10.00"]]
app.clipboard().setMimeData(mime_of(as_text(rows), as_html(rows, {1})))
data = app.clipboard().mimeData()
print(sorted(data.formats()), repr(data.text()), "<table>" in data.html())
"""


def test_rows_are_text_and_table_and_the_program_ends_well_with_them() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _COPIES_AND_ENDS], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.stdout == "['text/html', 'text/plain'] 'Order ID\\tTotal\\nD-1\\t10.00' True\n"
    assert ended.returncode == 0
