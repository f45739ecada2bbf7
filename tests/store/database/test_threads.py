"""Many threads and processes at one workspace."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from ordermanager.domain.states import Folder, State
from ordermanager.store.errors import SenderBusy, WorkspaceLocked
from ordermanager.store.outbox.sender_lock import SenderLock
from ordermanager.store.workspace import Workspace
from tests.private import is_private
from tests.store.waiting import in_states


def test_threads_write_side_by_side(shop):
    """Each has its own connection; nothing is lost, and the counts are right."""
    workspace = shop.workspace
    together = threading.Barrier(4)

    def work(number: int) -> int:
        together.wait(10)
        ids = []
        for round_number in range(15):
            items = [shop.item(f"{number}-{round_number}-{each}") for each in range(10)]
            ids += workspace.orders.save_many(items, now=shop.now)
            workspace.settings.put(f"thread {number}", round_number)
        workspace.release_thread()
        return len(set(ids))

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, range(4))) == [150] * 4
    assert workspace.orders.folder_counts()[Folder.READY] == 600
    assert [workspace.settings.get(f"thread {number}") for number in range(4)] == [14] * 4


def test_a_reader_is_not_kept_waiting_by_a_writer(shop):
    shop.order("1")
    inside, done = threading.Event(), threading.Event()

    def write() -> None:
        with shop.workspace.write():
            shop.order("2")
            inside.set()
            done.wait(10)
        shop.workspace.release_thread()

    writer = threading.Thread(target=write)
    writer.start()
    assert inside.wait(10)
    assert shop.workspace.orders.folder_counts()[Folder.ALL] == 1
    done.set()
    writer.join()
    assert shop.workspace.orders.folder_counts()[Folder.ALL] == 2


def test_two_claim_at_once_and_none_gets_what_the_other_has(shop):
    for number in range(40):
        shop.queued(str(number))
    run_id, account = shop.run(), shop.account()
    now = shop.now

    def claim(_: int) -> list[int]:
        from datetime import timedelta

        found = []
        while batch := shop.workspace.outbox.claim(
            account, run_id, 3, 10**6, now, now + timedelta(seconds=120)
        ):
            found += [each.revision_id for each in batch.members]
        shop.workspace.release_thread()
        return found

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(claim, range(2))
    assert sorted(first + second) == list(range(1, 41))
    shop.workspace.outbox.recover(shop.tick())
    assert in_states(shop.workspace)["unconfirmed"] == 40


def test_a_write_is_the_only_one_from_its_beginning_on(shop):
    """Another program cannot begin one beside it, even where nothing has been written yet: what was read in it to
    decide what to write would be out of date."""
    other = Workspace.create_or_open(shop.workspace.folder, busy_timeout=0.05)
    with shop.workspace.write(), pytest.raises(WorkspaceLocked), other.write():
        pass
    with other.write():
        pass
    other.close()


def test_a_thread_that_ends_without_a_word_does_no_harm(shop):
    thread = threading.Thread(target=lambda: shop.order("1"))
    thread.start()
    thread.join()
    assert shop.workspace.orders.folder_counts()[Folder.READY] == 1
    assert shop.state(1) is State.READY


def test_release_of_a_thread_that_never_read_is_nothing(workspace):
    thread = threading.Thread(target=workspace.release_thread)
    thread.start()
    thread.join()


def test_only_one_sender(folder, workspace):
    with SenderLock(folder):
        with pytest.raises(SenderBusy, match="sent already"), SenderLock(folder):
            pass
        assert is_private(folder / "sender.lock")
    with SenderLock(folder):
        pass


def test_the_lock_falls_with_its_process(folder, workspace):
    code = (
        "import sys, pathlib\n"
        "from ordermanager.store.outbox.sender_lock import SenderLock\n"
        "lock = SenderLock(pathlib.Path(sys.argv[1])); lock.__enter__()\n"
        "print('locked', flush=True); sys.stdin.read()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout.readline() == "locked\n"
        with pytest.raises(SenderBusy), SenderLock(folder):
            pass
        process.kill()
        process.wait(10)
    with SenderLock(folder):
        pass


def test_killed_in_the_middle_of_a_write_loses_only_that_write(tmp_path):
    """A process dies without closing anything; what it had committed is there, what it had not is not."""
    folder = tmp_path / "shop"
    code = (
        "import sys, os, pathlib\n"
        "from ordermanager.store.workspace import Workspace\n"
        "workspace = Workspace.create_or_open(pathlib.Path(sys.argv[1]))\n"
        "workspace.settings.put('committed', 1)\n"
        "with workspace.write():\n"
        "    workspace.settings.put('not committed', 1)\n"
        "    os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", code, str(folder)], check=False).returncode == 9
    assert (folder / "orders.db-wal").stat().st_size > 0
    workspace = Workspace.create_or_open(folder)
    assert [workspace.settings.get(key) for key in ("committed", "not committed")] == [1, None]
    assert workspace.check().is_well
    workspace.close()
