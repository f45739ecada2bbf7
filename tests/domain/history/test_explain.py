from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from ordermanager.domain.history.explain import MessageFacts, Verdict, edited_since, explain
from ordermanager.domain.sentences import Sentence
from ordermanager.domain.states import State
from ordermanager.domain.values.moments import Moment

MOMENT = Moment(datetime(2026, 11, 23, 12, 5, tzinfo=UTC), "Europe/Kyiv")
NEW = MessageFacts()
SENT = MessageFacts(
    sent_state=State.ACCEPTED,
    revision=2,
    event="orderDELIVERED",
    event_now="orderDELIVERED",
    at=MOMENT,
    account="Shop",
    reached="olena@shop.ua",
)
WHY = Sentence("The phone {phone} is wrong.", {"phone": "38067"})

TABLE = [
    ("never_queued", NEW, Verdict.NOTHING, "never put in the outbox"),
    ("errors", replace(NEW, errors=2), Verdict.NOTHING, "It has errors (2)"),
    ("deleted", replace(NEW, is_deleted=True, errors=2), Verdict.NOTHING, "deleted here before it was sent"),
    ("taken_back", replace(NEW, is_replaced=True), Verdict.NOTHING, "taken back or replaced"),
    ("queued", replace(SENT, sent_state=State.QUEUED), Verdict.NOTHING, "revision 2 waits in the outbox since 2026"),
    (
        "waits_until", replace(SENT, sent_state=State.QUEUED, due_at=MOMENT), Verdict.NOTHING,
        "not sent before 2026-11-23 14:05",
    ),
    (
        "account_stopped", replace(SENT, sent_state=State.QUEUED, account_stop=WHY), Verdict.NOTHING,
        "Shop is stopped. The phone 38067 is wrong.",
    ),
    ("no_account", replace(SENT, sent_state=State.QUEUED, has_account=False), Verdict.NOTHING, "no account to send"),
    ("held", replace(SENT, sent_state=State.HELD), Verdict.NOTHING, "held back"),
    ("sending", replace(SENT, sent_state=State.SENDING), Verdict.UNKNOWN, "on its way to Shop"),
    ("rejected", replace(SENT, sent_state=State.REJECTED, reason=WHY), Verdict.NOTHING, "refused revision 2"),
    ("rejected_silently", replace(SENT, sent_state=State.REJECTED), Verdict.NOTHING, "without saying why"),
    ("unconfirmed", replace(SENT, sent_state=State.UNCONFIRMED), Verdict.UNKNOWN, "Look for orderDELIVERED in Yespo"),
    (
        "nobody", replace(SENT, identified=False, can_be_written_to=False, reached=""), Verdict.NOTHING,
        "no e-mail, no phone and no customer ID",
    ),
    (
        "erased", replace(SENT, identified=False, erased_on=date(2026, 11, 28), reached=""), Verdict.UNKNOWN,
        "the customer was erased here on 2026-11-28",
    ),
    (
        "only_customer_id", replace(SENT, can_be_written_to=False, reached="C-7"), Verdict.UNKNOWN,
        "for C-7. The order has no e-mail and no phone",
    ),
    ("marked", replace(SENT, marked_by_hand=True), Verdict.UNKNOWN, "marked as accepted by hand"),
    ("sandbox", replace(SENT, is_sandbox=True), Verdict.NOTHING, "a sandbox, which writes to nobody"),
    ("maybe_twice", replace(SENT, times_doubtful=1), Verdict.RAISED, "perhaps twice"),
    ("raised", SENT, Verdict.RAISED, "raised orderDELIVERED for olena@shop.ua"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "facts", "verdict", "part"), TABLE, ids=[row[0] for row in TABLE])
def test_why_there_was_no_message(rule, facts, verdict, part):
    explanation = explain(facts)
    assert (explanation.rule, explanation.verdict) == (rule, verdict)
    assert part in str(explanation.sentence)
    assert "{" not in str(explanation.sentence)


@pytest.mark.parametrize(
    "state", [None, *(state for state in State if state not in (State.DRAFT, State.READY))]
)
def test_every_state_has_a_sentence(state):
    assert str(explain(replace(SENT, sent_state=state)).sentence)


def test_what_was_raised_before_is_said_where_the_newest_was_not():
    waiting = replace(SENT, sent_state=State.QUEUED, event_before="orderINITIALIZED", at_before="09:00")
    assert str(explain(waiting).before) == "Before that, orderINITIALIZED was raised at 09:00."
    assert explain(replace(SENT, event_before="orderINITIALIZED")).before is None


@pytest.mark.parametrize(
    ("facts", "part"),
    [
        (replace(SENT, is_edited=True), "changed after revision 2"),
        (replace(SENT, is_edited=True, event_now="orderCANCELLED"), "orderCANCELLED is raised only when"),
        (SENT, None),
        (replace(NEW, is_edited=True), None),
    ],
)
def test_changes_since_are_said(facts, part):
    said = edited_since(facts)
    assert said is None if part is None else part in str(said)
