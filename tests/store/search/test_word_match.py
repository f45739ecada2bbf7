"""A search said of an order's text alone finds what the full-text index finds, in any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.store.database.sqlite import connect_in_memory
from ordermanager.store.search import search, word_match

WORDS = st.sampled_from(
    ("b", "B-01", "b-0012", "anna", "Ánna", "anne", "Олена", "олень", "й", "їжак", "ижак", "Straße", "067", "0671",
     "x_y", "x", "y", "a" + "\u0301" + "b", "ab", "\u0301", "ﬁn", "İ", "i", "١٢", "12", "日本", "日",
     "½", "Ⅷ", "\u00b7")
)  # fmt: skip
TEXTS = st.lists(st.lists(WORDS | st.text(max_size=4), max_size=5).map(" ".join), min_size=1, max_size=6)
SEARCHES = st.lists(WORDS | st.text(max_size=3), min_size=1, max_size=3).map(" ".join)


@pytest.fixture(scope="module")
def index():
    database = connect_in_memory()
    database.script(f"CREATE VIRTUAL TABLE order_search USING fts5 ({search._FEW_ORDERS})")
    database.script("CREATE TABLE order_texts (order_id INTEGER PRIMARY KEY, words TEXT NOT NULL)")
    yield database
    database.close()


def fill(database, texts: list[str]) -> None:
    database.run("DELETE FROM order_texts")
    database.run("INSERT INTO order_search (order_search) VALUES ('delete-all')")
    rows = list(enumerate(texts))
    database.many("INSERT INTO order_texts VALUES (?, ?)", rows)
    database.many("INSERT INTO order_search (rowid, words) VALUES (?, ?)", rows)


@given(texts=TEXTS, asked=SEARCHES, slip=WORDS)
def test_texts_are_matched_as_the_index_does(index, texts, asked, slip):
    fill(index, [text.replace("\x00", "") for text in texts])
    words = search.split_words(index, asked)
    slips = [(words[0], meant, meant) for meant in search.split_words(index, slip)[:1]] if words else []
    for expression in {
        search.order_expression(index, asked),
        search.order_expression(index, asked, slips),
    } - {""}:
        wanted = set(search.find_matching(index, expression))
        assert search.match_among(index, expression, range(len(texts))) == wanted


@pytest.mark.parametrize(
    ("asked", "text", "matches"),
    [
        ("067 123-45-67", "call 0671234567", True),
        ("067 123-45-67", "067 123 45 67", True),
        ("067 123-45-67", "0671234568", False),
        ("anna bond", "bondar anna", True),
        ("anna bond", "bandar anna", False),
        ("nna", "anna", False),
    ],
)
def test_what_is_asked_in_words(index, asked, text, matches):
    fill(index, [text])
    assert bool(search.match_among(index, search.search_expression(index, asked), [0])) is matches


def test_every_character_folds_alone_as_it_does_in_a_word(index):
    """Only what has an accent of its own may depend on its neighbours, and is asked of the index."""
    folding = word_match.Folding(lambda text: search.split_words(index, text))
    for code in (*range(1, 0x3000), *range(0xA640, 0xA700), *range(0xFB00, 0xFE00)):
        alone = folding.words_of(chr(code))
        if word_match.UNSURE not in alone:
            assert alone.split() == search.split_words(index, chr(code))
            assert folding.words_of(f"a{chr(code)}b").split() == search.split_words(index, f"a{chr(code)}b")
