"""Whoever sends something that may have arrived before is told so, by whatever way it came back to be sent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from ordermanager.domain.states import State
from ordermanager.sandbox.server import SandboxServer


def send(services, draft, *ids, **fields):
    orders = [services.orders.save(draft(each, **fields)).order_id for each in ids]
    services.outbox.queue(orders)
    assert services.sending.send().waiting == 0
    return orders


def test_an_order_that_was_deleted_and_made_anew(shop, draft):
    shop.orders.delete(send(shop, draft, "1"))
    again = shop.orders.save(draft("1")).order_id
    assert shop.outbox.preview([again]).repeated == 1
    shop.outbox.queue([again])
    assert shop.outbox.forecast().repeated == 1


def test_an_order_that_stands_here_twice(shop, draft):
    twins = [shop.orders.save(draft("1")).order_id for _ in range(2)]
    shop.outbox.queue(twins)
    assert shop.outbox.forecast().repeated == 1  # the second of them
    shop.outbox.withdraw(twins)
    send(shop, draft, "2")
    other = shop.orders.save(draft("2", status="DELIVERED")).order_id
    shop.outbox.queue([other])
    assert shop.outbox.forecast().repeated == 0  # another event
    assert shop.outbox.preview([twins[0]]).repeated == 0


def test_a_sent_order_that_was_corrected_and_is_ready_again(shop, draft):
    (order,) = send(shop, draft, "1")
    shop.orders.save(draft("1", firstName="Olena"), order)
    assert shop.outbox.preview().repeated == 1
    assert shop.send_preview.preview().preview.twice
    shop.orders.save(draft("1", status="DELIVERED"), order)
    assert shop.outbox.preview().repeated == 0
    assert not shop.send_preview.preview().preview.twice


def test_what_was_sent_between_a_backup_and_its_restore(shop, draft):
    ready = shop.orders.save(draft("1")).order_id
    waits = shop.orders.save(draft("2")).order_id
    shop.outbox.queue([waits])
    backup = shop.backups.make()
    shop.outbox.queue([ready])
    send(shop, draft, "3")
    assert shop.backups.restore(backup) == 1
    assert shop.orders.get(ready).state is State.READY
    assert shop.outbox.preview([ready]).repeated == 1
    late = shop.orders.save(draft("3")).order_id  # typed or imported anew
    new = shop.orders.save(draft("4", date=(datetime.now(UTC) + timedelta(minutes=30)).isoformat())).order_id
    shop.outbox.withdraw([waits])  # what was held forgets it
    shop.outbox.queue([ready, waits, late, new])
    assert (shop.outbox.forecast().total, shop.outbox.forecast().repeated) == (4, 3)
    shop.sending.send()
    assert shop.outbox.forecast().repeated == 0


def test_what_only_went_to_a_practice_account_reached_nobody(shop, draft):
    (order,) = send(shop, draft, "1")
    shop.outbox.send_again([order])
    assert shop.outbox.forecast().repeated == 1  # there it comes twice
    with SandboxServer() as server:
        shop.accounts.add("Shop", server.url, key="k", is_sandbox=False, default=True)
        assert shop.outbox.forecast().repeated == 0
        assert shop.sending.send().accepted == 1
        shop.outbox.send_again([order])
        assert shop.outbox.forecast().repeated == 1


def test_a_doubt_that_was_sent_again_and_withdrawn_may_have_arrived(shop, sandbox, draft):
    sandbox.fail("drop-after:1")
    order = shop.orders.save(draft("1")).order_id
    shop.outbox.queue([order])
    assert shop.sending.send().unconfirmed == 1
    shop.outbox.resolve("send_again")
    shop.outbox.withdraw([order])
    assert shop.outbox.preview([order]).repeated == 1
    shop.outbox.queue([order])
    assert shop.outbox.forecast().repeated == 1


def test_the_older_of_two_orders_with_one_id_does_not_follow_the_newer(shop, sandbox, draft):
    sandbox.fail("drop-after:1")
    first = shop.orders.save(draft("1", firstName="Old")).order_id
    shop.outbox.queue([first])
    assert shop.sending.send().unconfirmed == 1
    send(shop, draft, "1", firstName="New", status="DELIVERED")
    assert shop.outbox.unconfirmed()[0].newer_sent == 1
    assert shop.outbox.resolve("send_again") == 0
    assert shop.outbox.resolve("accepted") == 1
