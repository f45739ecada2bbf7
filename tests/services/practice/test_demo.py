from __future__ import annotations

import pytest

from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.states import Folder
from ordermanager.services.practice.demo import sample_files, start_demo


def test_the_demo_does_the_main_job_and_leaves_something_in_every_folder(tmp_path):
    said = []
    with start_demo(tmp_path / "demo", said.append) as demo:
        report = demo.report()
        counts = demo.services.orders.counts()
        ledger = demo.sandbox.ledger.events
    assert report.balance_closes
    assert report.total == report.accepted + report.rejected + report.unconfirmed + report.waiting
    assert report.accepted > 100
    assert min(report.rejected, report.unconfirmed, report.waiting) > 0
    assert all(count > 0 for count in counts.values()), counts
    assert {Folder(folder) for folder in counts} == set(Folder)
    assert len(ledger) == report.accepted + report.unconfirmed
    assert set(ledger.values()) == {1}
    assert len(report.files) == len(sample_files())
    assert said


def test_a_demo_never_touches_a_workspace_that_is_there(services, folder):
    services.close()
    before = (folder / "orders.db").read_bytes()
    with pytest.raises(WrongUse, match="A demo needs a new folder"), start_demo(folder):
        pass
    assert (folder / "orders.db").read_bytes() == before
