"""Which column is the order's number, where no header surely says so."""

from __future__ import annotations

from tests.importing.files import read, workbook

COUNTED = "only counts the rows of this file"


def test_a_register_of_a_delivery_service_has_the_numbers_of_its_waybills() -> None:
    """Its first column counts its rows: with that for a number, the next register would change the orders of this."""
    rows: list[list[object]] = [
        ["Реєстр відправлень № 105-00012345"],
        ["№", "Номер ЕН", "Дата створення", "Одержувач", "Телефон одержувача", "Оголошена вартість"],
        [1, "20450000000001", "01.03.2026", "Коваль Петро", "380501112233", 500],
        [2, "20450000000002", "01.03.2026", "Шевченко Ірина", "380671112233", 700],
        ["Разом", None, None, None, None, 1200],
    ]
    plan, found = read(workbook(rows), "register.xlsx")
    assert [order.draft.get("externalOrderId") for order in found] == ["20450000000001", "20450000000002"]
    assert COUNTED not in str(plan.notes)


def test_the_number_of_a_receipt_is_the_orders() -> None:
    _, (order,) = read("№ чека,Дата,Клієнт,Сума\n1001,01.03.2026 12:10,+380671234567,120.00\n")
    assert order.draft.get("externalOrderId") == "1001"


def test_an_order_has_its_own_number_beside_those_of_its_documents() -> None:
    for header in (
        "Номер накладної,№,Сума",
        "Номер накладної,Номер замовлення,Сума",
        "Номер накладної,ID,Сума",
    ):
        _, found = read(f"{header}\nH-7,1041,5\nH-8,1042,6\n")
        assert [order.draft.get("externalOrderId") for order in found] == ["1041", "1042"]


def test_a_number_that_only_counts_the_rows_is_said() -> None:
    plan, found = read("№,Email,Сума\n1,a@shop.ua,5\n2,b@shop.ua,6\nРазом,,11\n")
    assert [order.draft.get("externalOrderId") for order in found] == ["1", "2"]
    assert [str(note) for note in plan.notes if COUNTED in str(note)] == [
        "“№” only counts the rows of this file. If the next one begins with 1 again, its orders are taken for these: "
        "choose another column for the order number, or make it by a pattern."
    ]


def test_numbers_that_go_on_from_another_file_do_not_count_its_rows() -> None:
    plan, _ = read("№,Email,Сума\n41,a@shop.ua,5\n42,b@shop.ua,6\n")
    assert COUNTED not in str(plan.notes)
    plan, _ = read("Номер замовлення,Email,Сума\n1,a@shop.ua,5\n2,b@shop.ua,6\n")
    assert COUNTED not in str(plan.notes)
