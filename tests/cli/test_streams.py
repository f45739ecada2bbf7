"""What goes out, whatever the console's encoding and ends of lines are."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ordermanager.cli.main import main
from ordermanager.cli.output import Output


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "ascii"])
def test_json_is_the_same_from_every_system(
    encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    as_on_windows = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\r\n")
    monkeypatch.setattr(sys, "stdout", as_on_windows)
    folder = tmp_path / "Крамниця ₴"
    assert main(["--workspace", str(folder), "doctor", "--json"]) == 0
    as_on_windows.flush()
    said = as_on_windows.buffer.getvalue()  # type: ignore[attr-defined]
    assert said.endswith(b"}\n")
    assert b"\r" not in said
    assert folder.name in str(json.loads(said.decode("utf-8"))["lines"])


def run_to(om, arguments, out, err=subprocess.PIPE):
    """As users start it: with output that waits until there is much of it."""
    environment = {name: value for name, value in om.environment.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.run(
        om.command(*arguments),
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=err,
        encoding="utf-8",
        env=environment,
        timeout=100,
        check=False,
    )


@pytest.fixture
def gone():
    """A pipe that nobody reads any more."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


@pytest.mark.parametrize("arguments", [["orders"], ["history", "--json"], ["doctor"], ["--help"], ["queue"]])
def test_a_reader_that_has_gone_is_no_failure(om, gone, write_csv, row, arguments):
    """`ordermanager … | grep -q word` with pipefail: the code was 120, with a complaint of Python's."""
    om("import", write_csv(row("1"), row("2")))
    done = run_to(om, arguments, gone)
    assert (done.returncode, done.stderr) == (0, "")


def test_what_was_asked_for_is_done_though_nobody_reads_it(om, gone, write_csv, row):
    """Of three files the first was imported, and the code was 0: `import … 2>&1 | head -1`."""
    files = [write_csv(row(name), name=f"{name}.csv") for name in "abc"]
    bad = write_csv(row("d", email="no mail"), name="d.csv")
    done = run_to(om, ["import", *files, bad], gone, err=gone)
    assert done.returncode == 1
    assert [line["externalOrderId"] for line in om("orders", "--json").lines] == ["a", "b", "c", "d"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
@pytest.mark.parametrize("arguments", [["import"], ["orders"], ["--version"]])
def test_output_that_cannot_be_written_is_said(om, write_csv, row, arguments):
    files = [write_csv(row(name), name=f"{name}.csv") for name in "ab"] if arguments == ["import"] else []
    with Path("/dev/full").open("wb") as full:
        done = run_to(om, [*arguments, *files], full)
    assert done.returncode == 3
    assert done.stderr.strip() == "What this command prints could not be written: No space left on device."
    assert len(om("orders", "--json").lines) == len(files)


def test_no_output_at_all_is_no_failure(om, write_csv, row):
    """Of a service that has closed it."""
    command = om.command("import", write_csv(row("1")))
    code = f"import os; os.close(1); os.close(2); os.execv({sys.executable!r}, {command!r})"
    done = subprocess.run([sys.executable, "-c", code], env=om.environment, check=False, timeout=100)
    assert done.returncode == 0
    assert len(om("orders", "--json").lines) == 1


def test_a_command_for_a_shell_keeps_its_lines_and_letters():
    out = io.StringIO()
    Output(as_json=False, out=out).command('curl \\\n  --data-raw \'{"name":"Чай\u00a0\u2066\x9b31m"}\'')
    assert out.getvalue() == 'curl \\\n  --data-raw \'{"name":"Чай\u00a0\\u2066\\u009b31m"}\'\n'
