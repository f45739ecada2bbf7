from __future__ import annotations

import os

import apsw
import pytest

from ordermanager.domain.sentences import KnownError
from ordermanager.domain.states import Folder
from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from ordermanager.services.upkeep.doctor import Doctor
from ordermanager.store.errors import SenderBusy
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.outbox.sender_lock import SenderLock


def lines(report) -> dict[str, bool]:
    return {line.name: line.ok for line in report.lines}


def test_a_healthy_workspace(services, draft, folder):
    services.orders.save(draft("1"))
    report = services.doctor.examine()
    assert report.ok
    assert lines(report).keys() == {
        "versions",
        "workspace",
        "integrity",
        "balances",
        "permissions",
        "keyring",
        "backups",
    }
    assert "SQLite 3." in str(report.lines[0].sentence)


def test_looking_at_no_workspace_makes_none(tmp_path):
    folder = tmp_path / "none"
    assert Doctor(folder, KeyStore.in_memory()).examine().ok
    assert Doctor(folder, KeyStore.in_memory()).repair().ok
    assert not folder.exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights elsewhere")
def test_what_others_can_read_is_closed_to_them(services, folder):
    services.close()
    (folder / "orders.db").chmod(0o644)
    folder.chmod(0o755)
    assert not lines(Doctor(folder, KeyStore.in_memory()).examine())["permissions"]
    report = Doctor(folder, KeyStore.in_memory()).repair()
    assert report.ok
    assert {"workspace", "orders.db"} <= {sentence.values["file"] for sentence in report.repaired}
    assert folder.stat().st_mode & 0o077 == 0


def damage(folder) -> None:
    with (folder / "orders.db").open("r+b") as file:
        file.seek(0)
        file.write(b"\xff" * 8192)


def test_a_damaged_database_comes_back_from_its_backup_and_nothing_is_sent_by_itself(services, draft, folder):
    for number in range(3):
        services.orders.save(draft(str(number)))
    services.outbox.queue(services.orders.find(["0"]))
    backup = services.backups.make()
    services.close()
    damage(folder)
    with pytest.raises(KnownError, match="newest good backup is"):
        Services.open(folder)
    before = Doctor(folder, KeyStore.in_memory()).examine()
    assert not lines(before)["integrity"]
    report = Doctor(folder, KeyStore.in_memory()).repair()
    assert backup.name in str(report.repaired[0])
    assert [line.name for line in report.lines if not line.ok] == ["held"]
    with Services.open(folder, key_store=KeyStore.in_memory()) as again:
        assert again.orders.counts()[Folder.ALL] == 3
        assert again.outbox.held() == 1
        assert again.outbox.release_held() == 1
    assert Doctor(folder, KeyStore.in_memory()).examine().ok


def test_a_damaged_search_index_is_no_reason_to_go_back_to_a_backup(services, draft, folder):
    services.orders.save(draft("1"))
    services.backups.make()
    services.orders.save(draft("2"))
    services.close()
    database = apsw.Connection(str(folder / "orders.db"))
    database.execute("UPDATE order_search_data SET block = x'ff' WHERE id > 100")
    database.close()
    doctor = Doctor(folder, KeyStore.in_memory())
    assert not lines(doctor.examine())["integrity"]
    report = doctor.repair()
    assert [str(sentence) for sentence in report.repaired] == [
        "The search index was damaged and has been made anew. Nothing was lost."
    ]
    assert report.ok
    with Services.open(folder, key_store=KeyStore.in_memory()) as again:
        assert len(again.orders.list_ids(OrderQuery(search="2"))) == 1


def test_without_a_good_backup_nothing_is_touched(services, folder):
    services.close()
    damage(folder)
    before = (folder / "orders.db").read_bytes()
    with pytest.raises(KnownError, match="no good backup"):
        Doctor(folder, KeyStore.in_memory()).repair()
    assert (folder / "orders.db").read_bytes() == before


def test_nothing_is_repaired_under_a_sender(services, folder):
    with SenderLock(folder), pytest.raises(SenderBusy):
        services.doctor.repair()


def test_a_backup_is_due_once_a_day(services):
    assert services.backup_if_due().is_file()
    assert services.backup_if_due() is None
    assert lines(services.doctor.examine())["backups"]
