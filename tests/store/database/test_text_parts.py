"""A part of a text is found in SQL as plain Python finds it, whatever signs are in it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ordermanager.store.database.sqlite import connect_in_memory
from ordermanager.store.database.text_keys import order_key, parts_of_key
from ordermanager.store.database.text_parts import has_part, phone_digits

DATABASE = connect_in_memory()
SIGNS = "aAbBkK019-_%\\*?[]^@. \0жЖіІґҐßẞİıſ\u212aςσΣé"
ANY = st.text(SIGNS, max_size=8)
CLEAN = st.text(SIGNS.replace("\0", ""), max_size=8)


def has(text: str, part: str, *, may_have_nul: bool = True) -> bool:
    condition, values = has_part("text", part, may_have_nul=may_have_nul)
    return bool(DATABASE.value(f"SELECT {condition} FROM (SELECT ? AS text)", [*values, text]))


def small(text: str) -> str:
    return "".join(each.lower() if each.isascii() else each for each in text)


@given(ANY, ANY, st.booleans())
def test_a_part_in_ascii(text, part, put_in):
    part = "".join(filter(str.isascii, part))
    text = text[:3] + part.swapcase() * put_in + text[3:]
    assert has(text, part) == (small(part) in small(text))


@given(CLEAN, CLEAN, st.booleans())
def test_a_part_of_what_has_no_nul(text, part, put_in):
    text = text[:3] + part * put_in + text[3:]
    assert has(text, part, may_have_nul=False) == has(text, part)


@given(ANY, ANY, st.sampled_from([str, str.lower, str.upper, str.capitalize]), st.booleans())
def test_a_part_with_other_letters(text, part, spelled, put_in):
    part = part[:4] + "ж" + part[4:]
    text = text[:3] + spelled(part) * put_in + text[3:]
    assert has(text, part) or not put_in
    if has(text, part):
        assert part.lower().upper() in text.lower().upper()


@given(st.text("аАжЖіІї-1aA", max_size=9), st.text("аАжЖіІї-1aA", min_size=1, max_size=3))
def test_cyrillic_letters_in_any_case(text, part):
    assert has(text, part) == (part.lower() in text.lower())


def test_a_part_of_any_length():
    for long in ("b" * 60_000, "-" * 60_000, "ж" * 60_000):
        assert has(f"a{long.upper()}", long)
        assert not has(f"a{long[1:]}", long)


@pytest.mark.parametrize(
    ("part", "digits"),
    [("067", "067"), ("+38 (067) 1.2-3", "38067123"), ("06a", ""), ("-", ""), ("٣", ""), ("", "")],
)
def test_a_part_of_a_phone(part, digits):
    assert phone_digits(part) == digits


@pytest.mark.parametrize("part", ["ж?b", "ж*b", "ж[a]b", "ж_b", "ж%b"])
def test_signs_of_patterns_mean_themselves(part):
    assert has(f"1{part}2", part)
    assert not has("1жab2", part)


@given(st.text("aAbB-0123жЖ", max_size=16), st.integers(0, 15), st.integers(1, 6))
@example("b-0001", 0, 5)
def test_the_key_of_an_id_has_what_is_certain_of_its_part(text, begin, length):
    part = text[begin : begin + length].swapcase()
    assert all(each in order_key(text) for each in parts_of_key(part))
    assert "".join(parts_of_key(part)) or not part


@pytest.mark.parametrize(
    ("part", "pieces"),
    [
        ("B-012", ["b-", "012"]),
        ("12", ["12"]),
        ("12-3-", ["12-000000000003-"]),
        ("é1", []),
        ("", []),
    ],
)
def test_what_is_certain_of_a_part_of_an_id(part, pieces):
    assert parts_of_key(part) == pieces
