"""Accounts and settings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ordermanager.domain.checks.rules import CostBasis
from ordermanager.domain.sentences import Sentence, WrongUse
from ordermanager.store.account_rows import apply_account_change
from ordermanager.store.records import AccountChange, AccountRecord
from ordermanager.store.times import to_text


def add(shop, name, **fields):
    return shop.workspace.accounts.add(AccountRecord(name, "https://example.invalid", **fields), shop.tick())


def test_adding_and_reading(shop):
    assert shop.workspace.accounts.default() is None
    record = add(shop, " Main ", cost_basis=CostBasis.LINE, repeat_policy="send_again", extra={"proxy": "x"})
    assert record.id
    assert (record.name, record.cost_basis, record.repeat_policy) == ("Main", CostBasis.LINE, "send_again")
    assert (record.extra, record.is_default, record.is_stopped) == ({"proxy": "x"}, True, False)
    assert shop.workspace.accounts.get("MAIN") == shop.workspace.accounts.by_id(record.id) == record
    assert shop.workspace.accounts.default() == record


def test_names_are_unique_and_not_empty(shop):
    add(shop, "Main")
    other = add(shop, "Other")
    for name in ("main", "  "):
        with pytest.raises(WrongUse):
            add(shop, name)
        with pytest.raises(WrongUse):
            shop.workspace.accounts.update(replace(other, name=name))
    for call in (lambda: shop.workspace.accounts.get("nobody"), lambda: shop.workspace.accounts.by_id(9)):
        with pytest.raises(WrongUse, match="There is no account"):
            call()


def test_changing_removing_and_the_default(shop):
    first, second = add(shop, "b"), add(shop, "A", is_sandbox=True)
    accounts = shop.workspace.accounts
    assert [each.name for each in accounts.list()] == ["A", "b"]
    changed = accounts.update(replace(first, name="B", base_url="https://other.invalid", is_sandbox=True))
    assert (changed.name, changed.base_url, changed.is_sandbox, changed.is_default) == (
        "B",
        "https://other.invalid",
        True,
        True,
    )
    accounts.set_default("a")
    assert accounts.default().id == second.id
    accounts.remove("A", shop.tick())
    assert [each.name for each in accounts.list()] == ["B"]
    assert accounts.default().id == first.id
    assert accounts.by_id(second.id).name == "A"  # the history still names it
    assert add(shop, "a").id != second.id
    accounts.remove("a", shop.tick())
    accounts.remove("b", shop.tick())
    assert accounts.default() is None


def test_stopping_waiting_and_going_on(shop):
    account = add(shop, "Main")
    accounts = shop.workspace.accounts
    reason = Sentence("The key was refused: {text}", {"text": "401"})
    changes = AccountChange(stop_reason=reason), AccountChange(not_before=shop.tick(), batch_size=500)
    with shop.workspace.write() as database:
        for change in changes:
            apply_account_change(database, account.id, change, to_text(shop.now))
    stopped = accounts.get("main")
    assert (stopped.stop_reason, stopped.stopped_at) == (reason, to_text(shop.now))
    assert (stopped.not_before, stopped.batch_size) == (to_text(shop.now), 500)
    with shop.workspace.write() as database:
        apply_account_change(database, account.id, AccountChange(), to_text(shop.tick()))
    assert accounts.get("main") == stopped
    accounts.resume(account.id)
    assert not accounts.get("main").is_stopped
    assert accounts.get("main").not_before == ""


def test_settings_keep_any_json(shop):
    settings = shop.workspace.settings
    assert settings.get("nothing") is None
    assert settings.get("nothing", 5) == 5
    value = {"region": "UA", "list": [1, None, True], "text": "Київ"}
    settings.put("a", value)
    settings.put("b", False)
    settings.put("b", 0)
    assert settings.get("a") == value
    assert settings.get("b") == 0
