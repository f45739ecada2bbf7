"""What a fresh machine gets: the lock file, and the files that the program finds beside itself."""

from __future__ import annotations

import importlib.util
import os
import re
import socket
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement

from ordermanager import __version__
from ordermanager.resources import resource

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
BUILD_LOCK = (ROOT / "packaging" / "build.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def locked(lock: str = LOCK) -> dict[str, str]:
    """Name and version of every package in a lock file."""
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", lock, re.MULTILINE))


@pytest.mark.parametrize(("lock", "most"), [(LOCK, 30), (BUILD_LOCK, 5)])
def test_every_locked_package_has_a_hash(lock: str, most: int) -> None:
    requirements = re.split(r"\n(?=[a-z0-9-]+==)", lock.strip())
    assert len(requirements) >= len(locked(lock)) > most
    assert [text.split("==")[0] for text in requirements if "--hash=sha256:" not in text] == []


MACHINES = {
    "linux": ("linux", "x86_64"),
    "windows": ("win32", "AMD64"),
    "mac": ("darwin", "arm64"),
    "intel mac": ("darwin", "x86_64"),
}


def installed_on(machine: str, python: str) -> dict[str, str]:
    """Name and version of what the lock files give to such a machine."""
    system, processor = MACHINES[machine]
    place = {
        "sys_platform": system,
        "platform_machine": processor,
        "python_version": python,
        "python_full_version": f"{python}.1",
    }
    found: dict[str, str] = {}
    for line in re.findall(r"^[a-z0-9-]+==[^\\\n]+", LOCK + BUILD_LOCK, re.MULTILINE):
        wanted = Requirement(line)
        version = str(wanted.specifier).removeprefix("==")
        if wanted.marker is None or wanted.marker.evaluate(place):
            assert found.setdefault(wanted.name, version) == version, line
    return found


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
def test_each_machine_is_given_what_it_needs(python: str) -> None:
    given = {machine: installed_on(machine, python) for machine in MACHINES}
    assert {"pywin32-ctypes", "tzdata", "colorama", "pefile"} <= given["windows"].keys()
    assert {"secretstorage", "jeepney"} <= given["linux"].keys()
    assert "macholib" in given["mac"]
    # newer ones have no wheel for it
    assert int(given["intel mac"]["cryptography"].split(".")[0]) < 49
    assert given["windows"].keys() - given["linux"].keys() == {"pywin32-ctypes", "pefile"}


@pytest.mark.parametrize("lock", [LOCK, BUILD_LOCK])
def test_the_lock_names_no_address(lock: str) -> None:
    assert "://" not in lock
    assert "index" not in lock.replace("--hash", "")


def test_every_dependency_is_locked() -> None:
    wanted = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    names = {re.split(r"[ <>=!~;\[]", requirement)[0].lower() for requirement in wanted}
    assert names - locked().keys() == set()


def test_the_locked_qt_does_not_abort_python_3_11() -> None:
    assert not locked()["pyside6-essentials"].startswith("6.12.")


def test_the_version_stands_once() -> None:
    assert PROJECT["version"] == __version__


def test_resources_are_found() -> None:
    for name in (
        "icons/ordermanager.svg",
        "layouts/shopify.json",
        "translations/ordermanager_uk.qm",
        "samples",
    ):
        assert resource(name).exists(), name


def load(name: str) -> ModuleType:
    """A module of packaging/, as it is with the environment variables of now."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_only_an_environment_is_ever_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORDERMANAGER_VENV", str(tmp_path))
    letter = tmp_path / "letter.txt"
    letter.write_text("dear", encoding="utf-8")
    dev = load("dev")
    with pytest.raises(dev.CannotSetUp, match="not an environment"):
        dev.ensure_environment()
    assert letter.read_text(encoding="utf-8") == "dear"
    (tmp_path / "pyvenv.cfg").touch()
    dev.remove_environment()
    assert not tmp_path.exists()


@pytest.mark.skipif(os.name != "posix", reason="no process groups")
def test_a_check_that_hangs_is_ended_with_all_that_it_started() -> None:
    dev = load("dev")
    listening = socket.create_server(("127.0.0.1", 0))
    with listening:
        listening.settimeout(30)
        sleeper = f"""import socket; socket.create_connection({listening.getsockname()!r}).recv(1)"""
        starter = f"""import subprocess, sys; subprocess.run([sys.executable, "-c", {sleeper!r}])"""
        code = dev.call_within(0.05, [sys.executable, "-c", starter], dict(os.environ))
        child, _ = listening.accept()
        with child:
            child.settimeout(30)
            assert child.recv(1) == b""  # the child is gone, and its connection with it
    assert code == 1


@pytest.mark.parametrize(("kind", "edges"), [("ico", "ICO_EDGES"), ("icns", "ICNS_KINDS")])
def test_the_icon_file_holds_every_size(qapp: object, kind: str, edges: str) -> None:
    from PySide6.QtCore import QBuffer
    from PySide6.QtGui import QImageReader

    icon_files = load("icon_files")
    wanted = tuple(getattr(icon_files, edges))
    drawn = icon_files.pictures(resource("icons/ordermanager.svg"), wanted)
    buffer = QBuffer()
    buffer.setData(getattr(icon_files, kind)(drawn))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, kind.encode())
    found = set()
    for number in range(reader.imageCount()):
        assert reader.jumpToImage(number)
        picture = reader.read()
        assert not picture.isNull(), reader.errorString()
        assert picture.pixelColor(picture.width() // 2, picture.height() // 2).alpha() == 255
        found.add(picture.width())
    assert found == set(wanted)
