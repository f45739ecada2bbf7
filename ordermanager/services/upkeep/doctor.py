"""Looks whether everything is well, and repairs what can be repaired without losing anything.

Works on a folder, because the workspace may be too damaged to open.
"""

from __future__ import annotations

import os
import platform
import stat
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ordermanager import __version__
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError, Sentence
from ordermanager.services.keys import KeyStore, environment_key
from ordermanager.services.results import DoctorLine, DoctorReport
from ordermanager.store.backups import restore_workspace
from ordermanager.store.database.backup_making import newest_good_backup
from ordermanager.store.database.files import backup_files
from ordermanager.store.database.opening import DATABASE_NAME
from ordermanager.store.database.sqlite import sqlite_version
from ordermanager.store.errors import WorkspaceDamaged
from ordermanager.store.outbox.sender_lock import SenderLock
from ordermanager.store.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ordermanager.store.records import CheckReport


class Doctor:
    """`examine` changes nothing."""

    def __init__(self, folder: Path, keys: KeyStore | None = None) -> None:
        self._folder = folder
        self._keys = keys or KeyStore()

    def examine(self) -> DoctorReport:
        """Versions, integrity, permissions, keyring, backups."""
        return DoctorReport(tuple(self._lines()))

    def repair(self) -> DoctorReport:
        """Restore the newest good backup if the database is damaged (everything unsent is then held); else
        only what loses nothing: the search index, permissions. Raises KnownError: someone is sending, or there
        is no good backup.
        """
        done: list[Sentence] = []
        if self._database.exists() or backup_files(self._folder):
            with SenderLock(self._folder):
                report = self._check()
                if report is None or report.is_damaged:
                    done.append(self._restore())
                elif report.search_is_damaged:
                    done.append(self._rebuild_search())
        done.extend(self._make_private())
        return DoctorReport(tuple(self._lines()), tuple(done))

    @property
    def _database(self) -> Path:
        return self._folder / DATABASE_NAME

    def _lines(self) -> Iterator[DoctorLine]:
        versions = {"version": __version__, "python": platform.python_version(), "sqlite": sqlite_version()}
        yield DoctorLine("versions", ok=True, sentence=Sentence(_VERSIONS, versions))
        if not self._database.exists() and not backup_files(self._folder):
            yield DoctorLine(
                "workspace", ok=True, sentence=Sentence(_NO_WORKSPACE, {"folder": str(self._folder)})
            )
        else:
            yield from self._workspace_lines()
            yield self._permissions()
        yield self._keyring()
        yield self._backups()

    def _workspace_lines(self) -> Iterator[DoctorLine]:
        yield DoctorLine("workspace", ok=True, sentence=Sentence(_WORKSPACE, {"folder": str(self._folder)}))
        try:
            with closing(Workspace.create_or_open(self._folder, read_only=True)) as workspace:
                report = workspace.check()
                held = workspace.revisions.held()
        except KnownError as error:
            yield DoctorLine("integrity", ok=False, sentence=error.sentence)
            return
        if report.is_well:
            rows = sum(report.counts.values())
            yield DoctorLine(
                "integrity",
                ok=True,
                sentence=Sentence(_SOUND, {"rows": rows, "schema": report.schema_version}),
            )
            yield DoctorLine(
                "balances", ok=True, sentence=Sentence(_BALANCES, {"runs": report.counts.get("runs", 0)})
            )
        for problem in report.problems:
            yield DoctorLine("integrity", ok=False, sentence=problem)
        if held:
            yield DoctorLine("held", ok=False, sentence=Sentence(_HELD, {"count": held}))

    def _permissions(self) -> DoctorLine:
        open_to_others = list(self._too_open())
        if open_to_others:
            shown = ", ".join(path.name for path in open_to_others[:5])
            return DoctorLine("permissions", ok=False, sentence=Sentence(_TOO_OPEN, {"files": shown}))
        return DoctorLine(
            "permissions", ok=True, sentence=Sentence(_PRIVATE if os.name == "posix" else _WINDOWS)
        )

    def _too_open(self) -> Iterator[Path]:
        """What others on this computer can read. Windows keeps rights elsewhere: a user's folders are private."""
        if os.name != "posix":
            return
        for path in (self._folder, *self._folder.rglob("*")):
            if not path.is_symlink() and stat.S_IMODE(path.stat().st_mode) & 0o077:
                yield path

    def _make_private(self) -> Iterator[Sentence]:
        for path in list(self._too_open()) if self._folder.is_dir() else []:
            try:
                path.chmod(0o700 if path.is_dir() else 0o600)
            except OSError:
                continue  # somebody else's file; the report that follows names it
            yield Sentence(_MADE_PRIVATE, {"file": path.name})

    def _keyring(self) -> DoctorLine:
        if self._keys.has_keyring:
            return DoctorLine(
                "keyring", ok=True, sentence=Sentence(_KEYRING, {"name": self._keys.description})
            )
        text = _KEY_IN_ENVIRONMENT if environment_key() else _NO_KEYRING
        return DoctorLine("keyring", ok=True, sentence=Sentence(text))

    def _backups(self) -> DoctorLine:
        files = backup_files(self._folder)
        if not files:
            return DoctorLine("backups", ok=True, sentence=Sentence(_NO_BACKUP))
        good = newest_good_backup(self._folder)
        if good is None:
            return DoctorLine("backups", ok=False, sentence=Sentence(_BAD_BACKUPS, {"count": len(files)}))
        return DoctorLine(
            "backups", ok=True, sentence=Sentence(_BACKUPS, {"count": len(files), "newest": good.name})
        )

    def _check(self) -> CheckReport | None:
        """What is wrong in the database; None where it cannot even be opened."""
        try:
            with closing(Workspace.create_or_open(self._folder, read_only=True)) as workspace:
                return workspace.check()
        except WorkspaceDamaged:
            return None

    def _rebuild_search(self) -> Sentence:
        with closing(Workspace.create_or_open(self._folder)) as workspace:
            workspace.rebuild_search()
        return Sentence(_SEARCH_REBUILT)

    def _restore(self) -> Sentence:
        backup = newest_good_backup(self._folder)
        if backup is None:
            raise WorkspaceDamaged(_NO_GOOD_BACKUP, folder=str(self._folder))
        aside = restore_workspace(self._folder, backup, datetime.now(UTC))
        return Sentence(_RESTORED, {"backup": backup.name, "aside": aside.name})


_VERSIONS = QT_TRANSLATE_NOOP("Sentence", "Order Manager {version}, Python {python}, SQLite {sqlite}.")
_WORKSPACE = QT_TRANSLATE_NOOP("Sentence", "The workspace is in {folder}.")
_NO_WORKSPACE = QT_TRANSLATE_NOOP(
    "Sentence", "There is no workspace in {folder} yet; the first command or window makes one."
)
_SOUND = QT_TRANSLATE_NOOP("Sentence", "The database is sound ({rows} rows looked at, form {schema}).")
_BALANCES = QT_TRANSLATE_NOOP(
    "Sentence", "The balances of all {runs} sending runs, counted anew from the raw records, close."
)
_HELD = QT_TRANSLATE_NOOP(
    "Sentence",
    "{count} orders are held back since a backup was restored, because they may have been sent already. "
    "Look into Yespo, "
    "then release or withdraw them.",
)
_TOO_OPEN = QT_TRANSLATE_NOOP(
    "Sentence",
    "Other users of this computer can read the workspace: {files}. Run ordermanager doctor --repair.",
)
_PRIVATE = QT_TRANSLATE_NOOP("Sentence", "Only you can read the workspace's files.")
_WINDOWS = QT_TRANSLATE_NOOP(
    "Sentence", "The workspace's files have the rights of the folder that they are in."
)
_MADE_PRIVATE = QT_TRANSLATE_NOOP("Sentence", "Only you can read {file} now.")
_KEYRING = QT_TRANSLATE_NOOP("Sentence", "API keys are kept in the system's keyring ({name}).")
_NO_KEYRING = QT_TRANSLATE_NOOP(
    "Sentence",
    "There is no safe keyring on this computer: API keys are kept only until the program ends. For the "
    "command line, set "
    "ORDERMANAGER_API_KEY.",
)
_KEY_IN_ENVIRONMENT = QT_TRANSLATE_NOOP(
    "Sentence", "There is no safe keyring on this computer; the API key is taken from ORDERMANAGER_API_KEY."
)
_NO_BACKUP = QT_TRANSLATE_NOOP("Sentence", "There is no backup yet.")
_BACKUPS = QT_TRANSLATE_NOOP("Sentence", "Backups: {count}; the newest good one is {newest}.")
_BAD_BACKUPS = QT_TRANSLATE_NOOP("Sentence", "None of the {count} backups can be read.")
_NO_GOOD_BACKUP = QT_TRANSLATE_NOOP(
    "Sentence",
    "The database in {folder} is damaged and there is no good backup of it. Nothing was changed. Restore "
    "the folder from a "
    "copy of your own.",
)
_SEARCH_REBUILT = QT_TRANSLATE_NOOP(
    "Sentence", "The search index was damaged and has been made anew. Nothing was lost."
)
_RESTORED = QT_TRANSLATE_NOOP(
    "Sentence",
    "The backup {backup} was restored; the damaged files lie in {aside}. Everything that was not sent yet "
    "is held until you "
    "release it.",
)
