"""The command line says one sentence for each file that it cannot read, and ends with code 3, in bounded memory."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from tests.importing.bad_files import BAD

MEGABYTES = 1100
"""The limit of the child that reads workbooks, and a little; the program itself needs far less."""


def test_every_bad_file_one_after_the_other(om, tmp_path, write_csv, row):
    """All in one run: each is refused by itself, and the good file among them comes in."""
    paths = []
    for number, (name, _, make) in enumerate(BAD.values()):
        (tmp_path / str(number)).mkdir()
        paths.append(tmp_path / str(number) / name)
        make(paths[-1])
    good = write_csv(row("1"))
    with (tmp_path / "told").open("wb") as told, (tmp_path / "said").open("wb") as said:
        process = subprocess.Popen(
            om.command("import", *paths, good),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=told,
            env=om.environment,
        )
        code, most = _end(process)
    lines = (tmp_path / "told").read_text("utf-8").splitlines()
    assert "Traceback" not in "".join(lines)
    assert code == 3
    assert len(lines) == len(BAD)
    for line, (name, words, _) in zip(lines, BAD.values(), strict=True):
        assert name in line
        assert words in line
    assert most < MEGABYTES
    assert len(om("orders", "--json").lines) == 1


@pytest.mark.parametrize("kind", ["nothing in it", "password, xls", "zip bomb", "folder", "not there"])
def test_a_bad_file_alone_leaves_an_empty_workspace(om, tmp_path, kind):
    name, words, make = BAD[kind]
    make(tmp_path / name)
    done = om("import", tmp_path / name, "--json")
    assert done.code == 3
    assert [file["file"] for file in done.json["files"]] == [str(tmp_path / name)]
    assert words in done.json["files"][0]["error"]
    assert om("orders", "--json").lines == []
    assert om("imports", "--json").lines == []


def _end(process: subprocess.Popen[bytes]) -> tuple[int, float]:
    """Exit code, and the most megabytes that the program or a child of it held (0 where that is not told)."""
    if not hasattr(os, "wait4"):
        return process.wait(timeout=300), 0.0
    timer = threading.Timer(300, process.kill)
    timer.start()
    try:
        _, status, used = os.wait4(process.pid, 0)
    finally:
        timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
