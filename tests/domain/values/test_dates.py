from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.summary import utc_text
from ordermanager.domain.values.dates import CommonDates, common_date, date_text, read_date, read_zone
from ordermanager.domain.values.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

KYIV = "Europe/Kyiv"


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        # yespo-api.md 1.4, every form of the documentation and the connectors
        ("2017-05-14T10:11:10.7022176+03:00", "2017-05-14T10:11:10.702217+03:00"),
        ("2017-03-08T09:30:00+02:00", "2017-03-08T09:30:00+02:00"),
        ("2020-05-14T10:11:00", "2020-05-14T10:11:00+03:00"),
        ("2026-11-23T14:05", "2026-11-23T14:05:00+02:00"),
        ("2024-05-01T10:11:12.000000+03:00", "2024-05-01T10:11:12+03:00"),
        ("2026-11-23T14:05:11Z", "2026-11-23T14:05:11+00:00"),
        # Shopify, Amazon, eBay, Etsy, RFC 2822
        ("2026-11-23 14:05:11 +0200", "2026-11-23T14:05:11+02:00"),
        ("2026-11-23 14:05:11 -0530", "2026-11-23T14:05:11-05:30"),
        ("2026-11-23T14:05:11+00:00", "2026-11-23T14:05:11+00:00"),
        ("2026-11-23 14:05:11 UTC", "2026-11-23T14:05:11+00:00"),
        ("2026-11-23 14:05:11 UTC+2", "2026-11-23T14:05:11+02:00"),
        ("14:05 23.11.2026", "2026-11-23T14:05:00+02:00"),
        ("9:05:11, 2026-11-23", "2026-11-23T09:05:11+02:00"),
        ("20261123", "2026-11-23T00:00:00+02:00"),
        ("23-Nov-26", "2026-11-23T00:00:00+02:00"),
        ("Nov-23-26", "2026-11-23T00:00:00+02:00"),
        ("Mon, 23 Nov 2026 14:05:11 +0200", "2026-11-23T14:05:11+02:00"),
        ("Nov 23, 2026", "2026-11-23T00:00:00+02:00"),
        ("November 23, 2026 at 2:05 PM", "2026-11-23T14:05:00+02:00"),
        # a date alone is its midnight, in summer time too
        ("2026-11-23", "2026-11-23T00:00:00+02:00"),
        ("2026-07-23", "2026-07-23T00:00:00+03:00"),
        # people and spreadsheets
        ("23.11.2026", "2026-11-23T00:00:00+02:00"),
        ("03.04.2026", "2026-04-03T00:00:00+03:00"),
        ("3.4.2026 9:05", "2026-04-03T09:05:00+03:00"),
        ("23.11.2026 14:05", "2026-11-23T14:05:00+02:00"),
        ("23.11.2026, 14:05:59", "2026-11-23T14:05:59+02:00"),
        ("23.11.26", "2026-11-23T00:00:00+02:00"),
        ("23.11.2026 р.", "2026-11-23T00:00:00+02:00"),
        ("23 листопада 2026 р. 14:05", "2026-11-23T14:05:00+02:00"),
        ("пн 23.11.2026", "2026-11-23T00:00:00+02:00"),
        ("Понеділок, 23.11.2026 14:05", "2026-11-23T14:05:00+02:00"),
        ("Mon 2026-11-23", "2026-11-23T00:00:00+02:00"),
        ("23 листопада 2026 о 14:05", "2026-11-23T14:05:00+02:00"),
        ("23 listopada 2026 r. 14:05", "2026-11-23T14:05:00+02:00"),
        ("23.11.2026 r.", "2026-11-23T00:00:00+02:00"),
        ("23. Nov. 2026", "2026-11-23T00:00:00+02:00"),
        ("4. März 2026", "2026-03-04T00:00:00+02:00"),
        ("23 ноября 2026 г.", "2026-11-23T00:00:00+02:00"),
        ("2026/11/23", "2026-11-23T00:00:00+02:00"),
        ("2026.11.23 14:05", "2026-11-23T14:05:00+02:00"),
        ("23/11/2026", "2026-11-23T00:00:00+02:00"),
        ("11/23/2026", "2026-11-23T00:00:00+02:00"),
        ("11/23/26 12:05 AM", "2026-11-23T00:05:00+02:00"),
        ("11/23/26 12:05 p.m.", "2026-11-23T12:05:00+02:00"),
        ("4/4/2026", "2026-04-04T00:00:00+03:00"),
        ("  2026-11-23 14:05  ", "2026-11-23T14:05:00+02:00"),
    ],
)
def test_reads_every_way_of_writing_a_date(text: str, sent: str) -> None:
    assert date_text(read_date(text, KYIV)) == sent


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("03/04/2026", "date.ambiguous"),
        ("3-4-2026 14:05", "date.ambiguous"),
        ("26-11-23", "date.ambiguous"),
        ("13/11/23", "date.ambiguous"),
        ("2026-02-30", "date.impossible"),
        ("2026-02-30T10:00:00+02:00", "date.impossible"),
        ("29.02.2027", "date.impossible"),
        ("2026-13-01", "date.impossible"),
        ("13/13/2026", "date.impossible"),
        ("2026-11-23 25:00", "date.impossible"),
        ("2026-11-23T24:00:00", "date.impossible"),
        ("2026-11-23 14:60", "date.impossible"),
        ("2026-11-23 14:05:11 +1500", "date.impossible"),
        ("2026-11-23T14:05:11+25:00", "date.impossible"),
        ("2026-11-23 13:05 PM", "date.impossible"),
        ("0026-11-23", "date.impossible"),
        ("9999-12-31T23:59:59-14:00", "date.impossible"),
        ("0001-01-01T00:00:00+14:00", "date.impossible"),
        ("46349", "date.serial"),
        ("yesterday", "date.unreadable"),
        ("1763900000", "date.unreadable"),
        ("14:05", "date.unreadable"),
        ("14:05 03/04/2026", "date.ambiguous"),
        ("25:00 23.11.2026", "date.impossible"),
        ("xy 03.11.2026", "date.unreadable"),
        ("14:05 14:05 14:05", "date.unreadable"),
        ("20261131", "date.impossible"),
        ("20261301", "date.unreadable"),
        ("2026-11", "date.unreadable"),
        ("23 Foo 2026", "date.unreadable"),
        ("2026-11-23 14:05 EST", "date.unreadable"),
        ("2026-W47-1", "date.unreadable"),
        ("1" * 500, "date.unreadable"),
    ],
)
def test_refuses_what_is_not_surely_a_date(text: str, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_date(text, KYIV)
    assert caught.value.code == code


def test_both_meanings_of_an_ambiguous_date_are_named() -> None:
    with pytest.raises(Unreadable) as caught:
        read_date("03/04/2026", KYIV)
    assert (caught.value.values["first"], caught.value.values["second"]) == ("2026-04-03", "2026-03-04")
    assert caught.value.proposal is None


def test_a_spreadsheets_day_number_is_proposed_as_a_date_that_reads() -> None:
    with pytest.raises(Unreadable) as caught:
        read_date("46349.5", KYIV)
    assert caught.value.proposal == "2026-11-23 12:00:00"
    assert date_text(read_date(caught.value.proposal, KYIV)) == "2026-11-23T12:00:00+02:00"


def test_an_unknown_time_zone_is_wrong_use_not_a_wrong_date() -> None:
    with pytest.raises(WrongUse, match="no time zone named “Europe/Nowhere”"):
        read_zone("Europe/Nowhere")
    with pytest.raises(WrongUse):
        read_zone("../etc/passwd")


_moments = st.datetimes(
    min_value=datetime(1970, 1, 2),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(2199, 12, 30),  # noqa: DTZ001
    timezones=st.one_of(
        st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
        st.sampled_from(["Europe/Kyiv", "America/New_York", "Asia/Kolkata"]).map(read_zone),
    ),
)


@given(_moments)
def test_what_is_sent_reads_as_the_same_moment(moment: datetime) -> None:
    again = read_date(date_text(moment), "Asia/Tokyo")
    assert again == moment.astimezone(UTC)
    assert date_text(again) == date_text(moment)


@given(st.text(alphabet="0123456789./-:T +ZAPMр г,", max_size=40))
def test_any_text_is_read_or_refused_with_a_code(attempt: Callable[..., Any], text: str) -> None:
    moment = attempt(read_date, text, KYIV)
    if isinstance(moment, Unreadable):
        assert moment.code.startswith("date.")
    else:
        assert moment.utcoffset() is not None
        assert read_date(date_text(moment), "UTC") == moment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu Nov 26 2026 14:05:00 GMT+0200 (EET)", "2026-11-26T14:05:00+02:00"),
        ("Thu Nov 26 2026", "2026-11-26T00:00:00+02:00"),
        ("Thu Nov 26 2026 14:05:00 GMT+0200 (Eastern European Standard Time)", "2026-11-26T14:05:00+02:00"),
        ("26.11.2026 в 14:05", "2026-11-26T14:05:00+02:00"),
        ("26 ноября 2026 в 14:05", "2026-11-26T14:05:00+02:00"),
        ("2026-11-26T14:05:00+02:00[Europe/Kyiv]", "2026-11-26T14:05:00+02:00"),
        ("20261126T140500", "2026-11-26T14:05:00+02:00"),
        ("20261126T140500Z", "2026-11-26T14:05:00+00:00"),
        ("2026/11/26 2:05:33 пп EET", "2026-11-26T14:05:33+02:00"),
        ("2026/07/26 9:05:33 дп EEST", "2026-07-26T09:05:33+03:00"),
        ("2026/11/26 2:05:33 PM GMT+2", "2026-11-26T14:05:33+02:00"),
        ("26.11.2026 14:05 MSK", "2026-11-26T14:05:00+03:00"),
    ],
)
def test_dates_of_forms_and_of_javascript(text: str, expected: str) -> None:
    assert date_text(read_date(text, "Europe/Kyiv")) == expected


ISO = st.builds(
    "{}{}{}:{}{}{}".format,
    st.sampled_from(("2026-11-23", "2026-02-28", "2026-02-30", "2024-12-31", "1969-12-31", "2199-12-31")),
    st.sampled_from("T "),
    st.sampled_from(("00", "09", "23", "24")),
    st.sampled_from(("00", "07", "59", "60", "5")),
    st.sampled_from((":00", ":59", ":60", "", ":07.5", ":07.000")),
    st.sampled_from(("Z", "+00:00", "+02:00", "-11:00", "+05:30", "+24:00", "", "+0200")),
)


@given(st.lists(st.one_of(ISO, st.text(max_size=30)), max_size=20))
def test_many_dates_are_read_as_each_is(texts: list[str]) -> None:
    """Whichever came before: an hour is read once."""
    for text, found in zip(texts, CommonDates().utc_texts(texts), strict=True):
        moment = common_date(text)
        if found:
            assert moment is not None
            assert found == utc_text(moment)


def test_usual_dates_are_read_by_the_hour() -> None:
    """Else the test above would show nothing."""
    texts = ["2026-11-23T00:05:00+02:00", "2026-11-23T00:59:59+02:00", "2026-11-23 14:00:01Z"]
    assert CommonDates().utc_texts(texts) == [
        "2026-11-22T22:05:00Z",
        "2026-11-22T22:59:59Z",
        "2026-11-23T14:00:01Z",
    ]
