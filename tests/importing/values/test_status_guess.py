"""What an unknown status word seems to mean, and that nothing is proposed where it may mean the opposite."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.statuses import Status
from ordermanager.importing.values.status_guess import probable_status
from ordermanager.importing.values.status_words import known_words


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Скасовано клієнтом", "CANCELLED"),
        ("Скасоване", "CANCELLED"),
        ("Відмова клієнта", "CANCELLED"),
        ("Отменён магазином", "CANCELLED"),
        ("Отказ от получения", "CANCELLED"),
        ("payment failed", "CANCELLED"),
        ("Доставлен курьером", "DELIVERED"),
        ("Виконані", "DELIVERED"),
        ("Done ✔", "DELIVERED"),
        ("✅ Delivered", "DELIVERED"),
        ("🚚 в дорозі", "IN_PROGRESS"),
        ("❌Скасовано", "CANCELLED"),
        ("[Новий]", "INITIALIZED"),
        ("Нове (сайт)", "INITIALIZED"),
        ("Очікує оплати карткою", "INITIALIZED"),
        ("Відправлено Новою Поштою", "IN_PROGRESS"),
        ("shipped via UPS", "IN_PROGRESS"),
        ("in progress 50%", "IN_PROGRESS"),
        ("Покинутий кошик №2", "ABANDONED_SHOPPING_CART"),
    ],
)
def test_words_around_a_known_one(word: str, status: str) -> None:
    assert probable_status(word) == status


@pytest.mark.parametrize(
    "word",
    [
        "не доставлено",
        "Ще не отримано",
        "not delivered yet",
        "Undelivered",
        "Deliver tomorrow",
        "Delivery",
        "Оплачено, доставлено",
        "Fulfilled partially",
        "Доставлено частково",
        "❌ Доставлено",
        "🚫 оплачено",
        "Недозвон",
        "???",
        "",
    ],
)
def test_nothing_is_proposed_where_it_may_be_otherwise(word: str) -> None:
    assert probable_status(word) == ""


def test_known_words_mean_what_they_are_known_for_or_more_than_one_thing() -> None:
    found = {word: probable_status(word) for word in known_words()}
    assert all(found[word] in ("", status) for word, status in known_words().items())
    assert sum(not status for status in found.values()) < len(found) / 10


@given(st.text())
def test_any_text_has_a_status_or_none(word: str) -> None:
    assert probable_status(word) in ("", *(status.value for status in Status))
