"""What a text file would look like in every encoding that it may be in, so that a person changes it by one
click and sees the difference first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordermanager.importing.reading.encoding_rank import ranked
from ordermanager.importing.reading.encodings import OFFERED, certain, is_utf8, whole_lines
from ordermanager.importing.reading.source import read

if TYPE_CHECKING:
    from ordermanager.importing.reading.source import Source

_HEAD = 1 << 18
_LINE = 200


@dataclass(frozen=True, slots=True)
class EncodingChoice:
    """An encoding that could be chosen. `confidence` is 0…1; `lines` begin with the file's first line, then
    come the first ones with letters that the encodings read differently; each is cut at 200 characters.
    """

    encoding: str
    confidence: float
    lines: tuple[str, ...]


def encoding_choices(
    source: Source, *, language: str | None = None, lines: int = 5
) -> tuple[EncodingChoice, ...]:
    """Every encoding offered, likeliest first; reads the beginning of the file. `language` is the user's
    (`uk`), None the system's. Raises ReadError where the file cannot be opened.
    """
    with source.open() as stream:
        head = read(stream, source.name, _HEAD)
    if len(head) == _HEAD:
        head = whole_lines(head)
    confidences = _confidences(head, language)
    names = sorted(confidences, key=lambda name: -confidences[name])
    shown = _shown(head, lines, certain(head))
    return tuple(EncodingChoice(name, confidences[name], _decoded(shown, name)) for name in names)


def _confidences(head: bytes, language: str | None) -> dict[str, float]:
    confidences = dict.fromkeys(OFFERED, 0.0)
    if mark := certain(head):
        return confidences | {mark: 1.0}
    odd = [line for line in head.splitlines(keepends=True) if not line.isascii()]
    bad = [line for line in odd if not is_utf8(line)]
    one_byte = dict(ranked(b"".join(bad or odd)[: 1 << 16], language)) if odd else {}
    confidences |= one_byte
    confidences["utf-8"] = 1.0 if not odd else round(0.99 * (len(odd) - len(bad)) / len(odd), 2)
    if not bad:  # strict UTF-8: what others make of the same bytes is hardly ever meant
        confidences |= {name: round(value * 0.05, 2) for name, value in one_byte.items()}
    return confidences


def _shown(head: bytes, count: int, wide: str) -> bytes:
    if wide.startswith(("utf-16", "utf-32")):
        return head[: count * _LINE * 4]
    every = head.splitlines()
    telling = [line for line in every[1:] if not line.isascii()]
    rest = [line for line in every[1:] if line.isascii()]
    return b"\n".join(line[: _LINE * 3] for line in (*every[:1], *(telling + rest)[: count - 1]))


def _decoded(shown: bytes, name: str) -> tuple[str, ...]:
    text = shown.decode(name, "replace").replace("\0", "").removeprefix("\ufeff")
    return tuple(line[:_LINE] for line in text.splitlines()[:20])
