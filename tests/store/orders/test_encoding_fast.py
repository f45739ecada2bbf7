"""The fast way to a draft's text gives the very text that the plain one gives, which stored hashes depend on."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.draft import OrderDraft
from ordermanager.store.database.encoding import draft_hash, encode_and_hash, encode_draft, texts_to_json

_TEXT = st.text(st.characters(), max_size=12) | st.sampled_from(
    ["", " ", "\x7f", "é", "Олена", "\ud800", "😀", "\\x41", "\\U", '"', "\u2028", "\x0b", "\u00a0"]
)
_TEXTS = st.dictionaries(_TEXT, _TEXT, max_size=5)


def _plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True)


@given(_TEXTS)
def test_texts_are_written_as_json_writes_them(texts: dict[str, str]) -> None:
    assert texts_to_json(texts) == _plain(texts)


@given(_TEXTS, st.lists(_TEXTS, max_size=3), _TEXTS)
def test_a_draft_is_written_as_json_writes_it(
    fields: dict[str, str], items: list[dict[str, str]], info: dict[str, str]
) -> None:
    draft = OrderDraft(fields, items, info)
    text = _plain({"fields": fields, "items": items, "additionalInfo": info})
    assert encode_draft(draft) == text
    assert encode_and_hash(draft) == (text, draft_hash(draft))
