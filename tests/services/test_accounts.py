from __future__ import annotations

from datetime import timedelta

import pytest

from ordermanager.clock import SystemClock
from ordermanager.domain.sentences import KnownError, WrongUse
from ordermanager.services.accounts import NoKey
from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore, KeyUnusable
from ordermanager.services.notices import Changes


@pytest.fixture(autouse=True)
def no_key_in_the_environment(monkeypatch):
    monkeypatch.delenv("ORDERMANAGER_API_KEY", raising=False)


def test_the_first_account_is_the_default_and_its_address_is_put_right(services, changes):
    services.accounts.add("Shop", "yespo.io/api/v1/orders", key="good-key")
    services.accounts.add("Other", "https://esputnik.com/api/")
    assert [(one.name, one.base_url, one.is_default) for one in services.accounts.list()] == [
        ("Shop", "https://yespo.io/api", True),
        ("Other", "https://esputnik.com/api", False),
    ]
    services.accounts.set_default("Other")
    assert services.accounts.get().name == "Other"
    assert changes == [Changes(accounts=True)] * 3


def test_an_address_on_this_computer_is_a_sandbox_and_needs_no_key(services, sandbox):
    services.accounts.add("Training", sandbox.url)
    account = services.accounts.get("Training")
    assert (account.is_sandbox, account.key_place) == (True, "sandbox")
    found = services.accounts.test()
    assert found.ok
    assert found.organisation == "Sandbox (training)"


@pytest.mark.parametrize(
    ("name", "url", "said"),
    [
        ("", "https://yespo.io", "Give the account a name"),
        ("A\nB", "https://yespo.io", "Give the account a name"),
        ("shop", "https://yespo.io", "There is an account named shop already"),
        ("New", "http://yespo.io", "is not secure"),
        ("New", "https://user:pw@yespo.io", "must not contain a user name"),
        ("New", "not an address", "is not the address of an API"),
    ],
)
def test_an_account_that_cannot_be_is_refused_and_nothing_is_kept(services, name, url, said):
    services.accounts.add("Shop", "https://yespo.io")
    with pytest.raises(WrongUse, match=said):
        services.accounts.add(name, url)
    assert len(services.accounts.list()) == 1


def test_a_text_that_is_no_key_adds_no_account(services):
    with pytest.raises(KeyUnusable):
        services.accounts.add("Shop", "https://yespo.io", key="two words")
    assert services.accounts.list() == []


@pytest.mark.parametrize(
    ("key", "said"), [("bad-key", "API key"), ("limited", "full access")], ids=["refused", "limited"]
)
def test_a_refused_key_says_what_to_do(services, sandbox, key, said):
    services.accounts.add("Shop", sandbox.url, key=key)
    found = services.accounts.test("Shop")
    assert not found.ok
    assert said in str(found.sentence)
    assert key not in str(found.sentence).split()


def test_nobody_at_home_is_a_sentence(services, sandbox):
    services.accounts.add("Shop", sandbox.url)
    sandbox.stop()
    found = services.accounts.test()
    assert not found.ok
    assert "refused the connection" in str(found.sentence)


def test_an_address_may_be_tried_before_it_is_kept(services, sandbox):
    assert services.accounts.test_address(sandbox.url, "").ok
    assert not services.accounts.test_address("http://yespo.io", "key").ok
    assert not services.accounts.test_address("https://yespo.io", "").ok
    assert services.accounts.list() == []


def test_a_key_stays_with_its_account_and_address(services, sandbox):
    services.accounts.add("Shop", "https://yespo.io", key="secret-of-shop")
    record = services.accounts.record("Shop")
    assert services.accounts.key_of(record) == "secret-of-shop"
    services.accounts.update("Shop", base_url="https://evil.example")
    with pytest.raises(NoKey):
        services.accounts.key_of(services.accounts.record("Shop"))
    services.accounts.update("Shop", base_url="https://yespo.io")
    assert services.accounts.get("Shop").key_place == "none"


def test_workspaces_of_one_person_do_not_share_keys(tmp_path):
    keys = KeyStore.in_memory()
    for name in ("one", "two"):
        with Services.open(tmp_path / name, key_store=keys) as services:
            services.accounts.add("Shop", "https://yespo.io", key=f"key-of-{name}")
    with Services.open(tmp_path / "one", key_store=keys) as services:
        assert services.accounts.key_of(services.accounts.record()) == "key-of-one"


def test_the_environment_gives_the_key_where_none_is_kept(services, monkeypatch):
    services.accounts.add("Shop", "https://yespo.io")
    monkeypatch.setenv("ORDERMANAGER_API_KEY", " from-environment ")
    record = services.accounts.record()
    assert services.accounts.key_of(record) == "from-environment"
    assert services.accounts.get().key_place == "environment"
    services.accounts.set_key("Shop", "kept-key")
    assert services.accounts.key_of(record) == "kept-key"


class LeapingClock(SystemClock):
    """Where somebody would wait, time leaps ahead."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def now(self):
        return super().now() + timedelta(seconds=self.ahead)

    def monotonic(self):
        return super().monotonic() + self.ahead

    async def sleep(self, seconds, wake):
        if seconds is not None:
            self.ahead += seconds


def test_a_refused_key_stops_the_account_until_a_good_one_comes(folder, sandbox, draft):
    with Services.open(folder, key_store=KeyStore.in_memory(), clock=LeapingClock()) as shop:
        shop.accounts.add("Sandbox", sandbox.url, key="bad-key")
        shop.orders.save(draft("1"))
        shop.outbox.queue()
        report = shop.sending.send()
        assert report.waiting == 1
        assert report.stopped
        assert shop.accounts.get().stopped
        shop.accounts.set_key("Sandbox", "good-key")
        assert shop.accounts.get().stopped is None
        assert shop.sending.send().accepted == 1


def test_a_good_test_lets_a_stopped_account_go_on(shop, draft, monkeypatch):
    monkeypatch.setenv("ORDERMANAGER_API_KEY", "bad-key")
    shop.orders.save(draft("1"))
    shop.outbox.queue()
    shop.sending.send()
    assert shop.accounts.get().stopped
    assert not shop.accounts.test().ok
    monkeypatch.delenv("ORDERMANAGER_API_KEY")
    assert shop.accounts.test().ok
    assert shop.accounts.get().stopped is None


def test_changing_and_removing(services):
    services.accounts.add("Shop", "https://yespo.io", key="secret")
    services.accounts.update("Shop", new_name="Main shop", repeat_policy="send_again", cost_basis="line")
    assert services.accounts.get("Main shop").repeat_policy == "send_again"
    assert services.accounts.key_of(services.accounts.record("Main shop")) == "secret"
    with pytest.raises(WrongUse, match="there are ask, send_again and never"):
        services.accounts.update("Main shop", repeat_policy="perhaps")
    services.accounts.remove("Main shop")
    with pytest.raises(WrongUse, match="There is no account yet"):
        services.accounts.get()
    with pytest.raises(KnownError):
        services.accounts.remove("Main shop")
