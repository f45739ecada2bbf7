"""A finished file takes its place, also where somebody looks at it for a moment."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ordermanager.store.database.files import move
from tests import windows_rules


def test_a_file_that_is_looked_at_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows_rules.obey(monkeypatch)
    new, place = tmp_path / "new", tmp_path / "place"
    new.write_text("new", encoding="utf-8")
    place.write_text("old", encoding="utf-8")
    scanner = place.open("rb")
    waited = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 2:
            scanner.close()

    monkeypatch.setattr("time.sleep", wait)
    with scanner:
        if sys.platform in ("win32", "linux"):
            with pytest.raises(PermissionError):
                move(new, place, ())
            move(new, place, (0.1, 0.2, 0.4))
            assert waited == [0.1, 0.2]
        else:
            move(new, place, ())
    assert place.read_text("utf-8") == "new"
    assert not new.exists()
