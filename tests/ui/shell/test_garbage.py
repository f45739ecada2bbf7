"""Cycles with widgets in them end on the GUI thread, whatever thread makes the values."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from ordermanager.domain.json_text import read_json
from ordermanager.ui.shell.garbage import GuiGarbage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[GuiGarbage]:
    gc.collect()
    gc.enable()  # as Python is at the start of a program
    made = GuiGarbage()
    assert not gc.isenabled()
    yield made
    made.stop()
    assert gc.isenabled()
    gc.disable()


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


def test_what_the_program_is_made_of_is_set_aside_and_new_cycles_still_end(garbage: GuiGarbage) -> None:
    made_of = [[number] for number in range(50_000)]
    garbage.set_aside()
    assert len(gc.get_objects()) < len(made_of)
    ended_in: list[int] = []
    Cycle(ended_in)
    gc.collect()
    assert ended_in == [threading.get_ident()]
    garbage.stop()
    assert gc.get_freeze_count() == 0
    assert len(gc.get_objects()) > len(made_of)


def test_a_large_text_that_takes_it_back_leaves_it_so_for_no_longer_than_to_the_next_search(
    garbage: GuiGarbage,
) -> None:
    garbage.set_aside()
    numbers = ",".join(map(str, range(400_000)))
    read_json(f"[{numbers}]")  # sets its own tree aside
    read_json("[1]")  # and gives it back
    assert gc.get_freeze_count() == 0
    garbage.collect()
    assert gc.get_freeze_count() > 0


def test_all_is_searched_only_while_nobody_works_with_the_program(qapp: QApplication) -> None:
    gc.collect()
    is_looked_at = [True]
    garbage = GuiGarbage(is_looked_at=lambda: is_looked_at[0])
    try:
        ended_in: list[int] = []
        Cycle(ended_in)
        garbage.set_aside()
        numbers = ",".join(map(str, range(400_000)))
        read_json(f"[{numbers}]")
        read_json("[1]")
        garbage.collect()
        assert gc.get_freeze_count() > 0
        while gc.get_count()[2] <= gc.get_threshold()[2]:  # until the deepest one is due for itself
            gc.collect(1)
        while gc.get_count()[1] <= gc.get_threshold()[1]:
            gc.collect(0)
        kept = [[number] for number in range(2000)]
        garbage.collect()
        del kept
        is_looked_at[0] = False
        garbage.collect()  # the keys may be on their way from a dialog to the window
        assert ended_in == []
        garbage.collect()
        assert ended_in == [threading.get_ident()]
        assert gc.get_freeze_count() > 0
    finally:
        garbage.stop()
