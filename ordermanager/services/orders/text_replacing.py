"""Find and replace in one text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse

if TYPE_CHECKING:
    from collections.abc import Callable

    from ordermanager.services.imports.review_results import FindText


def replacer(what: FindText) -> Callable[[str], str]:
    """A function that gives the text with everything replaced. Raises WrongUse where nothing is looked for."""
    if what.whole:
        wanted = what.find.strip() if what.match_case else what.find.strip().casefold()

        def whole(text: str) -> str:
            found = text.strip() if what.match_case else text.strip().casefold()
            return what.replace if found == wanted else text

        return whole
    if not what.find:
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "Say what is to be found."))
    pattern = re.compile(re.escape(what.find), 0 if what.match_case else re.IGNORECASE)
    return lambda text: pattern.sub(lambda _: what.replace, text)
