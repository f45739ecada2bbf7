from __future__ import annotations

import pytest

from ordermanager.domain.statuses import Status
from ordermanager.domain.values.choices import read_currency, read_source, read_status
from ordermanager.domain.values.currencies import ISO_4217, SIGNS
from ordermanager.domain.values.unreadable import Unreadable


@pytest.mark.parametrize("status", list(Status))
def test_a_status_reads_in_any_case_and_spacing(status: Status) -> None:
    for text in (
        status.value,
        status.value.lower(),
        status.value.replace("_", " ").title(),
        f" {status.value} ",
    ):
        assert read_status(text) is status
    assert read_status(status.value.replace("_", "-")) is status


@pytest.mark.parametrize("text", ["paid", "fulfilled", "DELIVERED!", "DELIVER", "доставлено", "_"])
def test_words_of_other_systems_are_refused(text: str) -> None:
    with pytest.raises(Unreadable, match=r"status\.unknown") as caught:
        read_status(text)
    assert caught.value.proposal is None


def test_the_american_spelling_is_proposed_right() -> None:
    with pytest.raises(Unreadable) as caught:
        read_status("Canceled")
    assert caught.value.proposal == "CANCELLED"


def test_currencies_are_read_in_any_case_and_unknown_ones_refused() -> None:
    assert read_currency(" uah ") == "UAH"
    for text, proposal in (
        ("грн", "UAH"),
        ("₴", "UAH"),
        ("€", "EUR"),
        ("$", None),
        ("XYZ", None),
        ("hryvnia", None),
    ):
        with pytest.raises(Unreadable, match=r"currency\.unknown") as caught:
            read_currency(text)
        assert caught.value.proposal == proposal


def test_every_proposed_currency_is_in_the_list() -> None:
    assert set(SIGNS.values()) <= ISO_4217
    assert {"UAH", "USD", "EUR", "PLN", "GBP"} <= ISO_4217
    assert all(len(code) == 3 and code.isalpha() and code.isupper() for code in ISO_4217)


def test_sources() -> None:
    assert read_source("ONLINE") == "Online"
    assert read_source("Offline") == "offline"
    with pytest.raises(Unreadable, match=r"source\.other"):
        read_source("checkout")
