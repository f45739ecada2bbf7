"""Full-text search over orders (FTS5). With `store.database.sqlite` the only file that knows it is SQLite."""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING

import apsw

from ordermanager.domain.summary import WITH_APOSTROPHE, without_apostrophes
from ordermanager.store.database.sqlite import CHUNK
from ordermanager.store.search.few_words import as_whole_words
from ordermanager.store.search.other_alphabet import in_other_alphabet
from ordermanager.store.search.similar_words import is_known, must_be_whole, similar_words
from ordermanager.store.search.word_match import UNSURE, Folding, predicate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ordermanager.store.database.sqlite import Database

_PHONE = re.compile(r"(?<!\w)(?<!\w[-/._#])\+?[0-9][0-9\s().\-]{3,}[0-9](?!\w)")
"""Digits behind a letter and a sign are those of an id: B-0004242."""
_BEFORE_A_SIGN = re.compile(r"\w+(?=[^\w\s,;]+\w)")
"""The words of “B-0123” or “ivan@shop.ua” that another word follows without a blank: they are typed to their end, and
no beginning of others. Looking for all words that begin with a letter, or so, takes a tenth of a second."""
_WHOLE = re.compile(r'(?:^| AND )\("([^"]+)"\)(?= AND |$)')
_SELDOM = 2_000
"""Of the orders with a word that so few have, the text is compared with the other words that were typed."""
_FEW_ORDERS = "words, content = '', detail = none, tokenize = 'unicode61 remove_diacritics 2'"
_MATCHING = "SELECT rowid FROM order_search WHERE order_search MATCH ?"
_NOT_DIGITS = re.compile(r"[^0-9]+")
_WITH_OLD_EIGHT = 11
_ABROAD = 10
"""So many digits with 00 in front are a number dialled abroad; fewer may as well be those of an id."""
_PART_OF_PHONE = re.compile(r"[0-9+() .\-]+")
_LEAST_DIGITS = 4
_MOST_PHONES = 20


def index_orders(database: Database, words: Iterable[tuple[int, str]]) -> None:
    """Add orders that are not in the index yet."""
    database.many("INSERT INTO order_search (rowid, words) VALUES (?, ?)", words)


def index_packed(database: Database, name: str, before: int) -> None:
    """Add the orders of a packed database of this name (store.orders.packed_orders), with ids behind `before`."""
    database.run(
        f"INSERT INTO order_search (rowid, words) SELECT ?1 + place, words FROM {name}.orders ORDER BY place",  # noqa: S608 - a name of ours
        (before,),
    )


def reindex_orders(database: Database, words: Sequence[tuple[int, str]]) -> None:
    """Replace the words of orders that are in the index."""
    database.many("DELETE FROM order_search WHERE rowid = ?", [(order_id,) for order_id, _ in words])
    index_orders(database, words)


def merge_index(database: Database) -> None:
    """Leave no words of replaced orders behind: they stay in older parts of the index until it is merged."""
    database.run("INSERT INTO order_search (order_search) VALUES ('optimize')")


def rebuild_index(database: Database) -> None:
    """Make the index anew from the words that are kept beside the orders."""
    with database.transaction():
        # reads nothing of the old one
        database.run("INSERT INTO order_search (order_search) VALUES ('delete-all')")
        last = 0
        while rows := database.all(
            "SELECT order_id, words FROM order_texts WHERE order_id > ? ORDER BY order_id LIMIT ?",
            (last, CHUNK),
        ):
            index_orders(database, rows)
            last = rows[-1][0]


def index_is_sound(database: Database) -> bool:
    """Whether the index's own structure is intact."""
    try:
        database.connection.execute(
            "INSERT INTO order_search (order_search) VALUES ('integrity-check')"
        ).fetchall()
    except apsw.CorruptError:
        return False
    except apsw.ReadOnlyError:
        return (
            True  # SQLite asks for the check by an INSERT, which a workspace that is only looked at refuses
        )
    return True


def find_matching(database: Database, expression: str) -> array[int]:
    """The orders that match an expression made by `order_expression`."""
    whole = sorted(_WHOLE.findall(expression), key=len, reverse=True)
    if expression.count('"') > 2:
        for word in whole:
            few = database.ids(f"{_MATCHING} LIMIT ?", (f'"{word}"', _SELDOM + 1))
            if len(few) <= _SELDOM:
                return array("q", sorted(match_among(database, expression, few)))
    return database.ids(_MATCHING, (as_whole_words(database, expression),))


def order_expression(database: Database, text: str, slips: Iterable[tuple[str, str, str]] = ()) -> str:
    """Matches the orders in which every word of `text` begins some word; empty if there is no word in it.

    What looks like a phone is found in any notation: `+38 (067) 123-45-67` also as one number. A name is found in Latin
    and Cyrillic letters. With the slips that `find_slips` found, a word may also be what is meant by it.
    """
    if not text.strip():
        return ""
    meant: dict[str, list[str]] = {}
    for word, beginning, _ in slips:
        meant.setdefault(word, []).append(beginning)
    exact = _words_with_signs(database, text)

    def with_meant(word: str, begun: str) -> str:
        others = () if word in exact else in_other_alphabet(database, word)
        slipped = map(_word_or_beginning, meant.get(word, ()))
        return " OR ".join([begun, *map(_beginning, others), *slipped])

    return search_expression(database, text, with_meant)


def _words_with_signs(database: Database, text: str) -> set[str]:
    """The words of addresses, ids and the like: nobody writes these in another alphabet."""
    parts = [part for part in text.split() if not part.replace("-", "").replace("'", "").isalpha()]
    return set(split_words(database, " ".join(parts)))


def match_among(database: Database, expression: str, order_ids: Iterable[int]) -> set[int]:
    """Which of a few orders match; quick also where half of all orders do, because only these are looked at."""
    matches = predicate(expression)
    folding = Folding(lambda text: split_words(database, text))
    found, unsure = set(), []
    for order_id, text in database.in_chunks(
        "SELECT order_id, words FROM order_texts WHERE order_id IN ({ids})", set(order_ids)
    ):
        words = folding.words_of(text)
        if UNSURE in words:
            unsure.append((order_id, text))
        elif matches(words):
            found.add(order_id)
    return found | _match_by_index(database, expression, unsure) if unsure else found


def _match_by_index(database: Database, expression: str, texts: Iterable[tuple[int, str]]) -> set[int]:
    database.script(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.few_orders USING fts5 ({_FEW_ORDERS})")
    database.many("INSERT INTO temp.few_orders (rowid, words) VALUES (?, ?)", texts)
    try:
        found = database.all("SELECT rowid FROM temp.few_orders WHERE few_orders MATCH ?", (expression,))
        return {row[0] for row in found}
    finally:
        database.run("INSERT INTO temp.few_orders (few_orders) VALUES ('delete-all')")


def find_slips(database: Database, text: str) -> tuple[tuple[str, str, str], ...]:
    """Words of `text` that may have a slip: the word, a beginning that it may mean, a word of the index that has it.

    Those that begin no word of the index; if there is none, the words are right but stand in no order together,
    and each may have the slip.
    """
    if endings := _phones_with(database, text):
        return endings
    joined = WITH_APOSTROPHE.sub(lambda match: without_apostrophes(match.group()), text)
    words = dict.fromkeys(split_words(database, _PHONE.sub(" ", joined)))
    unknown = [word for word in words if not (is_known(database, word) or in_other_alphabet(database, word))]
    found = {word: similar_words(database, word) for word in unknown or words}
    if unknown and not all(found.values()):
        return ()  # a word that is like no other is in no order
    return tuple(
        (word, beginning, meant) for word, similar in found.items() for beginning, meant in similar.items()
    )


def _phones_with(database: Database, text: str) -> tuple[tuple[str, str, str], ...]:
    """What somebody remembers of a phone, its last digits for example: the phones that have them, as slips."""
    if not _PART_OF_PHONE.fullmatch(text.strip()):
        return ()
    digits = _NOT_DIGITS.sub("", text)
    if len(digits) < _LEAST_DIGITS:
        return ()
    phones = database.all(
        "SELECT DISTINCT phone FROM orders WHERE deleted_at IS NULL AND phone LIKE ? ORDER BY phone LIMIT ?",
        (f"%{digits}%", _MOST_PHONES),
    )
    # As `search_expression` calls what was typed: a number, or where it is short a word.
    typed = dict.fromkeys((_phone_digits(text), digits))
    return tuple((word, phone, phone) for (phone,) in phones for word in typed)


def search_expression(
    database: Database, text: str, word_expression: Callable[[str, str], str] | None = None
) -> str:
    """The FTS5 expression for what a person typed; every word quoted, so that nothing typed is an operator.

    `word_expression(word, begun)` may say more than `begun`, which finds the word or all that begins with it.
    """
    make = word_expression or (lambda _word, begun: begun)
    parts: list[str] = []
    rest = text
    for match in _PHONE.finditer(text):
        digits = _phone_digits(match.group())
        groups = _all_of(split_words(database, match.group()))
        number = make(digits, _beginning(digits))
        parts.append(f"({number})" if groups == _beginning(digits) else f"({number} OR ({groups}))")
        rest = rest.replace(match.group(), " ", 1)
    for name in WITH_APOSTROPHE.findall(rest):
        joined, split = split_words(database, without_apostrophes(name)), split_words(database, name)
        if len(joined) == 1 and split:
            parts.append(f"({make(joined[0], _beginning(joined[0]))} OR ({_all_of(split)}))")
            rest = rest.replace(name, " ", 1)
    whole = set(split_words(database, " ".join(_BEFORE_A_SIGN.findall(rest))))
    parts.extend(
        f"({make(word, _whole(word) if word in whole else _beginning(word))})"
        for word in split_words(database, rest)
    )
    return " AND ".join(parts)


def _phone_digits(text: str) -> str:
    """A phone's digits as one of the forms the index has: 380671234567, 0671234567, 671234567.

    Also dialled abroad with 00 in front, or at home with the 8 of old (8 067 …).
    """
    digits = _NOT_DIGITS.sub("", text)
    if digits.startswith("00") and len(digits) >= _ABROAD:
        return digits[2:]
    if digits.startswith("80") and len(digits) == _WITH_OLD_EIGHT:
        return digits[1:]
    return digits


def split_words(database: Database, text: str) -> list[str]:
    """The words of a text, exactly as the index splits and folds it."""
    tokenizer = database.connection.fts5_tokenizer("unicode61", ["remove_diacritics", "2"])
    data = text.encode("utf-8", "replace")
    found = tokenizer(data, apsw.FTS5_TOKENIZE_QUERY, None, include_offsets=False, include_colocated=False)
    return [str(word) for word in found]


def _all_of(words: Sequence[str]) -> str:
    return " AND ".join(map(_beginning, words))


def _beginning(word: str) -> str:
    # A tokenizer leaves no quotation marks in a word.
    return f'"{word}" *'


def _whole(word: str) -> str:
    return f'"{word}"'


def _word_or_beginning(text: str) -> str:
    return _whole(text) if must_be_whole(text) else _beginning(text)
