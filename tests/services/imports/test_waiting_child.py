"""The child of an import is started while its file is looked at, and none is left behind."""

from __future__ import annotations

import gc
import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from ordermanager.importing.errors import ReadError
from ordermanager.importing.reading.source import Source
from ordermanager.services.imports import apart, waiting_child

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Those that are started while every file needs one."""
    found: list[subprocess.Popen[bytes]] = []
    start = waiting_child.started

    def remembered() -> subprocess.Popen[bytes]:
        found.append(start())
        return found[-1]

    for module in (waiting_child, apart):
        monkeypatch.setattr(module, "started", remembered)
        monkeypatch.setattr(module, "LEAST_BYTES", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    yield found
    assert all(each.poll() is not None for each in found), "a child is left behind"


def test_an_import_takes_the_one_that_waits(services: Any, write_csv: Any, row: Any, started: Any) -> None:
    prepared = services.importing.prepare(write_csv(row("1"), row("2")))
    (waiting,) = started
    assert waiting.poll() is None
    assert services.importing.run(prepared).new == 2
    assert started == [waiting]


def test_giving_up_ends_it_once_no_file_is_open(
    services: Any, write_csv: Any, row: Any, started: Any
) -> None:
    path = write_csv(row("1"))
    first, second = services.importing.prepare(path), services.importing.prepare(path)
    (waiting,) = started
    first.close()
    first.close()
    assert waiting.poll() is None
    second.close()
    assert waiting.poll() is not None
    third = services.importing.prepare(path)
    assert len(started) == 2
    third.close()


def test_a_file_that_is_forgotten_leaves_none(services: Any, write_csv: Any, row: Any, started: Any) -> None:
    services.importing.prepare(write_csv(row("1")))
    gc.collect()
    assert started[0].poll() is not None


def test_a_file_that_cannot_be_read_leaves_none(services: Any, tmp_path: Path, started: Any) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(b"")
    with pytest.raises(ReadError, match="is empty"):
        services.importing.prepare(path)
    assert started[0].poll() is not None


def test_one_that_has_died_is_replaced(services: Any, write_csv: Any, row: Any, started: Any) -> None:
    prepared = services.importing.prepare(write_csv(row("1"), row("2")))
    started[0].kill()
    started[0].wait()
    assert services.importing.run(prepared).new == 2
    assert len(started) == 2


def test_none_waits_for_what_needs_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: Any
) -> None:
    monkeypatch.setattr(waiting_child, "LEAST_BYTES", 10)
    small, book = tmp_path / "small.csv", tmp_path / "book.xlsx"
    small.write_bytes(b"1")
    book.write_bytes(b"1" * 100)
    for source in (
        Source.of(small),
        Source.of(book),
        Source.from_text("a;b" * 99),
        Source.of(tmp_path / "none.csv"),
    ):
        assert waiting_child.claim(source) is None
    assert not started
