"""All orders checked again: what is found is what checking one by one finds, and only what differs is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ordermanager.domain.checks.rules import RuleSet
from ordermanager.domain.insights.insights import Step
from ordermanager.domain.states import Folder, State
from ordermanager.services.imports.prepared import ImportOptions
from tests.services.conftest import make_draft

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ordermanager.services.app import Services
    from ordermanager.services.notices import Changes


def without_items(number: str) -> object:
    draft = make_draft(number)
    draft.items = []
    return draft


def codes(services: Services, order_id: int) -> list[tuple[str, str]]:
    (record,) = services.orders.records([order_id])
    return [(finding.field, finding.code) for finding in record.findings]


def test_nothing_is_different_where_nothing_changed(services: Services, changes: list[Changes]) -> None:
    for number in range(450):
        services.orders.save(make_draft(f"N-{number}"))
    changes.clear()
    told: list[tuple[int, int]] = []
    result = services.checking.check_again(on_progress=lambda done, total: told.append((done, total)))
    assert (result.checked, result.changed, result.with_errors, result.stopped) == (450, 0, 0, False)
    assert told == [(200, 450), (400, 450), (450, 450)]
    assert changes == []


def test_other_rules_change_states_and_counts(services: Services) -> None:
    services.settings.update(rule_set=RuleSet.NO_ITEMS.value)
    bare = services.orders.save(without_items("B-1")).order_id
    full = services.orders.save(make_draft("F-1")).order_id
    assert services.orders.get(bare).state is State.READY
    services.settings.update(rule_set=RuleSet.FULL.value)
    result = services.checking.check_again()
    assert (result.now_with_errors, result.no_longer, result.with_errors) == (1, 0, 1)
    states = [record.state for record in services.orders.records([bare, full])]
    assert states == [State.DRAFT, State.READY]
    assert services.orders.counts()[Folder.DRAFTS] == 1
    services.settings.update(rule_set=RuleSet.NO_ITEMS.value)
    result = services.checking.check_again()
    assert (result.now_with_errors, result.no_longer, result.with_errors) == (0, 1, 0)
    assert services.orders.counts()[Folder.READY] == 2
    assert services._workspace.check().is_well


def test_what_other_orders_say_is_found_as_one_by_one(services: Services) -> None:
    ids = [
        services.orders.save(make_draft("D-1", externalCustomerId="C", email="a@shop.example")).order_id,
        services.orders.save(make_draft("D-1", externalCustomerId="C", email="b@shop.example")).order_id,
        services.orders.save(make_draft("D-2", externalCustomerId="E", email="b@shop.example")).order_id,
    ]
    assert codes(services, ids[0]) == [], "it was alone when it was saved"
    result = services.checking.check_again()
    assert (result.changed, result.now_with_errors) == (2, 0)
    for order_id in ids:
        again = [(each.field, each.code) for each in services.orders.get(order_id).findings]
        assert codes(services, order_id) == again
        assert again
    assert services.checking.check_again().changed == 0


def test_only_named_orders(services: Services) -> None:
    ids = [services.orders.save(make_draft("D-1")).order_id for _ in range(2)]
    assert services.checking.check_again(ids[:1]).checked == 1
    assert codes(services, ids[0]) == [("externalOrderId", "order_id.duplicate")]


def test_it_stops_at_once_and_keeps_what_was_found(services: Services) -> None:
    for number in range(450):
        services.orders.save(make_draft(f"N-{number}"))
    seen: list[int] = []
    result = services.checking.check_again(
        on_progress=lambda done, _total: seen.append(done), is_cancelled=lambda: bool(seen)
    )
    assert (result.checked, result.stopped) == (200, True)


def test_sent_and_deleted_orders_keep_their_state(shop: Services) -> None:
    sent = shop.orders.save(make_draft("S-1")).order_id
    gone = shop.orders.save(make_draft("G-1")).order_id
    shop.outbox.queue([sent])
    shop.sending.send()
    shop.orders.delete([gone])
    shop.settings.update(region="PL", timezone="Europe/Warsaw")
    result = shop.checking.check_again()
    assert result.with_errors == 0
    assert shop.orders.get(sent).state is State.ACCEPTED
    assert shop.orders.counts()[Folder.SENT] == 1


def test_another_time_zone_changes_no_date_that_was_sent(shop: Services) -> None:
    sent, written = (
        shop.orders.save(make_draft(number, status="DELIVERED", date="2026-11-20 01:00")).order_id
        for number in ("S-1", "S-2")
    )
    shop.outbox.queue([sent])
    shop.sending.send()

    def dates() -> dict[int, str]:
        return {row.id: row.date for row in shop.orders.rows([sent, written])}

    def days() -> list[str]:
        return [bar.begin.isoformat() for bar in shop.insights.overview().bars(Step.DAY) if bar.sales]

    before, counted = dates(), days()
    assert before == dict.fromkeys((sent, written), "2026-11-19T23:00:00Z")
    shop.settings.update(timezone="America/New_York")
    shop.checking.check_again()
    assert dates() == {sent: "2026-11-19T23:00:00Z", written: "2026-11-20T06:00:00Z"}
    shop.settings.update(timezone="Europe/Kyiv")
    assert days() == counted
    assert shop.checking.check_again().changed == 1


def test_what_the_import_saw_stays(
    services: Services, write_csv: Callable[..., Path], row: Callable[..., dict[str, str]]
) -> None:
    path = write_csv(row("I-1"), row("I-1", email="other@shop.example", externalItemId="i2"))
    services.importing.run(services.importing.prepare(path, ImportOptions()))
    (order_id,) = services.orders.find(["I-1"])
    before = codes(services, order_id)
    assert any(code.startswith("import.") for _, code in before)
    assert services.checking.check_again().changed == 0
    assert codes(services, order_id) == before


@pytest.mark.parametrize("text", ["", "1e999", "x" * 10_000])
def test_any_text_is_checked(services: Services, text: str) -> None:
    services.orders.save(make_draft("T-1", totalCost=text, phone=text, date=text or "2026-11-20"))
    assert services.checking.check_again().changed == 0
