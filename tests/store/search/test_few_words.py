"""A beginning said as the few words that begin so finds what the beginning finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ordermanager.store.database.sqlite import connect_in_memory
from ordermanager.store.search.few_words import as_whole_words, has_many
from ordermanager.store.search.search import index_orders, order_expression

INDEX = """CREATE VIRTUAL TABLE order_search USING fts5 (words, content = '', contentless_delete = 1, detail = none,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')"""
WORDS = st.lists(st.text("ab", min_size=3, max_size=7), min_size=1, max_size=4)


def an_index(texts: list[str]):
    database = connect_in_memory()
    database.script(INDEX)
    index_orders(database, enumerate(texts, 1))
    return database


def found(database, expression: str) -> list[int]:
    return list(database.ids("SELECT rowid FROM order_search WHERE order_search MATCH ?", (expression,)))


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=20), WORDS)
def test_the_same_orders_are_found(texts: list[list[str]], typed: list[str]) -> None:
    database = an_index([" ".join(words) for words in texts])
    expression = order_expression(database, " ".join(typed))
    assert found(database, as_whole_words(database, expression)) == found(database, expression)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("shev", '(("shevchenko" OR "shevchuk"))'),
        ("koval", '("koval" *)'),  # more words begin so than are worth naming
        ("she", '("she" *)'),  # has an index of its own
        ("nobody", '("nobody" *)'),
    ],
)
def test_few_words_are_named(typed: str, said: str) -> None:
    texts = ["shevchenko", "Shevchuk", "шевченко", *(f"koval{letter}" for letter in "abcdefghi")]
    database = an_index(texts)
    assert as_whole_words(database, order_expression(database, typed)).split(" OR (")[0].startswith(said[:-1])


@pytest.mark.parametrize(
    ("typed", "many"),
    [
        ("koval", True),
        ("shev", False),
        ("kovala", False),
        ("nobody", False),
        ("all", True),
        ("koval all", False),
    ],
)
def test_that_many_begin_so_is_known_without_all_of_them(typed: str, many: bool) -> None:
    """Of several words nothing is said."""
    database = an_index(["shevchenko all", *(f"koval{letter} all" for letter in "abcdefghi")])
    assert has_many(database, order_expression(database, typed), 8) is many
