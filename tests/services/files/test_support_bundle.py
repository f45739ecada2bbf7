"""The support bundle: all that helps, nobody's data, no key; also of a workspace that cannot be opened."""

from __future__ import annotations

import json
import zipfile

import pytest

from ordermanager.domain.sentences import WrongUse
from ordermanager.services.files.support_bundle import MOST_ORDERS, write_without_workspace
from ordermanager.services.upkeep.doctor import Doctor

KEY = "sEcret-Key-0123456789abcdef"
PERSON = {
    "email": "solomiia@kvitka.example",
    "phone": "0671234567",
    "firstName": "Solomiia",
    "lastName": "Kvitka",
    "deliveryAddress": "Rivne, Soborna 7",
    "externalCustomerId": "solomiia-1",
}


@pytest.fixture
def sent(services, sandbox, draft):
    """One order sent twice, one refused with the person's name in the reason; `services` has a key."""
    services.accounts.add("Shop", sandbox.url, key=KEY)
    services.orders.save(draft("1", **PERSON))
    services.orders.save(draft("refused", currency="", **{**PERSON, "email": "other@kvitka.example"}))
    services.outbox.queue()
    services.sending.send()
    (first,) = services.orders.find(["1"])
    services.orders.save(draft("1", **{**PERSON, "status": "DELIVERED", "lastName": "Sad"}), first)
    services.outbox.queue([first])
    services.sending.send()
    return services


def texts(path) -> dict[str, str]:
    with zipfile.ZipFile(path) as bundle:
        assert bundle.testzip() is None
        return {name: bundle.read(name).decode() for name in bundle.namelist()}


def test_all_that_helps_is_in_it_and_nobody(sent, tmp_path):
    path = tmp_path / "bundle.zip"
    assert sent.bundles.write(path, sent.doctor, sent.orders.find(["1", "refused"]), {"qt": "6.11"}) == 2
    found = texts(path)
    assert {
        "README.txt",
        "versions.json",
        "doctor.txt",
        "workspace.json",
        "runs.txt",
        "orders/2.json",
    } <= set(found)
    assert any(name.startswith("logs/") for name in found)
    everything = "\n".join(found.values())
    for secret in (KEY, "olomiia", "Kvitka", "kvitka.example", "1234567", "Soborna", str(sent.folder)):
        assert secret not in everything, secret
    story = json.loads(found["orders/1.json"])
    assert [each["order"]["status"] for each in story["revisions"]] == ["INITIALIZED", "DELIVERED"]
    assert story["revisions"][0]["order"]["email"].endswith("@masked.invalid")
    assert story["now"]["email"] == story["revisions"][0]["order"]["email"]
    assert [entry["event"] for entry in story["timeline"] if "event" in entry] == [
        "orderINITIALIZED",
        "orderDELIVERED",
    ]
    assert json.loads(found["workspace.json"])["accounts"][0]["name"] == "Shop"
    assert json.loads(found["versions.json"])["qt"] == "6.11"
    assert "[ok] integrity" in found["doctor.txt"]


def test_it_can_be_made_without_any_order(services, tmp_path):
    assert services.bundles.write(tmp_path / "b.zip", services.doctor) == 0
    assert not [name for name in texts(tmp_path / "b.zip") if name.startswith("orders/")]


@pytest.mark.parametrize("name", ["bundle", "bundle.txt"])
def test_another_ending_is_refused(services, tmp_path, name):
    with pytest.raises(WrongUse, match="zip"):
        services.bundles.write(tmp_path / name, services.doctor)
    assert not list(tmp_path.glob("bundle*"))


def test_it_has_no_room_for_everything(services, tmp_path):
    with pytest.raises(WrongUse, match="room for 200"):
        services.bundles.write(tmp_path / "b.zip", services.doctor, range(MOST_ORDERS + 1))


def test_a_damaged_workspace_has_one_too(sent, folder, tmp_path):
    sent.close()
    (folder / "orders.db").write_bytes(b"not a database at all" * 100)
    write_without_workspace(tmp_path / "b.zip", folder, Doctor(folder))
    found = texts(tmp_path / "b.zip")
    assert "[!!] integrity" in found["doctor.txt"]
    assert any(name.startswith("logs/") for name in found)
