"""Files without an order number: a pattern of other columns makes one."""

from __future__ import annotations

import pytest

from ordermanager.services.imports.prepared import ImportOptions

FORM = (
    "Timestamp,Name,Phone number,Email,Total\n"
    "2026/11/26 2:05:33 PM EET,Olena Koval,0671234567,o@shop.ua,120\n"
    ",,,,\n"
    "2026/11/27 9:05:33 AM EET,Ivan Shevchuk,0501234567,i@shop.ua,75,beyond\n"
)
MADE = ["F-0671234567-2026/11/26 2:05:33 PM EET", "F-0501234567-2026/11/27 9:05:33 AM EET"]
OPTIONS = ImportOptions(constants={"externalOrderId": "F-{phone}-{Timestamp}"})


@pytest.fixture
def form(tmp_path):
    path = tmp_path / "form.csv"
    path.write_text(FORM, "utf-8")
    return path


def test_a_pattern_makes_the_number_and_the_next_import_knows_the_orders(services, form):
    prepared = services.importing.prepare(form)
    assert prepared.plan.problem is not None
    prepared.close()
    prepared = services.importing.prepare(form, OPTIONS)
    assert [
        order.draft.get("externalOrderId") for order in services.importing.preview(prepared).orders
    ] == MADE
    result = services.importing.run(prepared)
    assert (result.new, len(result.rows_ignored)) == (2, 1)
    assert len(services.orders.find(MADE)) == 2
    assert any(problem.finding.code == "import.extra_cells" for problem in result.problems)
    again = services.importing.run(services.importing.prepare(form))  # the profile was kept
    assert (again.profile, again.unchanged) == ("form", 2)


def test_the_same_way_again_and_a_review_make_the_same_numbers(services, form):
    done = services.importing.run(services.importing.prepare(form, OPTIONS))
    again = services.importing.same_way(done.import_id)
    with services.importing.review(services.importing.prepare(form, again)) as review:
        assert review.store().unchanged == 2


def test_rows_with_errors_are_saved_in_the_columns_of_the_file_alone(services, form, tmp_path, read_csv):
    path = tmp_path / "bad.csv"
    services.importing.run(services.importing.prepare(form, OPTIONS), rejected=path)
    assert list(read_csv(path)[0]) == ["Timestamp", "Name", "Phone number", "Email", "Total", "error"]


SHOPS = (
    "Order ID,Store,Email,Total,SKU,Qty\n"
    "#5,Kyiv,a@shop.ua,5,T-1,1\n#5,,,,T-2,1\n,,,,T-3,2\n#5,Lviv,b@shop.ua,7,T-1,1\n#6,Lviv,c@shop.ua,7,T-1,1\n"
    "#6,Lviv,c@shop.ua,7,T-2,1\nTotal,,,19,,\nOrder ID,Store,Email,Total,SKU,Qty\n7,,d@shop.ua,1,T-9,1\n"
)


@pytest.mark.parametrize("pattern", ["{Store}/{Order ID}", "{storeId}/{externalOrderId}"])
def test_a_pattern_over_the_numbers_of_the_file_tells_orders_of_two_shops_apart(services, tmp_path, pattern):
    """Rows that belong to the order above still do, and rows that are none are none."""
    path = tmp_path / "shops.csv"
    path.write_text(SHOPS, "utf-8")
    options = ImportOptions(constants={"externalOrderId": pattern})
    for _ in range(2):  # the second time by the profile that was kept
        prepared = services.importing.prepare(path, options)
        shown = services.importing.preview(prepared).orders
        made = {order.draft.get("externalOrderId"): (len(order.draft.items), order.rows) for order in shown}
        assert made == {
            "Kyiv/#5": (3, (2, 3, 4)),
            "Lviv/#5": (1, (5,)),
            "Lviv/#6": (2, (6, 7)),
            "7": (1, (10,)),
        }
        result = services.importing.run(prepared)
        assert [row.row for row in result.rows_ignored] == [8, 9]
        options = ImportOptions()
    assert (result.profile, result.unchanged) == ("shops", 4)


def test_a_text_without_a_place_in_it_is_given_to_each_order_as_ever(services, tmp_path):
    path = tmp_path / "shops.csv"
    path.write_text(SHOPS, "utf-8")
    prepared = services.importing.prepare(path, ImportOptions(constants={"externalOrderId": "X"}))
    assert prepared.plan.table.made == 0
    prepared.close()
