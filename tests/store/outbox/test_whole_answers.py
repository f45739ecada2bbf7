"""What the server answered is kept to the byte, whatever it was."""

from __future__ import annotations

import random

import apsw
import pytest

from ordermanager.domain.people.identity import Identity
from ordermanager.domain.states import State
from ordermanager.store.outbox.records import AttemptResult, Fate, Outcomes
from ordermanager.store.outbox.whole_answers import WHOLE_LIMIT


def answered(shop, body: bytes) -> int:
    """An attempt that got this answer; its id."""
    shop.queued(f"order-{shop.tick():%H%M%S%f}")
    batch = shop.claim(shop.run())
    result = AttemptResult("complete", 200, answer=body[:8000].decode("utf-8", "replace")[:2000], body=body)
    outcomes = Outcomes(Fate(State.ACCEPTED))
    shop.workspace.outbox.record_outcome(batch.batch_id, batch.attempt_id, result, outcomes, now=shop.tick())
    return batch.attempt_id


def beside(shop) -> int:
    """How many answers are kept beside their attempts."""
    return shop.workspace.reader().value("SELECT count(*) FROM attempt_answers")


@pytest.mark.parametrize(
    "body",
    [b"", b"{}", '{"failedOrders":[],"текст":"є"}'.encode(), b"a" * 2000],
    ids=["nothing", "usual", "cyrillic", "the longest that is no more than an excerpt"],
)
def test_a_short_answer_is_the_text_of_its_attempt_and_no_more(shop, body):
    kept = shop.workspace.batches.answer_of(answered(shop, body))
    assert (kept.body, kept.size, kept.is_whole) == (body, len(body), True)
    assert beside(shop) == 0


@pytest.mark.parametrize(
    "body",
    [
        b"a" * 2001,
        b'{"failedOrders":[' + b'{"externalOrderId":"1","message":"no"},' * 5000 + b"]}",
        b"\xff\xfe<html>\x00" + bytes(range(256)),
        "є".encode() * 1999 + b"\xd1",
        random.Random(1).randbytes(WHOLE_LIMIT),
    ],
    ids=["one letter more", "a thousand refused", "no text", "cut within a letter", "a million bytes"],
)
def test_any_other_answer_is_kept_to_the_byte(shop, body):
    kept = shop.workspace.batches.answer_of(answered(shop, body))
    assert kept.body == body
    assert kept.is_whole
    assert beside(shop) == 1


def test_of_an_endless_answer_the_first_million_bytes_are_kept_and_it_says_so(shop):
    kept = shop.workspace.batches.answer_of(answered(shop, b"x" * (WHOLE_LIMIT + 7)))
    assert (len(kept.body), kept.size, kept.is_whole) == (WHOLE_LIMIT, WHOLE_LIMIT + 7, False)


def test_an_answer_never_changes(shop):
    answered(shop, b"a" * 3000)
    for sql in ("UPDATE attempt_answers SET size = 1", "DELETE FROM attempt_answers"):
        with pytest.raises(apsw.ConstraintError), shop.workspace.write() as database:
            database.run(sql)


@pytest.mark.parametrize("length", [3_000, WHOLE_LIMIT + 500])
def test_a_forgotten_person_is_in_no_answer(shop, length):
    shop.order("1", email="canary@shop.example", lastName="Канаренко")
    body = b'{"text":"canary@shop.example ' + "Канаренко".encode() + b'","pad":"' + b"p" * length + b'"}'
    attempt_id = answered(shop, body)
    before = shop.workspace.batches.answer_of(attempt_id)
    shop.workspace.people.erase(Identity("", "canary@shop.example", ""), shop.tick())
    kept = shop.workspace.batches.answer_of(attempt_id)
    assert b"canary" not in kept.body
    assert "Канаренко".encode() not in kept.body
    assert b"pppp" in kept.body
    assert kept.is_whole == before.is_whole


def test_an_attempt_that_is_not_there_has_no_answer(shop):
    kept = shop.workspace.batches.answer_of(404)
    assert (kept.body, kept.text, kept.is_whole) == (b"", "", True)
