"""What shops call the five statuses. A word that nobody knows stays as it is, so that the checks ask about
it.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from ordermanager.domain.statuses import Status
from ordermanager.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Mapping as Dict

    from ordermanager.importing.mapping import StatusRule


def word_key(text: str) -> str:
    """A status word without case, with blanks for hyphens and underscores."""
    return " ".join(text.replace("_", " ").replace("-", " ").casefold().split())


@cache
def known_words() -> dict[str, str]:
    """The general words and the API's own, by key."""
    given = json.loads(resource("layouts/_statuses.json").read_text("utf-8"))
    words = {word_key(word): str(status) for status in Status for word in given[status]}
    return {**words, **{word_key(status): str(status) for status in Status}}


def read_statuses(
    rules: Sequence[StatusRule], taught: Dict[str, str]
) -> Callable[[tuple[str, ...]], tuple[str, bool]]:
    """A function from the cells of the rules' columns to the status and whether it is known. It remembers its
    answers.

    Words that were taught win; then each rule is asked in turn. A strict rule does not fall back to the
    general words.
    """
    own = {word_key(word): status for word, status in taught.items()}
    words = [{word_key(word): status for word, status in rule.words.items()} for rule in rules]
    general = known_words()
    answers: dict[tuple[str, ...], tuple[str, bool]] = {}

    def ask(cells: tuple[str, ...]) -> tuple[str, bool]:
        unknown = ""
        for rule, known, cell in zip(rules, words, cells, strict=True):
            key = word_key(cell)
            if not key:
                if rule.blank:
                    return rule.blank, True
                continue
            status = (
                rule.filled or own.get(key) or known.get(key) or ("" if rule.words else general.get(key, ""))
            )
            if not status and not rule.strict and rule is rules[-1]:
                status = general.get(key, "")
            if status:
                return status, True
            if rule.strict or rule is rules[-1]:
                unknown = unknown or cell.strip()
                if rule.strict:
                    break
        return unknown, not unknown

    def answer(cells: tuple[str, ...]) -> tuple[str, bool]:
        found = answers.get(cells)
        if found is None:
            found = answers[cells] = ask(cells)
        return found

    return answer
