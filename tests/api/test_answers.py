"""What every answer means for the orders of the request."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.api.answers import ANSWER_RULES, Answer, AnswerKind, read_answer, read_retry_after
from ordermanager.api.exchange import ErrorKind, Exchange, SentPhase

IDS = ("1001", "0007", "A-5", "#1234")
K = AnswerKind
JSON = {"content-type": "application/json;charset=UTF-8"}
HTML = {"content-type": "text/html; charset=utf-8"}
TEXT = {"content-type": "application/json"}  # the API sends plain text under this name too (yespo-api.md 3.3)


def answered(status: int, body: bytes | str | object = b"", headers=None, **changes) -> Exchange:
    if not isinstance(body, bytes):
        body = body.encode() if isinstance(body, str) else json.dumps(body).encode()
    values = {
        "sent": SentPhase.COMPLETE,
        "framing_complete": True,
        "headers": JSON if headers is None else headers,
    }
    return Exchange(status=status, body=body, **(values | changes))


def read(exchange: Exchange, ids=IDS) -> Answer:
    return read_answer(exchange, ids)


CASES = [
    # (the rule that must decide, its kind, the exchange)
    ("the request never arrived whole", K.NOT_SENT, Exchange(SentPhase.NOT_SENT, error=ErrorKind.DNS)),
    ("the request never arrived whole", K.NOT_SENT, Exchange(SentPhase.PARTLY, error=ErrorKind.CLOSED)),
    ("no answer", K.AMBIGUOUS, Exchange(SentPhase.COMPLETE, error=ErrorKind.DEADLINE)),
    ("no answer", K.AMBIGUOUS, Exchange(SentPhase.COMPLETE, error=ErrorKind.CLOSED)),
    ("key refused", K.KEY_REFUSED, answered(401, {"status": 401})),
    ("key refused", K.KEY_REFUSED, answered(403, "", HTML)),
    ("sent on after the deed", K.NOT_THE_API, answered(303, "", HTML)),
    ("redirect, never followed", K.WRONG_ADDRESS, answered(303, "", HTML, sent=SentPhase.PARTLY)),
    ("redirect, never followed", K.WRONG_ADDRESS, answered(301)),
    ("redirect, never followed", K.WRONG_ADDRESS, answered(307, {"failedOrders": []})),
    ("repeated, by status", K.REPEATED, answered(409, {"message": "Repeated request within 1 minute."})),
    ("repeated, by status", K.REPEATED, answered(409, "", HTML)),
    ("repeated, by its text", K.REPEATED, answered(400, {"message": "Duplicated request"})),
    ("repeated, by its text", K.REPEATED, answered(200, {"errorMessage": "Duplicate request!"})),
    ("repeated, by its text", K.REPEATED, answered(200, "Repeated request within 1 minute", TEXT)),
    ("wrong request", K.BAD_REQUEST, answered(400, {"message": "Malformed JSON"})),
    ("wrong request", K.BAD_REQUEST, answered(422)),
    ("too large", K.TOO_LARGE, answered(413, "", HTML, sent=SentPhase.PARTLY)),
    ("too fast", K.RATE_LIMITED, answered(429)),
    ("busy", K.UNAVAILABLE, answered(503, "<html>", HTML)),
    ("busy", K.UNAVAILABLE, answered(408)),
    ("any other refusal", K.WRONG_ADDRESS, answered(404, "<html>", HTML)),
    ("any other refusal", K.WRONG_ADDRESS, answered(405)),
    ("any other refusal", K.WRONG_ADDRESS, answered(415)),
    ("any other refusal", K.WRONG_ADDRESS, answered(410)),
    ("error before the request was whole", K.NOT_SENT, answered(500, sent=SentPhase.PARTLY)),
    ("server error", K.SERVER_ERROR, answered(500, {"message": "oops"})),
    ("server error", K.SERVER_ERROR, answered(502, "<html>", HTML)),
    ("server error", K.SERVER_ERROR, answered(504)),
    ("server error", K.SERVER_ERROR, answered(599)),
    ("not a final status", K.AMBIGUOUS, answered(101)),
    ("success for half a request", K.AMBIGUOUS, answered(200, {}, sent=SentPhase.PARTLY)),
    ("compressed or endless", K.NOT_THE_API, answered(200, error=ErrorKind.ENCODED, framing_complete=False)),
    (
        "compressed or endless",
        K.NOT_THE_API,
        answered(200, error=ErrorKind.TOO_LARGE, framing_complete=False),
    ),
    ("cut short", K.AMBIGUOUS, answered(200, "", framing_complete=False)),
    ("cut short", K.AMBIGUOUS, answered(200, {"failedOrders": []}, framing_complete=False)),
    ("cut short", K.AMBIGUOUS, answered(200, "{", framing_complete=False, error=ErrorKind.CLOSED)),
    ("HTML", K.NOT_THE_API, answered(200, "<!DOCTYPE html><title>Hotel</title>", HTML)),
    ("HTML", K.NOT_THE_API, answered(200, "\n <html></html>", JSON)),
    ("HTML", K.NOT_THE_API, answered(200, "", HTML)),
    ("success of another sort", K.NOT_THE_API, answered(203, {})),
    ("success of another sort", K.NOT_THE_API, answered(206, {})),
    ("empty", K.ACCEPTED, answered(200, b"", {})),
    ("empty", K.ACCEPTED, answered(200, b" \r\n")),
    ("empty", K.ACCEPTED, answered(204, b"", {})),
    ("not a JSON object", K.NOT_THE_API, answered(200, "It works!", TEXT)),
    ("not a JSON object", K.NOT_THE_API, answered(200, "[]")),
    ("not a JSON object", K.NOT_THE_API, answered(200, '"ok"')),
    ("not a JSON object", K.NOT_THE_API, answered(200, "null")),
    ("not a JSON object", K.NOT_THE_API, answered(200, '{"a": NaN}')),
    ("not a JSON object", K.NOT_THE_API, answered(200, '{"failedOrders": [')),
    ("not a JSON object", K.NOT_THE_API, answered(200, b'{"a": "\xff\xfe"}')),
    ("not a JSON object", K.NOT_THE_API, answered(200, "[" * 100_000)),
    ("not a JSON object", K.NOT_THE_API, answered(200, "1" * 5_000)),
    ("speaks of an error", K.AMBIGUOUS, answered(200, {"errorMessage": "Something went wrong"})),
    ("speaks of an error", K.AMBIGUOUS, answered(200, {"status": 500})),
    ("names orders never sent", K.AMBIGUOUS, answered(200, {"failedOrders": [{"externalOrderId": "other"}]})),
    ("names orders never sent", K.AMBIGUOUS, answered(200, {"failedOrders": [{"message": "empty"}]})),
    ("says nothing that is known", K.NOT_THE_API, answered(200, {"message": "Workflow was started"})),
    ("says nothing that is known", K.NOT_THE_API, answered(200, {"data": {"message": "OK"}, "n": [1]})),
    (
        "says nothing that is known",
        K.NOT_THE_API,
        answered(201, {"url": "https://x.example", "json": {"a": 1}}),
    ),
    ("taken", K.ACCEPTED, answered(200, {})),
    ("taken", K.ACCEPTED, answered(200, {"message": "OK", "failedOrders": None})),
    ("taken", K.ACCEPTED, answered(200, {"message": "OK", "errorMessage": None})),
    ("taken", K.ACCEPTED, answered(200, {"failedOrders": []})),
    ("taken", K.ACCEPTED, answered(200, {"failedOrders": None})),
    ("taken", K.ACCEPTED, answered(200, {"failedOrders": ""})),
    ("taken", K.ACCEPTED, answered(200, {"asyncSessionId": "42", "id": 0})),
    ("taken", K.ACCEPTED, answered(200, b'\xef\xbb\xbf{"failedOrders":[]}')),
    ("taken", K.ACCEPTED, answered(200, {}, HTML)),
    ("taken", K.ACCEPTED, answered(202, {"asyncSessionId": "42"})),
]


@pytest.mark.parametrize(("rule", "kind", "exchange"), CASES)
def test_rule(rule, kind, exchange):
    answer = read(exchange)
    assert (answer.rule, answer.kind) == (rule, kind)
    assert answer.failed == {}
    assert (answer.sentence is None) == (kind is K.ACCEPTED)
    assert str(answer.sentence)


def test_every_rule_and_kind_is_shown_above_and_names_its_source():
    assert {case[0] for case in CASES} == {rule.name for rule in ANSWER_RULES}
    assert {case[1] for case in CASES} == set(AnswerKind)
    assert all(rule.source for rule in ANSWER_RULES)


@pytest.mark.parametrize(
    ("part", "failed"),
    [
        ([{"externalOrderId": "1001", "message": "Currency is empty"}], {"1001": "Currency is empty"}),
        ([{"externalOrderId": 1001, "errorMessage": "no"}], {"1001": "no"}),
        ({"externalOrderId": "A-5", "error": {"message": "inner"}}, {"A-5": "inner"}),
        ([{"order": {"externalOrderId": "A-5", "totalCost": 1}, "reason": "bad"}], {"A-5": "bad"}),
        ([{"externalOrderId": "A-5", "totalCost": 10.5, "items": [{"description": "soft"}]}], {"A-5": ""}),
        (["1001", "A-5"], {"1001": "", "A-5": ""}),
        ([1001, 7], {"1001": "", "0007": ""}),
        ("1001", {"1001": ""}),
        (1001, {"1001": ""}),
        ({"1001": "why", "A-5": ["x", "y"]}, {"1001": "why", "A-5": "x; y"}),
        (
            [{"ExternalOrderID": " a-5 ", "errors": [{"message": "one"}, {"message": "two"}]}],
            {"A-5": "one; two"},
        ),
        ('[{"externalOrderId":"#1234"}]', {"#1234": ""}),
        ([None, {}, {"externalOrderId": "1001.0"}], {"1001": ""}),
        ([{"orderId": "1001", "message": "m"}], {"1001": "m"}),
        ([{"externalOrderId": "1001"}, {"externalOrderId": "1001", "message": "again"}], {"1001": "again"}),
        ({"order": [{"externalOrderId": "1001"}, {"externalOrderId": "A-5"}]}, {"1001": "", "A-5": ""}),
        ({"order": {"externalOrderId": "1001"}}, {"1001": ""}),
    ],
)
def test_failed_orders_in_every_shape(part, failed):
    for name in ("failedOrders", "failed_orders"):
        answer = read(answered(200, {name: part}))
        assert answer.kind is K.ACCEPTED
        assert answer.failed == failed
        assert answer.unknown_ids == ()


@pytest.mark.parametrize(
    "document",
    [
        {"result": {"failedOrders": ["1001"]}},
        {"data": {"response": [{"failedOrders": {"externalOrderId": 1001}}]}},
        {"failedOrders": [], "failed_orders": ["1001"]},
        {"failed-orders": ["1001"], "failedOrders": None},
        {"failedOrderIds": ["1001"]},
    ],
)
def test_failed_orders_in_an_envelope_or_by_another_spelling(document):
    answer = read(answered(200, document))
    assert (answer.kind, answer.failed) == (K.ACCEPTED, {"1001": ""})


@pytest.mark.parametrize(
    "document",
    [
        {"success": False},
        {"ok": "false"},
        {"status": "401"},
        {"status": "ERROR"},
        {"statusCode": 500},
        {"code": 403, "message": "no"},
        {"error_message": "bad"},
        {"errors": [{"externalOrderId": "1001"}]},
        {"failed": ["1001"]},
        {"failed": "true"},
        {"failed": 2},
        {"rejectedOrders": ["1001"]},
        {"result": {"success": "false"}},
        {"failedOrders": [None]},
        {"failedOrders": [{}]},
        {"failedOrders": 2},
    ],
)
def test_what_speaks_of_a_failure_in_any_words_is_not_called_accepted(document):
    answer = read(answered(200, document))
    assert (answer.kind, answer.failed) == (K.AMBIGUOUS, {})


@pytest.mark.parametrize(
    "document",
    [
        {"success": True, "errors": [], "failed": 0, "status": "OK"},
        {"failed": "false", "code": 0, "errorMessage": None, "statusCode": "200"},
        {"result": {"ok": "true", "error": ""}, "id": 500},
        {"failedOrders": "0"},
        {"failedOrders": []},
    ],
)
def test_what_denies_a_failure_is_accepted(document):
    assert read(answered(200, document)).kind is K.ACCEPTED


def test_a_bare_number_may_be_a_count_or_an_id():
    def ask(part, *ids):
        answer = read_answer(answered(200, {"failedOrders": part}), ids)
        return answer.kind, dict(answer.failed)

    assert ask(2, "1", "2", "3") == (K.AMBIGUOUS, {})
    assert ask(0, "0", "2", "3") == (K.AMBIGUOUS, {})
    assert ask("2", "1", "2") == (K.AMBIGUOUS, {})
    assert ask(2, "8", "9") == (K.ACCEPTED, {"8": "", "9": ""})  # both of two
    assert ask(1, "1") == (K.ACCEPTED, {"1": ""})  # both ways the same
    assert ask(7, "7", "8") == (K.ACCEPTED, {"7": ""})  # no seven of two
    assert ask([2], "1", "2", "3") == (K.ACCEPTED, {"2": ""})


def test_a_name_that_stands_twice_proves_nothing():
    body = b'{"failedOrders":["1001"],"failedOrders":[]}'
    assert read(answered(200, body)).kind is K.NOT_THE_API


def test_the_sentence_of_a_doubt_says_what_came():
    def says(*args, **options):
        return str(read(answered(*args, **options)).sentence)

    assert "an error and named no order: “try later”" in says(200, {"errorMessage": "try later"})
    assert "not in this request (X-1)" in says(200, {"failedOrders": ["X-1"]})
    late = Exchange(SentPhase.COMPLETE, error=ErrorKind.DEADLINE)
    broke = Exchange(SentPhase.COMPLETE, error=ErrorKind.CLOSED)
    garbled = Exchange(SentPhase.COMPLETE, error=ErrorKind.BAD_ANSWER)
    assert "did not come in time" in str(read(late).sentence)
    assert "connection broke" in str(read(broke).sentence)
    assert "no proper answer" in str(read(garbled).sentence)


def test_id_that_was_never_sent_leaves_the_rest_in_doubt():
    answer = read(
        answered(
            200, {"failedOrders": [{"externalOrderId": "1001", "message": "bad"}, {"externalOrderId": "9"}]}
        )
    )
    assert answer.kind is K.AMBIGUOUS
    assert answer.failed == {"1001": "bad"}
    assert answer.unknown_ids == ("9",)


def test_ids_that_differ_only_in_zeros_are_not_guessed():
    answer = read_answer(answered(200, {"failedOrders": [7]}), ("007", "0007"))
    assert (answer.kind, answer.failed, answer.unknown_ids) == (K.AMBIGUOUS, {}, ("7",))
    assert read_answer(answered(200, {"failedOrders": ["7"]}), ("7", "07")).failed == {"7": ""}


def test_nameless_failures_of_all_orders():
    answer = read_answer(answered(200, {"failedOrders": [{"message": "a"}, {"message": "b"}]}), ("1", "2"))
    assert (answer.kind, answer.failed) == (K.ACCEPTED, {"1": "a", "2": "b"})
    one_foreign = read_answer(answered(200, {"failedOrders": [{"externalOrderId": "9"}]}), ("1",))
    assert (one_foreign.kind, one_foreign.failed) == (K.AMBIGUOUS, {})


def test_overall_message_is_the_reason_of_those_without():
    answer = read(answered(200, {"failedOrders": ["1001"], "errorMessage": "Some orders were not added"}))
    assert (answer.kind, answer.failed) == (K.ACCEPTED, {"1001": "Some orders were not added"})


@pytest.mark.parametrize(
    ("status", "changes"),
    [
        (207, {}),
        (200, {"framing_complete": False}),
        (200, {"error": ErrorKind.CLOSED}),
        (200, {"sent": SentPhase.PARTLY}),
        (200, {"error": ErrorKind.TOO_LARGE}),
    ],
)
def test_nobody_is_rejected_by_an_answer_that_is_not_to_be_trusted(status, changes):
    answer = read(answered(status, {"failedOrders": ["1001"]}, **changes))
    assert answer.kind in (K.AMBIGUOUS, K.NOT_THE_API)
    assert (answer.failed, answer.unknown_ids) == ({}, ())


def test_an_orders_own_reason_stands_before_that_of_all():
    parts = [{"externalOrderId": "1", "message": "bad phone"}, "2"]
    answer = read(answered(200, {"failedOrders": parts, "errorMessage": "Not added"}), ("1", "2", "3"))
    assert answer.failed == {"1": "bad phone", "2": "Not added"}


def test_repeated_only_by_the_servers_own_words():
    echo = {"failedOrders": [{"externalOrderId": "1001", "message": "Duplicated request"}]}
    assert read(answered(200, echo)).kind is K.ACCEPTED


def test_words_of_the_server_are_one_short_line():
    answer = read(answered(400, {"message": "a\x00b\n\u202e" + "x" * 5_000}))
    assert answer.text.startswith("a b x")
    assert len(answer.text) <= 500
    assert answer.text in str(answer.sentence)
    assert read(answered(200, "<html><title>Sign\n in</title>", HTML)).text == "Sign in"


def test_sentence_says_whether_orders_may_have_been_taken():
    for error in (ErrorKind.DEADLINE, ErrorKind.CLOSED):
        assert "may or may not" in str(read(Exchange(SentPhase.COMPLETE, error=error)).sentence)
        assert "Nothing was taken over" in str(read(Exchange(SentPhase.PARTLY, error=error)).sentence)
    assert "internet connection" in str(read(Exchange(SentPhase.NOT_SENT, error=ErrorKind.DNS)).sentence)


def test_braces_in_the_servers_words_do_no_harm():
    assert "{x} {0}" in str(read(answered(400, {"message": "{x} {0}"})).sentence)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        ("0", 0.0),
        ("Mon, 23 Nov 2026 12:05:00 GMT", 300.0),
        ("Mon, 23 Nov 2026 11:00:00 GMT", 0.0),
        ("999999999999999999999999", 999_999_999_999.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("²", None),
        ("Mon, 99 Foo 2026", None),
    ],
)
def test_retry_after(value, seconds):
    now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    assert read_retry_after({"retry-after": value}, now) == seconds
    assert read_answer(answered(429, headers={"retry-after": value}), IDS, now).retry_after == seconds


def test_a_server_whose_date_is_wrong_is_not_waited_for_longer_than_it_says():
    headers = {"retry-after": "Mon, 23 Nov 2026 12:05:00 GMT", "date": "Thu, 01 Jan 1970 00:00:00 GMT"}
    assert read_retry_after(headers, datetime(2026, 11, 23, 12, 4, tzinfo=UTC)) == 60.0
    headers["date"] = "Mon, 23 Nov 2026 13:00:00 GMT"
    assert read_retry_after(headers, datetime(2026, 11, 23, 12, 4, tzinfo=UTC)) == 60.0


def test_retry_after_date_counts_from_the_servers_own_clock():
    headers = {"retry-after": "Mon, 23 Nov 2026 12:05:00 GMT", "date": "Mon, 23 Nov 2026 12:04:00 GMT"}
    assert read_retry_after(headers, datetime(2031, 1, 1, tzinfo=UTC)) == 60.0


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=8)
    | st.sampled_from(IDS),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["externalOrderId", "order", "message", "error", "id", "1001", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(
    json_values, st.sampled_from([200, 201, 204, 400, 500]), st.sampled_from(list(SentPhase)), st.booleans()
)
def test_any_failed_orders_are_read_without_raising(part, status, sent, framed):
    exchange = answered(status, {"failedOrders": part}, sent=sent, framing_complete=framed)
    answer = read(exchange)
    assert set(answer.failed) <= set(IDS)
    if answer.kind is K.ACCEPTED:
        assert status < 300
        assert framed
        assert sent is SentPhase.COMPLETE
        assert answer.unknown_ids == ()
    if answer.failed:
        assert answer.kind in (K.ACCEPTED, K.AMBIGUOUS)


@given(st.binary(max_size=60), st.integers(100, 599), st.sampled_from(list(SentPhase)), st.booleans())
def test_any_bytes_are_read_without_raising(body, status, sent, framed):
    answer = read(answered(status, body, sent=sent, framing_complete=framed))
    if answer.kind is K.ACCEPTED:
        assert body.strip() == b"" or isinstance(json.loads(body.decode("utf-8-sig")), dict)
    assert answer.failed == {}
