"""What the window loads before its list is there: every module more is time that a person waits."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from ordermanager.domain.draft import OrderDraft
from ordermanager.services.app import Services

SCRIPT = Path(__file__).parent.parent / "benchmarks" / "first_paint.py"
HEAVY = {
    "apsw.ext",
    "asyncio",
    "charset_normalizer",
    "email_validator",
    "httpcore",
    "httpx",
    "keyring",
    "numpy",
    "phonenumbers",
    "pydantic",
    "pyqtgraph",
    "python_calamine",
    "ssl",
    "xlsxwriter",
    "ordermanager.store.rechecking",
    "ordermanager.ui.history",
    "ordermanager.ui.import_dialog",
    "ordermanager.ui.insights_page",
    "ordermanager.ui.settings_dialog",
}


def test_the_list_is_painted_before_anything_heavy_is_loaded(tmp_path):
    with Services.open(tmp_path) as services:
        services.orders.save(OrderDraft({"externalOrderId": "1001"}))
    command = [sys.executable, str(SCRIPT), str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, env=environment)
    word, *modules = said.stdout.split()
    assert word == "painted"
    assert "ordermanager.ui.orders_page" in modules
    assert not HEAVY & set(modules)
