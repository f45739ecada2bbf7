from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.values.money import plain
from ordermanager.domain.values.quantities import read_quantity
from ordermanager.domain.values.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("1", "1"),
        (" 2 ", "2"),
        ("2.0", "2"),
        ("2,00", "2"),
        ("1.0000", "1"),
        ("010", "10"),
        ("1 000", "1000"),
        ("100", "100"),
        ("2.50", "2.50"),
        ("1,5", "1.5"),
        ("3 шт.", "3"),
        ("3шт", "3"),
        ("4 pcs", "4"),
        ("x2", "2"),
        ("1,5 кг", "1.5"),
        ("2 уп.", "2"),
        ("2x", "2"),
    ],
)
def test_reads_quantities(text: str, digits: str) -> None:
    assert plain(read_quantity(text)) == digits


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("0", "quantity.not_positive"),
        ("0.0", "quantity.not_positive"),
        ("-1", "quantity.not_positive"),
        ("1,000", "quantity.ambiguous"),
        ("two", "quantity.unreadable"),
        ("$2", "quantity.unreadable"),
        ("2 UAH", "quantity.unreadable"),
        ("50%", "quantity.unreadable"),
        ("1e3", "quantity.unreadable"),
        ("1" * 16, "quantity.too_large"),
        ("1" * 200, "quantity.unreadable"),
    ],
)
def test_refuses_what_is_no_quantity(text: str, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_quantity(text)
    assert caught.value.code == code
    assert str(caught.value.values["value"]).startswith(text[:20])


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_with_a_code(attempt: Callable[..., Any], text: str) -> None:
    value = attempt(read_quantity, text)
    if isinstance(value, Unreadable):
        assert value.code.startswith("quantity.")
    else:
        assert value > 0
        assert read_quantity(plain(value)) == value
