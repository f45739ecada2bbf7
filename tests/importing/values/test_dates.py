from __future__ import annotations

import pytest

from ordermanager.importing.plan import Plan
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.importing.run import drafts
from ordermanager.importing.values.column_dates import DayFirst
from ordermanager.importing.values.questions import answer
from tests.importing.files import read


def dates(*texts: str) -> list[str]:
    _, found = read("Order ID;Date;Total\n" + "".join(f"{n};{text};5\n" for n, text in enumerate(texts)))
    return [order.draft.get("date") for order in found]


def test_one_date_that_fits_one_order_decides_the_column() -> None:
    assert dates("03/04/2026", "23/04/2026 14:05") == ["2026-04-03", "2026-04-23 14:05"]
    assert dates("03/04/2026", "04/23/2026 2:05 PM") == ["2026-03-04", "2026-04-23 2:05 PM"]
    assert dates("3-4-26", "23-4-26") == ["2026-04-03", "2026-04-23"]


def test_dates_that_fit_both_orders_stay_and_are_said() -> None:
    plan, found = read("Order ID;Date;Total\n1;03/04/2026;5\n2;05/06/2026;5\n")
    assert [order.draft.get("date") for order in found] == ["03/04/2026", "05/06/2026"]
    assert plan.dates.order is DayFirst.UNKNOWN
    assert "2 dates such as 03/04/2026" in str(plan.notes[0])
    plan.mapping.date_order = DayFirst.DAY
    assert [order.draft.get("date") for order in drafts(plan)] == ["2026-04-03", "2026-06-05"]


def test_contradicting_dates_are_left_to_the_person() -> None:
    plan, found = read("Order ID;Date;Total\n1;03/04/2026;5\n2;23/06/2026;5\n3;06/23/2026;5\n")
    assert found[0].draft.get("date") == "03/04/2026"
    assert "mixes dates: 1 fit only day first, 1 only month first, 1 both" in str(plan.notes[0])


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23T14:05:00+02:00",
        "2026-11-23 14:05:11 +0200",
        "23.11.2026 14:05",
        "Nov 23, 2026 2:05 PM",
        "30.02.2025",
        "soon",
    ],
)
def test_every_other_date_is_left_as_it_is(text: str) -> None:
    assert dates(text) == [text]


def test_day_numbers_and_unix_times_of_a_date_column() -> None:
    assert dates("46349", "46349.5", "1795435200", "1795435200000") == [
        "2026-11-23",
        "2026-11-23 12:00:00",
        "2026-11-23T12:00:00+00:00",
        "2026-11-23T12:00:00+00:00",
    ]


def test_a_time_of_its_own_is_joined_to_the_date() -> None:
    _, (order,) = read("Order ID,Date,Time\n1,2026-11-23,14:05\n")
    assert order.draft.get("date") == "2026-11-23 14:05"


def test_a_decision_far_down_the_file_counts_for_the_first_row() -> None:
    lines = "".join(f"{n},03/04/2026,5\n" for n in range(3000))
    plan = prepare(Source.from_text("Order ID,Date,Total\n" + lines + "9999,23/04/2026,5\n"))
    assert plan.dates.order is DayFirst.UNKNOWN
    assert next(iter(drafts(plan))).draft.get("date") == "2026-04-03"


def test_the_answer_to_the_question_of_dates_counts_and_can_be_taken_back() -> None:
    from ordermanager.importing.values.questions import answer

    plan = prepare(Source.from_text("Order ID,Date\n1,03/04/2026\n2,05/06/2026\n"))
    (question,) = plan.questions
    assert [option.example for option in question.options] == ["2026-04-03", "2026-03-04"]
    answer(plan.mapping, question, "day")
    assert [order.draft.get("date") for order in drafts(plan)] == ["2026-04-03", "2026-06-05"]
    answer(plan.mapping, question, "")
    assert [order.draft.get("date") for order in drafts(plan)] == ["03/04/2026", "05/06/2026"]
    with pytest.raises(ValueError, match="year"):
        answer(plan.mapping, question, "year")


def test_the_time_zone_of_the_file_holds_for_dates_without_an_offset() -> None:
    plan = prepare(
        Source.from_text("Order ID,Date\n1,23.11.2026 14:05\n2,2026-11-23T14:05:00+02:00\n3,soon\n")
    )
    plan.mapping.timezone = "America/New_York"
    assert [order.draft.get("date") for order in drafts(plan)] == [
        "2026-11-23T14:05:00-05:00",
        "2026-11-23T14:05:00+02:00",
        "soon",
    ]


def test_what_the_column_decided_is_shown_and_can_be_overruled() -> None:
    from ordermanager.importing.values.questions import answer

    plan = prepare(Source.from_text('Order ID,Date,Total\n1,03/04/2026,"1,234"\n2,23/04/2026,5.50\n'))
    assert plan.questions == ()
    dates, amounts = plan.decided
    assert "the day comes first. 1 dates fit only so, 1 such as 03/04/2026 fit both" in str(dates.sentence)
    assert (dates.chosen, amounts.chosen) == ("day", "point")
    assert "1,234 are thousands" in str(amounts.sentence)
    answer(plan.mapping, dates, "month")
    answer(plan.mapping, amounts, "comma")
    order = next(iter(drafts(plan)))
    assert (order.draft.get("date"), order.draft.get("totalCost")) == ("2026-03-04", "1.234")
    assert [question.chosen for question in plan.decided] == ["month", "comma"]


def years(*texts: str) -> tuple[Plan, list[str]]:
    plan = prepare(Source.from_text("Order ID;Date\n" + "".join(f"{n};{t}\n" for n, t in enumerate(texts))))
    plan.mapping.timezone = "Europe/Kyiv"
    return plan, [order.draft.get("date")[:10] for order in drafts(plan)]


def test_a_column_whose_dates_begin_with_the_year_is_known_by_its_days() -> None:
    plan, read_so = years(*(f"26/11/{day:02}" for day in range(1, 29)))
    assert read_so == [f"2026-11-{day:02}" for day in range(1, 29)]
    (told,) = plan.decided
    assert "26/11/01 begin with the year" in str(told.sentence)
    assert [option.example[:10] for option in told.options] == ["2001-11-26", "2026-11-01"]


def test_a_date_that_may_begin_with_day_or_year_is_asked() -> None:
    plan, read_so = years("26/11/20")
    assert read_so == ["26/11/20"]
    (question,) = plan.questions
    assert "may begin with the day or with the year" in str(question.sentence)
    answer(plan.mapping, question, DayFirst.YEAR.value)
    assert [order.draft.get("date")[:10] for order in drafts(plan)] == ["2026-11-20"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("26/11/20", "05/11/20", "31/12/20"), ["2020-11-26", "2020-11-05", "2020-12-31"]),
        (("25/11/26", "26/11/26"), ["2026-11-25", "2026-11-26"]),
        (("31/12/25",), ["2025-12-31"]),
        (("26/11/25", "26/11/2025"), ["2025-11-26", "2025-11-26"]),
    ],
)
def test_days_first_stay_so_beside_two_digit_years(texts: tuple[str, ...], expected: list[str]) -> None:
    assert years(*texts)[1] == expected
