"""A look-up or a test of an account that did not work, as an error with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ordermanager.api.answer_texts import ANSWER_TEXTS
from ordermanager.api.answers import Answer, AnswerKind, read_answer
from ordermanager.api.strict_json import NotJson, read_json
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError, Sentence

if TYPE_CHECKING:
    from ordermanager.api.exchange import Exchange

_TEXTS: dict[AnswerKind, str] = {
    AnswerKind.RATE_LIMITED: QT_TRANSLATE_NOOP(
        "Sentence", "The server asks to wait a little. Try again in a minute."
    ),
    AnswerKind.UNAVAILABLE: QT_TRANSLATE_NOOP(
        "Sentence", "The server is busy or being maintained (HTTP {status}). Try again later."
    ),
    AnswerKind.SERVER_ERROR: QT_TRANSLATE_NOOP(
        "Sentence", "The server had an error (HTTP {status}). Try again later."
    ),
    AnswerKind.NOT_SENT: QT_TRANSLATE_NOOP(
        "Sentence", "The request could not be sent. Check the internet connection."
    ),
    AnswerKind.AMBIGUOUS: QT_TRANSLATE_NOOP("Sentence", "No clear answer came from the server. Try again."),
    AnswerKind.REPEATED: QT_TRANSLATE_NOOP(
        "Sentence", "The server was asked the same a moment ago. Try again in a minute."
    ),
}
"""Where the sentence for orders would speak of orders that may have been taken."""


class ApiProblem(KnownError):
    """The server could not be asked, or refused: `answer_kind` says in what way, `status` is the HTTP status
    if any."""

    exit_code = 4

    def __init__(self, answer: Answer, status: int | None) -> None:
        assert answer.sentence is not None
        self.answer_kind = answer.kind
        self.status = status
        template = _TEXTS.get(answer.kind)
        sentence = (
            answer.sentence if status is None or template is None else Sentence(template, {"status": status})
        )
        super().__init__(sentence.template, **sentence.values)


def read_document(exchange: Exchange) -> Any:
    """The JSON of a complete 2xx answer, None for an empty one. Raises ApiProblem for every other."""
    answer = read_answer(exchange, ())
    whole = exchange.framing_complete and exchange.error is None and exchange.status == 200
    if whole and exchange.body.strip():
        try:
            document = read_json(exchange.body)
        except NotJson:
            document = None
        if isinstance(document, (dict, list)):
            return document
        answer = Answer(AnswerKind.NOT_THE_API, sentence=Sentence(ANSWER_TEXTS["not_the_api"]))
    if answer.kind is not AnswerKind.ACCEPTED:
        raise ApiProblem(answer, exchange.status)
    return None
