"""The proof of what was sent: the event's variables, the request to the byte, the command line."""

from __future__ import annotations

import json
import shlex

import pytest

from ordermanager.domain.sentences import WrongUse
from ordermanager.sandbox.server import SandboxServer
from ordermanager.services.history.proofs import HIDDEN_KEY
from ordermanager.store.history.query import EventQuery


@pytest.fixture
def sent(shop, draft):
    """Two orders in one batch, the first with an apostrophe; one refused; the first again, without its e-mail."""
    shop.orders.save(draft("1", firstName="O'Neil", phone="0671234567"))
    shop.orders.save(draft("2"))
    shop.orders.save(draft("refused", currency=""))
    shop.outbox.queue()
    shop.sending.send()
    (first,) = shop.orders.find(["1"])
    shop.orders.save(draft("1", status="DELIVERED", email="", phone="0671234567"), first)
    shop.outbox.queue([first])
    shop.sending.send()
    return shop


def event(services, key, **query):
    ids = services.history.event_ids(EventQuery(external_order_id=key, **query))
    return services.proofs.details(ids[0])


def test_the_variables_of_an_event_and_what_is_not_known_of_them(sent):
    details = event(sent, "1")
    assert details.was_raised
    shown = {each.name: (each.value, str(each.note or "")) for each in details.parameters}
    assert list(shown) == ["eventKey", "orderId", "contactId", "EmailAddress", "SMS"]
    assert shown["eventKey"] == ("1", "")
    assert shown["orderId"][0] == ""
    assert "not known" in shown["orderId"][1]
    assert shown["EmailAddress"] == ("", "none: the order had no e-mail")
    older = event(sent, "1", descending=False)
    assert {each.name: each.value for each in older.parameters}["SMS"] == "380671234567"


def test_the_contact_id_is_known_once_the_account_was_asked(sent):
    (order,) = sent.orders.find(["2"])
    assert not event(sent, "2").parameters[2].value
    preview = sent.contacts.refresh(order)
    assert event(sent, "2").parameters[2].value == preview.card.id


def test_what_was_refused_has_raised_nothing(sent):
    details = event(sent, "refused")
    assert not details.was_raised
    assert "currency" in str(details.row.reason)


def test_the_request_is_what_the_server_got(shop, sandbox, draft):
    for number in ("1", "2"):
        shop.orders.save(draft(number, firstName="Ґанна"))
    shop.outbox.queue()
    shop.sending.send()
    details = event(shop, "2")
    request = shop.proofs.request(details.row.batch_id)
    assert json.loads(request.body)["orders"][1]["externalOrderId"] == "2"
    head = shop.proofs.head(details.row.batch_id)
    assert head.headers == request.headers
    assert int(head.headers["Content-Length"]) == len(request.body.encode())
    assert request.url == f"{sandbox.url.rstrip('/')}/v1/orders" or request.url.endswith("/api/v1/orders")
    assert HIDDEN_KEY in request.headers["Authorization"]
    alone = shop.proofs.request(details.row.batch_id, details.row.revision_id)
    assert alone.body == f'{{"orders":[{shop.history.body(details.row.revision_id)}]}}'
    with pytest.raises(WrongUse, match="batch 99"):
        shop.proofs.request(99)


def test_another_address_of_the_account_leaves_the_proofs_as_they_were(shop, sandbox, draft):
    shop.orders.save(draft("1"))
    shop.outbox.queue()
    shop.sending.send()
    row = event(shop, "1").row
    before, command = shop.proofs.head(row.batch_id), shop.proofs.curl(row.batch_id, row.revision_id)
    with SandboxServer() as other:
        shop.accounts.update("Sandbox", base_url=other.url)
        assert shop.proofs.head(row.batch_id) == before
        assert shop.proofs.curl(row.batch_id, row.revision_id) == command
        shop.orders.save(draft("2"))
        shop.outbox.queue()
        assert shop.sending.send().accepted == 1
        later = shop.proofs.head(event(shop, "2").row.batch_id)
        assert later.url == f"{shop.accounts.get().base_url}/v1/orders" != before.url


def test_the_version_in_a_request_is_the_one_that_sent_it_or_is_left_out(shop, sandbox, draft):
    shop.orders.save(draft("1"))
    shop.outbox.queue()
    shop.sending.send()
    batch_id = event(shop, "1").row.batch_id
    with shop._workspace.write() as database:
        database.run("UPDATE runs SET program_version = '0.0.7'")
    assert shop.proofs.head(batch_id).headers["User-Agent"] == "OrderManager/0.0.7"
    with shop._workspace.write() as database:
        database.run("UPDATE runs SET program_version = ''")
    assert "User-Agent" not in shop.proofs.head(batch_id).headers


def test_the_command_line_says_the_same_to_a_shell_and_has_no_key(shop, draft):
    with SandboxServer() as server:
        shop.accounts.add("Other", server.url, key="very-secret-key", default=True)
        shop.orders.save(draft("1", firstName='O\'Neil $(id) `x` \\ "q"'))
        shop.outbox.queue()
        shop.sending.send()
    row = event(shop, "1").row
    command = shop.proofs.curl(row.batch_id, row.revision_id)
    assert "very-secret-key" not in command
    words = shlex.split(command.replace("\\\n", " "))
    assert words[:4] == ["curl", "-X", "POST", shop.proofs.head(row.batch_id).url]
    assert words[words.index("--data-raw") + 1] == shop.proofs.request(row.batch_id, row.revision_id).body
    assert words[words.index("-u") + 1] == "ordermanager:$YESPO_API_KEY"
    masked = shop.proofs.curl(row.batch_id, row.revision_id, mask=shop.masker.json)
    assert "O'Neil" not in masked
    assert "Neil" not in masked
    assert "p1@shop.example" not in masked


def test_a_phone_in_another_notation_finds_what_was_sent_under_it(sent):
    for text in ("067 123-45-67", "+380671234567", "(067) 1234567"):
        rows = sent.history.event_rows(sent.history.event_ids(EventQuery(search=text)))
        assert {row.event_key for row in rows} == {"1"}, text


def test_a_revision_is_compared_with_the_last_that_was_sent(shop, sandbox, draft):
    """Not with one that was taken back from the outbox, or that never left."""
    order = shop.orders.save(draft("1")).order_id
    shop.outbox.queue([order])
    shop.sending.send()
    for cost in ("2.00", "3.00"):
        shop.orders.save(draft("1", totalCost=cost), order)
        shop.outbox.queue([order])
        shop.outbox.withdraw([order])
    shop.orders.save(draft("1", totalCost="4.00"), order)
    shop.outbox.queue([order])
    shop.sending.send()
    newest = shop.proofs.details(shop.history.event_ids(EventQuery(external_order_id="1"))[0])
    assert newest.row.revision_number == 4
    assert shop.history.body(newest.before) == shop.history.body(newest.revisions[-1].id)
    assert newest.revisions[-1].number == 1
    first = event(shop, "1", descending=False)
    assert (first.row.revision_number, first.before) == (1, None)


def test_a_first_revision_that_never_left_is_not_what_was_sent_before(shop, draft):
    order = shop.orders.save(draft("1")).order_id
    shop.outbox.queue([order])
    shop.outbox.withdraw([order])
    shop.orders.save(draft("1", totalCost="4.00"), order)
    shop.outbox.queue([order])
    shop.sending.send()
    details = event(shop, "1")
    assert (details.row.revision_number, details.before) == (2, None)


def test_what_may_have_arrived_counts_as_sent_before(shop, sandbox, draft):
    order = shop.orders.save(draft("1")).order_id
    shop.outbox.queue([order])
    sandbox.fail("drop-after:1")
    shop.sending.send()
    shop.orders.save(draft("1", totalCost="4.00"), order)
    shop.outbox.queue([order])
    shop.sending.send()
    details = event(shop, "1")
    assert details.row.revision_number == 2
    assert details.before == details.revisions[-1].id
