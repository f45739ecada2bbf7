"""The field table, the models and the JSON order name the same fields: a new one is added in all three."""

from __future__ import annotations

from pydantic.alias_generators import to_camel

from ordermanager.domain.body import ITEM_SEQUENCE, ORDER_SEQUENCE
from ordermanager.domain.checks.requirements import REQUIREMENTS
from ordermanager.domain.checks.rules import RuleSet
from ordermanager.domain.fields import ITEM_FIELDS, ORDER_FIELDS, Kind
from ordermanager.domain.order import Order, OrderItem


def test_the_table_and_the_models_agree() -> None:
    assert {field.attribute for field in ORDER_FIELDS} | {"items"} == set(Order.model_fields)
    assert {field.attribute for field in ITEM_FIELDS} == set(OrderItem.model_fields)
    assert (len(Order.model_fields), len(OrderItem.model_fields)) == (22, 8)
    for field in ORDER_FIELDS + ITEM_FIELDS:
        assert to_camel(field.attribute) == field.name


def test_json_has_every_field_once() -> None:
    assert sorted(ORDER_SEQUENCE) == sorted(f.name for f in ORDER_FIELDS if f.kind is not Kind.PAIRS)
    assert sorted(ITEM_SEQUENCE) == sorted(f.name for f in ITEM_FIELDS)


def test_every_rule_set_names_fields_that_exist() -> None:
    assert set(REQUIREMENTS) == set(RuleSet)
    for needed in REQUIREMENTS.values():
        assert needed.order | set(needed.one_of) <= {field.name for field in ORDER_FIELDS}
        assert needed.item <= {field.name for field in ITEM_FIELDS}
