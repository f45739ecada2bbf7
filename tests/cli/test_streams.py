"""What goes out, whatever the console's encoding and ends of lines are."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from ordermanager.cli.main import main


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "ascii"])
def test_json_is_the_same_from_every_system(
    encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    as_on_windows = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\r\n")
    monkeypatch.setattr(sys, "stdout", as_on_windows)
    folder = tmp_path / "Крамниця ₴"
    assert main(["--workspace", str(folder), "doctor", "--json"]) == 0
    as_on_windows.flush()
    said = as_on_windows.buffer.getvalue()  # type: ignore[attr-defined]
    assert said.endswith(b"}\n")
    assert b"\r" not in said
    assert folder.name in str(json.loads(said.decode("utf-8"))["lines"])
