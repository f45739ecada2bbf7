"""The columns of the second file, with the items, said by hand; kept for the next two files of this kind."""

from __future__ import annotations

import pytest

from ordermanager.domain.sentences import WrongUse
from ordermanager.importing.errors import ReadError
from ordermanager.services.imports.prepared import ImportOptions

BY_HEADER = {
    "Beleg": "externalOrderId",
    "Was": "name",
    "Stk": "quantity",
    "EP": "cost",
    "Art": "externalItemId",
}
ITEMS = [
    {"name": "Tea", "quantity": "2", "cost": "10", "externalItemId": "T-1"},
    {"name": "Mug", "quantity": "1", "cost": "15", "externalItemId": "M-1"},
]


@pytest.fixture
def files(tmp_path):
    """Orders that are recognised, and items that nobody can recognise by their headers."""

    def write(folder="."):
        at = tmp_path / folder
        at.mkdir(exist_ok=True)
        (at / "orders.csv").write_text(
            "Order ID,Email,Total,Date,Status\n1,p@shop.example,35,2026-01-02,paid\n"
        )
        (at / "items.csv").write_text("Beleg,Was,Stk,EP,Art\n1,Tea,2,10,T-1\n1,Mug,1,15,M-1\n")
        return at / "orders.csv", at / "items.csv"

    return write


@pytest.fixture
def items_of(services):
    return lambda number: services.orders.get(services.orders.find([number])[0]).draft.items


def bring(services, path, **options):
    return services.importing.run(services.importing.prepare(path, ImportOptions(**options)))


def test_without_its_columns_the_second_file_is_asked_about(services, files):
    orders, items = files()
    prepared = services.importing.prepare(orders, ImportOptions(items=items))
    assert "items.csv has no items" in str(prepared.plan.problem)
    assert [column.title for column in prepared.plan.items_plan.columns] == list(BY_HEADER)
    with pytest.raises(ReadError, match=r"items\.csv has no items"):
        services.importing.run(prepared)
    assert services.importing.list() == []


@pytest.mark.parametrize("columns", [BY_HEADER, dict(enumerate(BY_HEADER.values()))])
def test_columns_by_header_or_place(services, files, items_of, columns):
    orders, items = files()
    done = bring(services, orders, items=items, items_columns=columns)
    assert (done.orders, done.items) == (1, 2)
    assert items_of("1") == ITEMS


def test_a_header_that_is_not_there(services, files):
    orders, items = files()
    with pytest.raises(WrongUse, match=r"no column “Stück”\. It has: Beleg, Was"):
        services.importing.prepare(orders, ImportOptions(items=items, items_columns={"Stück": "quantity"}))
    with pytest.raises(WrongUse, match="no column “Sum”"):
        services.importing.prepare(orders, ImportOptions(columns={"Sum": "totalCost"}))


def test_what_was_said_is_kept_for_the_next_two_files(services, files, items_of):
    orders, items = files()
    bring(services, orders, items=items, items_columns=BY_HEADER)
    assert [profile.name for profile in services.importing.profiles.list()] == ["items"]
    orders, items = files("later")
    orders.write_text(orders.read_text().replace("\n1,", "\n7,"))
    items.write_text(items.read_text().replace("\n1,", "\n7,"))
    assert bring(services, orders, items=items).new == 1
    assert items_of("7") == ITEMS
    with pytest.raises(ReadError):
        bring(services, orders, items=items, use_profiles=False)


def test_what_was_not_to_be_remembered_is_not(services, files):
    orders, items = files()
    bring(services, orders, items=items, items_columns=BY_HEADER, remember=False)
    assert services.importing.profiles.list() == []


def test_rows_with_errors_are_found_again_in_two_files_mapped_by_hand(services, files, tmp_path):
    orders, items = files()
    orders.write_text(orders.read_text().replace("p@shop.example", "no mail"))
    done = bring(services, orders, items=items, items_columns=BY_HEADER, remember=False)
    assert done.with_problems == 1
    assert services.importing.save_rejected(done.import_id, tmp_path / "rejected.csv") == 1


def test_a_column_of_the_second_file_that_was_taken_for_something_else(services, tmp_path, items_of):
    (tmp_path / "orders.csv").write_text("Order ID,Email,Total\n1,p@shop.example,35\n")
    (tmp_path / "items.csv").write_text("Order ID,Item name,Quantity,Price,List price\n1,Tea,1,10,12\n")
    columns = {"Price": "", "List price": "cost"}
    bring(services, tmp_path / "orders.csv", items=tmp_path / "items.csv", items_columns=columns)
    assert items_of("1")[0]["cost"] == "12"
