"""A file to give away when something does not work: versions, the doctor's report, logs, and chosen orders' history.

People are masked in all of it, and there is no key in it: keys are in no file of the workspace (services/keys.py), and
whatever looks like one is hidden in logs and texts besides.
"""

from __future__ import annotations

import json
import platform
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ordermanager import __version__
from ordermanager.domain.people.masking import Masker
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.services.files.tables import replacing
from ordermanager.services.history.order_story import story_json
from ordermanager.services.upkeep.logs import FOLDER, redacted
from ordermanager.store.database.sqlite import sqlite_version

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ordermanager.services.context import Context
    from ordermanager.services.history.order_story import StoryService
    from ordermanager.services.sending.reports import ReportService
    from ordermanager.services.upkeep.doctor import Doctor

ENDING = ".zip"
MOST_ORDERS = 200
_RUNS = 20
_SETTINGS = (
    "rule_set",
    "region",
    "timezone",
    "cost_basis",
    "currency",
    "status",
    "language",
    "confirm_before_send",
)
_README = """Support bundle of Order Manager {version}.

versions.json   the program, Python, SQLite and the system
doctor.txt      what "ordermanager doctor" found
workspace.json  accounts (without keys), settings, how many orders are in each state
runs.txt        the newest sending runs and their balances
logs/           the program's log
orders/         the history of the orders that were chosen ({orders})

E-mails, phones, names, addresses and what customers wrote are masked; the same person has the same mask throughout.
API keys are in no file of a workspace, and in none of these.
"""


class SupportBundleService:
    """Writes the bundle. Any thread; takes seconds at a million orders, because the doctor looks at all of them."""

    def __init__(self, context: Context, folder: Path, stories: StoryService, reports: ReportService) -> None:
        self._context = context
        self._workspace = context.workspace
        self._folder = folder
        self._stories = stories
        self._reports = reports

    def write(
        self,
        path: Path,
        doctor: Doctor,
        order_ids: Collection[int] = (),
        more: Mapping[str, str] | None = None,
    ) -> int:
        """Write the bundle with the history of these orders; `more` are further versions by name. Returns how many
        orders are in it. Raises WrongUse or CannotWrite; then there is no file."""
        check_name(path)
        if len(order_ids) > MOST_ORDERS:
            raise WrongUse(
                QT_TRANSLATE_NOOP(
                    "Sentence", "A support bundle has room for {most} orders. Choose the ones that matter."
                ),
                most=MOST_ORDERS,
            )
        masker = Masker()
        orders = [masker.json(story_json(self._stories.of_order(each))) for each in order_ids]
        texts = {
            "workspace.json": _json(self._about()),
            "runs.txt": self._runs(),
            **common_texts(self._folder, doctor, len(orders), more),
        }
        _write(
            path, {name: harmless(masker.text(text), self._folder) for name, text in texts.items()}, orders
        )
        return len(orders)

    def _about(self) -> dict[str, Any]:
        settings = self._context.settings.get()._asdict()
        return {
            "accounts": [
                {
                    "name": account.name,
                    "base_url": account.base_url,
                    "is_sandbox": account.is_sandbox,
                    "is_default": account.is_default,
                    "stopped": str(account.stop_reason) if account.stop_reason else None,
                    "not_before": account.not_before or None,
                    "repeat_policy": account.repeat_policy,
                    "in_flight": account.in_flight,
                    "per_minute": account.per_minute,
                    "batch_size": account.batch_size,
                }
                for account in self._workspace.accounts.list()
            ],
            "settings": {name: settings[name] for name in _SETTINGS} | {"proxy": bool(settings["proxy"])},
            "folders": {
                folder.value: count for folder, count in self._workspace.orders.folder_counts().items()
            },
        }

    def _runs(self) -> str:
        runs = self._reports.runs(_RUNS)
        return "\n".join(self._reports.text(run.record.id) for run in runs) or "Nothing was sent yet.\n"


def write_without_workspace(path: Path, folder: Path, doctor: Doctor) -> None:
    """The bundle of a workspace that cannot be opened: versions, the doctor's report and logs. Raises as `write`."""
    check_name(path)
    masker = Masker()
    texts = common_texts(folder, doctor, 0, None)
    _write(path, {name: harmless(masker.text(text), folder) for name, text in texts.items()}, [])


def check_name(path: Path) -> None:
    """Raises WrongUse where the name does not say that it is a zip file."""
    if path.suffix.lower() != ENDING:
        raise WrongUse(
            QT_TRANSLATE_NOOP("Sentence", "{file} must end with .zip: a support bundle is a zip file."),
            file=path.name,
        )


def common_texts(folder: Path, doctor: Doctor, orders: int, more: Mapping[str, str] | None) -> dict[str, str]:
    """What every bundle has, whatever state the workspace is in."""
    report = doctor.examine()
    lines = (f"[{'ok' if line.ok else '!!'}] {line.name}: {line.sentence}" for line in report.lines)
    return {
        "README.txt": _README.format(version=__version__, orders=orders),
        "versions.json": _json(_versions(more or {})),
        "doctor.txt": "\n".join(lines) + "\n",
        **_logs(folder),
    }


def harmless(text: str, folder: Path) -> str:
    """Without what looks like a key, and without the name of whoever uses this computer in paths."""
    return redacted(text.replace(str(folder), "WORKSPACE").replace(str(Path.home()), "~"))


def _logs(workspace: Path) -> dict[str, str]:
    folder = workspace / FOLDER
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    return {
        f"logs/{path.name}": path.read_text("utf-8", "replace")
        for path in files
        if path.is_file() and not path.is_symlink()
    }


def _write(path: Path, texts: Mapping[str, str], orders: Sequence[str]) -> None:
    with replacing(path) as temporary, zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, text in texts.items():
            bundle.writestr(name, text)
        for number, text in enumerate(orders, 1):
            bundle.writestr(f"orders/{number}.json", text)


def _versions(more: Mapping[str, str]) -> dict[str, str]:
    return {
        "ordermanager": __version__,
        "python": platform.python_version(),
        "sqlite": sqlite_version(),
        "system": platform.platform(),
        **more,
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
