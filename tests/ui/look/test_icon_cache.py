"""Icons that were drawn in an earlier run look the same; a damaged file of them costs nothing but time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from ordermanager.ui.look import icon_cache
from ordermanager.ui.look.icons import pixmap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BLUE = "#123456"


@pytest.fixture
def file(tmp_path: Path, qapp: QApplication) -> Iterator[Path]:
    place = tmp_path / "cache" / "icons"
    pixmap.cache_clear()
    icon_cache.begin(place)
    yield place
    icon_cache.end()
    pixmap.cache_clear()


def picture(size: int = 18, ratio: float = 1.0) -> QImage:
    """As a new run would show it."""
    pixmap.cache_clear()
    return pixmap("search", BLUE, size, ratio).toImage()


def test_what_was_drawn_is_shown_again(file: Path) -> None:
    drawn = [picture(), picture(36, 2.0)]
    icon_cache.save()
    icon_cache.begin(file)
    assert icon_cache.get(f"search {BLUE} 18", 18) is not None
    assert [picture(), picture(36, 2.0)] == drawn
    assert pixmap("search", BLUE, 36, 2.0).devicePixelRatio() == 2.0


@pytest.mark.parametrize("damage", ["empty", "cut", "byte", "longer", "folder"])
def test_a_damaged_file_is_drawn_anew_and_written_again(file: Path, damage: str) -> None:
    drawn = picture()
    icon_cache.save()
    data = file.read_bytes()
    if damage == "folder":
        file.unlink()
        file.mkdir()
    else:
        middle = len(data) // 2
        changed = bytes([data[middle] ^ 1])
        ruins = {"empty": b"", "cut": data[:-3], "longer": data + b"x"}
        file.write_bytes(ruins.get(damage, data[:middle] + changed + data[middle + 1 :]))
    icon_cache.begin(file)
    assert icon_cache.get(f"search {BLUE} 18", 18) is None
    assert picture() == drawn
    icon_cache.save()
    assert file.is_dir() if damage == "folder" else file.read_bytes() == data


def test_without_a_file_nothing_is_kept(qapp: QApplication) -> None:
    icon_cache.end()
    picture()
    icon_cache.save()
    assert icon_cache.get(f"search {BLUE} 18", 18) is None
