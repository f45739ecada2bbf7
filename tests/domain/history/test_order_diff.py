from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.history.order_diff import Deed, changes_between
from ordermanager.domain.json_text import JsonObject, compact, read_json

texts = st.text(max_size=6)
scalars = (
    texts
    | st.integers(-100, 100)
    | st.sampled_from([1.50, True, None])
    | st.decimals(0, 9, places=2).map(str)
)
items = st.lists(
    st.dictionaries(
        st.sampled_from(["externalItemId", "name", "quantity", "cost"]),
        st.sampled_from(["a", "b", "c", 1, 2]),
        max_size=4,
    ),
    max_size=5,
)
orders = st.fixed_dictionaries(
    {"externalOrderId": texts},
    optional={
        "status": st.sampled_from(["INITIALIZED", "DELIVERED"]),
        "totalCost": st.integers(0, 5),
        "shipping": scalars,
        "items": items | scalars,
        "additionalInfo": st.dictionaries(texts, texts, max_size=3) | scalars,
    },
)


def canonical(value):
    """Equal for two values that are alike but for the order of their fields."""
    if isinstance(value, JsonObject):
        return {key: canonical(child) for key, child in value.pairs}
    if isinstance(value, list):
        return [canonical(child) for child in value]
    return compact(value)


def fields_of(value):
    return dict(value.pairs) if isinstance(value, JsonObject) else {}


def applied(old, changes):
    """The fields of the order that `changes` lead to."""
    fields = fields_of(old)
    for group in ("", "additionalInfo"):
        mine = [change for change in changes if change.group == group]
        if group and mine:
            fields[group] = JsonObject(list(with_changes(fields_of(fields[group]), mine).items()))
        elif not group:
            fields = with_changes(fields, mine)
    mine = [change for change in changes if change.group == "items"]
    if mine:
        fields["items"] = items_after(fields["items"], mine)
    return fields


def with_changes(fields, changes):
    result = dict(fields)
    for change in changes:
        if change.deed is Deed.REMOVED:
            del result[change.field]
        else:
            result[change.field] = change.new
    return result


def items_after(value, changes):
    items = list(value) if isinstance(value, list) else []
    for place in {change.item for change in changes if change.field}:
        mine = [change for change in changes if change.field and change.item == place]
        items[place] = JsonObject(list(with_changes(fields_of(items[place]), mine).items()))
    gone = {change.item for change in changes if not change.field and change.deed is Deed.REMOVED}
    kept = [item for place, item in enumerate(items) if place not in gone]
    for change in sorted(
        (change for change in changes if not change.field and change.deed is Deed.ADDED),
        key=lambda change: change.item,
    ):
        kept.insert(change.item, change.new)
    return kept


@given(orders, orders)
def test_the_changes_of_the_old_give_the_new(old, new):
    before, after = read_json(json.dumps(old)), read_json(json.dumps(new))
    changes = changes_between(before, after)
    reached = {key: canonical(value) for key, value in applied(before, changes).items()}
    assert reached == canonical(after)
    assert bool(changes) == (canonical(before) != canonical(after))


@given(orders)
def test_an_order_has_no_difference_to_itself_in_another_order_of_fields(order):
    turned = dict(reversed(order.items()))
    assert changes_between(read_json(json.dumps(order)), read_json(json.dumps(turned))) == []


def said(old: str, new: str) -> list[tuple]:
    return [
        (
            each.deed.value,
            each.group,
            each.field,
            each.item_name,
            each.old and str(each.old),
            each.new and str(each.new),
        )
        for each in changes_between(read_json(old), read_json(new))
        if each.field
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            '{"status":"INITIALIZED"}', '{"status":"DELIVERED"}',
            [("changed", "", "status", "", "INITIALIZED", "DELIVERED")],
        ),
        ('{"shipping":10}', '{"shipping":0}', [("changed", "", "shipping", "", "10", "0")]),
        ('{"totalCost":10.5}', '{"totalCost":10.50}', [("changed", "", "totalCost", "", "10.5", "10.50")]),
        ('{}', '{"email":"a@b.ua"}', [("added", "", "email", "", None, "a@b.ua")]),
        ('{"email":"a@b.ua"}', '{}', [("removed", "", "email", "", "a@b.ua", None)]),
        (
            '{"additionalInfo":{"comment":"x"}}', '{"additionalInfo":{"comment":"y"}}',
            [("changed", "additionalInfo", "comment", "", "x", "y")],
        ),
        (
            '{"items":[{"externalItemId":"1","name":"Tea","quantity":1}]}',
            '{"items":[{"externalItemId":"1","name":"Tea","quantity":2}]}',
            [("changed", "items", "quantity", "Tea", "1", "2")],
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_a_field(old, new, words):
    assert said(old, new) == words


def test_an_item_that_comes_first_does_not_change_the_others():
    old = '{"items":[{"externalItemId":"1","name":"Tea"},{"externalItemId":"2","name":"Cup"}]}'
    new = '{"items":[{"externalItemId":"3","name":"Pot"},{"externalItemId":"1","name":"Tea"}]}'
    changes = changes_between(read_json(old), read_json(new))
    assert [(each.deed, each.item_name, each.field) for each in changes] == [
        (Deed.ADDED, "Pot", ""),
        (Deed.REMOVED, "Cup", ""),
    ]
