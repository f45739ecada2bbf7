"""Sentences for a person, written once in English here and below, translated only by `ui`.

Whoever writes a sentence outside `ui` marks its text with QT_TRANSLATE_NOOP("Sentence", "…"), so that Qt's
lupdate finds it; `ui.i18n` translates `template` and fills in `values`, everyone else uses `str()`: English.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001 - lupdate reads the context
    """Mark `text` as translatable in `context` and return it unchanged."""
    return text


class Sentence(NamedTuple):
    """An English template with named places, as in "{count} orders wait", and what goes into them."""

    template: str
    values: Mapping[str, object] = {}  # of all sentences without values: nobody changes it

    def __str__(self) -> str:
        return self.template.format_map(self.values) if self.values else self.template


class KnownError(Exception):
    """Something of the world (file, disk, network, server, wrong use) went wrong: a sentence with what to do.

    `exit_code` is what the command line ends with (design.md 7: 2 wrong use, 3 unreadable file or workspace,
    4 sending stopped). Everything that is not a KnownError is a bug of ours. `is_news`: False where whoever asked has
    given the question up, so that there is nobody to tell. `is_of_account`: to be put right in the account's settings.
    """

    exit_code = 3
    is_news = True
    is_of_account = False

    def __init__(self, template: str, **values: object) -> None:
        self.sentence = Sentence(template, values)
        super().__init__(str(self.sentence))


class WrongUse(KnownError):
    """What was asked for makes no sense: an unknown account, an id that does not exist."""

    exit_code = 2
