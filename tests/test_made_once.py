"""Parts that are made when they are first asked for."""

from __future__ import annotations

import threading

from ordermanager.made_once import made_once


class Whole:
    def __init__(self) -> None:
        self.made = 0

    @made_once
    def part(self) -> object:
        """What is made."""
        self.made += 1
        return object()


def test_a_part_is_made_when_it_is_asked_for_and_then_stays():
    whole = Whole()
    assert not Whole.part.is_made(whole)
    first = whole.part
    assert Whole.part.is_made(whole)
    assert whole.part is first
    assert whole.made == 1
    assert Whole.part.__doc__ == "What is made."


def test_many_threads_that_ask_at_once_get_the_same_part():
    whole = Whole()
    ready = threading.Barrier(8)
    got: list[object] = []

    def ask() -> None:
        ready.wait()
        got.append(whole.part)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert whole.made == 1
    assert len(set(map(id, got))) == 1
