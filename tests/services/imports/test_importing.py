from __future__ import annotations

import json

import pytest

from ordermanager.domain.checks.rules import RuleSet
from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.states import Folder, State
from ordermanager.importing.errors import ReadError
from ordermanager.services.imports import run as import_run
from ordermanager.services.imports.prepared import ImportOptions
from ordermanager.services.imports.run import CHUNK
from ordermanager.services.notices import Changes
from ordermanager.store.imports.scratch import Remembered
from ordermanager.store.orders.query import OrderQuery
from tests.services.imports.small_chunks import use_chunks_of


def counts(result) -> tuple[int, int, int]:
    return result.new, result.updated, result.unchanged


def test_good_and_bad_orders_both_come_in(services, bring, write_csv, row, changes):
    path = write_csv(row("0007"), row("2", status="WAT"), row("3", date="yesterday", email=""))
    result = bring(path)
    assert (result.layout, result.delimiter, result.header_row, result.rows_read) == ("api", ",", 1, 3)
    assert (result.orders, result.items, result.ready, result.with_problems) == (3, 3, 1, 2)
    assert counts(result) == (3, 0, 0)
    assert [
        (problem.row, problem.order, problem.finding.code, problem.value) for problem in result.problems
    ] == [
        (3, "2", "status.unknown", "WAT"),
        (4, "3", "date.unreadable", "yesterday"),
        (4, "3", "identifier.required", ""),
    ]
    assert services.orders.counts()[Folder.ATTENTION] == 2
    assert services.orders.find(["0007"])
    assert changes == [Changes(orders=True, imports=True, history=True)]


def test_the_same_file_again_changes_nothing_and_a_changed_one_updates(services, bring, write_csv, row):
    bring(write_csv(row("1"), row("2")))
    assert counts(bring(write_csv(row("1"), row("2")))) == (0, 0, 2)
    assert counts(bring(write_csv(row("1"), row("2", totalCost="21"), row("3")))) == (1, 1, 1)
    assert services.orders.count(OrderQuery()) == 3


def test_a_sent_order_that_changes_becomes_a_next_revision(shop, write_csv, row):
    bring = shop.importing
    bring.run(bring.prepare(write_csv(row("1"))))
    shop.outbox.queue()
    shop.sending.send()
    (order,) = shop.orders.find(["1"])
    unchanged = bring.run(bring.prepare(write_csv(row("1"))))
    assert (unchanged.unchanged, shop.orders.get(order).state) == (1, State.ACCEPTED)
    bring.run(bring.prepare(write_csv(row("1", status="DELIVERED"))))
    assert shop.orders.get(order).state is State.READY
    assert shop.outbox.queue().queued == 1
    assert shop.sending.send().accepted == 1
    assert [revision.status for revision in shop.history.revisions(order)] == ["DELIVERED", "INITIALIZED"]


def test_a_dry_run_checks_everything_and_writes_nothing(services, bring, write_csv, row, changes):
    result = bring(write_csv(row("1"), row("2", status="X")), dry_run=True)
    assert (result.orders, result.ready, result.with_problems, result.import_id) == (2, 1, 1, None)
    assert services.orders.count(OrderQuery()) == 0
    assert services.importing.list() == []
    assert changes == []


def test_more_orders_than_one_transaction_holds(services, bring, write_csv, row):
    total = CHUNK * 2 + 17
    seen = []
    path = write_csv(*(row(f"{number:06}") for number in range(total)))
    result = bring(path, on_progress=seen.append)
    assert counts(result) == (total, 0, 0)
    assert services.orders.counts()[Folder.READY] == total
    assert [progress.orders for progress in seen] == [CHUNK, CHUNK * 2, total]
    assert counts(bring(path)) == (0, 0, total)


def test_cancelling_takes_back_what_was_written(services, bring, write_csv, row):
    path = write_csv(*(row(f"{number:06}") for number in range(CHUNK * 2 + 1)))
    written = []
    result = bring(path, on_progress=written.append, cancel=lambda: bool(written))
    assert result.cancelled
    assert len(written) == 1
    assert result.import_id is None
    assert services.orders.count(OrderQuery()) == 0
    assert services.importing.list()[0].undone_at


def test_a_file_that_breaks_off_changes_nothing(services, bring, write_csv, row):
    path = write_csv(*(row(f"{number:06}") for number in range(CHUNK + 1)))
    with path.open("a", encoding="utf-8") as stream:
        stream.write('1,"never closed\n')
    with pytest.raises(ReadError):
        bring(path)
    assert services.orders.count(OrderQuery()) == 0


def test_what_was_said_when_importing_holds_for_these_orders(services, bring, write_csv, row):
    path = write_csv(row("1", date="2026-11-20 10:00", phone="501234567", email="", externalCustomerId=""))
    options = ImportOptions(timezone="Europe/Warsaw", region="PL", rule_set=RuleSet.MINIMUM)
    assert bring(path, options).ready == 1
    (order,) = services.orders.find(["1"])
    text = services.orders.json_preview(order)
    assert '"date":"2026-11-20T10:00:00+01:00"' in text
    assert '"phone":"48501234567"' in text
    assert services.outbox.queue().queued == 1
    assert services.history.body(services.history.revisions(order)[0].id) == text
    assert services.orders.get(order).rules.region == "PL"


def test_importing_again_under_other_rules_makes_the_same_orders_ready(services, bring, write_csv, row):
    path = write_csv(row("1", imageUrl=""))
    assert bring(path).with_problems == 1
    result = bring(path, ImportOptions(rule_set=RuleSet.MINIMUM))
    assert (result.unchanged, result.ready) == (1, 1)
    assert services.orders.counts()[Folder.READY] == 1
    assert services.outbox.queue().queued == 1


@pytest.mark.parametrize(
    "options",
    [
        ImportOptions(timezone="Mars/Base"),
        ImportOptions(region="XX"),
        ImportOptions(layout="nonsense"),
        ImportOptions(constants={"shoeSize": "44"}),
        ImportOptions(columns={0: "shoeSize"}),
    ],
)
def test_options_that_make_no_sense_are_wrong_use(bring, write_csv, row, options):
    with pytest.raises(WrongUse):
        bring(write_csv(row("1")), options)


def test_columns_may_be_given_to_other_fields(services, bring, write_csv):
    path = write_csv({"Number": "A-1", "Sum": "5", "Note": "call me"})
    bring(path, ImportOptions(columns={0: "externalOrderId", 1: "totalCost", 2: "statusDescription"}))
    draft = services.orders.get(services.orders.find(["A-1"])[0]).draft
    assert (draft.get("totalCost"), draft.get("statusDescription")) == ("5", "call me")


def test_constants_fill_what_the_file_lacks(services, bring, write_csv, row):
    path = write_csv(row("1", currency="", url=""))
    constants = {"currency": "UAH", "url": "https://shop.example/{externalItemId}"}
    assert bring(path, ImportOptions(constants=constants)).ready == 1
    draft = services.orders.get(services.orders.find(["1"])[0]).draft
    assert draft.items[0]["url"] == "https://shop.example/i1"


def test_rows_of_one_order_that_stand_apart_make_one_order(services, bring, write_csv, row):
    others = [row(f"{number:06}") for number in range(CHUNK + 10)]
    apart = [row("X", totalCost="41"), *others, row("X", totalCost="41", externalItemId="i2")]
    result = bring(write_csv(*apart))
    assert result.orders == len(others) + 1 == result.new
    assert result.ready + result.with_problems == result.orders
    assert len(services.orders.get(services.orders.find(["X"])[0]).draft.items) == 2


def test_one_id_twice_in_json_is_one_order_with_the_later_text(services, bring, draft):
    first, second = draft("1"), draft("1", status="DELIVERED")
    text = json.dumps({"orders": [{**one.fields, "items": one.items} for one in (first, second)]})
    result = bring(text)
    assert (result.orders, result.new, result.updated) == (2, 1, 1)
    assert services.orders.get(services.orders.find(["1"])[0]).draft.get("status") == "DELIVERED"
    assert services.orders.count(OrderQuery()) == 1


def test_orders_of_one_file_that_contradict_each_other_are_warned_of(bring, write_csv, row):
    result = bring(write_csv(row("1", externalCustomerId="C"), row("2", externalCustomerId="C")))
    assert {problem.finding.code for problem in result.problems} == {"customer.other_email"}
    assert result.ready == 2


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_the_rows_with_errors_come_out_to_be_corrected(
    services, bring, write_csv, row, tmp_path, read_csv, ending
):
    rejected = tmp_path / f"rejected.{ending}"
    path = write_csv({"Own column": "a", **row("1")}, {"Own column": "=b", **row("2", status="WAT")})
    result = bring(path, rejected=rejected)
    assert result.rejected_file == rejected
    again = bring(rejected)
    assert (again.orders, again.unchanged) == (1, 1)
    if ending == "csv":
        (found,) = read_csv(rejected)
        assert found["Own column"] == "'=b"
        assert "WAT" in found["error"]
        twice = tmp_path / "twice.csv"
        bring(rejected, rejected=twice)
        assert twice.read_bytes() == rejected.read_bytes()


def test_orders_of_json_with_errors_come_out_too(bring, tmp_path, draft):
    bad = draft("2", status="WAT")
    path = tmp_path / "orders.json"
    path.write_text(json.dumps([{**one.fields, "items": one.items} for one in (draft("1"), bad)]))
    bring(path, rejected=tmp_path / "rejected.json")
    (found,) = json.loads((tmp_path / "rejected.json").read_text())["orders"]
    assert found["externalOrderId"] == "2"
    assert "WAT" in found["error"]
    bring(path, rejected=tmp_path / "rejected.csv")
    assert bring(tmp_path / "rejected.csv").unchanged == 1


def test_a_place_that_cannot_be_written_is_said_before_anything_is_imported(
    services, bring, write_csv, row, tmp_path
):
    path = write_csv(row("1", status="X"))
    for place in (tmp_path / "rejected.txt", tmp_path / "missing" / "rejected.csv", tmp_path):
        with pytest.raises(Exception, match=r"rejected|folder|must end"):
            bring(path, rejected=place)
    assert services.orders.count(OrderQuery()) == 0


def test_the_preview_writes_nothing_and_knows_what_is_here(services, bring, write_csv, row):
    bring(write_csv(row("1"), row("2")))
    prepared = services.importing.prepare(write_csv(row("1"), row("2", status="X"), row("3")))
    preview = services.importing.preview(prepared)
    prepared.close()
    assert preview.header[0] == "externalOrderId"
    assert preview.columns[0] == "externalOrderId"
    assert [order.known for order in preview.orders] == ["unchanged", "updated", "new"]
    assert [finding.code for finding in preview.orders[1].findings] == ["status.unknown"]
    assert preview.sample_rows[0][0] == 2
    assert services.orders.count(OrderQuery()) == 2


def test_taking_an_import_back(services, bring, write_csv, row, changes):
    first = bring(write_csv(row("1"), row("2")))
    second = bring(write_csv(row("2", totalCost="99"), row("3"), row("4")))
    services.outbox.queue(services.orders.find(["4"]))
    changes.clear()
    undone = services.importing.undo(second.import_id)
    assert (undone.removed, undone.restored, undone.kept, undone.withdrawn) == (2, 1, 0, 1)
    assert changes == [Changes(orders=True, imports=True, history=True)]
    assert services.orders.get(services.orders.find(["2"])[0]).draft.get("totalCost") == "20.50"
    with pytest.raises(WrongUse):
        services.importing.undo(second.import_id)
    with pytest.raises(WrongUse):
        services.importing.undo(99)
    assert [record.id for record in services.importing.list()] == [second.import_id, first.import_id]
    assert services.importing.get(first.import_id).counts["orders"] == 2


def test_every_layout_has_a_name_and_a_title(services):
    layouts = dict(services.importing.layouts())
    assert {"api", "shopify"} <= layouts.keys()
    assert all(layouts.values())


def test_what_is_remembered_on_disk_counts_like_what_is_in_memory(
    services, bring, write_csv, row, tmp_path, monkeypatch
):
    """Orders that come again far apart, some with errors, new and updated: with room for three and for all of them."""
    path = write_csv(
        *(
            row(str(n), email="no mail" if n % 7 == 0 else f"p{n}@shop.example", phone="")
            for n in range(1500)
        ),
        *(row(str(n), externalItemId="S-9", phone="", email=f"p{n}@shop.example") for n in range(0, 90, 3)),
    )
    whole = bring(path, dry_run=True, rejected=tmp_path / "whole.csv")
    use_chunks_of(7, monkeypatch)
    monkeypatch.setattr(import_run, "Remembered", lambda: Remembered(3))
    spilled = bring(path, dry_run=True, rejected=tmp_path / "spilled.csv")
    counts = [
        (one.orders, one.new, one.updated, one.with_problems, one.items, one.problem_count)
        for one in (whole, spilled)
    ]
    assert counts[0] == counts[1]
    assert counts[0][:3] == (1500, 1500, 0)
    assert (tmp_path / "whole.csv").read_bytes() == (tmp_path / "spilled.csv").read_bytes()
    stored = bring(path)
    assert (stored.orders, stored.new, stored.with_problems) == (1500, 1500, whole.with_problems)
    assert bring(path).unchanged == 1500


@pytest.mark.parametrize(
    ("email", "phone", "customer"),
    [
        ("mailto:Olena@Shop.com.ua ", "", "olena@shop.com.ua"),
        ("olena@shop.com.ua", "", "olena@shop.com.ua"),
        ("", "8 050 123 45 67", ""),  # not a number as it stands
        ("", "050 123-45-67", "380501234567"),
        ("", "+38 (050) 123 45 67", "380501234567"),
        ("olena@shop,com", "0501234567", "380501234567"),
        ("olena@shop,com", "", ""),
    ],
)
def test_a_customer_id_made_of_e_mail_or_phone_is_one_however_these_are_written(
    services, bring, write_csv, row, email, phone, customer
):
    """An ID binds to a contact for good: `mailto:x@y` or `8 050 …` must never become one."""
    path = write_csv(row("1", externalCustomerId="", email=email, phone=phone))
    options = ImportOptions(constants={"externalCustomerId": "{email|phone}"}, region="UA")
    assert bring(path, options).orders == 1
    (order,) = services.orders.find(["1"])
    assert services.orders.get(order).draft.get("externalCustomerId") == customer


def test_a_customer_id_in_json_is_made_so_too(services, bring, tmp_path):
    path = tmp_path / "orders.json"
    path.write_text('[{"externalOrderId": "1", "phone": "050 123 45 67"}]', "utf-8")
    bring(path, ImportOptions(constants={"externalCustomerId": "{phone}"}, region="UA"))
    (order,) = services.orders.find(["1"])
    assert services.orders.get(order).draft.get("externalCustomerId") == "380501234567"


def test_a_cancelled_import_stops_within_an_order_of_many_rows(services, write_csv, row):
    """It is asked between rows, not only when some thousand orders are complete."""
    many = [row("1", externalItemId=f"i{number}") for number in range(6000)]
    asked = []

    def cancel():
        asked.append(True)
        return len(asked) > 1

    prepared = services.importing.prepare(write_csv(*many))
    result = services.importing.run(prepared, cancel=cancel)
    assert result.cancelled
    assert prepared.plan.counts.rows_read < 3000
    assert not services.importing.list()
