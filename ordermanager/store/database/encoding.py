"""Drafts, findings and sentences as the JSON text that the database keeps."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

import msgspec

from ordermanager.domain.checks.findings import Finding, Severity
from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_MAYBE_BLANK = re.compile(
    r':"(?:"| |\\(?:[tnrfv]|u00(?:0b|1[c-f]|85|a0)|u1680|u20(?:0[0-9a]|2[89]|2f|5f)|u3000))'
).search
"""Whether a text in the JSON of a draft may be empty or blank; one that only begins with a blank is found as well."""

_ENCODER = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"), sort_keys=True, default=str)


def _encoder() -> Callable[[Any], str]:
    """`JSONEncoder.encode`, which makes its machine anew for each text; an import encodes hundreds of thousands."""
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return _ENCODER.encode
    machine = make(
        None,
        _ENCODER.default,
        json.encoder.encode_basestring_ascii,
        None,
        _ENCODER.key_separator,
        _ENCODER.item_separator,
        _ENCODER.sort_keys,
        _ENCODER.skipkeys,
        _ENCODER.allow_nan,
    )
    return lambda value: "".join(machine(value, 0))


class _Draft(msgspec.Struct):
    fields: dict[str, str]
    items: list[dict[str, str]]
    additionalInfo: dict[str, str]


_decode_draft = msgspec.json.Decoder(_Draft).decode
_dump = _encoder()
_SORTED = msgspec.json.Encoder(order="sorted").encode

_NOTHING = hashlib.blake2b(digest_size=16)

_REMEMBERED = 20_000
_SEEN_ITEMS: dict[tuple[str, ...], tuple[str, bool]] = {}
"""Names and texts of an item: its JSON, and whether the item or a text in it may be blank."""


def to_json(value: Any) -> str:
    """Compact JSON with sorted keys; ASCII, so that any text at all, lone surrogates too, can be stored."""
    return _dump(value)


def texts_to_json(texts: Mapping[str, str]) -> str:
    """`to_json` of texts by name, faster."""
    try:
        data = _SORTED(texts)
    except (UnicodeEncodeError, TypeError):  # half of a pair of surrogates, or a value that is no text
        return _dump(texts)
    if not data.isascii():
        data = data.decode("utf-8").encode("ascii", "backslashreplace")
        if b"\\x" in data or b"\\U" in data:  # letters that JSON writes otherwise than Python
            return _dump(texts)
    return _dump(texts) if b"\x7f" in data else data.decode("ascii")


def encode_draft(draft: OrderDraft) -> str:
    """A draft as JSON, with everything that was entered."""
    return _encoded(draft)[0]


def _encoded(draft: OrderDraft) -> tuple[str, bool]:
    """The JSON of a draft, and whether a text in it may be blank. The products of a file come over and over."""
    info, fields = texts_to_json(draft.additional_info), texts_to_json(draft.fields)
    is_blank = bool(_MAYBE_BLANK(fields) or _MAYBE_BLANK(info))
    items = []
    for item in draft.items:
        key = (*item, *item.values())
        found = _SEEN_ITEMS.get(key)
        if found is None:
            text = texts_to_json(item)
            found = text, not item or bool(_MAYBE_BLANK(text))
            if len(_SEEN_ITEMS) >= _REMEMBERED:
                _SEEN_ITEMS.clear()
            _SEEN_ITEMS[key] = found
        items.append(found[0])
        is_blank = is_blank or found[1]
    return f'{{"additionalInfo":{info},"fields":{fields},"items":[{",".join(items)}]}}', is_blank


def decode_draft(text: str) -> OrderDraft:
    """The draft of a text made by `encode_draft`."""
    try:
        read = _decode_draft(text)
    except msgspec.DecodeError:  # half of a pair of surrogates
        value = json.loads(text)
        return OrderDraft(value["fields"], value["items"], value["additionalInfo"])
    return OrderDraft(read.fields, read.items, read.additionalInfo)


def draft_hash(draft: OrderDraft) -> bytes:
    """Sixteen bytes that are equal for two drafts exactly when they mean the same (empty fields do not count)."""
    return digest(encode_draft(draft.without_empty()))


def encode_and_hash(draft: OrderDraft) -> tuple[str, bytes]:
    """`encode_draft` and `draft_hash` at once, which for most drafts is little more work than one of them."""
    text, may_be_blank = _encoded(draft)
    if not may_be_blank:
        return text, digest(text)
    return text, digest(encode_draft(draft.without_empty()))


def digest(text: str) -> bytes:
    """The hash of a draft's JSON in which no text is blank."""
    made = _NOTHING.copy()  # a third quicker than a new one
    made.update(text.encode("ascii"))
    return made.digest()


def encode_findings(findings: Sequence[Finding]) -> str:
    """Findings as JSON."""
    if not findings:
        return "[]"
    return _dump(
        [[each.field, each.severity, each.code, dict(each.values), each.proposal] for each in findings]
    )


def decode_findings(text: str) -> tuple[Finding, ...]:
    """The findings of a text made by `encode_findings`; values that were no JSON come back as their text."""
    if text == "[]":
        return ()
    return tuple(
        Finding(field, Severity(severity), code, values, proposal)
        for field, severity, code, values, proposal in json.loads(text)
    )


def encode_sentence(sentence: Sentence | None) -> str | None:
    """A sentence as JSON, so that it can be translated when it is shown."""
    if sentence is None:
        return None
    values = {
        name: str(each) if isinstance(each, Sentence) else each for name, each in sentence.values.items()
    }
    return _dump({"template": sentence.template, "values": values})


def decode_sentence(text: str | None) -> Sentence | None:
    """The sentence of a text made by `encode_sentence`."""
    if not text:
        return None
    value = json.loads(text)
    return Sentence(value["template"], value["values"])
