"""The thread of a run that reads and writes the workspace."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from pathlib import Path

import pytest

from ordermanager.sending.store_thread import StoreThread
from ordermanager.store.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path):
    workspace = Workspace.create_or_open(tmp_path)
    yield workspace
    workspace.close()


def priority() -> int:
    return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a thread has no priority of its own")
@pytest.mark.parametrize("is_considerate", [True, False])
def test_beside_a_window_it_has_a_lower_priority_and_no_other_thread_has(
    workspace: Workspace, is_considerate: bool
) -> None:
    mine = priority()
    store = StoreThread(workspace, is_considerate=is_considerate)
    assert asyncio.run(store.do(priority)) == (max(mine, 5) if is_considerate else mine)
    assert priority() == mine
    store.close()


def test_it_folds_the_log_seldom_and_nobody_else_does(workspace: Workspace) -> None:
    def pages() -> int:
        return int(workspace.reader().value("PRAGMA wal_autocheckpoint"))

    store = StoreThread(workspace)
    assert asyncio.run(store.do(pages)) > pages()
    store.close()


def test_a_workspace_that_cannot_be_opened_is_told_to_whoever_asked(workspace: Workspace) -> None:
    workspace.close()
    store = StoreThread(workspace)
    with pytest.raises(RuntimeError, match="closed"):
        asyncio.run(store.do(workspace.reader))
    store.close()
