"""Why a customer got no message, from real workspaces: the facts are gathered rightly."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ordermanager.domain.checks.rules import RuleSet


def explain(services, number="1") -> tuple[str, str]:
    (order,) = services.orders.find([number])
    why = services.explanations.of_order(order)
    return why.explanation.rule, " ".join(str(sentence) for sentence in why.sentences)


def save(services, draft, **fields):
    known = services.orders.find(["1"]) if fields.pop("again", False) else [None]
    return services.orders.save(draft("1", **fields), known[0]).order_id


def test_before_it_is_sent(services, sandbox, draft):
    save(services, draft, status="WAT")
    assert explain(services)[0] == "errors"
    save(services, draft, again=True)
    assert explain(services)[0] == "never_queued"
    services.outbox.queue()
    assert explain(services)[0] == "no_account"
    services.accounts.add("Shop", sandbox.url)
    assert explain(services)[0] == "queued"
    services.outbox.withdraw()
    assert explain(services)[0] == "taken_back"
    services.orders.delete(services.orders.find(["1"]))


def test_a_stopped_account_says_why(services, sandbox, draft):
    services.accounts.add("Shop", sandbox.url)
    sandbox.fail("401:1")
    save(services, draft)
    services.outbox.queue()
    services.sending.send()
    rule, text = explain(services)
    assert rule == "account_stopped"
    assert "Shop is stopped" in text


def test_refused_in_doubt_and_accepted(services, sandbox, draft):
    services.accounts.add("Shop", sandbox.url, key="some-key", is_sandbox=False)
    services.settings.update(rule_set=RuleSet.MINIMUM)
    save(services, draft, externalCustomerId="", phone="0671234567")
    services.outbox.queue()
    services.sending.send()
    rule, text = explain(services)
    assert rule == "raised"
    assert "orderINITIALIZED for p1@shop.example" in text
    save(services, draft, again=True, status="DELIVERED")
    assert "orderDELIVERED is raised only when" in explain(services)[1]
    sandbox.fail("drop-after:1")
    services.outbox.queue()
    services.sending.send()
    rule, text = explain(services)
    assert rule == "unconfirmed"
    assert "Before that, orderINITIALIZED was raised" in text
    services.outbox.resolve("accepted")
    assert explain(services)[0] == "marked"


def test_what_the_server_refused(shop, draft):
    shop.orders.save(draft("refused", currency=""))
    shop.outbox.queue()
    shop.sending.send()
    rule, text = explain(shop, "refused")
    assert rule == "rejected"
    assert "currency" in text


@pytest.mark.parametrize("minutes", [5])
def test_what_must_wait_says_until_when(services, sandbox, draft, minutes):
    services.accounts.add("Shop", sandbox.url)
    save(services, draft)
    services.outbox.queue()
    context = services._context
    with context.workspace.write() as database:
        later = (context.now() + timedelta(minutes=minutes)).isoformat(timespec="microseconds")
        database.run("UPDATE revisions SET not_before = ?", (later.replace("+00:00", "Z"),))
    assert explain(services)[0] == "waits_until"


def test_an_order_that_went_to_a_contact_with_another_address_says_so(services, sandbox, draft):
    services.accounts.add("Shop", sandbox.url, key="some-key", is_sandbox=False)
    save(services, draft, externalCustomerId="C", email="first@shop.example")
    services.outbox.queue()
    services.sending.send()
    assert "first@shop.example" in explain(services)[1]
    assert "was bound to" not in explain(services)[1]
    services.orders.save(draft("2", externalCustomerId="C", email="new@shop.example"))
    assert "was bound to" not in explain(services, "2")[1], "nothing was sent yet"
    services.outbox.queue()
    services.sending.send()
    rule, text = explain(services, "2")
    assert rule == "raised"
    assert "Customer C was bound to first@shop.example" in text
    assert "An order does not change the contact." in text
