"""What each edit of a review changed, so that it can be undone and done again."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.imports.staging_database import StagingDatabase


class Steps:
    """The steps of one review; part of `Staging`."""

    def __init__(self, staging: StagingDatabase) -> None:
        self._staging = staging

    def begin(self, name: str) -> int:
        """A new step. Within the caller's transaction, which ends with `finish`."""
        with self._staging.transaction() as database:
            return database.insert("INSERT INTO steps (name) VALUES (?)", (name,))

    def finish(self, step: int, changed: int) -> None:
        """A step that changed something ends what was undone before it; one that did not is forgotten itself."""
        with self._staging.transaction() as database:
            gone = (
                [row[0] for row in database.all("SELECT step FROM steps WHERE undone = 1")]
                if changed
                else [step]
            )
            for table in ("step_texts", "step_flags", "steps"):
                database.many(f"DELETE FROM {table} WHERE step = ?", [(each,) for each in gone])  # noqa: S608

    def note_texts(self, step: int, texts: Iterable[tuple[int, str, str]]) -> None:
        """What a step changed: id, draft before, draft after."""
        with self._staging.transaction() as database:
            database.many(
                "INSERT INTO step_texts (step, id, before, after) VALUES (?, ?, ?, ?)",
                [(step, *each) for each in texts],
            )

    def set_included(self, step: int, ids: Iterable[int] | None, *, included: bool) -> int:
        """Include or leave out orders (None: all); notes in the step those that change and says how many."""
        with self._staging.transaction() as database:
            change = (
                "INSERT INTO step_flags (step, id, after) SELECT ?, id, ? FROM staged WHERE included <> ?"
            )
            values = (step, int(included), int(included))
            if ids is None:
                database.run(change, values)
            else:
                database.many(f"{change} AND id = ?", [(*values, each) for each in ids])
            return self._apply_flags(database, step, "after")

    def limit_included(self, step: int, limit: int | None) -> int:
        """Include exactly the first orders of the file (None: all); as `set_included`."""
        with self._staging.transaction() as database:
            last = -1 if limit is None else limit
            database.run(
                """INSERT INTO step_flags (step, id, after)
                SELECT ?, id, 1 - included FROM staged
                WHERE included <> (id IN (SELECT id FROM staged ORDER BY id LIMIT ?))""",
                (step, last),
            )
            return self._apply_flags(database, step, "after")

    def turn(self, *, undo: bool) -> tuple[int, str, int] | None:
        """Undo the last step or redo the first undone one, as far as orders are included; its number, name, and how
        many orders that changed. The texts are for the caller (`texts`). None where there is none.
        """
        with self._staging.transaction() as database:
            found = self._step(undo=undo)
            if found is None:
                return None
            step, name = found
            changed = self._apply_flags(database, step, "1 - after" if undo else "after")
            database.run("UPDATE steps SET undone = ? WHERE step = ?", (int(undo), step))
            return step, name, changed

    def name(self, *, undo: bool) -> str | None:
        """The name of the step that would be undone or redone next."""
        found = self._step(undo=undo)
        return found[1] if found else None

    def count(self, step: int) -> int:
        """How many orders got another text in a step."""
        return int(self._staging.read("SELECT count(*) FROM step_texts WHERE step = ?", (step,))[0][0])

    def texts(self, step: int, after_id: int, count: int, *, undo: bool) -> list[tuple[int, str]]:
        """Ids and texts that orders had before (or, to redo, after) a step: the next `count` above `after_id`."""
        column = "before" if undo else "after"
        return cast(
            "list[tuple[int, str]]",
            self._staging.read(
                f"SELECT id, {column} FROM step_texts WHERE step = ? AND id > ? ORDER BY id LIMIT ?",  # noqa: S608
                (step, after_id, count),
            ),
        )

    def _step(self, *, undo: bool) -> tuple[int, str] | None:
        rows = self._staging.read(
            "SELECT step, name FROM steps WHERE undone = 0 ORDER BY step DESC LIMIT 1"
            if undo
            else "SELECT step, name FROM steps WHERE undone = 1 ORDER BY step LIMIT 1"
        )
        return (rows[0][0], rows[0][1]) if rows else None

    @staticmethod
    def _apply_flags(database: Database, step: int, value: str) -> int:
        return database.run(
            f"UPDATE staged SET included = (SELECT {value} FROM step_flags f WHERE f.step = ?1 AND f.id = staged.id) "  # noqa: S608
            "WHERE id IN (SELECT id FROM step_flags WHERE step = ?1)",
            (step,),
        )
