"""What is kept of customers' links: as it would be found anew, as a computation of its own says, and never of another
workspace than this."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Hashable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ordermanager.domain.states import State
from ordermanager.store.database.sqlite import Database, connect
from ordermanager.store.errors import QueryInterrupted
from ordermanager.store.insights import all_links, customer_links, shared_values
from ordermanager.store.insights.customer_key import CUSTOMER_KEY
from ordermanager.store.insights.customer_links import FILE, forget_links, links_of
from ordermanager.store.insights.sales import Counted, counted_accounts, sent_rows
from ordermanager.store.people.records import CustomerQuery, CustomerRow
from ordermanager.store.workspace import Workspace
from tests.store.whose import whose_orders

WHO = st.fixed_dictionaries(
    {
        "externalCustomerId": st.sampled_from(["", "", "", "C1", "C2"]),
        "email": st.sampled_from(["", "ann@x.example", "Ann@x.example", "bob@x.example"]),
        "phone": st.sampled_from(["", "380671112233", "380509998877"]),
    }
)
NOBODY = st.fixed_dictionaries(
    {
        "email": st.sampled_from(["", "nothing", "ann@x.example"]),
        "phone": st.sampled_from(["", "12", "380671112233"]),
    }
)
"""Also with what is no address."""
ACCOUNT = st.sampled_from(["Main", "Second"])
STEP = st.one_of(
    st.tuples(st.just("new"), WHO),
    st.tuples(st.just("new"), st.one_of(WHO, NOBODY)),
    st.tuples(st.just("edit"), st.integers(0, 9), WHO),
    st.tuples(st.sampled_from(["delete", "restore"]), st.integers(0, 9)),
    st.tuples(st.just("send"), ACCOUNT, st.sampled_from([State.ACCEPTED, State.ACCEPTED, State.REJECTED])),
    st.tuples(st.just("look")),
)


def act(shop: Any, made: list[int], what: str, how: list[Any]) -> None:
    orders = shop.workspace.orders
    if what == "new":
        made.append(shop.order(f"S{len(made)}", **how[0]))
    elif what == "send":
        ready = [row.id for row in orders.rows(made) if row.state is State.READY and not row.deleted_at]
        if ready:
            shop.queue(*ready)
            shop.send_all(how[1], account=how[0])
    elif what == "look":
        look(shop.workspace)
    elif made:
        order_id = made[how[0] % len(made)]
        if what == "edit" and not orders.rows([order_id])[0].deleted_at:
            shop.order(f"S{order_id}", order_id, **how[1])
        elif what == "delete":
            orders.delete([order_id], shop.tick())
        elif what == "restore":
            orders.restore([order_id], shop.tick())


def choices(database: Database) -> dict[str, Counted]:
    names = [row[0] for row in database.all("SELECT name FROM accounts")]
    return {name: counted_accounts(database, name) for name in ("", *names)}


def look(workspace: Workspace) -> dict[str, list[list[tuple[Any, ...]]]]:
    """What is kept, by the account that counts."""
    database = workspace.reader()
    found = {}
    for name, counted in choices(database).items():
        links = links_of(database, counted)
        assert links == links_of(database, counted)
        found[name] = [
            database.all(f"SELECT * FROM {table} ORDER BY 1") for table in (links.rows, links.sold)
        ]
    return found


def grouped(orders: dict[int, Hashable]) -> list[list[int]]:
    """The orders of each customer, whatever that is called."""
    found: dict[Hashable, list[int]] = defaultdict(list)
    for order_id, who in sorted(orders.items()):
        found[who].append(order_id)
    return sorted(found.values())


def check(shop: Any, name: str, counted: Counted) -> None:
    database = shop.workspace.reader()
    links = links_of(database, counted)
    # an order that can be nobody's is its own in the one computation, and its name's in the other
    key = f"CASE WHEN email || phone || external_customer_id = '' THEN id ELSE coalesce(linked_to, {CUSTOMER_KEY}) END"
    here = f"SELECT id, {key} FROM orders LEFT JOIN {links.rows} ON order_id = id WHERE deleted_at IS NULL"
    columns = "id, external_customer_id, email, phone, name_key"
    sent = f"SELECT id, {key} FROM ({sent_rows(counted, columns)}) LEFT JOIN {links.sold} ON order_id = id"
    known = whose_orders(shop, [name] if name else [])
    for found, expected in (
        (dict(database.all(here)), known.here),
        (dict(database.all(here)) | dict(database.all(sent)), known.here | known.sold),
    ):
        expected = {each: each if who == ("", "", "") else who for each, who in expected.items()}
        assert grouped(found) == grouped(expected)


@example(  # what is no e-mail finds nobody
    steps=[
        ("new", {"email": "nothing", "phone": "380671112233"}),
        ("look",),
        ("new", {"phone": "380671112233"}),
        ("new", {"email": "nothing"}),
    ],
    few=500,
    piece=1,
)
@example(  # what was accepted of an order, and what it says by now, have to do with one another
    steps=[
        ("look",),
        ("new", {"email": "ann@x.example", "phone": "380671112233"}),
        ("send", "Main", State.ACCEPTED),
        ("edit", 0, {"email": "bob@x.example", "phone": "380509998877"}),
        ("new", {"phone": "380671112233"}),
    ],
    few=500,
    piece=5000,
)
@example(  # whose it was when it was accepted first counts, whoever would get it now
    steps=[
        ("look",),
        ("new", {"email": "ann@x.example"}),
        ("send", "Main", State.ACCEPTED),
        ("new", {"email": "ann@x.example", "phone": "380671112233"}),
        ("send", "Main", State.ACCEPTED),
        ("new", {"phone": "380671112233"}),
        ("send", "Main", State.ACCEPTED),
        ("edit", 1, {"email": "ann@x.example", "phone": "380671112233"}),
        ("send", "Main", State.ACCEPTED),
    ],
    few=500,
    piece=5000,
)
@example(  # who is called by what is no e-mail is the same customer, whoever it is
    steps=[("look",), *[("new", {"email": "nothing", "phone": "380671112233"})] * 2],
    few=500,
    piece=5000,
)
@settings(max_examples=25, deadline=None)
@given(
    steps=st.lists(STEP, max_size=12), few=st.sampled_from([0, 3, 500]), piece=st.sampled_from([1, 2, 5000])
)
def test_links_are_kept_as_they_would_be_found_anew(
    new_shop: Any, steps: list[tuple[Any, ...]], few: int, piece: int
) -> None:
    """`piece`: how much is read at once."""
    with new_shop() as shop, pytest.MonkeyPatch.context() as patch:
        patch.setattr(customer_links, "_FEW", few)
        for module, name in (
            (shared_values, "_PIECE"),
            (shared_values, "_REVISIONS"),
            (shared_values, "CHUNK"),
            (all_links, "_AT_ONCE"),
        ):
            patch.setattr(module, name, piece)
        made: list[int] = []
        for name in ("Main", "Second"):
            shop.account(name, is_sandbox=False)
        for what, *how in steps:
            act(shop, made, what, how)
        kept = look(shop.workspace)
        forget_links(shop.workspace.beside)
        assert kept == look(shop.workspace)
        if any("nothing" in str(step) or "'12'" in str(step) for step in steps):
            return  # the account refuses what is no address
        for name, counted in choices(shop.workspace.reader()).items():
            check(shop, name, counted)


def linked(workspace: Workspace) -> dict[int, str]:
    database = workspace.reader()
    links = links_of(database, counted_accounts(database))
    return dict(database.all(f"SELECT order_id, linked_to FROM {links.rows} WHERE linked_to IS NOT NULL"))


def two_customers(shop: Any) -> None:
    for number, who in enumerate(({"email": "ann@x.example"}, {"email": "bob@x.example"}), 1):
        phone = f"38067111223{number}"
        shop.order(f"{number}a", phone=phone, **who)
        shop.order(f"{number}b", phone=phone)


BOTH = {2: "eann@x.example", 4: "ebob@x.example"}


def send(shop: Any, *orders: int, account: str = "Main") -> None:
    shop.account("Main", is_sandbox=False)
    shop.account("Second", is_sandbox=False)
    shop.queue(*orders)
    shop.send_all(account=account)


def test_whom_an_order_was_accepted_for_first_is_known_though_it_was_accepted_for_another_since(
    shop: Any,
) -> None:
    first = shop.order("1", email="ann@x.example", phone="380671112233")
    send(shop, first)
    shop.order("1", first, email="bob@x.example", phone="380509998877")
    send(shop, first)
    send(shop, shop.order("2", phone="380671112233"))
    send(shop, shop.order("3", email="ann@x.example"))
    assert linked(shop.workspace) == {2: "eann@x.example"}


def test_accounts_have_contacts_of_their_own(shop: Any) -> None:
    send(shop, shop.order("1", phone="380671112233"))
    send(shop, shop.order("2", phone="380671112233", externalCustomerId="C1"))
    # Here C1 goes to the contact of the first order, whatever phone it comes with; there to a new one.
    send(shop, shop.order("3", phone="380509998877", externalCustomerId="C1"), account="Second")
    send(shop, shop.order("4", phone="380509998877"), account="Second")
    assert linked(shop.workspace) == {1: "iC1", 4: "iC1"}


def test_whom_two_accounts_know_by_the_same_phone_is_one_customer(shop: Any) -> None:
    send(shop, shop.order("1", email="ann@x.example", phone="380671112233"))
    send(shop, shop.order("2", phone="380671112233"), account="Second")
    assert linked(shop.workspace) == {2: "eann@x.example"}
    send(shop, shop.order("3", phone="380671112233", externalCustomerId="C1"), account="Second")
    assert linked(shop.workspace) == {1: "iC1", 2: "iC1"}


def test_they_are_found_once_and_kept(shop: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    two_customers(shop)
    assert linked(shop.workspace) == BOTH
    again = Workspace.create_or_open(shop.workspace.folder)

    def refuse(*_: object) -> bool:
        raise AssertionError("they are known")

    monkeypatch.setattr(customer_links, "find_all", refuse)
    with closing(again):
        assert linked(again) == BOTH
        shop.order("3", phone="380671112231")  # of that only what has to do with it is looked at
        assert linked(again) == BOTH | {5: "eann@x.example"}
    assert linked(shop.workspace) == BOTH | {5: "eann@x.example"}


def test_a_workspace_that_was_put_back_and_went_on_is_not_taken_for_the_one_before(
    shop: Any, tmp_path: Path
) -> None:
    shop.order("1", email="ann@x.example", phone="380671112233")
    with closing(Workspace.create_or_open(shop.workspace.folder)) as before:
        before.reader().run("VACUUM INTO ?", (str(tmp_path / "old.db"),))
    shop.order("2", phone="380671112233")
    assert linked(shop.workspace) == {2: "eann@x.example"}
    folder = tmp_path / "copy"
    folder.mkdir()
    shutil.copy(tmp_path / "old.db", folder / "orders.db")
    shutil.copy(shop.workspace.folder / FILE, folder / FILE)
    with closing(Workspace.create_or_open(folder)) as copy:
        other = type(shop)(copy)
        other.now = shop.now
        assert linked(copy) == {}
        other.tick(60)
        other.order("2", phone="380500000000")  # the same number as the one that is linked
        other.order("3", phone="380500000001")
        assert linked(copy) == {}
        assert [row.orders for row in _customers(copy)] == [1, 1, 1]


def _customers(workspace: Workspace) -> list[CustomerRow]:
    people = workspace.customer_list
    people.refresh()
    return people.rows(people.ids(CustomerQuery()))


@pytest.mark.parametrize("harm", ["deleted", "of another version", "damaged", "emptied"])
def test_what_is_kept_may_be_deleted_or_harmed(shop: Any, harm: str) -> None:
    two_customers(shop)
    assert linked(shop.workspace) == BOTH
    file = shop.workspace.folder / FILE
    if harm == "emptied":
        forget_links(shop.workspace.beside)
        assert linked(shop.workspace) == BOTH
        return
    shop.workspace.release_thread()
    if harm == "of another version":
        with closing(connect(file)) as database:
            database.script("DROP TABLE sets; CREATE TABLE sets (other TEXT); PRAGMA user_version = 99")
    else:
        for each in shop.workspace.folder.glob(f"{FILE}*"):
            each.unlink()
        if harm == "damaged":
            file.write_bytes(b"no database" * 1000)
    assert linked(shop.workspace) == BOTH


def test_two_programs_find_them_at_once(shop: Any) -> None:
    two_customers(shop)
    folder = shop.workspace.folder
    found = [
        subprocess.Popen([sys.executable, "-c", _LOOK, str(folder)], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    mine = linked(shop.workspace)
    assert [json.loads(each.communicate(timeout=60)[0]) for each in found] == [
        {str(order_id): who for order_id, who in mine.items()}
    ] * 3


_LOOK = """
import json, sys
from pathlib import Path
from tests.store.test_customer_links import Workspace, linked
workspace = Workspace.create_or_open(Path(sys.argv[1]))
print(json.dumps(linked(workspace)))
workspace.close()
"""


def test_finding_them_can_be_given_up(shop: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(customer_links, "_STEPS", 10)
    two_customers(shop)
    database = shop.workspace.reader()
    with pytest.raises(QueryInterrupted):
        links_of(database, counted_accounts(database), lambda: True)
    assert linked(shop.workspace) == BOTH


@pytest.mark.parametrize("few", [0, 500], ids=["all", "few"])
@pytest.mark.parametrize("moment", [1, 20, 60, 130])
def test_a_program_that_is_killed_while_it_finds_them_harms_nothing(shop: Any, few: int, moment: int) -> None:
    two_customers(shop)
    assert linked(shop.workspace) == BOTH
    shop.order("3", phone="380671112231")
    shop.order("4", email="eve@x.example", phone="380671112239")
    shop.workspace.release_thread()
    child = [sys.executable, "-c", _DIE, str(shop.workspace.folder), str(few), str(moment)]
    died = subprocess.run(child, timeout=60, check=False).returncode
    with shop.workspace.write():  # what is there, as it is there
        kept = linked(shop.workspace)
    after = BOTH | {5: "eann@x.example"}
    assert (died, kept) in ((9, BOTH), (0, after))
    assert linked(shop.workspace) == after
    forget_links(shop.workspace.beside)
    assert linked(shop.workspace) == after


_DIE = """
import os, sys
from pathlib import Path
from ordermanager.store.insights import customer_links
from ordermanager.store.insights.sales import counted_accounts
from ordermanager.store.workspace import Workspace
customer_links._STEPS, customer_links._FEW = 10, int(sys.argv[2])
steps = 0
def die():
    global steps
    steps += 1
    if steps == int(sys.argv[3]):
        os._exit(9)
    return False
workspace = Workspace.create_or_open(Path(sys.argv[1]))
database = workspace.reader()
customer_links.links_of(database, counted_accounts(database), die)
workspace.close()
"""


def test_whoever_is_writing_sees_what_was_known_before(shop: Any) -> None:
    two_customers(shop)
    assert linked(shop.workspace) == BOTH
    with shop.workspace.write():
        shop.order("3", phone="380671112231")
        assert linked(shop.workspace) == BOTH
    assert linked(shop.workspace) == BOTH | {5: "eann@x.example"}


def test_saving_does_not_wait_for_them(shop: Any) -> None:
    """Another program is at it for as long as it likes."""
    two_customers(shop)
    assert linked(shop.workspace) == BOTH
    with closing(connect(shop.workspace.folder / FILE)) as database, database.transaction():
        shop.order("3", phone="380671112231")
    assert linked(shop.workspace) == BOTH | {5: "eann@x.example"}


def test_a_workspace_that_may_only_be_looked_at_keeps_them_elsewhere(shop: Any) -> None:
    two_customers(shop)
    with closing(Workspace.create_or_open(shop.workspace.folder, read_only=True)) as looking:
        assert linked(looking) == BOTH
        assert not (shop.workspace.folder / FILE).exists()
