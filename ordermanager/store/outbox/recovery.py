"""What must happen to the outbox after the program died, and after a backup was put in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.domain.states import State
from ordermanager.store.database.encoding import encode_sentence, to_json
from ordermanager.store.history.rows import write_events
from ordermanager.store.outbox.run_rows import close_run
from ordermanager.store.outbox.transitions import Move, move, open_run
from ordermanager.store.settings import RESTORED_AT

if TYPE_CHECKING:
    from ordermanager.store.database.sqlite import Database

# The state is written out, not a parameter, so that its partial index serves; and `+`, or all would be walked in order.
_IN_STATE = "SELECT id, order_id, state, batch_id FROM revisions WHERE state = '{state}' ORDER BY +id"


def recover_after_crash(database: Database, now: str) -> int:
    """Whatever was on its way when the program died may have arrived: it becomes unconfirmed. Returns how many."""
    reason = Sentence(
        QT_TRANSLATE_NOOP(
            "Sentence",
            "The program ended before the server had answered. The order may or may not have arrived.",
        )
    )
    text = encode_sentence(reason)
    moves = [
        Move(revision_id, order_id, old, State.UNCONFIRMED, text, batch_id=batch_id)
        for revision_id, order_id, old, batch_id in database.all(_IN_STATE.format(state=State.SENDING))
    ]
    if moves:
        move(database, moves, now, "program")
        write_events(database, [(each.revision_id, "unconfirmed") for each in moves], now)
    _end_what_was_open(database, "died", now, Sentence(QT_TRANSLATE_NOOP("Sentence", "The program ended.")))
    return len(moves)


def hold_after_restore(database: Database, reason: Sentence, now: str) -> None:
    """Everything that was to be sent, or was on its way, is held. Of the rest it is kept that it may have been sent
    since: whoever queues it again is told (store/outbox/repeats.py)."""
    with database.transaction():
        database.run(
            "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", (RESTORED_AT, to_json(now))
        )
        text = encode_sentence(reason)
        moves = [
            Move(revision_id, order_id, old, State.HELD, text)
            for state in (State.SENDING, State.QUEUED)
            for revision_id, order_id, old, _ in database.all(_IN_STATE.format(state=state))
        ]
        move(database, moves, now, "program")
        _end_what_was_open(
            database, "restored", now, Sentence(QT_TRANSLATE_NOOP("Sentence", "A backup was restored."))
        )


def _end_what_was_open(database: Database, error: str, now: str, reason: Sentence) -> None:
    database.run("UPDATE attempts SET finished_at = ?, error = ? WHERE finished_at = ''", (now, error))
    run_id = open_run(database)
    if run_id is not None:
        close_run(database, run_id, reason, now)
