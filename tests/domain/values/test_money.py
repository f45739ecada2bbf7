from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.values.money import looks_like_thousands, plain, read_money
from ordermanager.domain.values.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("1000", "1000"),
        ("10.50", "10.50"),
        ("10.5", "10.5"),
        ("0007.10", "7.10"),
        (" 1 234,50 ", "1234.50"),
        ("1\u00a0234,50", "1234.50"),
        ("1\u202f234\u202f567,5", "1234567.5"),
        ("1,234.50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1'234.50", "1234.50"),
        ("1’234.50", "1234.50"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("1234,567", "1234.567"),
        ("0,123", "0.123"),
        ("1.234", "1.234"),
        ("99,9", "99.9"),
        (".5", "0.5"),
        (",50", "0.50"),
        ("5.", "5"),
        ("₴ 99", "99"),
        ("99,90 грн.", "99.90"),
        ("99 грн", "99"),
        ("$1,234.5", "1234.5"),
        ("€5,00", "5.00"),
        ("12 zł", "12"),
        ("1234.5 (грн)", "1234.5"),
        ("(UAH) 12,50", "12.50"),
        ("250,-", "250"),
        ("100 грн/шт", "100"),
        ("12,50 / kg", "12.50"),
        ("1 250,– Kč", "1250"),
        ("€ 99.--", "99"),
        ("2 350 грн 50 коп", "2350.50"),
        ("15 грн. 5 коп.", "15.05"),
        ("12 zł 50 gr", "12.50"),
        ("UAH 12.50", "12.50"),
        ("12.50 usd", "12.50"),
        ("-5", "-5"),
        ("−5,00", "-5.00"),
        ("-$5", "-5"),
        ("$ -5", "-5"),
        ("-0.00", "0.00"),
        ("999999999999999.999999999999", "999999999999999.999999999999"),
    ],
)
def test_reads_amounts_and_keeps_their_digits(text: str, digits: str) -> None:
    assert plain(read_money(text)) == digits


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("10%", "money.percent"),
        ("1,234", "money.ambiguous"),
        ("$1,234", "money.ambiguous"),
        ("12 34", "money.unreadable"),
        ("12,34,56", "money.unreadable"),
        ("1.23.456", "money.unreadable"),
        ("1,234.567.890", "money.unreadable"),
        ("1e3", "money.unreadable"),
        ("1E+05", "money.unreadable"),
        ("NaN", "money.unreadable"),
        ("Infinity", "money.unreadable"),
        ("(5)", "money.unreadable"),
        ("--5", "money.unreadable"),
        ("-$-5", "money.unreadable"),
        ("5-", "money.unreadable"),
        ("12 (pcs)", "money.unreadable"),
        ("12/13", "money.unreadable"),
        ("5 грн 100 коп", "money.unreadable"),
        ("250,-5", "money.unreadable"),
        (".", "money.unreadable"),
        ("-", "money.unreadable"),
        ("free", "money.unreadable"),
        ("12 pcs", "money.unreadable"),
        ("12 box", "money.unreadable"),
        ("١٢", "money.unreadable"),
        ("1,50,2", "money.unreadable"),
        ("0.1234567890123", "money.unreadable"),
        ("1" * 16, "money.too_large"),
        ("1" * 5000, "money.unreadable"),
    ],
)
def test_refuses_what_is_not_surely_an_amount(text: str, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_money(text)
    assert caught.value.code == code
    assert caught.value.proposal is None


def test_both_meanings_of_an_ambiguous_amount_are_named() -> None:
    with pytest.raises(Unreadable) as caught:
        read_money("1,234")
    assert caught.value.values == {"value": "1,234", "first": "1234", "second": "1.234"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.234", True),
        ("1.234 €", True),
        ("$1.234", True),
        ("0.234", False),
        ("1.23", False),
        ("1234", False),
        ("1234.567", False),
        ("1,234.567", False),
    ],
)
def test_three_decimals_may_have_been_thousands(text: str, expected: bool) -> None:
    assert looks_like_thousands(text) is expected


_amounts = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False, allow_infinity=False)


@given(
    _amounts,
    st.sampled_from([" ", "\u00a0", "'", ""]),
    st.sampled_from([",", "."]),
    st.sampled_from(["", "₴", " грн"]),
)
def test_every_notation_of_an_amount_reads_as_the_same_digits(
    amount: Decimal, thousands: str, point: str, sign: str
) -> None:
    written = f"{amount:,.2f}".replace(".", "#").replace(",", thousands).replace("#", point) + sign
    assert plain(read_money(written)) == f"{amount:.2f}"


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_with_a_code(attempt: Callable[..., Any], text: str) -> None:
    value = attempt(read_money, text)
    if isinstance(value, Unreadable):
        assert value.code.startswith("money.")
    else:
        assert value.is_finite()
        assert read_money(plain(value)) == value
