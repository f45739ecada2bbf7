"""Each fault once, on the first request; then the server is well. Its ledger is compared with the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from ordermanager.domain.states import State
from ordermanager.sending.progress import RunReport, StopReason
from ordermanager.sending.sender import Limits
from tests.faults import modes
from tests.faults.modes import FAILED_SHAPES, LARGE_MODES, MODES, Believes, Mode
from tests.faults.server import Fault, FaultServer, ok
from tests.faults.shop import EMAIL_DOMAIN, FakeClock, Shop, audit, audit_repeats, order

DEADLINE = 0.4
"""The client's, in real seconds, for the faults that never end."""


class Scene:
    """A shop with five queued orders and a server with one fault."""

    def __init__(self, folder: Path, *script: Fault, default: Fault = ok) -> None:
        self.clock = FakeClock()
        self.server = FaultServer(*script, default=default, clock=self.clock.monotonic).start()
        self.shop = Shop(folder, self.server.url, self.clock)
        self.shop.fill(5)

    def close(self) -> None:
        self.shop.close()
        self.server.stop()
        assert self.server.errors == []

    def audit(self) -> None:
        audit(self.shop, self.server.ledger)
        audit_repeats(self.server.ledger)


@pytest.fixture
def scene(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Scene]:
    scene = Scene(tmp_path, request.param)
    yield scene
    scene.close()


def believed(shop: Shop) -> set[State]:
    return set(shop.states().values())


ENDLESS = ("hang", "drip", "endless")
"""Faults that only the client's own deadline ends."""

STOPS = {
    "redirect": StopReason.WRONG_ADDRESS,
    "status_401": StopReason.KEY_REFUSED,
    "status_403": StopReason.KEY_REFUSED,
    "status_404": StopReason.WRONG_ADDRESS,
    "status_405": StopReason.WRONG_ADDRESS,
    "status_415": StopReason.WRONG_ADDRESS,
}


def assert_believed(shop: Shop, server: FaultServer, report: RunReport, mode: Mode, orders: int) -> None:
    """What `mode.believes` says of every order of the one faulty request, with a sentence for each that needs one."""
    states = believed(shop)
    account = shop.workspace.accounts.get("test")
    match mode.believes:
        case Believes.ACCEPTED:
            assert (states, report.attempts, report.stopped) == ({State.ACCEPTED}, 1, None)
        case Believes.LATER_ACCEPTED:
            assert (states, report.stopped) == ({State.ACCEPTED}, None)
            assert report.attempts >= 2
        case Believes.EITHER:  # the kernel may have taken the whole request before the reset came back
            assert states in ({State.ACCEPTED}, {State.UNCONFIRMED})
        case Believes.UNCONFIRMED:
            assert (states, report.unconfirmed, report.stopped) == ({State.UNCONFIRMED}, orders, None)
            assert len(server.ledger.requests) == 1
        case Believes.STOPPED_WAITING:
            assert (states, report.waiting, report.attempts) == ({State.QUEUED}, orders, 1)
            assert report.stop_reason is STOPS.get(mode.name, StopReason.WRONG_ADDRESS)
            assert account.is_stopped
        case Believes.STOPPED_UNCONFIRMED:
            assert (states, report.unconfirmed) == ({State.UNCONFIRMED}, orders)
            assert report.stop_reason is StopReason.NOT_THE_API
            assert account.is_stopped
    for record in shop.revisions():
        if record.state in (State.UNCONFIRMED, State.REJECTED):
            assert record.reason is not None, f"{record.external_order_id} is {record.state} without a reason"
            assert str(record.reason)
    if account.is_stopped:
        assert account.stop_reason is not None
        assert str(report.stopped) == str(account.stop_reason)


@pytest.mark.parametrize(
    ("scene", "mode"), [pytest.param(mode.fault, mode, id=mode.name) for mode in MODES], indirect=["scene"]
)
def test_after_this_fault_nothing_is_lost_and_nothing_doubled(
    scene: Scene, mode: Mode, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    report = scene.shop.send(total=DEADLINE if mode.name.startswith(ENDLESS) else 10.0)
    scene.audit()
    assert_believed(scene.shop, scene.server, report, mode, orders=5)
    if mode.number in ("F20", "F22"):
        assert scene.clock.passed >= 1
    assert EMAIL_DOMAIN not in caplog.text
    assert "secret-key" not in caplog.text


@pytest.mark.parametrize("mode", LARGE_MODES, ids=lambda mode: mode.name)
def test_an_answer_before_the_request_was_whole(tmp_path: Path, mode: Mode) -> None:
    clock = FakeClock()
    with FaultServer(mode.fault, clock=clock.monotonic) as server:
        shop = Shop(tmp_path, server.url, clock)
        # More than the buffers of both ends hold, or the last byte would have left before anybody read it.
        shop.queue([order(number, deliveryAddress="x" * 9_500_000) for number in range(2)])
        report = shop.send(limits=Limits(max_bytes=20_000_000, offline_patience=600, wait_patience=7200))
        audit(shop, server.ledger)
        audit_repeats(server.ledger)
        assert not server.ledger.requests[0].complete
        assert_believed(shop, server, report, mode, orders=2)
        shop.close()
    assert server.errors == []


def test_the_modes_are_at_least_forty_five_and_each_has_its_own_name() -> None:
    names = [mode.name for mode in (*MODES, *LARGE_MODES)]
    assert len(names) == len(set(names))
    assert len({name.removesuffix("_applied").removesuffix("_dropped") for name in names}) >= 45


@pytest.mark.parametrize("shape", FAILED_SHAPES)
def test_an_order_named_in_failed_orders_is_rejected_and_the_others_are_accepted(
    tmp_path: Path, shape: str
) -> None:
    scene = Scene(tmp_path, partial(modes.failed, shape=shape))
    report = scene.shop.send()
    scene.audit()
    states = scene.shop.states()
    assert (report.accepted, report.rejected, report.attempts) == (4, 1, 1)
    assert states["A0"] is State.REJECTED
    (rejected,) = [record for record in scene.shop.revisions() if record.state is State.REJECTED]
    if shape != "strings":
        assert "bad e-mail" in str(rejected.reason)
    scene.close()


def test_all_orders_may_be_named_in_failed_orders(tmp_path: Path) -> None:
    scene = Scene(tmp_path, modes.all_failed)
    report = scene.shop.send()
    scene.audit()
    assert (report.rejected, report.stopped) == (5, None)
    scene.close()


def test_an_answer_that_names_an_order_never_sent_leaves_all_in_doubt(tmp_path: Path) -> None:
    scene = Scene(tmp_path, modes.stranger_failed)
    report = scene.shop.send()
    scene.audit()
    assert report.unconfirmed == 5
    scene.close()


@pytest.mark.parametrize("code", [500, 502, 504])
def test_three_requests_in_a_row_without_a_clear_answer_stop_the_run(tmp_path: Path, code: int) -> None:
    scene = Scene(tmp_path, default=partial(modes.status, code=code, applied=True))
    scene.shop.queue([order(number) for number in range(100, 400)])
    report = scene.shop.send()
    scene.audit()
    assert report.stop_reason is StopReason.TOO_MANY_DOUBTS
    assert report.attempts == 3
    assert report.unconfirmed == 100 + 50 + 25  # halved after each doubt
    assert report.waiting == 305 - 175
    assert scene.clock.passed >= 2
    scene.close()


def test_two_doubts_do_not_stop_it(tmp_path: Path) -> None:
    fault = partial(modes.status, code=500)
    scene = Scene(tmp_path, fault, fault)
    scene.shop.queue([order(number) for number in range(100, 400)])
    report = scene.shop.send()
    scene.audit()
    assert (report.stopped, report.unconfirmed, report.accepted) == (None, 150, 155)
    scene.close()
