"""A screen reader's view of the real window, where this computer has the bus, the screen and the reader for it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ordermanager.resources import resource
from ordermanager.services.app import Services
from tests.ui.shell import screen_reader

NAMED = {
    "push button",
    "check box",
    "radio button",
    "text",
    "combo box",
    "spin button",
    "table",
    "list",
    "list item",
    "page tab",
}
PROBE = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def reader_python() -> str | None:
    """A Python that can read the accessibility bus; it need not be the one of this program."""
    for path in ("/usr/bin/python3", shutil.which("python3")):
        if path and Path(path).exists():
            done = subprocess.run([path, "-c", PROBE], capture_output=True, timeout=60, check=False)
            if done.returncode == 0:
                return path
    return None


def test_a_screen_reader_hears_every_control_and_writes_an_order(tmp_path: Path) -> None:
    reader = reader_python()
    if reader is None or not shutil.which("Xvfb") or not shutil.which("dbus-run-session"):
        pytest.skip("no Xvfb, D-Bus or AT-SPI here")
    with Services.open(tmp_path / "workspace") as services:
        services.importing.run(services.importing.prepare(resource("samples") / "shopify_orders.csv"))
    done = subprocess.run(
        [
            "dbus-run-session",
            "--",
            sys.executable,
            screen_reader.__file__,
            "session",
            reader,
            str(tmp_path / "workspace"),
        ],
        capture_output=True,
        encoding="utf-8",
        timeout=170,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    at_first, with_form, written = [
        json.loads(line) for line in done.stdout.splitlines() if line.startswith("[")
    ]
    for seen in (at_first, with_form, written):
        assert [one for one in seen if one["role"] in NAMED and one["focusable"] and not one["name"]] == []
    names = {(one["role"], one["name"]) for one in at_first}
    assert {
        ("table", "Orders"),
        ("list", "Folders"),
        ("table cell", "#1060"),
        ("push button", "State: any"),
    } <= names
    # not by colour alone
    assert any(role == "table cell" and name.startswith("Errors: ") for role, name in names)
    assert {"Status, required: New", "Status, required: Delivered"} <= {one["name"] for one in with_form}
    fields = {one["name"].partition(",")[0] for one in with_form if one["role"] == "text"}
    assert {"Order ID", "E-mail", "Phone", "First name", "Last name"} <= fields
    with Services.open(tmp_path / "workspace") as services:
        assert services.orders.find([screen_reader.ORDER_ID])
