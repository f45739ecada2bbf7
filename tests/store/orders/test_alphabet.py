"""Names stand as the Ukrainian alphabet goes, also those of a workspace that was made before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from ordermanager.store.database.text_keys import name_key
from ordermanager.store.orders.filters import OrderFilters
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.people.records import CustomerQuery
from tests.ui.conftest import good_draft

if TYPE_CHECKING:
    from pathlib import Path

ALPHABET = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
NAMES = ["Анна", "Гліб", "Ґалаґан", "Дмитро", "Еней", "Єва", "Женя", "Ида", "Іван", "Їжак", "Йосип", "Яна"]


def test_the_letters_follow_one_another() -> None:
    assert sorted(ALPHABET, key=name_key) == list(ALPHABET)
    assert sorted(set(NAMES), key=name_key) == NAMES
    assert name_key("ІВАН") == name_key("іван")


def fill(services: Services) -> None:
    for number, name in enumerate(reversed(NAMES)):
        draft = good_draft(number, firstName=name, lastName="", externalCustomerId=f"І-{number}")
        draft.items[0].update(externalItemId=f"S{number}", name=name)
        services.orders.save(draft)


def names_of(services: Services) -> list[str]:
    query = OrderQuery(sort="name", descending=False)
    return [row.name for row in services.orders.rows(services.orders.list_ids(query))]


def test_lists_are_sorted_so_and_names_are_still_found(tmp_path: Path) -> None:
    with Services.open(tmp_path, key_store=KeyStore.in_memory()) as services:
        fill(services)
        assert names_of(services) == NAMES
        assert [found.first_name for found in services.orders.complete_customer("ів")] == ["Іван"]
        assert [found.name for found in services.orders.complete_product("їж")] == ["Їжак"]
        for part, found in (("ІВА", "Іван"), ("жак", "Їжак"), ("алаґ", "Ґалаґан")):
            query = OrderQuery(filters=OrderFilters(texts=(("name", part),)))
            assert [row.name for row in services.orders.rows(services.orders.list_ids(query))] == [found]
        assert len(services.orders.list_ids(OrderQuery(search="їжак"))) == 1


def test_a_workspace_that_was_made_before_is_sorted_anew(tmp_path: Path) -> None:
    with Services.open(tmp_path, key_store=KeyStore.in_memory()) as services:
        fill(services)
        with services._context.workspace.write() as database:
            for order_id, name in database.all("SELECT id, name FROM orders"):
                database.run("UPDATE orders SET name_key = ? WHERE id = ?", (name.casefold(), order_id))
        assert names_of(services) != NAMES
        services._context.workspace.reader().run("PRAGMA user_version = 13")
    with Services.open(tmp_path, key_store=KeyStore.in_memory()) as services:
        assert names_of(services) == NAMES


def test_customers_are_sorted_and_found_so(tmp_path: Path) -> None:
    with Services.open(tmp_path, key_store=KeyStore.in_memory()) as services:
        fill(services)
        services.customers.refresh()
        query = CustomerQuery(sort="name", descending=False)
        assert [row.name for row in services.customers.lines(query)] == NAMES
        for typed in ("іва", "і-3"):
            assert len(services.customers.ids(CustomerQuery(search=typed))) == 1
