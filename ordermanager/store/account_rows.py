"""What an answer does to an account's row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.store.database.encoding import encode_sentence
from ordermanager.store.times import to_text

if TYPE_CHECKING:
    from ordermanager.store.database.sqlite import Database
    from ordermanager.store.records import AccountChange


def apply_account_change(database: Database, account_id: int, change: AccountChange, now: str) -> None:
    """Stop it, let it wait, remember a batch size; what is None stays as it is."""
    if change.stop_reason is not None:
        database.run(
            "UPDATE accounts SET stop_reason = ?, stopped_at = ? WHERE id = ?",
            (encode_sentence(change.stop_reason), now, account_id),
        )
    if change.not_before is not None:
        database.run(
            "UPDATE accounts SET not_before = ? WHERE id = ?", (to_text(change.not_before), account_id)
        )
    if change.batch_size is not None:
        database.run(
            "UPDATE accounts SET batch_size = ? WHERE id = ? AND batch_size <> ?",
            (change.batch_size, account_id, change.batch_size),
        )
    if change.failures is not None:
        database.run(
            "UPDATE accounts SET failures = ? WHERE id = ? AND failures <> ?",
            (change.failures, account_id, change.failures),
        )
