"""What is known of a person, and the erasing of it: here, in the list of customers, and in every backup."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import KnownError
from ordermanager.store.database.backup_making import make_durable, verify
from ordermanager.store.database.files import backup_files, damaged_folders, move
from ordermanager.store.database.migrate import known_migrations, migrate
from ordermanager.store.database.sqlite import connect
from ordermanager.store.imports.staging_files import count_in_use
from ordermanager.store.people.erasing import Erased, erase_person, scour
from ordermanager.store.people.person_search import PersonalText, cards_of, orders_of, texts_of
from ordermanager.store.times import to_text

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from ordermanager.domain.people.identity import Identity
    from ordermanager.store.database.connections import Connections
    from ordermanager.store.people.customer_list import CustomerList


@dataclass(frozen=True, slots=True)
class KnownOfPerson:
    """The orders (their numbers here), all their texts, and cards from accounts: (account, contact, JSON)."""

    order_ids: tuple[int, ...]
    texts: tuple[PersonalText, ...]
    cards: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class ErasedBackups:
    """`rewritten`: the person is no longer in them; `dropped`: could not be rewritten, so they were deleted."""

    rewritten: int = 0
    dropped: int = 0


class People:
    """The people of a workspace. Every method reads everything: seconds at a million orders."""

    def __init__(self, connections: Connections, customer_list: CustomerList) -> None:
        self._connections = connections
        self._customer_list = customer_list

    def known_of(self, identity: Identity) -> KnownOfPerson:
        """All that there is of a person here, for them to read."""
        database = self._connections.reader()
        ids = orders_of(database, identity)
        return KnownOfPerson(tuple(ids), tuple(texts_of(database, ids)), tuple(cards_of(database, identity)))

    def erase(self, identity: Identity, now: datetime, hashes: Collection[bytes] = ()) -> Erased:
        """Erase a person from the workspace; `hashes` are kept to know them again. Raises StillWaiting."""
        with self._connections.write() as database:
            done = erase_person(database, identity, now)
            database.many(
                "INSERT OR REPLACE INTO erased_people (hash, at) VALUES (?, ?)",
                [(each, to_text(now)) for each in hashes],
            )
        scour(self._connections.reader())
        self._customer_list.forget()
        return done

    def was_erased(self, hashes: Sequence[bytes]) -> bool:
        """Whether one of these is that of a person who was erased."""
        marks = ",".join("?" * len(hashes))
        sql = f"SELECT count(*) FROM erased_people WHERE hash IN ({marks})"  # noqa: S608
        return bool(hashes) and self._connections.reader().value(sql, tuple(hashes)) > 0

    def any_erased(self) -> bool:
        """Whether anybody ever was."""
        return self._connections.reader().one("SELECT 1 FROM erased_people LIMIT 1") is not None

    def damaged(self) -> tuple[str, ...]:
        """The folders with a damaged database that was put aside: who is in it nobody can say."""
        return tuple(path.name for path in damaged_folders(self._connections.folder))

    def delete_damaged(self) -> int:
        """Delete these folders for good; those that cannot be deleted stay. Returns how many are gone."""
        before = damaged_folders(self._connections.folder)
        for path in before:
            shutil.rmtree(path, ignore_errors=True)
        return len(before) - len(damaged_folders(self._connections.folder))

    def open_imports(self) -> int:
        """How many imports are being looked through now, in any program: what they hold is not erased, and is stored
        when they are."""
        return count_in_use(self._connections.folder)

    def erase_in_backups(self, identity: Identity, now: datetime) -> ErasedBackups:
        """Erase a person in every backup, too; a backup in which that fails is deleted."""
        counts = Counter(
            _erase_in_backup(path, identity, now) for path in backup_files(self._connections.folder)
        )
        return ErasedBackups(counts["rewritten"], counts["dropped"])


def _erase_in_backup(path: Path, identity: Identity, now: datetime) -> str:
    """Rewrite a copy, look whether it can be read, and put it in the place of the backup."""
    descriptor, name = tempfile.mkstemp(prefix=".unfinished-", suffix=".db", dir=path.parent)
    os.close(descriptor)
    copy = Path(name)
    try:
        shutil.copyfile(path, copy)
        if not _erase_in_copy(copy, identity, now):
            return "untouched"
        verify(copy)
        make_durable(copy)
        move(copy, path)
    except (KnownError, OSError):
        with suppress(OSError):
            path.unlink()
        return "dropped"
    else:
        return "rewritten"
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                Path(name + suffix).unlink()


def _erase_in_copy(copy: Path, identity: Identity, now: datetime) -> bool:
    """Whether anything of them was there. What waited when the backup was made is erased with the rest."""
    database = connect(copy)
    try:
        migrate(database, known_migrations(), backup=lambda _name: None)
        with database.transaction():
            done = erase_person(database, identity, now, is_backup=True)
        if not (done.orders or done.cards):
            return False
        database.run("VACUUM")
        scour(database)
        return True
    finally:
        database.close()
