"""A second file that tells less of orders that are here: what none of its columns speaks of stays."""

from __future__ import annotations

import pytest

from ordermanager.domain.checks.rules import RuleSet
from ordermanager.domain.states import State
from ordermanager.services.imports.prepared import ImportOptions
from ordermanager.services.imports.review_results import FieldChange, Known


@pytest.fixture
def full(bring, write_csv, row):
    """Two whole orders are here; the first one's item has a description that a person wrote."""
    return bring(write_csv(row("1", phone="+380501234567", firstName="Olena"), row("2")))


def file(tmp_path, text, name="second.csv"):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def draft(services, number):
    (order,) = services.orders.find([number])
    return services.orders.get(order).draft


def test_a_list_of_statuses_changes_the_statuses_only(services, bring, full, tmp_path):
    before = draft(services, "1")
    result = bring(file(tmp_path, "externalOrderId,status\n1,DELIVERED\n2,INITIALIZED\n3,DELIVERED\n"))
    assert (result.new, result.updated, result.unchanged, result.ready, result.keeps) == (1, 1, 1, 2, True)
    after = draft(services, "1")
    assert after.fields == {**before.fields, "status": "DELIVERED"}
    assert after.items == before.items
    assert services.orders.get(services.orders.find(["1"])[0]).state is State.READY
    assert {problem.order for problem in result.problems} == {"3"}


def test_a_blank_cell_of_a_column_that_is_there_empties_the_field(services, bring, full, tmp_path):
    bring(file(tmp_path, "externalOrderId,status,firstName\n1,DELIVERED,\n"))
    assert "firstName" not in draft(services, "1").fields
    assert draft(services, "1").fields["email"] == "p1@shop.example"


def test_items_of_the_file_replace_those_here_but_keep_what_no_column_tells(services, bring, full, tmp_path):
    bring(
        file(
            tmp_path,
            "externalOrderId,externalItemId,name,quantity,cost\n1,i1,Kettle,2,10.25\n1,i2,Cup,1,5\n",
        )
    )
    first, second = draft(services, "1").items
    assert first == {
        "externalItemId": "i1", "name": "Kettle", "quantity": "2", "cost": "10.25",
        "url": "https://shop.example/i1", "imageUrl": "https://shop.example/i1.png",
    }  # fmt: skip
    assert second == {"externalItemId": "i2", "name": "Cup", "quantity": "1", "cost": "5"}


def test_another_customers_order_with_the_same_number_keeps_nothing_of_the_old_one(
    services, bring, full, tmp_path
):
    """Two shops number their orders from 1: the phone of one customer must not go with the e-mail of another."""
    text = "externalOrderId,status,totalCost,email\n1,DELIVERED,7,someone@else.example\n"
    result = bring(file(tmp_path, text))
    assert not result.keeps
    assert draft(services, "1").fields == {
        "externalOrderId": "1", "status": "DELIVERED", "totalCost": "7", "email": "someone@else.example",
    }  # fmt: skip
    assert draft(services, "1").items == []


def test_a_list_of_corrected_e_mails_corrects_the_e_mails_only(services, bring, full, tmp_path):
    before = draft(services, "1")
    assert bring(file(tmp_path, "externalOrderId,email\n1,right@shop.com.ua\n")).ready == 1
    assert draft(services, "1").fields == {**before.fields, "email": "right@shop.com.ua"}
    assert draft(services, "1").items == before.items


def test_the_same_customer_written_otherwise_is_the_same(services, bring, full, tmp_path):
    bring(file(tmp_path, "externalOrderId,status,phone\n1,DELIVERED,050 123 45 67\n"))
    assert draft(services, "1").fields["email"] == "p1@shop.example"


def test_twice_the_same_thin_file_changes_nothing(bring, full, tmp_path):
    thin = file(tmp_path, "externalOrderId,status\n1,DELIVERED\n2,CANCELLED\n")
    assert bring(thin).updated == 2
    assert bring(thin).unchanged == 2


def test_what_was_kept_is_checked_by_this_imports_rules(services, bring, full, tmp_path):
    thin = file(tmp_path, "externalOrderId,status\n1,DELIVERED\n")
    assert bring(thin, ImportOptions(rule_set=RuleSet.FULL)).ready == 1


JSON_FORMS = {
    "a list": "[%s]",
    "a request body": '{"orders": [%s]}',
    "one order": "%s",
    "an order a line": '%s\n{"externalOrderId": "9", "status": "DELIVERED"}',
}


@pytest.mark.parametrize("form", JSON_FORMS.values(), ids=JSON_FORMS)
def test_what_an_order_in_json_does_not_name_stays_and_null_empties(services, bring, full, tmp_path, form):
    before = draft(services, "1")
    said = '{"externalOrderId": "1", "status": "DELIVERED", "phone": null, "firstName": ""}'
    result = bring(file(tmp_path, form % said, "orders.json"))
    assert (result.updated, result.keeps) == (1, True)
    after = draft(services, "1")
    left = {name: text for name, text in before.fields.items() if name not in ("phone", "firstName")}
    assert after.without_empty().fields == {**left, "status": "DELIVERED"}
    assert after.items == before.items


@pytest.mark.parametrize("items", ["null", "[]"])
def test_items_that_json_empties_are_gone(services, bring, full, tmp_path, items):
    bring(file(tmp_path, f'{{"externalOrderId": "1", "items": {items}}}', "orders.json"))
    assert draft(services, "1").items == []
    assert draft(services, "1").fields["email"] == "p1@shop.example"


def test_items_in_json_are_all_that_there_are_and_keep_what_they_do_not_name(services, bring, full, tmp_path):
    (before,) = draft(services, "1").items
    text = """{"externalOrderId": "1", "items": [{},
        {"externalItemId": "i1", "quantity": 3, "imageUrl": null}, {"name": "Cup", "cost": "1.50"}]}"""
    bring(file(tmp_path, text, "orders.json"))
    kept = {name: text for name, text in before.items() if name != "imageUrl"}
    assert draft(services, "1").items == [{}, {**kept, "quantity": "3"}, {"name": "Cup", "cost": "1.50"}]


def test_additional_info_in_json_is_changed_entry_by_entry(services, bring, full, tmp_path):
    name = "orders.json"
    bring(file(tmp_path, '{"externalOrderId": "1", "additionalInfo": {"gift": "yes", "note": "call"}}', name))
    bring(file(tmp_path, '{"externalOrderId": "1", "additionalInfo": {"gift": null, "box": "red"}}', name))
    assert draft(services, "1").additional_info == {"note": "call", "box": "red"}
    bring(file(tmp_path, '{"externalOrderId": "1", "additionalInfo": {}}', name))
    assert draft(services, "1").additional_info == {"note": "call", "box": "red"}
    bring(file(tmp_path, '{"externalOrderId": "1", "additionalInfo": null}', name))
    assert draft(services, "1").additional_info == {}


@pytest.mark.parametrize("is_reviewed", [False, True])
def test_a_later_line_of_json_changes_the_earlier_one(services, bring, full, tmp_path, is_reviewed):
    lines = [
        '{"externalOrderId": "7", "totalCost": 5, "firstName": "Olha", "email": "o@shop.com.ua"}',
        '{"externalOrderId": "7", "status": "DELIVERED"}',
        '{"externalOrderId": "1", "phone": null}',
        *(f'{{"externalOrderId": "9{n}"}}' for n in range(600)),  # more than a chunk of the review
        '{"externalOrderId": "7", "firstName": null}',
        '{"externalOrderId": "1", "status": "DELIVERED"}',
    ]
    prepared = services.importing.prepare(file(tmp_path, "\n".join(lines), "log.jsonl"))
    if is_reviewed:
        with services.importing.review(prepared) as review:
            review.store()
    else:
        services.importing.run(prepared)
    assert draft(services, "7").fields == {
        "externalOrderId": "7", "totalCost": "5", "email": "o@shop.com.ua", "status": "DELIVERED",
    }  # fmt: skip
    assert "phone" not in draft(services, "1").fields
    assert draft(services, "1").fields["status"] == "DELIVERED"


def test_the_review_of_json_shows_what_stays_and_what_is_emptied(services, bring, full, tmp_path):
    text = '[{"externalOrderId": "1", "status": "DELIVERED", "phone": null}, {"externalOrderId": "2"}]'
    prepared = services.importing.prepare(file(tmp_path, text, "orders.json"))
    assert [order.known for order in services.importing.preview(prepared).orders] == ["updated", "unchanged"]
    with services.importing.review(prepared) as review:
        assert [each.known for each in review.rows(review.ids())] == [Known.UPDATED, Known.UNCHANGED]
        assert set(review.order(1).differences) == {
            FieldChange("status", "INITIALIZED", "DELIVERED"),
            FieldChange("phone", "+380501234567", ""),
        }
        assert review.store().updated == 1
    assert "phone" not in draft(services, "1").fields


def test_json_of_another_customer_keeps_nothing_of_the_order_here(services, bring, full, tmp_path):
    text = '{"externalOrderId": "1", "totalCost": 7, "email": "someone@else.example"}'
    bring(file(tmp_path, text, "orders.json"))
    assert draft(services, "1").fields == {
        "externalOrderId": "1", "totalCost": "7", "email": "someone@else.example",
    }  # fmt: skip
    assert draft(services, "1").items == []


def test_rows_of_one_order_far_apart_keep_it_too(services, bring, full, tmp_path):
    lines = ["1,DELIVERED"] + [f"9{n},DELIVERED" for n in range(2500)] + ["1,DELIVERED"]
    result = bring(file(tmp_path, "externalOrderId,status\n" + "\n".join(lines) + "\n"))
    assert (result.new, result.updated) == (2500, 1)
    assert draft(services, "1").fields["email"] == "p1@shop.example"
    assert len(draft(services, "1").items) == 1


def test_the_preview_the_review_and_the_import_say_the_same(services, full, tmp_path):
    thin = file(tmp_path, "externalOrderId,status\n1,DELIVERED\n2,INITIALIZED\n")
    prepared = services.importing.prepare(thin)
    shown = services.importing.preview(prepared).orders
    assert [order.known for order in shown] == ["updated", "unchanged"]
    assert not any(finding.severity.value == "error" for order in shown for finding in order.findings)
    with services.importing.review(prepared) as review:
        assert [each.known for each in review.rows(review.ids())] == [Known.UPDATED, Known.UNCHANGED]
        assert review.order(1).differences == (FieldChange("status", "INITIALIZED", "DELIVERED"),)
        review.edit(1, {"phone": ""})  # what a person takes away is not put back
        assert review.store().updated == 1
    assert "phone" not in draft(services, "1").fields
    assert len(draft(services, "1").items) == 1


def test_taking_the_second_import_back_gives_the_whole_order_back(services, bring, full, tmp_path):
    before = draft(services, "1")
    result = bring(file(tmp_path, "externalOrderId,status\n1,DELIVERED\n"))
    assert services.importing.undo(result.import_id).restored == 1
    assert draft(services, "1") == before


def test_what_others_write_while_a_file_is_looked_through_stays(services, bring, full, tmp_path):
    """The review wrote the whole order as it had been when it began: a corrected e-mail was the wrong one again."""
    before = draft(services, "1")
    prepared = services.importing.prepare(
        file(tmp_path, "externalOrderId,status\n1,DELIVERED\n2,CANCELLED\n")
    )
    with services.importing.review(prepared) as review:
        (first,) = services.orders.find(["1"])
        edited = before.copy()
        edited.fields["email"] = "corrected@shop.example"
        services.orders.save(edited, first)
        edited.items[0]["quantity"] = "3"
        edited.fields["phone"] = ""
        services.orders.save(edited, first)
        review.store()
    after = draft(services, "1").without_empty()
    wanted = {**before.fields, "email": "corrected@shop.example", "status": "DELIVERED"}
    del wanted["phone"]
    assert after.fields == wanted
    assert after.items[0]["quantity"] == "3"
    assert draft(services, "2").get("status") == "CANCELLED"


def test_another_customers_order_gets_nothing_that_was_written_into_the_old_one_meanwhile(
    services, bring, full, tmp_path
):
    before = draft(services, "1")
    text = "externalOrderId,status,totalCost,email\n1,DELIVERED,7,someone@else.example\n"
    prepared = services.importing.prepare(file(tmp_path, text))
    with services.importing.review(prepared) as review:
        edited = before.copy()
        edited.fields["deliveryAddress"] = "Khreshchatyk 1"
        services.orders.save(edited, services.orders.find(["1"])[0])
        review.store()
    assert draft(services, "1").fields == {
        "externalOrderId": "1", "status": "DELIVERED", "totalCost": "7", "email": "someone@else.example",
    }  # fmt: skip
