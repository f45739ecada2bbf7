"""Makes the packaged program: a folder that runs where there is no Python, tried, with its licences, and packed.

Started by `python3 packaging/dev.py build`. The result is `dist/ordermanager-VERSION-SYSTEM-MACHINE.tar.gz` (`.zip` on
Windows), made for the system that it is made on. On macOS an application is in the folder, elsewhere the program with
what installs it for one user.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
PROGRAM = DIST / "ordermanager"
APPLICATION = "Order Manager.app"
INSTALLERS = {"linux": "linux", "win32": "windows"}
SAMPLES = ROOT / "resources" / "samples"


def main() -> int:
    """Make, try and pack; 0, or 1 where the program that was made does not do its work."""
    shutil.rmtree(PROGRAM, ignore_errors=True)
    make_icon()
    spec = ROOT / "packaging" / "ordermanager.spec"
    subprocess.check_call([
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", str(DIST),
        "--workpath", str(ROOT / "build"), str(spec),
    ])  # fmt: skip
    if sys.platform == "darwin":  # the application has all of the folder in it, and is sealed
        shutil.rmtree(PROGRAM)
        PROGRAM.mkdir()
        (DIST / APPLICATION).rename(PROGRAM / APPLICATION)
    add_licences()
    if sys.platform in INSTALLERS:
        shutil.copytree(ROOT / "packaging" / INSTALLERS[sys.platform], PROGRAM, dirs_exist_ok=True)
    wrong = try_it()
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    if wrong:
        return 1
    print(pack())
    return 0


def make_icon() -> None:
    """The program's icon in the form that Windows and macOS want, drawn from the one of the window."""
    if sys.platform not in ("win32", "darwin"):
        return
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from icon_files import ICNS_KINDS, ICO_EDGES, icns, ico, pictures

    folder = ROOT / "build"
    folder.mkdir(exist_ok=True)
    drawing = ROOT / "resources" / "icons" / "ordermanager.svg"
    if sys.platform == "darwin":
        (folder / "ordermanager.icns").write_bytes(icns(pictures(drawing, tuple(ICNS_KINDS))))
    else:
        (folder / "ordermanager.ico").write_bytes(ico(pictures(drawing, ICO_EDGES)))


def add_licences() -> None:
    """The licences of all that lies in the folder, as those who hand it on must give them too."""
    target = PROGRAM / "licences"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    shutil.copy(ROOT / "LICENSE", target / "ordermanager.txt")
    python = Path(sys.base_prefix) / "LICENSE.txt"
    if python.exists():
        shutil.copy(python, target / "python.txt")
    for name in sorted(packages_of("ordermanager")):
        about = importlib.metadata.distribution(name)
        texts = [file for file in about.files or () if is_licence(str(file))]
        folder = target / name
        folder.mkdir()
        for file in texts:
            shutil.copy(str(about.locate_file(file)), folder / Path(str(file)).name)
        said = (
            about.metadata.get("License-Expression") or about.metadata.get("License") or "see its home page"
        )
        home = about.metadata.get("Home-page") or next(iter(about.metadata.get_all("Project-URL") or ()), "")
        (folder / "about.txt").write_text(f"{name} {about.version}\n{said}\n{home}\n", encoding="utf-8")


def is_licence(path: str) -> bool:
    """Whether a file of a package is its licence."""
    return (
        re.search(r"(?i)dist-info/(?:licenses/)?[^/]*(?:licen[cs]e|copying|notice)[^/]*$", path) is not None
    )


def packages_of(name: str) -> set[str]:
    """The packages that one needs on this system, with those that they need."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for text in importlib.metadata.requires(waiting.pop()) or ():
            needed = re.sub(
                r"[-_.]+", "-", re.split(r"[ <>=!~;\[(]", text)[0]
            ).lower()  # one name of each (PEP 503)
            if "extra ==" in text or needed in found:
                continue
            try:
                importlib.metadata.distribution(needed)
            except importlib.metadata.PackageNotFoundError:  # of another system or Python
                continue
            found.add(needed)
            waiting.append(needed)
    return found


def try_it() -> list[str]:
    """What the program that was made does not do: read a workbook, import, send to the sandbox, draw its window."""
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        workspace = ["--workspace", str(Path(folder) / "workspace")]
        for file in sorted(SAMPLES.iterdir()):
            result = started(*workspace, "import", str(file), "--dry-run", "--json")
            orders = (
                sum(each["orders"] for each in json.loads(result.stdout)["files"]) if result.stdout else 0
            )
            if not orders:
                wrong.append(f"{file.name} is not read: exit {result.returncode}. {result.stderr}")
        pictures = Path(folder) / "pictures"
        result = started("demo", "--unattended", "--screenshots", str(pictures), "--json")
        if result.returncode not in (0, 1) or "Traceback" in result.stderr or not any(pictures.glob("*.png")):
            wrong.append(f"The demo does not run: exit {result.returncode}. {result.stderr}")
    return wrong


def started(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run what was made, with nothing of this Python's environment, and wait for its end."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    programs = {
        "win32": PROGRAM / "ordermanager.exe",
        "darwin": PROGRAM / APPLICATION / "Contents" / "MacOS" / "ordermanager",
    }
    return subprocess.run(
        [str(programs.get(sys.platform, PROGRAM / "ordermanager")), *arguments],
        # without the system's time zones: Windows has none
        env={**kept, "QT_QPA_PLATFORM": "offscreen", "PYTHONTZPATH": ""},
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )


def pack() -> Path:
    """One file to hand on."""
    version = importlib.metadata.version("ordermanager")
    name = f"ordermanager-{version}-{platform.system().lower()}-{platform.machine().lower()}"
    kind = "zip" if os.name == "nt" else "gztar"
    return Path(shutil.make_archive(str(DIST / name), kind, DIST, PROGRAM.name))


if __name__ == "__main__":
    sys.exit(main())
