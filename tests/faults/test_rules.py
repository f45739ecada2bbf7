"""Each rule about answers over a real socket, and the table in ARCHITECTURE.md against the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from ordermanager.api.answers import ANSWER_RULES, read_answer
from ordermanager.api.client import YespoClient
from ordermanager.api.exchange import SentPhase
from tests.api.sync_client import SyncClient
from tests.faults.answer_table import BEGIN, END, rendered
from tests.faults.modes import LARGE_MODES, MODES, NO_ANSWER, UNREAD, Believes, Mode
from tests.faults.server import FaultServer

ROOT = Path(__file__).parents[2]
SMALL = b'{"orders":[{"externalOrderId":"A0","status":"INITIALIZED"}]}'
LARGE = SMALL[:-3] + b',"x":"' + b"x" * 12_000_000 + b'"}]}'

NOT_OVER_A_SOCKET = {
    "not a final status": "the HTTP library gives out no status below 200, and takes 101 for a broken answer"
}


@pytest.mark.parametrize("mode", [*MODES, *LARGE_MODES], ids=lambda mode: mode.name)
def test_this_rule_reads_this_answer(mode: Mode) -> None:
    body = LARGE if mode in LARGE_MODES else SMALL
    with FaultServer(mode.fault) as server:
        total = 0.2 if mode.name.startswith(("hang", "drip", "endless")) else 10.0
        exchange = SyncClient(YespoClient(server.url, "secret-key", total=total)).post_orders(body)
    answer = read_answer(exchange, ["A0"])
    if mode.believes is Believes.EITHER:
        left = exchange.sent is SentPhase.COMPLETE
        assert answer.rule == (NO_ANSWER if left else UNREAD)
    else:
        assert answer.rule == mode.rule


def test_every_rule_is_met_over_a_socket() -> None:
    met = {mode.rule for mode in (*MODES, *LARGE_MODES)}
    assert met | set(NOT_OVER_A_SOCKET) == {rule.name for rule in ANSWER_RULES}
    assert not met & set(NOT_OVER_A_SOCKET)


def test_the_table_in_the_documentation_is_the_table_in_the_code() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    written = text[text.index(BEGIN) : text.index(END) + len(END)]
    assert written == rendered(), "python -m tests.faults.answer_table prints the table as it should be"
