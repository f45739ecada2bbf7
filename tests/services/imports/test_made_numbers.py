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
