"""The reader of workbooks as a process of its own, from the sources and from a packaged program."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ordermanager.importing.errors import ReadError
from ordermanager.importing.reading.workbook import child_command
from tests.importing.files import read, workbook

ROWS = [["Order ID", "Total"], ["0007", 5]]
PROGRAM = "import sys; from ordermanager.cli.main import main; sys.exit(main(sys.argv[1:]))"


def test_the_program_hands_a_workbook_to_its_reader() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "--read-workbook", "xlsx", "Sheet1"],
        input=workbook(ROWS),
        capture_output=True,
        check=True,
        timeout=60,
    )
    first = json.loads(done.stdout.splitlines()[0])
    assert (first["sheets"], first["sheet"], first["why"]) == (["Sheet1"], "Sheet1", "asked")
    assert b"0007" in done.stdout
    assert done.stdout.endswith(b'{"end":true}\n')
    assert done.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for the packaged program is a shell script")
def test_a_packaged_program_starts_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "ordermanager"
    seen = tmp_path / "seen"
    program.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" > "{seen}"\nexec "{sys.executable}" -c "{PROGRAM}" "$@"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "ordermanager-window"))
    assert child_command() == [str(program), "--read-workbook"]
    _, found = read(workbook(ROWS), "orders.xlsx")
    assert found[0].draft.fields == {"externalOrderId": "0007", "totalCost": "5"}
    assert seen.read_text("utf-8").split("\n")[:2] == ["--read-workbook", "xlsx"]


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for the packaged program is a shell script")
def test_a_reader_that_cannot_run_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    with pytest.raises(ReadError, match=r"does not start .* Save the file as CSV"):
        read(workbook(ROWS), "orders.xlsx")


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts what the kernel shows")
def test_no_child_and_no_file_is_left_open() -> None:
    read(workbook(ROWS), "orders.xlsx")
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(3):
        read(workbook(ROWS), "orders.xlsx")
        with pytest.raises(ReadError):
            read(workbook(ROWS)[:-9], "orders.xlsx")
    assert len(list(Path("/proc/self/fd").iterdir())) <= before


@pytest.mark.skipif(sys.platform == "win32" or not Path("/bin/ps").exists(), reason="asks ps")
def test_what_a_process_holds_is_known() -> None:
    from ordermanager.importing.reading.process_limits import memory_of

    with subprocess.Popen(
        [sys.executable, "-c", "import sys; kept = b'x' * (90 << 20); print(flush=True); sys.stdin.read()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert 90 << 20 < memory_of(process.pid) < 200 << 20
    assert memory_of(process.pid) == 0
