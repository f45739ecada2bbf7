"""Look-ups and deletion against the sandbox over a real socket, and against answers that are odd."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from ordermanager.api.answers import AnswerKind
from ordermanager.api.client import YespoClient
from ordermanager.api.contacts import account_info, find_contacts, get_contact
from ordermanager.api.deletion import delete_order, delete_range
from ordermanager.api.problems import ApiProblem
from ordermanager.api.sync import HttpRunner
from ordermanager.domain.sentences import WrongUse
from ordermanager.sandbox.seed import seed_contacts
from ordermanager.sandbox.server import SandboxServer

run = HttpRunner().run


@pytest.fixture
def sandbox():
    with SandboxServer() as server:
        seed_contacts(server)
        yield server


@pytest.fixture
def client(sandbox):
    return YespoClient(sandbox.url, "key", total=5)


def odd(serve, body, status="200 OK", *headers):
    """A client of a server that answers exactly this."""

    def behave(peer):
        peer.read()
        peer.answer(body, status, *headers)

    return YespoClient(serve(behave).url, "key", total=5)


def test_account_info(client):
    info = run(account_info(client))
    assert info.is_sandbox
    assert info.organisation_name
    assert info.org_id == "1"


def test_account_info_of_the_real_kind(serve):
    info = run(account_info(odd(serve, '{"userEmail":"api-user1","organisationName":"Shop"}')))
    assert (info.user_email, info.organisation_name, info.org_id, info.is_sandbox) == (
        "api-user1",
        "Shop",
        "",
        False,
    )


@pytest.mark.parametrize("key", ["bad", "limited"])
def test_refused_key_says_where_keys_are_made(sandbox, key):
    with pytest.raises(ApiProblem) as problem:
        run(account_info(YespoClient(sandbox.url, key)))
    assert problem.value.answer_kind is AnswerKind.KEY_REFUSED
    assert "90 days" in str(problem.value)
    assert problem.value.exit_code == 4


def test_server_that_is_not_there(sandbox, client):
    sandbox.stop()
    with pytest.raises(ApiProblem) as problem:
        run(account_info(client))
    assert problem.value.answer_kind is AnswerKind.NOT_SENT
    assert problem.value.status is None


@pytest.mark.parametrize("body", ["<html>", "It works!", '"ok"', "{", "NaN"])
def test_success_that_is_not_the_api(serve, body):
    with pytest.raises(ApiProblem) as problem:
        run(account_info(odd(serve, body)))
    assert problem.value.answer_kind is AnswerKind.NOT_THE_API


def test_troubles_of_the_server_do_not_speak_of_orders(serve):
    for status in ("500 Oops", "503 Busy", "429 Slow", "409 Again"):
        with pytest.raises(ApiProblem) as problem:
            run(account_info(odd(serve, "", status)))
        assert "orders" not in str(problem.value)


@pytest.mark.parametrize(
    "asked",
    [{"external_customer_id": "C-1001"}, {"email": "Olena.Kovalenko@Example.com"}, {"phone": "380671234567"}],
)
def test_find_contacts(client, asked):
    found = run(find_contacts(client, **asked))
    assert found.total == 1
    (contact,) = found.contacts
    assert (contact.id, contact.first_name) == ("900001", "Olena")
    assert contact.emails == ("olena.kovalenko@example.com",)
    assert contact.phones == ("380671234567",)


def test_nobody_found(client, serve):
    assert run(find_contacts(client, email="nobody@example.com")).contacts == ()
    empty = run(find_contacts(odd(serve, ""), email="nobody@example.com"))  # 2015's answer (yespo-api.md 3.1)
    assert (empty.contacts, empty.total) == ((), 0)


def test_contacts_by_one_thing_only(client):
    for asked in ({}, {"email": " "}, {"email": "a@example.com", "phone": "380"}):
        with pytest.raises(WrongUse):
            run(find_contacts(client, **asked))


def test_full_card(client):
    found = run(get_contact(client, "900001"))
    assert found is not None
    contact, card = found
    assert contact.address["town"] == "Kyiv"
    assert [group.name for group in contact.groups] == ["Newsletter", "Regular customers"]
    assert contact.fields == {"101": "gold", "102": "1988-04-12"}
    assert card["languageCode"] == "uk"
    assert run(get_contact(client, "1")) is None
    with pytest.raises(WrongUse):
        run(get_contact(client, "../orders"))


def post(client, *keys, date="2026-11-23T10:00:00+02:00"):
    orders = [
        {
            "externalOrderId": key,
            "totalCost": 1,
            "status": "DELIVERED",
            "date": date,
            "currency": "UAH",
            "email": "a@example.com",
        }
        for key in keys
    ]
    assert run(client.post_orders(json.dumps({"orders": orders}).encode())).status == 200


def test_delete_one_order(sandbox, client):
    post(client, "№ 7/a&b", "8")
    run(delete_order(client, "№ 7/a&b"))
    assert list(sandbox.ledger.orders) == ["8"]
    run(delete_order(client, "not there"))
    with pytest.raises(WrongUse):
        run(delete_order(client, " "))


def test_delete_a_range_in_any_time_zone(sandbox, client):
    post(client, "before", date="2026-11-23T09:59:59+02:00")
    post(client, "inside", date="2026-11-23T10:00:00+02:00")
    kyiv = timezone(timedelta(hours=2))
    run(
        delete_range(client, datetime(2026, 11, 23, 10, tzinfo=kyiv), datetime(2026, 11, 24, 10, tzinfo=kyiv))
    )
    assert list(sandbox.ledger.orders) == ["before"]


def test_ranges_that_the_api_would_refuse(client):
    start = datetime(2026, 11, 23, tzinfo=UTC)
    for end in (start, start - timedelta(hours=1), start + timedelta(hours=24, seconds=1)):
        with pytest.raises(WrongUse):
            run(delete_range(client, start, end))


def test_deletion_may_be_answered_in_plain_text_but_not_by_a_portal(serve):
    run(delete_order(odd(serve, "Orders will be deleted"), "1"))
    run(delete_order(odd(serve, "", "202 Accepted"), "1"))
    with pytest.raises(ApiProblem):
        run(delete_order(odd(serve, "<html>"), "1"))
    with pytest.raises(ApiProblem, match="Incorrect input data"):
        run(delete_order(odd(serve, '{"message":"Incorrect input data"}', "400 Bad Request"), "1"))
