from __future__ import annotations

import threading

import pytest

from ordermanager.domain.sentences import KnownError
from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from ordermanager.store.errors import WorkspaceError
from ordermanager.store.orders.query import OrderQuery

KEY = "K3y-canary-987654321"


def test_everything_may_be_called_from_any_thread(services, draft):
    failed = []

    def work(number: int) -> None:
        try:
            services.orders.save(draft(str(number)))
            services.orders.counts()
        except Exception as error:
            failed.append(error)
        finally:
            services.release_thread()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert services.orders.count(OrderQuery()) == 8


def test_a_folder_that_cannot_be_a_workspace_is_a_sentence(tmp_path):
    (tmp_path / "orders.db").write_bytes(b"this is no database" * 100)
    with pytest.raises(WorkspaceError):
        Services.open(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(KnownError):
        Services.open(tmp_path / "file")


def test_a_workspace_can_be_looked_at_without_writing(services, folder, draft):
    services.orders.save(draft("1"))
    services.accounts.add("Shop", "https://yespo.io")
    services.close()
    with Services.open(folder, key_store=KeyStore.in_memory(), read_only=True) as reader:
        assert reader.is_read_only
        assert reader.orders.count(OrderQuery()) == 1
        assert reader.accounts.list()[0].name == "Shop"
        with pytest.raises(KnownError):
            reader.orders.save(draft("2"))


def test_the_key_is_in_no_file_of_the_workspace(shop, folder, draft):
    shop.accounts.set_key("Sandbox", KEY)
    shop.orders.save(draft("1"))
    shop.outbox.queue()
    assert shop.sending.send().accepted == 1
    assert shop.accounts.test().ok
    shop.accounts.set_key("Sandbox", "bad-" + KEY)
    assert not shop.accounts.test().ok
    shop.backups.make()
    shop.close()
    import base64

    forms = [KEY.encode(), base64.b64encode(KEY.encode()), base64.b64encode(f"api:{KEY}".encode())]
    forms += [KEY.encode("utf-16-le"), base64.b64encode(f"user:{KEY}".encode())[8:-4]]
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not any(form in content for form in forms), path
