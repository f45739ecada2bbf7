"""What the server answered, to the byte: nearly always the short text of the attempt itself, else packed beside it."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from ordermanager.store.outbox.records import KeptAnswer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ordermanager.store.database.sqlite import Database

WHOLE_LIMIT = 1_000_000
"""Bytes of an answer that are kept. One that names each of a thousand orders as failed, with a long reason, has a fifth
of that; what is longer is a web page, or an attack."""

_INSERT = "INSERT INTO attempt_answers (attempt_id, size, packed) VALUES (?, ?, ?)"


def pack_answer(body: bytes, excerpt: str) -> bytes | None:
    """What is to be kept beside `excerpt`, the text in the attempt's row; None where that is all of it."""
    if excerpt.encode("utf-8", "replace") == body:
        return None
    return zlib.compress(body[:WHOLE_LIMIT])


def keep_answer(database: Database, attempt_id: int, size: int, packed: bytes) -> None:
    """Within the transaction that closes the attempt. `size`: how many bytes came."""
    database.run(_INSERT, (attempt_id, size, packed))


def kept_answer(database: Database, attempt_id: int) -> KeptAnswer:
    """Empty for an attempt without an answer, and for an unknown one."""
    row = database.one("SELECT size, packed FROM attempt_answers WHERE attempt_id = ?", (attempt_id,))
    if row is not None:
        return KeptAnswer(zlib.decompress(row[1]), row[0])
    excerpt: str = database.value("SELECT answer FROM attempts WHERE id = ?", (attempt_id,)) or ""
    body = excerpt.encode("utf-8", "replace")
    return KeptAnswer(body, len(body))


def scrub_answers(database: Database, texts: Sequence[str], erased: str) -> None:
    """Put `erased` in the place of each of `texts`, the longest first, in every answer that is kept as a whole."""
    wanted = [text.encode("utf-8", "replace") for text in texts]
    for (attempt_id,) in database.all("SELECT attempt_id FROM attempt_answers"):
        kept = kept_answer(database, attempt_id)
        body = kept.body
        for text in wanted:
            body = body.replace(text, erased.encode())
        if body != kept.body:
            size = len(body) if kept.is_whole else max(kept.size, len(body) + 1)
            database.run(
                "UPDATE attempt_answers SET size = ?, packed = ? WHERE attempt_id = ?",
                (size, zlib.compress(body), attempt_id),
            )
