"""Cycles with widgets in them end on the GUI thread, whatever thread makes the values."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from ordermanager.ui.garbage import GuiGarbage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[GuiGarbage]:
    gc.collect()
    made = GuiGarbage()
    yield made
    made.stop()
    assert gc.isenabled()


class Cycle(QObject):
    def __init__(self, ended_in: list[int]) -> None:
        super().__init__()
        self.me = self
        weakref.finalize(self, lambda: ended_in.append(threading.get_ident()))


def test_a_cycle_ends_here_and_not_where_values_are_made(garbage: GuiGarbage) -> None:
    ended_in: list[int] = []
    Cycle(ended_in)

    def make_values() -> None:
        kept = [[number] for number in range(100_000)]
        del kept

    thread = threading.Thread(target=make_values)
    thread.start()
    thread.join(timeout=30)
    assert ended_in == []
    Cycle(ended_in)
    kept = [[number] for number in range(2000)]  # it is time for a search
    assert garbage.collect() >= 0
    assert set(ended_in) == {threading.get_ident()}
    del kept


def test_there_is_no_search_without_new_values(garbage: GuiGarbage) -> None:
    gc.collect()
    assert garbage.collect() == -1
