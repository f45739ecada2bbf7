"""Search that forgives one slip, against a plain edit distance; phones in every notation."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.search.similar_words import one_slip_away

WORDS = st.text("abcdшєї1", min_size=1, max_size=7)


def distance(first: str, second: str) -> int:
    """Damerau-Levenshtein (restricted): the plain table."""
    rows, columns = range(len(first) + 1), range(len(second) + 1)
    table = [[row + column if not row * column else 0 for column in columns] for row in rows]
    for row in range(1, len(first) + 1):
        for column in range(1, len(second) + 1):
            table[row][column] = min(
                table[row - 1][column] + 1,
                table[row][column - 1] + 1,
                table[row - 1][column - 1] + (first[row - 1] != second[column - 1]),
            )
            if row > 1 and column > 1 and first[row - 2 : row] == second[column - 2 : column][::-1]:
                table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
    return table[-1][-1]


@settings(deadline=None, max_examples=50)
@given(WORDS, WORDS)
def test_all_that_is_one_slip_away_and_nothing_else(word: str, other: str) -> None:
    made = set(one_slip_away(word)) - {word}
    assert all(distance(word, text) == 1 for text in made)
    if distance(word, other) == 1 and scripts(other) <= scripts(word):
        assert other in made


def scripts(word: str) -> set[str]:
    return {"digit" if letter.isdigit() else "latin" if letter.isascii() else "cyrillic" for letter in word}


def find(shop, text: str) -> list[int]:
    orders = shop.workspace.orders
    slips = orders.slips(text)
    if not slips:
        return []
    return list(orders.ids(OrderQuery(search=text, slips=slips, sort="created", descending=False)))


def meant(shop, text: str) -> list[str]:
    return sorted({word for _, _, word in shop.workspace.orders.slips(text)})


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("kovaelnko", ["kovalenko"]),  # swapped
        ("kovalrnko", ["kovalenko"]),  # wrong
        ("kovalnko", ["kovalenko"]),  # missing
        ("kovallenko", ["kovalenko"]),  # extra
        ("jovalenko", ["kovalenko"]),  # the first letter
        ("Kovaelnk", ["kovalenko"]),  # not yet typed to the end
        ("petro kovaelnko", ["kovalenko"]),
        ("petrp kovaelnko", ["petro", "kovalenko"]),
        ("petro@gmial.com", ["gmail"]),
        ("Шевчнко", ["шевченко"]),
        ("шевченко petro", []),  # all right, but in no order together
        ("teapit", ["teapot"]),
        ("kovalenko", []),
        ("koavelkno", []),  # two slips
        ("petro qqqqqqq", []),
        ("iva", []),  # too short to guess
        ("12346", []),  # another number is no slip
        ('" OR *', []),
    ],
)
def test_one_slip_is_forgiven(shop, typed: str, words: list[str]) -> None:
    wanted = shop.order("12345", search="12345 Petro Kovalenko petro@gmail.com Teapot")
    other = shop.order("2", search="2 Тарас Шевченко")
    assert meant(shop, typed) == sorted(words)
    assert find(shop, typed) == ([other if "шевченко" in words else wanted] if words else [])


def test_a_short_text_stands_for_a_whole_word_only(shop) -> None:
    whole = shop.order("1", search="ivan")
    shop.order("2", search="ivanenko")
    shop.order("3", search="ivasyuk")
    # "ivan" and not all that begins with it
    assert find(shop, "ivaan") == [whole]
    assert meant(shop, "ivaan") == ["ivan"]


@pytest.mark.parametrize(
    "typed",
    ["+38 (067) 123-45-67", "0671234567", "067 123-45-67", "(067)1234567", "00380671234567", "8 067 123 45 67",
     "380 67 123", "671234567"],
)  # fmt: skip
def test_a_phone_is_found_in_any_notation(shop, typed: str) -> None:
    wanted = shop.order("1", search="380671234567 0671234567 671234567")
    shop.order("2", search="380501234567 0501234567 501234567")
    assert list(shop.workspace.orders.ids(OrderQuery(search=typed))) == [wanted]


@pytest.mark.parametrize("typed", ["B-0004242", "b-00042", "0004242", "SHOP/0004242", "#0004242"])
def test_zeros_of_an_id_are_no_number_dialled_abroad(shop, typed: str) -> None:
    wanted = shop.order("1", search="b-0004242 shop/0004242")
    shop.order("2", search="b-0424299 shop/0424299")
    assert list(shop.workspace.orders.ids(OrderQuery(search=typed))) == [wanted]


@pytest.mark.parametrize("typed", ["person12345", "person12345@x.example", "SKU12345", "12345abc"])
def test_digits_in_a_word_are_no_phone(shop, typed: str) -> None:
    wanted = shop.order("1", search="person12345@x.example SKU12345 12345abc")
    assert list(shop.workspace.orders.ids(OrderQuery(search=typed))) == [wanted]
