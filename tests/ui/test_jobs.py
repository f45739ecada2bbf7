"""The only way off the GUI thread: order of writes, newest question wins, failures, progress, idleness."""

from __future__ import annotations

import sys
import threading
import weakref
from typing import TYPE_CHECKING, Any

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread, Signal

from ordermanager.domain.sentences import KnownError
from ordermanager.services.notices import Changes
from ordermanager.store.errors import QueryInterrupted
from ordermanager.ui.changes import merge
from ordermanager.ui.jobs import Jobs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def bare_jobs(qapp: Any) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    assert made.shut_down()


def test_a_signal_does_not_wear_out_true(qapp: Any) -> None:
    # PySide6 6.12.0 loses a reference to True with each emit, until Python 3.11 dies (style.md 0.1).
    class Emitter(QObject):
        said = Signal()

    emitter = Emitter()
    before = sys.getrefcount(True)
    for _ in range(10_000):
        emitter.said.emit()
    assert abs(sys.getrefcount(True) - before) < 1000


def test_writes_are_done_in_the_order_in_which_they_were_asked_for(bare_jobs: Jobs) -> None:
    done: list[int] = []
    for number in range(50):
        bare_jobs.write("", lambda number=number: done.append(number))
    assert bare_jobs.wait_idle()
    assert done == list(range(50))


def test_work_runs_elsewhere_and_its_answer_arrives_on_the_gui_thread(bare_jobs: Jobs) -> None:
    gui = threading.get_ident()
    seen: list[tuple[int, bool]] = []
    bare_jobs.read(
        "where",
        threading.get_ident,
        lambda worker: seen.append((worker, QThread.currentThread().isMainThread())),
    )
    assert bare_jobs.wait_idle()
    ((worker, on_gui),) = seen
    assert worker != gui
    assert on_gui


def test_of_questions_with_one_key_only_the_newest_is_answered(bare_jobs: Jobs) -> None:
    gate = threading.Event()
    answers: list[int] = []
    bare_jobs.read("key", lambda: (gate.wait(10), 0)[1], answers.append)
    for number in range(1, 20):
        bare_jobs.read("key", lambda number=number: number, answers.append)
    gate.set()
    assert bare_jobs.wait_idle()
    assert answers == [19]


def test_an_answer_on_its_way_is_dropped_when_the_next_question_is_asked(bare_jobs: Jobs) -> None:
    """Else a list that was asked twice in a row would go on with the rest of the first answer."""
    shown: list[str] = []
    pause = threading.Event()
    bare_jobs.read("list", lambda: "old", shown.append)
    for _ in range(1000):  # until it was answered; what shows answers, the event loop, does not run meanwhile
        with bare_jobs._lock:
            if not bare_jobs._current_reads and not bare_jobs._reads:
                break
        pause.wait(0.005)
    bare_jobs.read("list", lambda: "new", shown.append)
    assert bare_jobs.wait_idle()
    assert shown == ["new"]


def test_questions_with_other_keys_are_all_answered(bare_jobs: Jobs) -> None:
    answers: list[int] = []
    for number in range(20):
        bare_jobs.read(number, lambda number=number: number, answers.append)
    assert bare_jobs.wait_idle()
    assert sorted(answers) == list(range(20))


def test_a_question_can_be_dropped(bare_jobs: Jobs) -> None:
    gate = threading.Event()
    answers: list[int] = []
    bare_jobs.read("key", lambda: (gate.wait(10), 1)[1], answers.append)
    bare_jobs.drop_read("key")
    gate.set()
    assert bare_jobs.wait_idle()
    assert answers == []


def test_an_error_of_the_world_goes_to_the_job_or_else_to_everyone(bare_jobs: Jobs) -> None:
    own: list[str] = []
    common: list[str] = []
    bare_jobs.failed.connect(lambda sentence: common.append(str(sentence)))

    def fail() -> None:
        raise KnownError("the file {name} is gone", name="a.csv")

    bare_jobs.write("", fail, failed=lambda sentence: own.append(str(sentence)))
    bare_jobs.write("", fail)
    assert bare_jobs.wait_idle()
    assert own == ["the file a.csv is gone"]
    assert common == ["the file a.csv is gone"]


def test_nobody_is_told_of_a_question_that_was_given_up(bare_jobs: Jobs) -> None:
    said: list[str] = []
    bare_jobs.failed.connect(lambda sentence: said.append(str(sentence)))
    bare_jobs.crashed.connect(said.append)

    def give_up() -> None:
        raise QueryInterrupted("closed")

    bare_jobs.read("rows", give_up, said.append)
    bare_jobs.read("ids", give_up, said.append, lambda sentence: said.append(str(sentence)))
    assert bare_jobs.wait_idle()
    assert said == []


def test_a_bug_is_reported_and_the_next_job_runs(bare_jobs: Jobs) -> None:
    crashes: list[str] = []
    answers: list[int] = []
    bare_jobs.crashed.connect(crashes.append)
    bare_jobs.write("", lambda: 1 // 0)
    bare_jobs.write("", lambda: 7, answers.append)
    assert bare_jobs.wait_idle()
    assert "ZeroDivisionError" in crashes[0]
    assert answers == [7]


def test_an_answer_for_a_widget_that_is_gone_is_dropped(bare_jobs: Jobs) -> None:
    owner = QObject()
    answers: list[int] = []
    gate = threading.Event()
    bare_jobs.read("key", lambda: (gate.wait(10), 1)[1], answers.append, owner=owner)
    owner.deleteLater()
    del owner
    import shiboken6
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert shiboken6
    gate.set()
    assert bare_jobs.wait_idle()
    assert answers == []


def test_a_long_job_shows_its_title_and_can_be_cancelled(bare_jobs: Jobs) -> None:
    stop = threading.Event()
    titles: list[list[str]] = []
    answers: list[str] = []
    bare_jobs.running.connect(lambda jobs: titles.append([job.title for job in jobs]))
    job = bare_jobs.network(
        "Importing…", lambda: "ended" if stop.wait(10) else "", answers.append, cancel=stop.set
    )
    assert titles == [["Importing…"]]
    job.cancel()
    assert bare_jobs.wait_idle()
    assert answers == ["ended"]
    assert titles[-1] == []


def test_progress_arrives_thinned_out_but_its_last_value_always(qtbot: QtBot, bare_jobs: Jobs) -> None:
    seen: list[int] = []
    show = bare_jobs.on_gui(seen.append, every_ms=30)

    def work() -> None:
        for number in range(20_000):
            show(number)

    bare_jobs.network("", work)
    qtbot.waitUntil(lambda: bool(seen) and seen[-1] == 19_999)
    assert len(seen) < 2000
    assert seen == sorted(seen)


def test_progress_is_not_told_to_what_is_gone(qtbot: QtBot, bare_jobs: Jobs) -> None:
    class Dialog(QObject):
        def begin(self, seen: list[str]) -> tuple[Any, Any]:
            def tell(value: int) -> None:
                seen.append(f"{self.objectName()}{value}")

            return bare_jobs.on_gui(tell, every_ms=1), bare_jobs.on_gui(self.setObjectName, every_ms=1)

    seen: list[str] = []
    dialog = Dialog()
    shows = dialog.begin(seen)
    shows[0](1)
    qtbot.waitUntil(lambda: seen == ["1"], timeout=5000)
    shiboken6.delete(dialog)
    for show in shows:
        show(2)
    others: list[int] = []
    bare_jobs.on_gui(others.append, every_ms=1)(3)
    qtbot.waitUntil(lambda: others == [3], timeout=5000)
    assert seen == ["1"]


def test_changes_within_a_moment_reach_the_models_as_one(bare_jobs: Jobs) -> None:
    class Service:
        def subscribe(self, callback: Any) -> Any:
            self.publish = callback
            return lambda: None

    service = Service()
    bare_jobs.listen(service)
    seen: list[Changes] = []
    bare_jobs.changed.connect(seen.append)

    def work() -> None:
        for number in range(100):
            service.publish(Changes(orders=True, order_ids=frozenset({number})))
        service.publish(Changes(history=True))

    bare_jobs.write("", work)
    assert bare_jobs.wait_idle()
    assert len(seen) < 10
    named = frozenset().union(*(changes.order_ids or frozenset() for changes in seen))
    assert named == frozenset(range(100))
    assert any(changes.history for changes in seen)


def test_merged_changes_name_orders_only_where_both_can() -> None:
    first = Changes(orders=True, order_ids=frozenset({1}))
    assert merge(first, Changes(orders=True, order_ids=frozenset({2}))).order_ids == {1, 2}
    assert merge(first, Changes(orders=True, order_ids=None)).order_ids is None
    assert merge(first, Changes(settings=True)).order_ids == {1}


def test_merged_changes_are_of_states_only_where_all_are() -> None:
    step = Changes(orders=True, outbox=True, only_states=True)
    assert merge(step, step).only_states
    assert merge(step, Changes(settings=True)).only_states
    assert not merge(step, Changes(orders=True)).only_states
    assert not merge(Changes(outbox=True), Changes(settings=True)).only_states


def test_shutting_down_finishes_the_writes_that_were_asked_for(qapp: Any) -> None:
    jobs = Jobs()
    done: list[int] = []
    for number in range(20):
        jobs.write("", lambda number=number: done.append(number))
    assert jobs.shut_down()
    assert done == list(range(20))


def test_work_that_is_done_keeps_nothing_of_its_widget_in_its_thread(bare_jobs: Jobs) -> None:
    widget = QObject()
    gone = weakref.ref(widget)
    bare_jobs.read("key", lambda: 1, lambda _one, held=widget: None, owner=widget)
    bare_jobs.write("", lambda held=widget: None)
    assert bare_jobs.wait_idle()
    del widget
    assert gone() is None
