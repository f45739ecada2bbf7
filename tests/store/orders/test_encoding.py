"""Times, drafts, findings and sentences as text, and the keys that orders are sorted by."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.checks.findings import Finding, Severity
from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.sentences import Sentence
from ordermanager.store.database.encoding import (
    decode_draft,
    decode_findings,
    decode_sentence,
    draft_hash,
    encode_and_hash,
    encode_draft,
    encode_findings,
    encode_sentence,
)
from ordermanager.store.database.files import backup_file_name, read_backup_name
from ordermanager.store.database.text_keys import clean, order_key, order_keys
from ordermanager.store.times import from_text, to_text

TEXTS = st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=3)
DRAFTS = st.builds(OrderDraft, TEXTS, st.lists(TEXTS, max_size=3), TEXTS)
MOMENTS = st.datetimes(
    min_value=datetime(1000, 1, 2),  # noqa: DTZ001 - hypothesis adds the offset
    max_value=datetime(9999, 12, 30),  # noqa: DTZ001
    timezones=st.just(timezone(timedelta(hours=2))),
)


@given(MOMENTS, MOMENTS)
def test_times_come_back_and_sort_as_they_are(first, second):
    assert from_text(to_text(first)) == first
    assert (to_text(first) < to_text(second)) == (first < second)
    assert len(to_text(first)) == len("2026-11-23T12:00:00.000000Z")


def test_a_time_without_an_offset_is_a_bug():
    with pytest.raises(ValueError, match="offset"):
        to_text(datetime(2026, 11, 23))  # noqa: DTZ001


@given(DRAFTS)
def test_drafts_come_back(draft):
    assert decode_draft(encode_draft(draft)) == draft
    assert encode_and_hash(draft) == (encode_draft(draft), draft_hash(draft))


@given(DRAFTS, DRAFTS)
def test_hashes_are_equal_exactly_for_drafts_that_mean_the_same(first, second):
    assert (draft_hash(first) == draft_hash(second)) == (first.without_empty() == second.without_empty())
    assert draft_hash(first) == draft_hash(first.without_empty())


def test_the_order_of_fields_does_not_matter_that_of_items_does():
    assert draft_hash(OrderDraft({"a": "1", "b": "2"})) == draft_hash(OrderDraft({"b": "2", "a": "1"}))
    assert draft_hash(OrderDraft({}, [{"a": "1"}, {"a": "2"}])) != draft_hash(
        OrderDraft({}, [{"a": "2"}, {"a": "1"}])
    )


def test_findings_and_sentences_come_back():
    findings = (
        Finding("items[2].cost", Severity.WARNING, "total.differs", {"expected": "10.50", "n": 3}, "10.50"),
        Finding("", Severity.HINT, "x"),
    )
    assert decode_findings(encode_findings(findings)) == findings
    assert decode_findings(encode_findings(())) == ()
    sentence = Sentence("The server said {text}", {"text": "ні \ud800"})
    assert decode_sentence(encode_sentence(sentence)) == sentence
    assert encode_sentence(None) is None
    assert decode_sentence(None) is None


def test_numbers_in_ids_sort_as_numbers():
    ids = ["#10", "#9", "A2B10", "a2b9", "0008", ""]
    assert sorted(ids, key=order_key) == ["", "#9", "#10", "0008", "a2b9", "A2B10"]


def test_what_utf8_cannot_hold_is_replaced():
    assert clean("Київ\ud800") == "Київ?"
    assert clean("Київ") == "Київ"


@given(st.text(max_size=100))
def test_names_of_backups_can_be_read(reason):
    moment = datetime(2026, 11, 23, 12, 5, 7, 89, tzinfo=UTC)
    name = backup_file_name(reason, moment)
    assert read_backup_name(name).at == to_text(moment)
    assert read_backup_name("x" + name) is None


@given(st.lists(st.text() | st.from_regex(r"[a-zA-Z#-]{0,3}[0-9]{1,14}[a-z]?", fullmatch=True)))
def test_the_keys_of_many_ids_are_those_of_each(ids: list[str]) -> None:
    assert order_keys(ids) == list(map(order_key, ids))
