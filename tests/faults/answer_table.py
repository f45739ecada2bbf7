"""What each answer means, as the table that stands in ARCHITECTURE.md: made from the rules themselves.

python -m tests.faults.answer_table    prints it
"""

from __future__ import annotations

from ordermanager.api.answers import ANSWER_RULES, Rule
from ordermanager.domain.states import State
from ordermanager.sending.machine import decide
from ordermanager.sending.outcomes import CONSEQUENCES, Then

BEGIN = "<!-- answers: made by python -m tests.faults.answer_table -->"
END = "<!-- end of answers -->"

_THEN = {
    Then.GO_ON: "go on",
    Then.SLOW_DOWN: "wait, send less; the third in a row stops",
    Then.HALVE: "halve, to find the bad order",
    Then.SHRINK: "send less at once",
    Then.WAIT: "wait as asked, else longer and longer",
    Then.RECONNECT: "try again, waiting longer and longer",
    Then.STOP: "stop the account, say what to do",
}


def rendered() -> str:
    """The table with its two marks."""
    lines = [
        BEGIN,
        "| the answer | rule | its orders are | the sender will | source |",
        "|---|---|---|---|---|",
    ]
    lines += [_row(rule) for rule in ANSWER_RULES]
    return "\n".join([*lines, END])


def _row(rule: Rule) -> str:
    consequence = CONSEQUENCES[rule.kind]
    state = decide(State.SENDING, consequence.step).state
    after = "queued again" if state is State.QUEUED else str(state)
    return f"| {rule.when} | {rule.name} | {after} | {_THEN[consequence.then]} | {rule.source} |"


if __name__ == "__main__":
    print(rendered())
