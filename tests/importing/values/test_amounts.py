"""Amounts: the decimal mark of a column, and the currency where no column holds it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.values.money import read_money
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.importing.run import drafts, examine, sample_orders
from ordermanager.importing.values.column_numbers import DecimalMark, NumberColumn, plain_number
from ordermanager.importing.values.currency_words import currency_code, currency_in
from ordermanager.importing.values.questions import answer
from tests.importing.files import orders, read


def mark(*texts: str) -> DecimalMark:
    column = NumberColumn()
    column.look_at(texts)
    return column.mark


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("1,234", "12.50"), DecimalMark.POINT),
        (("1,234", "12,50"), DecimalMark.COMMA),
        (("1,234", "1,234,567"), DecimalMark.POINT),
        (("1.234", "1.234.567"), DecimalMark.COMMA),
        (("1.234,50",), DecimalMark.COMMA),
        (("1,234.50",), DecimalMark.POINT),
        (("0,123",), DecimalMark.COMMA),
        (("12345,678",), DecimalMark.COMMA),
        (("1 234,50 грн", "7"), DecimalMark.COMMA),
        (("$1,234", "$5.00"), DecimalMark.POINT),
        (("1,234", "5"), DecimalMark.UNKNOWN),
        (("12,50", "12.50"), DecimalMark.BOTH),
        (("5", "1 234", "1'234", ""), DecimalMark.NO_MATTER),
        (("23.11.2026", "1,2,3", "a,b.c"), DecimalMark.NO_MATTER),
    ],
)
def test_the_decimal_mark_of_a_column(texts: tuple[str, ...], found: DecimalMark) -> None:
    assert mark(*texts) is found


@pytest.mark.parametrize(
    ("text", "point", "comma"),
    [
        ("1,234", "1234", "1.234"),
        ("1.234", "1.234", "1234"),
        ("₴ 1,234", "₴ 1234", "₴ 1.234"),
        ("-1,234 грн", "-1234 грн", "-1.234 грн"),
        ("12,50", "12,50", "12,50"),
        ("1,234.50", "1,234.50", "1,234.50"),
        ("0,123", "0,123", "0,123"),
        ("5%", "5%", "5%"),
        ("about 5", "about 5", "about 5"),
    ],
)
def test_only_doubtful_amounts_change(text: str, point: str, comma: str) -> None:
    assert plain_number(text, DecimalMark.POINT) == point
    assert plain_number(text, DecimalMark.COMMA) == comma
    assert plain_number(text, DecimalMark.UNKNOWN) == text


@given(
    st.decimals(min_value=0, max_value=10**9, places=2), st.booleans(), st.sampled_from(" .,'\u00a0\u202f")
)
def test_every_amount_of_a_decided_column_is_read_as_it_was_written(
    value, is_comma: bool, thousands: str
) -> None:
    decimal = "," if is_comma else "."
    if thousands == decimal:
        return
    whole, _, cents = f"{value:,.2f}".partition(".")
    text = whole.replace(",", thousands) + decimal + cents
    decided = DecimalMark.COMMA if is_comma else DecimalMark.POINT
    assert mark(text) is decided
    assert read_money(plain_number(text, decided)) == value
    short = whole.replace(",", thousands)
    assert read_money(plain_number(short, decided)) == int(whole.replace(",", ""))


def test_a_column_decides_its_own_amounts() -> None:
    text = "Order ID;Total;Shipping cost\n1;1,234;1.234\n2;12.50;7,50\n"
    assert orders(text)[0] == {"externalOrderId": "1", "totalCost": "1234", "shipping": "1234"}


def test_the_other_columns_decide_for_one_that_shows_nothing() -> None:
    assert orders("Order ID;Total;Shipping cost\n1;1,234;5,50\n")[0]["totalCost"] == "1.234"


def test_nothing_decided_is_asked_and_the_answer_counts() -> None:
    plan = prepare(Source.from_text("Order ID;Total\n1;1,234\n2;5,678\n"))
    (question,) = plan.questions
    assert "2 amounts such as 1,234" in str(question.sentence)
    assert [option.example for option in question.options] == ["1234", "1.234"]
    assert str(plan.notes[0]) == str(question.sentence)
    assert sample_orders(plan)[0].draft.fields["totalCost"] == "1,234"
    answer(plan.mapping, question, question.options[1].value)
    assert plan.questions[0].chosen == "comma"
    assert plan.notes == ()
    assert [order.draft.fields["totalCost"] for order in drafts(plan)] == ["1.234", "5.678"]
    answer(plan.mapping, question, "")
    assert plan.questions[0].chosen == ""


def test_thousands_with_a_point_are_asked_too() -> None:
    """1.234 € alone may be a thousand euros or one: nobody but a person knows."""
    plan = prepare(Source.from_text("Order ID;Total\n1;1.234 €\n2;12.500 €\n3;300 €\n"))
    (question,) = plan.questions
    assert "2 amounts such as 1.234 €" in str(question.sentence)
    assert [option.example for option in question.options] == ["1234 €", "1.234 €"]
    assert "point" in str(question.options[0].label)
    answer(plan.mapping, question, question.options[0].value)
    assert [order.draft.fields["totalCost"] for order in drafts(plan)] == ["1234 €", "12500 €", "300 €"]


@pytest.mark.parametrize("other", ["12.50", "0.500", "1,234.5"])
def test_a_point_that_the_column_shows_to_be_for_decimals_is_no_question(other: str) -> None:
    plan = prepare(Source.from_text(f"Order ID;Total\n1;1.234\n2;{other}\n"))
    assert plan.questions == ()


def test_a_comma_for_decimals_makes_points_thousands_and_that_is_shown() -> None:
    plan = prepare(Source.from_text("Order ID;Total\n1;1.234\n2;99,90\n"))
    assert plan.questions == ()
    assert "1.234 are thousands" in str(plan.decided[0].sentence)
    assert plan.decided[0].chosen == "comma"


def test_quantities_with_three_decimals_are_no_question() -> None:
    assert prepare(Source.from_text("Order ID;Product;Qty;Price\n1;Tea;1.000;5\n")).questions == ()


def test_one_answer_for_all_columns_that_do_not_show_it() -> None:
    plan = prepare(Source.from_text("Order ID;Total;Shipping cost;Taxes\n1;1,234;5.678;7.50\n"))
    assert plan.questions == ()  # the last column shows it
    plan = prepare(Source.from_text("Order ID;Total;Shipping cost\n1;1.234;5.678\n"))
    plan.mapping.decimals = DecimalMark.COMMA
    assert [question.chosen for question in plan.questions] == ["comma", "comma"]
    (order,) = drafts(plan)
    assert (order.draft.fields["totalCost"], order.draft.fields["shipping"]) == ("1234", "5678")


def test_a_decision_far_down_the_file_counts_for_the_first_row(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    lines = [f"{number};1,234\n" for number in range(3000)]
    path.write_text("Order ID;Total\n" + "".join(lines) + "9999;7,50\n", encoding="utf-8")
    plan = prepare(path)
    assert len(plan.questions) == 1
    assert next(iter(drafts(plan))).draft.fields["totalCost"] == "1.234"
    assert plan.questions == ()


def test_the_whole_file_can_be_examined_beforehand(tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    lines = [f"{number};03/04/2026;new\n" for number in range(3000)]
    path.write_text("Order ID;Date;Status\n" + "".join(lines), encoding="utf-8")
    plan = prepare(path)
    assert "3000 dates" not in str(plan.questions[0].sentence)  # so far only the sample
    assert examine(plan)
    assert "3000 dates such as 03/04/2026" in str(plan.questions[0].sentence)
    assert [(one.word, one.count, one.rows) for one in plan.statuses] == [("new", 3000, (2, 3, 4, 5, 6))]
    stopped = prepare(path)
    assert not examine(stopped, cancel=lambda: True)
    assert stopped.examined is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("10 грн", "UAH"), ("₴ 10", "UAH"), ("$5", "USD"), ("5 €", "EUR"), ("7,50 zł", "PLN"),
        ("Сума, грн", "UAH"), ("Total (UAH)", "UAH"), ("Ціна, грн.", "UAH"), ("5", ""), ("Total", ""),
        ("грн / USD", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_currency_beside_an_amount_or_in_a_header(text: str, code: str) -> None:
    assert currency_in(text) == code


@pytest.mark.parametrize(("text", "code"), [("usd", "USD"), ("Uah", "UAH"), ("гривня", "UAH"), ("xx", "xx")])
def test_currency_codes_in_any_case(text: str, code: str) -> None:
    assert currency_code(text) == code


def test_the_currency_comes_from_the_amounts_where_no_column_holds_it() -> None:
    plan, found = read("Order ID;Total\n1;10 грн\n2;5 €\n3;7\n")
    assert [order.draft.fields.get("currency") for order in found] == ["UAH", "EUR", None]
    assert "from the signs in “Total”" in str(plan.notes[0])
    plan, (order,) = read("Order ID;Сума замовлення, грн\n1;10\n")
    assert order.draft.fields["currency"] == "UAH"
    assert "from the header “Сума замовлення, грн”" in str(plan.notes[0])
    _, (order,) = read("Order ID;Total;Currency\n1;10 грн;USD\n")
    assert order.draft.fields["currency"] == "USD"


def test_a_column_of_percentages_is_no_amount_and_that_is_said() -> None:
    content = "Order ID,Email,Total,Discount,Tax\n1,a@b.com,25,5%,5\n2,a@b.com,25,10 %,5\n"
    plan = prepare(Source.from_bytes("orders.csv", content.encode()))
    assert "discount" not in plan.mapping.fields
    assert plan.mapping.fields["taxes"].columns == (4,)
    assert [str(note) for note in plan.notes] == [
        "Column “Discount” holds percentages, not amounts, and is not imported."
    ]
