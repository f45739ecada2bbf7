from __future__ import annotations

from ordermanager.services.notices import Changes, Notices


def test_every_listener_hears_until_it_unsubscribes():
    notices, first, second = Notices(), [], []
    leave = notices.subscribe(first.append)
    notices.subscribe(second.append)
    notices.publish(Changes(orders=True))
    leave()
    leave()
    notices.publish(Changes(outbox=True))
    assert first == [Changes(orders=True)]
    assert second == [Changes(orders=True), Changes(outbox=True)]


def test_a_listener_that_fails_does_not_keep_the_others_from_hearing(caplog):
    notices, heard = Notices(), []

    def broken(_: Changes) -> None:
        raise RuntimeError("view is gone")

    notices.subscribe(broken)
    notices.subscribe(heard.append)
    notices.publish(Changes(history=True))
    assert heard == [Changes(history=True)]
    assert "a listener failed" in caplog.text


def test_a_listener_may_unsubscribe_while_it_is_told():
    notices, heard = Notices(), []

    def once(changes: Changes) -> None:
        heard.append(changes)
        leave()

    leave = notices.subscribe(once)
    notices.publish(Changes())
    notices.publish(Changes())
    assert len(heard) == 1
