"""When two orders are likely one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.duplicates import items_key, order_id_key


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("#1001", "1001"), ("№ 1001", "1001"), ("01001", "1001"), ("10 01", "1001"), ("A-7", "a-7"), (" A-7 ", "A-07"),
        ("\uff11\uff10\uff10\uff11", "1001"), ("1001\n", "1001"), ("0", "000"), ("STRASSE1", "straße1"),
    ],
)  # fmt: skip
def test_one_id_written_differently(first: str, second: str) -> None:
    assert order_id_key(first) == order_id_key(second)


@pytest.mark.parametrize(
    ("first", "second"), [("1001", "10010"), ("A-7", "A7"), ("1", "0"), ("A1", "B1"), ("1-01", "1-10")]
)
def test_other_ids(first: str, second: str) -> None:
    assert order_id_key(first) != order_id_key(second)


@given(st.text(st.sampled_from("Aa01#№ _-\n")))
def test_a_key_is_its_own_key(text: str) -> None:
    assert order_id_key(order_id_key(text)) == order_id_key(text)


def item(**texts: str) -> dict[str, str]:
    return texts


def test_items_are_the_same_in_any_sequence_and_notation() -> None:
    first = [
        item(externalItemId="A", quantity="2", cost="10.50"),
        item(name="Cup", quantity="1", cost="1 000"),
    ]
    second = [
        item(name="CUP", quantity="1.0", cost="1000,00"),
        item(externalItemId="a", name="Tea", quantity="2,0", cost="10,5"),
        item(name=" "),
    ]
    assert items_key(first) == items_key(second)
    assert items_key(first) != items_key(first[:1])
    assert items_key(first) != items_key([*first, first[0]])


@given(st.lists(st.dictionaries(st.sampled_from(["name", "quantity", "cost"]), st.text(max_size=50))))
def test_any_items_have_a_key(items: list[dict[str, str]]) -> None:
    assert items_key(items) == items_key(list(reversed(items)))
