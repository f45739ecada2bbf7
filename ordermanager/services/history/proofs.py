"""The proof of what was sent: an event with its parameters, the request as it went out, what was answered, and the same
request as a command line. Any thread; reads only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ordermanager.domain.body import request_body
from ordermanager.domain.history.order_diff import changes_between
from ordermanager.domain.json_text import read_json
from ordermanager.services.history.history import broken_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ordermanager.domain.history.order_diff import Change
    from ordermanager.domain.sentences import Sentence
    from ordermanager.services.context import Context
    from ordermanager.services.history.event_parameters import Parameter
    from ordermanager.services.history.history import HistoryService
    from ordermanager.store.history.records import EventRow
    from ordermanager.store.outbox.records import AttemptRecord, KeptAnswer, RevisionRecord

KEY_PLACE = "$YESPO_API_KEY"
"""What stands for the key in a command line: the shell puts it in from its environment."""
HIDDEN_KEY = "(the API key, never shown)"


@dataclass(frozen=True, slots=True)
class EventDetails:
    """All of one line of the history. `was_raised`: False where the server refused it or nobody knows. `before`: the
    revision of the order that was sent last before this one; None: nothing was."""

    row: EventRow
    was_raised: bool
    parameters: tuple[Parameter, ...]
    attempts: tuple[Tried, ...]
    revisions: tuple[RevisionRecord, ...]
    before: int | None


@dataclass(frozen=True, slots=True)
class Tried:
    """One exchange, what was answered, and in words what broke it if something did."""

    record: AttemptRecord
    answer: KeptAnswer
    trouble: Sentence | None


@dataclass(frozen=True, slots=True)
class SentRequest:
    """A request as it went out; `headers` without the key."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: str


class ProofService:
    """What was sent, to the byte."""

    def __init__(self, context: Context, history: HistoryService) -> None:
        self._workspace = context.workspace
        self._history = history

    def details(self, event_id: int) -> EventDetails:
        """Raises WrongUse for an unknown id."""
        row, batches = self._workspace.events.get(event_id), self._workspace.batches
        was_raised = row.kind in ("accepted", "assumed")
        return EventDetails(
            row,
            was_raised,
            self._history.parameters(row),
            tuple(
                Tried(record, batches.answer_of(record.id), broken_sentence(record.error, record.error_text))
                for record in batches.attempts_of(row.batch_id)
            ),
            tuple(self._history.revisions(row.order_id)),
            self._workspace.revisions.sent_before(row.order_id, row.revision_number),
        )

    def request(self, batch_id: int, revision_id: int | None = None) -> SentRequest:
        """The request of a batch, or what it would be with one of its orders alone. Raises WrongUse."""
        if revision_id is None:
            bodies = self._workspace.batches.bodies_of(batch_id)
        else:
            bodies = [self._workspace.revisions.body(revision_id)]
        body = request_body(bodies)
        return self._request(batch_id, body, len(body))

    def head(self, batch_id: int) -> SentRequest:
        """The request of a batch without its body, at once for any size. Raises WrongUse."""
        return self._request(batch_id, None, self._workspace.batches.request_length(batch_id))

    def _request(self, batch_id: int, body: bytes | None, length: int) -> SentRequest:
        from ordermanager.api.client import request_headers

        base_url, version = self._workspace.batches.address_of(batch_id)
        headers = {"Authorization": f"Basic {HIDDEN_KEY}", **request_headers(length, version)}
        if not version:  # sent before it was kept
            del headers["User-Agent"]
        return SentRequest("POST", f"{base_url}/v1/orders", headers, (body or b"").decode())

    def batch_size(self, batch_id: int) -> int:
        """How many orders a batch had."""
        return self._workspace.batches.size_of(batch_id)

    def curl(self, batch_id: int, revision_id: int | None = None, *, mask: Callable[[str], str] = str) -> str:
        """The same as a command that a shell understands; the key is taken from YESPO_API_KEY there. `mask` may hide
        people in the body."""
        request = self.request(batch_id, revision_id)
        return curl_command(replace(request, body=mask(request.body)))

    def differences(self, older: str, newer: str) -> list[Change]:
        """What differs between two orders given as JSON texts. Raises ValueError where one is no JSON."""
        return changes_between(read_json(older), read_json(newer))


def curl_command(request: SentRequest) -> str:
    """A request as a curl command; every text is quoted so that a shell changes nothing of it."""
    lines = [f"curl -X {request.method} {_quoted(request.url)}", f'-u "ordermanager:{KEY_PLACE}"']
    shown = ("Accept", "Content-Type")
    lines += [
        f"-H {_quoted(f'{name}: {request.headers[name]}')}" for name in shown if name in request.headers
    ]
    lines.append(f"--data-raw {_quoted(request.body)}")
    return " \\\n  ".join(lines)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
