"""Codes of HTML in the cells of a text, as shops on the web export them."""

from __future__ import annotations

import pytest

from ordermanager.domain.sentences import Sentence
from ordermanager.importing.reading.delimited import ENTITIES
from ordermanager.importing.reading.entities import has_entities, without_entities
from tests.importing.files import read


def test_names_products_and_amounts_are_read_as_people_read_them() -> None:
    plan, found = read(
        "Order ID,First name,Last name,Product,Qty,Total\n"
        "1,Mary,O&#039;Neil,Tea &amp; Cup,1,&#8372;1&nbsp;234.50\n"
        "2,Jos&eacute;,M&uuml;ller,&quot;Best&quot; tea,1,12 &euro;\n"
    )
    first, second = (order.draft for order in found)
    assert (first.fields["lastName"], first.items[0]["name"]) == ("O'Neil", "Tea & Cup")
    assert (first.fields["totalCost"], first.fields["currency"]) == ("₴1\xa0234.50", "UAH")
    assert (second.fields["firstName"], second.items[0]["name"]) == ("José", '"Best" tea')
    assert Sentence(ENTITIES) in plan.notes


def test_the_semicolon_of_a_code_parts_no_products() -> None:
    """WooCommerce has all products of an order in one cell."""
    _, (order,) = read(
        "Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,"
        'Attribution\n2026-03-01 10:00:00,1001,"1&nbsp;234,50 &#8372;",Completed,Mary O&#039;Neil,new,'
        '"2× Tea &amp; Cup, 1× Mug",3,,1234.5,Direct\n'
    )
    assert [item["name"] for item in order.draft.items] == ["Tea & Cup", "Mug"]
    assert order.draft.fields["totalCost"] == "1\xa0234,50 ₴"


def test_what_we_have_exported_comes_back_as_it_was() -> None:
    plan, (order,) = read("externalOrderId,totalCost,firstName\n1,5,&amp;\n")
    assert order.draft.fields["firstName"] == "&amp;"
    assert plan.notes == ()


@pytest.mark.parametrize(
    "text", ["Tea & Cup", "https://x.ua/?a=1&copy=2;3", "A&B;", "&;", "R&D; more", "&#;"]
)
def test_a_sign_alone_is_no_code(text: str) -> None:
    assert not has_entities(text)
    assert without_entities(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("&amp;#039;", "'"),
        ("a&#x41;&#65;", "aAA"),
        ("&lt;b&gt; &amp; &foo;", "<b> & &foo;"),
        ("&frac12;", "½"),
    ],
)
def test_what_codes_mean(text: str, meant: str) -> None:
    assert without_entities(text) == meant
