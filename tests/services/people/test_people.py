"""Forgetting a person: a made-up one goes through everything, is erased, and is then looked for byte by byte."""

from __future__ import annotations

import base64
import json
from datetime import timedelta

import pytest

from ordermanager.domain.people.identity import Identity
from ordermanager.domain.sentences import WrongUse
from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from ordermanager.services.people.forgotten import ForgottenPeople
from ordermanager.store.orders.filters import OrderFilters
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.people.erasing import StillWaiting
from ordermanager.store.people.records import CustomerQuery

EMAIL, PHONE, CUSTOMER = "canary.zyx@shop.example", "380671239876", "CUST-zyx-77"
CANARY = Identity(CUSTOMER, EMAIL, PHONE)
FIELDS = {
    "externalCustomerId": CUSTOMER,
    "email": "Canary.ZYX@shop.example",
    "phone": "067 123-98-76",
    "firstName": "Канарка",
    "lastName": "Zyxwolf",
    "deliveryAddress": "Zyx street 77",
}
TRACES = (
    "canary.zyx",
    CUSTOMER,
    "Zyxwolf",
    "Канарка",
    "Zyx street",
    "380671239876",
    "0671239876",
    "123-98-76",
)


def traces_in(folder, names=TRACES):
    """Every file in which the person is, however it is written."""
    forms = set()
    for name in names:
        for form in (
            name,
            name.lower(),
            name.upper(),
            json.dumps(name)[1:-1],
            json.dumps(json.dumps(name)[1:-1])[1:-1],
        ):
            forms |= {form.encode(), form.encode("utf-16-le")}
        for shift in range(3):  # whatever stands before it in what was encoded
            forms.add(base64.b64encode(b" " * shift + name.encode())[4:-4])
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            hits = [form for form in forms if len(form) > 6 and form in data]
            if hits:
                found[path.name] = hits
    return found


@pytest.fixture
def lived(shop, sandbox, draft, write_csv, row):
    """The canary in every place there is: sent, changed, refused, imported, a card, a draft, a backup, a search."""
    shop.orders.save(draft("9", firstName="Other"))
    sandbox.add_contact(
        {
            "id": 5,
            "externalCustomerId": CUSTOMER,
            "channels": [{"type": "email", "value": EMAIL}],
            "lastName": "Zyxwolf",
        }
    )
    first = shop.orders.save(draft("1", **FIELDS)).order_id
    refused = shop.orders.save(draft("2", **FIELDS)).order_id
    shop.orders.save(draft("3", **{**FIELDS, "totalCost": ""}))
    # a finding names them
    shop.orders.save(draft("8", externalCustomerId=CUSTOMER, email="someone@shop.example"))
    shop.outbox.queue([first, refused])
    shop.sending.send()
    shop.backups.make()
    shop.orders.save(draft("1", **{**FIELDS, "status": "DELIVERED", "email": "new.zyx@shop.example"}), first)
    shop.importing.run(
        shop.importing.prepare(
            write_csv(
                row("4", **{k: v for k, v in FIELDS.items() if k in row("4")}), name="Order of Zyxwolf.csv"
            )
        )
    )
    shop.contacts.refresh(first)
    shop._workspace.customer_list.refresh()
    shop.settings.update(view={"search": "canary.zyx@shop.example"})
    return shop


def test_what_will_be_forgotten_is_said_before(lived):
    found = lived.people.find(CANARY)
    assert found.orders == ("1", "2", "3", "8", "4")
    assert (found.unsent, found.waiting, found.cards, found.backups) == (3, (), 1, 1)
    assert found.others == ()
    with pytest.raises(WrongUse):
        lived.people.find(Identity())


def test_nothing_of_a_forgotten_person_is_left(lived, folder):
    assert len(traces_in(folder)) > 2
    sold_before = lived.insights.overview().sales
    done = lived.people.forget(CANARY)
    assert (done.orders, done.revisions, done.cards) == (5, 2, 1)
    assert (done.backups_rewritten, done.backups_dropped, done.left) == (1, 0, ())
    assert traces_in(folder) == {}
    assert lived._workspace.check().problems == ()
    assert lived.insights.overview().sales == sold_before
    shown = lived.orders.rows(lived.orders.list_ids(OrderQuery(filters=OrderFilters(lacking="contact"))))
    assert {(row.external_order_id, row.name) for row in shown} >= {("2", "")}
    assert lived.orders.list_ids(OrderQuery(search="zyxwolf")).tolist() == []
    lines = [line for line in lived.history.lines() if line.event_key == "2"]
    assert json.loads(lines[0].order_text)["erased"]
    notes = {each.name: str(each.note) for each in lines[0].params if not each.value}
    for name in ("contactId", "EmailAddress", "SMS"):
        assert notes[name].startswith("not known any more: the customer was erased here on ")
    (second,) = lived.orders.find(["2"])
    assert lived.explanations.of_order(second).explanation.rule == "erased"
    assert [entry.kind for entry in lived.history.timeline(second)][-1] == "edited"
    assert all(change.before is None for change in lived.history.changes(second))
    assert lived.people.find(CANARY).orders == ()
    lived.close()
    assert traces_in(folder) == {}


def test_whom_they_share_a_phone_with_is_forgotten_too(shop, draft, folder):
    phone = "0671234567"
    shop.orders.save(draft("1", externalCustomerId="", email=EMAIL, phone=phone))
    shop.orders.save(draft("2", externalCustomerId="", email="", phone=phone))
    assert [row.orders for row in shop.customers.lines(CustomerQuery())] == [2]
    shop.orders.list_ids(
        OrderQuery(filters=OrderFilters(customer=f"e{EMAIL}"))
    )  # where it is read, it stays open
    assert any(name.startswith("links.db") for name in traces_in(folder))
    shop.people.forget(Identity(email=EMAIL, phone="380671234567"))
    assert traces_in(folder) == {}


def test_a_rewritten_backup_can_be_restored_and_knows_nobody(lived, folder):
    lived.people.forget(CANARY)
    (backup,) = [view for view in lived.backups.list() if view.is_good]
    lived.backups.restore(backup.path)
    assert traces_in(folder) == {}
    assert lived._workspace.check().problems == ()
    assert lived.orders.find(["1", "2", "9"])


def test_a_backup_of_orders_that_wait_gives_them_up(shop, draft, folder):
    order = shop.orders.save(draft("1", **FIELDS)).order_id
    shop.outbox.queue([order])
    shop.backups.make()
    with pytest.raises(StillWaiting, match="1"):
        shop.people.forget(CANARY)
    assert shop.people.find(CANARY).waiting == ("1",)
    shop.outbox.withdraw([order])
    assert shop.people.forget(CANARY).backups_rewritten == 1
    assert traces_in(folder) == {}
    shop.backups.restore(shop.backups.list()[0].path)
    assert shop.outbox.waiting() == 0
    assert shop._workspace.check().problems == ()


def test_a_backup_that_cannot_be_rewritten_is_dropped(shop, draft, folder):
    shop.orders.save(draft("1", **FIELDS))
    path = shop.backups.make()
    path.write_bytes(path.read_bytes()[:5000] + b"\xff" * 3000)
    done = shop.people.forget(CANARY)
    assert (done.backups_rewritten, done.backups_dropped) == (0, 1)
    assert not path.exists()
    assert traces_in(folder) == {}


def test_what_was_put_aside_as_damaged_is_named_and_deleted_on_demand(shop, draft, folder):
    shop.orders.save(draft("1", **FIELDS))
    aside = folder / "damaged-20261123T120000000000Z"
    aside.mkdir()
    (aside / "orders.db").write_bytes(b"\x00 canary.zyx@shop.example")
    (folder / "damaged-notes.txt").write_text("no folder of ours")
    assert shop.people.find(CANARY).damaged == (aside.name,)
    assert shop.people.forget(CANARY).left == (aside.name,)
    assert set(traces_in(folder)) == {"orders.db"}
    done = shop.people.forget(CANARY, delete_damaged=True)
    assert (done.left, done.damaged_deleted) == ((), 1)
    assert traces_in(folder) == {}
    assert (folder / "damaged-notes.txt").exists()


def test_an_import_that_is_being_looked_through_is_said(shop, draft, write_csv, row):
    shop.orders.save(draft("1", **FIELDS))
    assert shop.people.find(CANARY).open_imports == 0
    with shop.importing.review(shop.importing.prepare(write_csv(row("4")))):
        assert shop.people.find(CANARY).open_imports == 1
    assert shop.people.find(CANARY).open_imports == 0


def test_what_is_known_can_be_handed_over(lived, tmp_path, read_csv):
    path = tmp_path / "person.json"
    lived.people.export(path, CANARY)
    entries = json.loads(path.read_text("utf-8"))
    assert [entry["kind"] for entry in entries].count("sent") == 2
    assert [entry["kind"] for entry in entries].count("earlier") == 1
    assert entries[-1]["card"]["externalCustomerId"] == CUSTOMER
    table = tmp_path / "person.csv"
    lived.people.export(table, CANARY)
    rows = read_csv(table)
    assert {line["lastName"] for line in rows} >= {"Zyxwolf"}
    assert all("zyx" in json.dumps(line).lower() for line in rows)
    with pytest.raises(WrongUse):
        lived.people.export(tmp_path / "person.txt", CANARY)


def test_who_was_forgotten_is_known_again_without_being_named(lived, folder):
    assert not ForgottenPeople(lived._workspace).knows(CANARY)
    lived.people.forget(CANARY)
    assert ForgottenPeople(lived._workspace).knows(Identity(email=EMAIL))
    assert ForgottenPeople(lived._workspace).knows(Identity(phone=PHONE))
    assert not ForgottenPeople(lived._workspace).knows(Identity(email="p9@shop.example"))
    assert traces_in(folder) == {}


def test_an_order_of_somebody_who_was_forgotten_says_so(lived, draft, write_csv, row):
    def warned(findings):
        return [finding.code for finding in findings if finding.code == "customer.forgotten"]

    assert not warned(lived.orders.check(draft("20", email=EMAIL, externalCustomerId="")).findings)
    lived.people.forget(CANARY)
    checked = lived.orders.check(draft("20", email=EMAIL.upper(), externalCustomerId=""))
    assert warned(checked.findings)
    assert not warned(lived.orders.check(draft("21")).findings)
    path = write_csv(row("22", phone=PHONE), row("23"), name="again.csv")
    lived.importing.run(lived.importing.prepare(path))
    by_id = {line.row.external_order_id: line for line in lived.orders.lines(OrderQuery())}
    assert by_id["22"].row.warnings == by_id["23"].row.warnings + 1
    assert warned(by_id["22"].findings)


def test_relatives_are_named_before_they_are_forgotten_too(shop, draft):
    shop.orders.save(draft("1", externalCustomerId="C-1", email="family@shop.example"))
    shop.orders.save(draft("2", externalCustomerId="C-2", email="family@shop.example"))
    assert shop.people.find(Identity(email="family@shop.example")).others == ("C-1", "C-2")
    assert shop.people.find(Identity("C-1", "family@shop.example")).others == ("C-2",)
    assert shop.people.find(Identity("C-1")).orders == ("1",)


def test_another_program_that_reads_does_not_keep_the_person(shop, draft, folder):
    shop.orders.save(draft("1", **FIELDS))
    with Services.open(folder, key_store=KeyStore.in_memory()) as other:
        assert other.orders.counts()
        shop.people.forget(CANARY)
        assert traces_in(folder) == {}
    assert shop.backup_if_due(timedelta(0)) is not None
    assert traces_in(folder) == {}
