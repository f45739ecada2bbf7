"""The folder counts are right after anything at all; a recount tells."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ordermanager.domain.states import Folder, State
from ordermanager.store.folder_counts import recount, stored_counts
from ordermanager.store.orders.query import OrderQuery

NUMBERS = st.integers(0, 7)
STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("save"), NUMBERS, st.sampled_from(["draft", "ready"]), st.sampled_from(["yes", "no"])
        ),
        st.tuples(st.just("edit"), NUMBERS, st.sampled_from(["draft", "ready"]), st.sampled_from(["A", "B"])),
        st.tuples(st.just("queue"), NUMBERS, st.none(), st.none()),
        st.tuples(st.just("withdraw"), NUMBERS, st.none(), st.none()),
        st.tuples(st.just("delete"), NUMBERS, st.none(), st.none()),
        st.tuples(st.just("restore"), NUMBERS, st.none(), st.none()),
        st.tuples(st.just("import"), NUMBERS, st.sampled_from(["draft", "ready"]), st.none()),
        st.tuples(st.just("undo"), st.none(), st.none(), st.none()),
        st.tuples(st.just("claim"), st.none(), st.none(), st.none()),
        st.tuples(
            st.just("answer"),
            st.sampled_from(["accepted", "rejected", "unconfirmed", "queued"]),
            st.none(),
            st.none(),
        ),
        st.tuples(st.just("resolve"), st.sampled_from(["send_again", "accepted"]), st.none(), st.none()),
        st.tuples(st.just("crash"), st.none(), st.none(), st.none()),
        st.tuples(st.just("hold"), st.booleans(), st.none(), st.none()),
    ),
    max_size=30,
)


class Player:
    """Does what the steps say, as far as they can be done."""

    def __init__(self, shop) -> None:
        self.shop = shop
        self.orders: list[int] = []
        self.imports: list[int] = []
        self.flying: list = []
        self.run_id = shop.run()

    def pick(self, number: int) -> list[int]:
        return [self.orders[number % len(self.orders)]] if self.orders else []

    def play(self, what, first, second, third) -> None:
        getattr(self, what)(first, second, third)

    def save(self, number, state, attention):
        self.orders.append(self.shop.order(f"N-{number}", state=state, attention=attention))

    def edit(self, number, state, name):
        for order_id in self.pick(number):
            external_id = self.shop.workspace.orders.get(order_id).row.external_order_id
            self.shop.order(external_id, order_id=order_id, state=state, lastName=name)

    def queue(self, number, *_):
        self.shop.queue(*self.pick(number))

    def withdraw(self, number, *_):
        self.shop.workspace.revisions.withdraw(self.pick(number), self.shop.tick())

    def delete(self, number, *_):
        self.shop.workspace.orders.delete(self.pick(number), self.shop.tick())

    def restore(self, number, *_):
        self.shop.workspace.orders.restore(self.pick(number), self.shop.tick())

    def __getattr__(self, name):
        return {"import": self.bring}[name]

    def bring(self, number, state, _):
        workspace = self.shop.workspace
        import_id = workspace.imports.add("f.csv", "", self.shop.tick())
        items = [self.shop.item(f"N-{number}", state=state, attention="yes")]
        for order_id in self.pick(number):
            items.append(self.shop.item("old", order_id=order_id, state=state, lastName="Imported"))
        ids = workspace.orders.save_many(items, now=self.shop.now, import_id=import_id)
        self.orders.append(ids[0])
        self.imports.append(import_id)

    def undo(self, *_):
        if self.imports:
            self.shop.workspace.imports.undo(self.imports.pop(), self.shop.tick())

    def claim(self, *_):
        batch = self.shop.claim(self.run_id, limit=2)
        self.flying += [batch] if batch else []

    def answer(self, state, *_):
        if self.flying:
            self.shop.answer(self.flying.pop(), State(state))

    def resolve(self, decision, *_):
        for batch in self.shop.workspace.batches.unconfirmed_batches():
            self.shop.workspace.batches.resolve(batch.revision_ids, decision, self.shop.tick())

    def crash(self, *_):
        self.shop.workspace.outbox.recover(self.shop.tick())
        self.flying.clear()
        self.run_id = self.shop.run()

    def hold(self, hold, *_):
        if hold:
            self.shop.hold()
            self.flying.clear()
            self.run_id = self.shop.run()
        else:
            self.shop.workspace.revisions.release_held(self.shop.tick())


@settings(max_examples=80, deadline=None)
@given(steps=STEPS)
def test_counts_equal_a_recount_after_anything(new_shop, steps):
    with new_shop() as shop:
        player = Player(shop)
        for step in steps:
            player.play(*step)
        database = shop.workspace.reader()
        assert stored_counts(database) == recount(database)
        counts = shop.workspace.orders.folder_counts()
        assert counts == {folder: len(shop.workspace.orders.ids(OrderQuery(folder))) for folder in Folder}
        player.crash()
        assert shop.workspace.check().problems == ()


def test_a_wrong_count_is_found(shop):
    shop.order("1")
    with shop.workspace.write() as database:
        database.run("UPDATE order_counts SET orders = 5 WHERE name = 'ready'")
    (problem,) = shop.workspace.check().problems
    assert str(problem) == "The folder ready counts 5 orders but has 1."
    with shop.workspace.write() as database:
        database.run("UPDATE order_counts SET orders = 1 WHERE name = 'ready'")
