"""Asking Yespo to delete orders (yespo-api.md 3, S8). It does so later, and gives no way to see when it
has."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from ordermanager.api.answers import AnswerKind, read_answer
from ordermanager.api.problems import ApiProblem
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from ordermanager.api.client import YespoClient

LONGEST_RANGE = timedelta(hours=24)


async def delete_order(client: YespoClient, external_order_id: str) -> None:
    """Schedule the deletion of one order. Raises ApiProblem; asking twice does no harm."""
    if not external_order_id.strip():
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "Say which order is to be deleted."))
    await _ask(client, {"externalOrderId": external_order_id})


async def delete_range(client: YespoClient, since: datetime, until: datetime) -> None:
    """Schedule the deletion of the orders from `since` to `until` (both aware), at most 24 hours. Raises
    ApiProblem."""
    start, end = since.astimezone(UTC), until.astimezone(UTC)
    if start >= end:
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "The beginning must be before the end."))
    if end - start > LONGEST_RANGE:
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "At most 24 hours of orders can be deleted at a time."))
    await _ask(client, {"from": f"{start:%Y-%m-%dT%H:%M:%S}", "to": f"{end:%Y-%m-%dT%H:%M:%S}"})


async def _ask(client: YespoClient, params: Mapping[str, str]) -> None:
    """Any complete 2xx that is not a web page will do: the success body is not documented, it may be plain
    text (3.3)."""
    exchange = await client.delete_orders(params)
    answer = read_answer(exchange, ())
    page = exchange.body.lstrip()[:1] == b"<" or "html" in exchange.headers.get("content-type", "").lower()
    whole = exchange.framing_complete and exchange.error is None and (exchange.status or 0) // 100 == 2
    if answer.kind is not AnswerKind.ACCEPTED and not (whole and not page):
        raise ApiProblem(answer, exchange.status)
