"""Whatever is queued, claimed, answered, withdrawn and decided: what may be claimed is as a plain list says."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ordermanager.domain.states import State
from ordermanager.domain.statuses import Status

queue_steps = st.lists(
    st.one_of(
        st.tuples(st.just("queue"), st.integers(0, 4), st.sampled_from(Status)),
        st.tuples(st.just("claim"), st.integers(1, 4), st.none()),
        st.tuples(
            st.just("answer"),
            st.sampled_from(["accepted", "rejected", "unconfirmed", "queued"]),
            st.integers(0, 90),
        ),
        st.tuples(st.just("withdraw"), st.integers(0, 4), st.none()),
        st.tuples(st.just("resolve"), st.sampled_from(["send_again", "accepted"]), st.none()),
        st.tuples(st.just("wait"), st.integers(1, 100), st.none()),
    ),
    max_size=40,
)


class Model:
    """A plain list of what waits, in the order of queueing, to tell what may be claimed."""

    def __init__(self) -> None:
        self.rows: dict[int, list] = {}  # revision id -> [external id, state, not before]

    def claimable(self, now, limit):
        found = []
        for revision_id, (external_id, state, not_before) in sorted(self.rows.items()):
            others = [
                row for other, row in self.rows.items() if row[0] == external_id and other != revision_id
            ]
            older = [row for other, row in self.rows.items() if row[0] == external_id and other < revision_id]
            blocked = any(row[1] == "sending" for row in others) or any(
                row[1] in ("queued", "sending") for row in older
            )
            if state == "queued" and not_before <= now and not blocked:
                found.append(revision_id)
        return found[:limit]

    def may_go_again(self, revision_id, chosen):
        """Not where a newer one of its external id has arrived, or may have and is not sent again as well."""
        external_id = self.rows[revision_id][0]
        newer = {
            other: row[1] for other, row in self.rows.items() if row[0] == external_id and other > revision_id
        }
        return not any(
            state in ("accepted", "sending") or (state == "unconfirmed" and other not in chosen)
            for other, state in newer.items()
        )


def resolve(shop, model, decision):
    """One decision for each request in doubt."""
    for batch in shop.workspace.batches.unconfirmed_batches():
        ids = batch.revision_ids
        shop.workspace.batches.resolve(ids, decision, shop.now)
        for each in ids:
            if decision == "accepted":
                model.rows[each][1] = "accepted"
            elif model.may_go_again(each, ids):
                due = shop.workspace.revisions.get(each).not_before
                model.rows[each][1:] = ["queued", shop.now.fromisoformat(due)]


@settings(max_examples=60, deadline=None)
@given(steps=queue_steps)
@example(  # the older one of an id is in doubt, the newer one is on its way, or in doubt too
    steps=[
        *[("queue", 0, Status.INITIALIZED)] * 2,
        ("claim", 1, None),
        ("answer", "unconfirmed", 0),
        ("claim", 1, None),
        ("resolve", "send_again", None),
        ("answer", "unconfirmed", 0),
        ("resolve", "send_again", None),
        ("wait", 100, None),
        ("claim", 1, None),
    ]
)
def test_claims_follow_the_rules_whatever_happens(new_shop, steps):
    with new_shop() as shop:
        model = Model()
        run_id = shop.run()
        flying = []
        for what, first, second in steps:
            shop.tick()
            match what:
                case "queue":
                    model.rows[shop.queued(f"N-{first}", second)] = [f"N-{first}", "queued", shop.now]
                case "claim":
                    now = shop.now + timedelta(seconds=1)  # the claim ticks
                    batch = shop.claim(run_id, limit=first)
                    ids = [each.revision_id for each in batch.members] if batch else []
                    assert ids == model.claimable(now, first)
                    external_ids = list(batch.external_order_ids) if batch else []
                    assert len(set(external_ids)) == len(external_ids)
                    for revision_id in ids:
                        model.rows[revision_id][1] = "sending"
                    flying += [batch] if batch else []
                case "answer" if flying:
                    batch = flying.pop(0)
                    not_before = shop.now + timedelta(seconds=second)
                    shop.answer(batch, State(first), not_before if first == "queued" else None)
                    for each in batch.members:
                        model.rows[each.revision_id][1:] = [first, not_before]
                case "withdraw":
                    orders = [
                        shop.workspace.revisions.get(each).order_id
                        for each, row in model.rows.items()
                        if row[0] == f"N-{first}"
                    ]
                    shop.workspace.revisions.withdraw(orders, shop.now)
                    for row in model.rows.values():
                        if row[0] == f"N-{first}" and row[1] == "queued":
                            row[1] = "withdrawn"
                case "resolve":
                    resolve(shop, model, first)
                case "wait":
                    shop.tick(first)
        stored = {each: shop.workspace.revisions.get(each).state for each in model.rows}
        assert stored == {each: row[1] for each, row in model.rows.items()}
        balance = shop.workspace.runs.get(run_id).balance
        assert balance.closes
        assert shop.workspace.runs.recompute(run_id) == balance
        shop.workspace.outbox.recover(shop.tick())
        assert shop.workspace.check().problems == ()
