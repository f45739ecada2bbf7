"""Threads of one program write in the order in which they asked to."""

from __future__ import annotations

import threading
from pathlib import Path

from ordermanager.store.database.turns import Turns
from ordermanager.store.workspace import Workspace


def test_who_waits_longest_is_next_even_after_one_that_comes_back_at_once() -> None:
    turns, order, threads = Turns(), [], []
    assert turns.take(60)
    for number in range(3):
        thread = threading.Thread(
            target=lambda number=number: (turns.take(60), order.append(number), turns.give())
        )
        thread.start()
        threads.append(thread)
        while turns.waiting <= number:
            pass
    turns.give()
    assert turns.take(60)
    order.append("again")
    turns.give()
    for thread in threads:
        thread.join(60)
    assert order == [0, 1, 2, "again"]


def test_a_turn_that_does_not_come_is_given_up_and_disturbs_nobody() -> None:
    turns = Turns()
    assert turns.take(60)
    assert not turns.take(0.001)
    assert turns.waiting == 0
    turns.give()
    assert turns.take(60)


def test_a_thread_that_writes_without_a_pause_lets_others_write_between(tmp_path: Path) -> None:
    """An order that is saved while an import goes on waits for one of its steps, not for the end."""
    workspace = Workspace.create_or_open(tmp_path / "workspace")
    turns = workspace._turns
    has_saved = threading.Event()

    def save() -> None:
        with workspace.write():
            workspace.settings.put("saved", "yes")
        has_saved.set()
        workspace.release_thread()

    saving = threading.Thread(target=save)
    steps = 0
    while not has_saved.is_set() and steps < 50:
        with workspace.write():
            workspace.settings.put("step", str(steps))
            if steps == 0:
                saving.start()
            while not turns.waiting and not has_saved.is_set():
                pass
        steps += 1
    saving.join(60)
    assert workspace.settings.get("saved") == "yes"
    assert steps <= 2
    workspace.close()
