"""Tables as shops, delivery services, cash registers and banks in Ukraine make them, of no layout: read by the
dictionary of headers and the cells.
"""

from __future__ import annotations

import pytest

from tests.importing.expected import lines
from tests.importing.files import read

NAME = {"firstName": "Олена", "lastName": "Іваненко"}

FILES = {
    "what is paid after the discount is the total": (
        "Номер замовлення;ПІБ;Назва товару;Кількість;Знижка за промокодом;Ціна;Вартість;Сума зі знижкою",
        "1;Іваненко Олена;Чай;1;10;350;350;340",
        {**NAME, "discount": "10", "totalCost": "340"},
    ),
    "a name by another header": (
        "Номер заявки;Дата;Товар/Послуга;К-сть;Ціна",
        "1;04.03.2026;Чай;2;100",
        {"date": "04.03.2026"},
    ),
    "a whole name under “Ім'я клієнта”": (
        "Номер замовлення;Ім'я клієнта;Всього до сплати",
        "1;Олена Іваненко;200 грн",
        {**NAME, "totalCost": "200 грн", "currency": "UAH"},
    ),
    "a first name and a patronymic": (
        "Номер замовлення;Ім'я;Сума",
        "1;Олена Петрівна;200",
        {"firstName": "Олена Петрівна", "totalCost": "200"},
    ),
    "a delivery service": (
        "Номер ЕН;Статус;Отримувач;Відділення;Оголошена вартість;Номер замовлення;Опис",
        "20450000000001;Відправлення отримано;Олена Іваненко;№1;350,00;1;Чай",
        {**NAME, "status": "DELIVERED", "deliveryAddress": "№1", "totalCost": "350,00"},
    ),
    "payments": (
        "ID платежу;Order ID;Дата;Статус;Сума;Валюта;Опис",
        "7;1;2026-03-04 10:00:00;Повернений;350.00;UAH;Оплата замовлення",
        {"date": "2026-03-04 10:00:00", "status": "CANCELLED", "totalCost": "350.00", "currency": "UAH"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("header", "row", "expected"), FILES.values(), ids=FILES)
def test_what_the_fields_are(header: str, row: str, expected: dict[str, str]) -> None:
    _, (order,) = read(lines(header, row))
    assert order.draft.fields == {"externalOrderId": "1", **expected}
    assert all("name" in item for item in order.draft.items)
    assert bool(order.draft.items) is ("Кількість" in header or "К-сть" in header)


def test_a_list_of_products_by_its_cells_and_a_link_beside_it_that_is_no_product() -> None:
    _, (order,) = read(
        lines(
            "Номер Замовлення,Товари Замовлення (Опис),Загальна Сума,Вартість Товарів,URL Замовлення",
            "#1001,Чай (2 шт.); Чашка (1 шт.),350.00,100,https://x.example/admin/orders/1",
        )
    )
    assert [(item["name"], item["quantity"]) for item in order.draft.items] == [("Чай", "2"), ("Чашка", "1")]


def test_the_total_of_the_order_beside_a_better_named_one_of_the_lines() -> None:
    _, (order,) = read(
        lines(
            "ID заказа;Имя клиента;Итого (цена):;Наименование;Количество;Модель;Итого;Цена;Имя,Отчество;Фамилия",
            "55;Олена Іваненко;350.00;Чай;2;T-1;200;100;Олена Петрівна;Іваненко",
            "55;Олена Іваненко;350.00;Чашка;1;M-1;150;150;Олена Петрівна;Іваненко",
        )
    )
    assert order.draft.fields == {
        "externalOrderId": "55",
        "totalCost": "350.00",
        "firstName": "Олена Петрівна",
        "lastName": "Іваненко",
    }
    assert [item["externalItemId"] for item in order.draft.items] == ["T-1", "M-1"]


def test_a_price_without_a_product_is_no_product() -> None:
    _, (order,) = read(lines("Order ID,Price,Total,Description", "1,5,7,paid by card"))
    assert order.draft.items == []
    assert order.draft.fields == {"externalOrderId": "1", "totalCost": "7"}


def test_orders_as_shops_here_hand_them_out_as_json() -> None:
    horoshop = (
        '{"status": "OK", "response": {"orders": [{"order_id": 1045, "stat_created": "2026-03-04 10:15:00",'
        ' "delivery_name": "Олена Іваненко", "delivery_phone": "+380671234567", "delivery_price": 50, "total_sum": 250,'
        ' "currency": "UAH", "products": [{"title": "Чай", "article": "T-1", "price": 100, "quantity": 2}]}]}}'
    )
    _, (order,) = read(horoshop, "orders.json")
    assert order.draft.fields == {
        "externalOrderId": "1045", "date": "2026-03-04 10:15:00", "phone": "+380671234567", "shipping": "50",
        "totalCost": "250", "currency": "UAH", **NAME,
    }  # fmt: skip
    assert order.draft.items == [{"externalItemId": "T-1", "name": "Чай", "quantity": "2", "cost": "100"}]
    keycrm = (
        '{"total": 1, "data": [{"id": 501, "grand_total": 200, "buyer": {"full_name": "Олена Іваненко",'
        ' "email": "o@shop.ua"}, "products": [{"sku": "T-1", "name": "Чай", "price": 100, "quantity": 2}]}]}'
    )
    _, (order,) = read(keycrm, "orders.json")
    assert order.draft.fields == {"externalOrderId": "501", "totalCost": "200", "email": "o@shop.ua", **NAME}


def test_the_sum_after_the_discount_stands_only_where_there_is_one() -> None:
    _, found = read(
        lines(
            "Номер замовлення;ПІБ;Назва товару;Кількість;Ціна;Вартість;Сума зі знижкою",
            "1;Іваненко Олена;Чай;1;350;350;340",
            "2;Коваль Петро;Чай;1;100;100;",
        )
    )
    assert [order.draft.fields["totalCost"] for order in found] == ["340", "100"]


def test_what_says_that_it_is_a_first_name_is_one() -> None:
    _, (order,) = read(lines("Order ID,First name,Total", "1,Mary Ann,5"))
    assert order.draft.fields["firstName"] == "Mary Ann"
    assert "lastName" not in order.draft.fields
    _, (order,) = read(lines("externalOrderId,firstName,totalCost", "1,Олена Іваненко,5"))
    assert order.draft.fields["firstName"] == "Олена Іваненко"
