"""The program as a process: real arguments, real files, a real sandbox on a real port."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ordermanager.sandbox.server import SandboxServer
from tests import windows_rules

COLUMNS = (
    "externalOrderId", "externalCustomerId", "totalCost", "status", "date", "currency", "email", "phone", "firstName",
    "externalItemId", "name", "quantity", "cost", "url", "imageUrl",
)  # fmt: skip


@dataclass(frozen=True)
class Done:
    """A finished process."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on stdout."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The documents on stdout, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True)
class Program:
    """Runs `ordermanager --workspace …` with these arguments."""

    workspace: Path
    environment: dict[str, str]

    def __call__(self, *arguments: Any, given: str | None = None, **environment: str) -> Done:
        done = subprocess.run(
            self.command(*arguments),
            input=given,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            encoding="utf-8",
            env=self.environment | environment,
            timeout=100,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Done(done.returncode, done.stdout, done.stderr)

    def start(self, *arguments: Any) -> subprocess.Popen[str]:
        """A process that goes on."""
        return subprocess.Popen(
            self.command(*arguments),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=self.environment,
        )

    def command(self, *arguments: Any) -> list[str]:
        """The whole command line."""
        return [
            sys.executable,
            "-m",
            "ordermanager",
            "--workspace",
            str(self.workspace),
            *map(str, arguments),
        ]


@pytest.fixture(autouse=True)
def _files_as_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    windows_rules.obey(monkeypatch)


@pytest.fixture
def om(tmp_path: Path) -> Program:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ORDERMANAGER")}
    return Program(tmp_path / "workspace", environment | {"HOME": str(tmp_path), "PYTHONUNBUFFERED": "1"})


def make_row(number: str, **changes: str) -> dict[str, str]:
    """A row of a good order with one item."""
    values = (
        number, f"C-{number}", "20.50", "INITIALIZED", "2026-11-20T10:00:00+02:00", "UAH", f"p{number}@shop.example",
        "", "Ґалина", "i1", "Чайник", "1", "20.50", "https://shop.example/i1", "https://shop.example/i1.png",
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True)) | changes


@pytest.fixture
def row() -> Callable[..., dict[str, str]]:
    return make_row


@pytest.fixture
def shop(om: Program, sandbox: SandboxServer) -> Program:
    """The program with an account at the sandbox."""
    assert om("account", "add", "Sandbox", "--url", sandbox.url).code == 0
    return om
