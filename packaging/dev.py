"""Sets up and runs Order Manager from a checkout, with nothing but Python on the machine.

    python3 packaging/dev.py demo    a demo workspace, the built-in sandbox and the window
    python3 packaging/dev.py test    every check and every test
    python3 packaging/dev.py run …   the program itself, with its own arguments
    python3 packaging/dev.py bench   the benchmarks
    python3 packaging/dev.py soak [MINUTES]   sending under faults, kills, power cuts and full disks (10 minutes)
    python3 packaging/dev.py monkey SEED [SECONDS]   random keys and clicks at the whole program (60 seconds)
    python3 packaging/dev.py build   the packaged program, for machines without Python, in dist/
    python3 packaging/dev.py lock    writes requirements.lock and build.lock anew (needs the network)
    python3 packaging/dev.py translate   extracts the texts and compiles the translations
    python3 packaging/dev.py setup   only the environment

The environment lies in .venv beside this checkout and is made anew when requirements.lock changes.
"""

from __future__ import annotations

import contextlib
import ctypes.util
import hashlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
BUILD_LOCK = ROOT / "packaging" / "build.lock"
VENV = Path(os.environ.get("ORDERMANAGER_VENV", ROOT / ".venv")).absolute()
STAMP = VENV / "ordermanager-lock.sha256"

NEWER_PYTHONS = ("python3.13", "python3.14", "python3.12", "python3.11")
"""Where to look for one that is new enough, the best tested first."""

# What Qt loads at run time and a bare Debian or Ubuntu lacks: library -> package.
SYSTEM_LIBRARIES = {
    "EGL": "libegl1",
    "GL": "libgl1",
    "xkbcommon": "libxkbcommon0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-image": "libxcb-image0",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-render-util": "libxcb-render-util0",
    "xcb-shape": "libxcb-shape0",
    "xcb-xinerama": "libxcb-xinerama0",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "glib-2.0": "libglib2.0-0",
}
FONT_PACKAGE = "fonts-dejavu-core"

# What the test with a screen reader needs; where it is missing and we may not install it, that test is left out.
SCREEN_READER = {
    "usr/bin/Xvfb": "xvfb",
    "usr/bin/dbus-run-session": "dbus",
    "usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "usr/lib/python3/dist-packages/gi": "python3-gi",
    "usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
}


def main(arguments: list[str]) -> int:
    """Run one of the commands named in the module's docstring and return its exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this script may be started by an older Python
        print(f"Order Manager needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        newer = [name for name in NEWER_PYTHONS if shutil.which(name)]
        print(
            f"Here is one: {newer[0]} packaging/dev.py …" if newer else "Get it from https://www.python.org.",
            file=sys.stderr,
        )
        return 2
    commands = {
        "setup": lambda _rest: 0,
        "demo": lambda rest: run_python("-m", "ordermanager", "demo", *rest),
        "run": lambda rest: run_python("-m", "ordermanager", *rest),
        "test": test,
        "bench": lambda rest: run_python("-m", "tests.benchmarks", *rest),
        "soak": lambda rest: run_python("-m", "tests.faults.soak", *rest),
        "monkey": lambda rest: run_python("-m", "tests.monkey", *rest),
        "build": build,
        "lock": lock,
        "translate": lambda rest: run_python(str(ROOT / "packaging" / "translations.py"), *rest),
    }
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 2
    ensure_system_libraries()
    try:
        ensure_environment()
    except CannotSetUp as error:
        print(error, file=sys.stderr)
        return 1
    return commands[arguments[0]](arguments[1:])


class CannotSetUp(Exception):
    """Why there is no environment, and what to do, as a sentence."""


def python() -> Path:
    """The interpreter of the environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def program(name: str, environment: Path = VENV) -> str:
    """Where a program of an environment is; Windows finds none by its path without the ending."""
    folder = environment / ("Scripts" if os.name == "nt" else "bin")
    return shutil.which(name, path=str(folder)) or str(folder / name)


def run_python(*arguments: str, env: dict[str, str] | None = None) -> int:
    """Run the environment's Python in the checkout and return its exit code."""
    return subprocess.call([str(python()), *arguments], cwd=ROOT, env={**os.environ, **(env or {})})


def ensure_environment() -> None:
    """Make .venv from requirements.lock, unless it was made from this very lock file and pyproject.toml.

    Raises CannotSetUp. What was begun is made anew the next time: the stamp is written last.
    """
    wanted = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if python().exists() and STAMP.exists() and STAMP.read_text() == wanted:
        return
    remove_environment()
    print("Setting up the environment (once; about 500 MB) …", file=sys.stderr, flush=True)
    make_environment()
    install_locked(LOCK)
    if pip_install("--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT)) != 0:
        raise CannotSetUp("Order Manager could not be installed into its environment; pip says why above.")
    STAMP.write_text(wanted)


def install_locked(lock_file: Path) -> None:
    """Install what a lock file names, and nothing else. Raises CannotSetUp."""
    if pip_install("--require-hashes", "--no-deps", "-r", str(lock_file)) != 0:
        raise CannotSetUp(
            "The packages could not be installed; pip says why above. Without a network there must be a copy of them "
            "(PIP_FIND_LINKS). Run this again, it begins anew."
        )


def pip_install(*arguments: str) -> int:
    """Pip's exit code; into this environment, also where a person's pip is set to install for the user."""
    command = [str(python()), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *arguments]
    return subprocess.call(command, env={**os.environ, "PIP_USER": "0"})


def remove_environment() -> None:
    """Remove an older environment, and nothing else that ORDERMANAGER_VENV may name."""
    if not VENV.exists() or (VENV.is_dir() and not any(VENV.iterdir())):
        return
    if VENV != ROOT / ".venv" and not (VENV / "pyvenv.cfg").is_file():
        raise CannotSetUp(f"{VENV} is not an environment of Python. Nothing was changed there.")
    if Path(sys.prefix).resolve() == VENV.resolve():
        raise CannotSetUp("The environment is out of date. Run this with another Python than the one in it.")
    shutil.rmtree(VENV)


def make_environment() -> None:
    """An empty environment, of the Python that runs this. Raises CannotSetUp."""
    make = [sys.executable, "-m", "venv", str(VENV)]
    if subprocess.call(make) == 0:
        return
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    install_packages([f"python{version}-venv"], "Python's own venv module")
    shutil.rmtree(VENV, ignore_errors=True)
    if subprocess.call(make) != 0:
        raise CannotSetUp(f"{VENV} could not be made; Python says why above.")


def ensure_system_libraries() -> None:
    """Name the system libraries that Qt needs and that are missing; install them where we may."""
    if not sys.platform.startswith("linux"):
        return
    missing = [
        package for name, package in SYSTEM_LIBRARIES.items() if ctypes.util.find_library(name) is None
    ]
    if not any(Path(folder).is_dir() and any(Path(folder).rglob("*.[ot]tf")) for folder in FONT_FOLDERS):
        missing.append(FONT_PACKAGE)
    if missing:
        install_packages(missing, "the window")


FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", str(Path.home() / ".local/share/fonts"))


def install_packages(packages: list[str], purpose: str) -> None:
    """Install Debian packages as root, after asking where a person is there; otherwise name them and go on."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        print(
            f"Missing for {purpose}: the libraries of {' '.join(packages)} (names as in Debian).",
            file=sys.stderr,
        )
        return
    if os.geteuid() != 0:
        print(f"Missing for {purpose}. Please run:\n  sudo {' '.join(command)}", file=sys.stderr)
        return
    if sys.stdin is not None and sys.stdin.isatty() and not os.environ.get("CI"):
        print(f"Missing for {purpose}: {' '.join(packages)}. Install them now? [Y/n] ", end="", flush=True)
        if sys.stdin.readline().strip().lower() not in ("", "y", "yes"):
            return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-q"], env=environment, stdout=sys.stderr)
    subprocess.call(command, env=environment, stdout=sys.stderr)


def test(arguments: list[str]) -> int:
    """Linter, formatter, types, import rules, then all tests in parallel; with arguments only pytest with those."""
    environment = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"), "PYTHONHASHSEED": "0"}
    if arguments:
        return run_python("-m", "pytest", *arguments, env=environment)
    if sys.platform.startswith("linux") and os.geteuid() == 0:
        missing = [package for path, package in SCREEN_READER.items() if not any(Path("/").glob(path))]
        if missing:
            install_packages(missing, "the test with a screen reader")
    checks = [
        ("format", [str(python()), "-m", "ruff", "format", "--check", "--quiet", "."]),
        ("lint", [str(python()), "-m", "ruff", "check", "--quiet", "."]),
        *[(f"types on {name}", [str(python()), "-m", "mypy", *types_of(name)]) for name in PLATFORMS],
        ("imports", [program("lint-imports"), "--no-cache"]),
        ("tests", [str(python()), "-m", "pytest", "-n", "auto", "--dist", "loadfile"]),
    ]
    failed = []
    for name, command in checks:
        print(f"== {name}", flush=True)
        if call_within(MOST_MINUTES, command, {**os.environ, **environment}) != 0:
            failed.append(name)
    if failed:
        print("Failed: " + ", ".join(failed), file=sys.stderr)
    return 1 if failed else 0


PLATFORMS = ("linux", "win32", "darwin")
"""As sys.platform names them: what only one of them runs is seen by the checker everywhere."""


def types_of(platform: str) -> list[str]:
    """How mypy checks for a platform; with a cache of its own, since it keeps none for several."""
    own = [] if sys.platform == platform else ["--cache-dir", f".mypy_cache/{platform}"]
    return ["--platform", platform, *own]


MOST_MINUTES = 45
"""A check that takes longer hangs; on the slowest machine seen, all of them together take a fifth of that."""


def call_within(minutes: float, command: list[str], environment: dict[str, str]) -> int:
    """Run a command in the repository; its exit code, or 1 where it did not end in time.

    A run of tests that hangs is interrupted as by Ctrl+C, so that it still says what failed before; only then is it
    killed, with all that it started, for whoever reads its output waits as long as one of them lives.
    """
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, start_new_session=os.name == "posix"
    ) as process:
        try:
            return process.wait(minutes * 60)
        except KeyboardInterrupt:
            end(process)
            raise
        except subprocess.TimeoutExpired:
            print(f"Not ended after {minutes:g} minutes.", file=sys.stderr, flush=True)
            end(process)
            return 1


def end(process: subprocess.Popen[bytes]) -> None:
    """Interrupt a command, and kill it and its children where it does not end by that."""
    if os.name != "posix":
        process.kill()
        return
    process.send_signal(signal.SIGINT)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(30)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def build(arguments: list[str]) -> int:
    """Make the packaged program (build.py) with what build.lock names."""
    try:
        install_locked(BUILD_LOCK)
    except CannotSetUp as error:
        print(error, file=sys.stderr)
        return 1
    return run_python(str(ROOT / "packaging" / "build.py"), *arguments)


def lock(arguments: list[str]) -> int:
    """Resolve pyproject.toml into requirements.lock and build.in into build.lock, with hashes and no index address."""
    tools = VENV.parent / ".venv-lock"
    if not tools.exists():
        subprocess.check_call([sys.executable, "-m", "venv", str(tools)])
        subprocess.check_call([program("pip", tools), "install", "--quiet", "uv"])
    command = [
        program("uv", tools),
        "pip",
        "compile",
        "--universal",
        "--python-version",
        "3.11",
        "--generate-hashes",
    ]
    command += ["--no-header", "--no-emit-index-url", "--no-emit-find-links", *arguments]
    program_itself = ["pyproject.toml", "--extra", "dev", "-c", "packaging/constraints.txt", "-o", str(LOCK)]
    builder = ["packaging/build.in", "-c", "packaging/requirements.lock", "-o", str(BUILD_LOCK)]
    return subprocess.call([*command, *program_itself], cwd=ROOT) or subprocess.call(
        [*command, *builder], cwd=ROOT
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
