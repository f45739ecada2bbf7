"""One file for each Ukrainian shop system and each table of one's own, with its traps, as `test_layout_traps.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from ordermanager.importing.mapping.layouts import built_in
from tests.importing.expected import Expected, check, ignored, lines
from tests.importing.files import read

TEA = {"externalItemId": "T-1", "name": "Чай зелений", "quantity": "2", "cost": "100"}
MUG = {"externalItemId": "M-1", "name": "Чашка", "quantity": "1", "cost": "150"}


def test_prom_the_orders_cost_on_every_row_is_counted_once() -> None:
    head = (
        "Номер;Дата;ПІБ;Телефон;Email;Адреса;Спосіб доставки;Спосіб оплати;Статус;Назва товару;Код/Артикул;"
    )
    head += "Кількість;Ціна;Валюта;Вартість;Коментар"
    order = "77;03.11.2026 14:05;Іваненко Олена Петрівна;+380671234567;olena@example.com;Київ, відділення 1;"
    order += "Нова Пошта;Післяплата;Виконано"
    check(
        lines(
            head,
            f"{order};Чай зелений;T-1;2;100;UAH;350;Дзвонити",
            f"{order};Чашка;M-1;1;150;UAH;350;Дзвонити",
        ),
        Expected(
            {
                "externalOrderId": "77", "date": "03.11.2026 14:05", "lastName": "Іваненко",
                "firstName": "Олена Петрівна",
                "phone": "+380671234567", "email": "olena@example.com", "deliveryAddress": "Київ, відділення 1",
                "deliveryMethod": "Нова Пошта", "paymentMethod": "Післяплата", "status": "DELIVERED", "currency": "UAH",
                "totalCost": "350",
            },
            [TEA, MUG],
            {"comment": "Дзвонити"},
            (2, 3),
        ),
        layout="prom",
        named=True,
    )  # fmt: skip


def test_keycrm_has_all_products_in_one_cell() -> None:
    check(
        lines(
            "ID,Дата створення,Статус,Покупець,Телефон покупця,Email покупця,Товари,Сума замовлення,Джерело",
            '15,2026-11-03 14:05:11,Виконано,Олена Іваненко,380671234567,o@example.com,"Чай зелений x2;'
            ' Чашка x1","1 351,00",Сайт',
        ),
        Expected(
            {
                "externalOrderId": "15", "date": "2026-11-03 14:05:11", "status": "DELIVERED", "firstName": "Олена",
                "lastName": "Іваненко", "phone": "380671234567", "email": "o@example.com", "totalCost": "1 351,00",
                "source": "Сайт",
            },
            [
                {"externalItemId": "Чай зелений", "name": "Чай зелений", "quantity": "2"},
                {"externalItemId": "Чашка", "name": "Чашка", "quantity": "1"},
            ],
        ),
        layout="keycrm",
        named=True,
    )  # fmt: skip


def test_salesdrive_calls_an_order_a_request() -> None:
    order = "1001;03.11.2026 14:05;В обробці;Іваненко;Олена;0671234567;o@example.com"
    check(
        lines(
            "№ заявки;Дата;Статус;Прізвище;Ім'я;Телефон;Email;Товар;SKU;Кількість;Ціна;Сума;Спосіб доставки",
            f"{order};Чай зелений;T-1;2;100;350;Нова Пошта",
            f"{order};Чашка;M-1;1;150;350;Нова Пошта",
        ),
        Expected(
            {
                "externalOrderId": "1001", "date": "03.11.2026 14:05", "status": "IN_PROGRESS", "lastName": "Іваненко",
                "firstName": "Олена", "phone": "0671234567", "email": "o@example.com", "totalCost": "350",
                "deliveryMethod": "Нова Пошта",
            },
            [TEA, MUG],
            {},
            (2, 3),
        ),
        layout="salesdrive",
        named=True,
    )  # fmt: skip


def test_horoshop_order_fields_on_the_first_row_only() -> None:
    check(
        lines(
            "Номер замовлення;Дата;Статус;Клієнт;Телефон;Email;Артикул;Назва товару;Кількість;Ціна;"
            "Сума замовлення;Коментар",
            "0055;03.11.2026 14:05;Новий;Олена Іваненко;(067) 123-45-67;o@example.com;T-1;Чай зелений;2;100;350 грн;",
            ";;;;;;M-1;Чашка;1;150;;",
            "Всього;;;;;;;;3;;350 грн;",
        ),
        Expected(
            {
                "externalOrderId": "0055", "date": "03.11.2026 14:05", "status": "INITIALIZED", "firstName": "Олена",
                "lastName": "Іваненко", "phone": "(067) 123-45-67", "email": "o@example.com", "totalCost": "350 грн",
                "currency": "UAH",
            },
            [TEA, MUG],
            {},
            (2, 3),
        ),
        layout="horoshop",
        named=True,
    )  # fmt: skip


def test_rozetka_in_the_sellers_words() -> None:
    check(
        lines(
            "Номер замовлення;Дата створення;Статус замовлення;ПІБ отримувача;Телефон;Назва товару;Артикул;"
            "Кількість;Ціна;Сума замовлення",
            "800000001;03.11.2026 14:05;Передано в службу доставки;Іваненко Олена Петрівна;380671234567;Чай;T-1;"
            "2;100 ₴;200 ₴",
        ),
        Expected(
            {
                "externalOrderId": "800000001", "date": "03.11.2026 14:05", "status": "IN_PROGRESS",
                "lastName": "Іваненко",
                "firstName": "Олена Петрівна", "phone": "380671234567", "totalCost": "200 ₴", "currency": "UAH",
            },
            [{"externalItemId": "T-1", "name": "Чай", "quantity": "2", "cost": "100 ₴"}],
        ),
        layout="rozetka",
        named=True,
    )  # fmt: skip


def test_a_russian_table_with_its_sum_below() -> None:
    order = "А-1;03.11.2026;Выполнен;Иваненко Елена Петровна;8 (067) 123-45-67;e@example.com"
    plan = check(
        lines(
            "№ заказа;Дата заказа;Статус;ФИО;Телефон;E-mail;Наименование;Артикул;Кол-во;Цена;Сумма заказа",
            f"{order};Чай зелений;T-1;2;100;350,00",
            f"{order};Чашка;M-1;1;150;350,00",
            "Итого;;;;;;;;;;350,00",
        ).encode("cp1251"),
        Expected(
            {
                "externalOrderId": "А-1", "date": "03.11.2026", "status": "DELIVERED", "lastName": "Иваненко",
                "firstName": "Елена Петровна", "phone": "8 (067) 123-45-67", "email": "e@example.com",
                "totalCost": "350,00",
            },
            [TEA, MUG],
            {},
            (2, 3),
        ),
        layout="generic-russian",
    )  # fmt: skip
    assert ignored(plan) == {4: "a row of totals: Итого 350,00"}


@pytest.mark.parametrize("layout", ["generic-items", "generic-ukrainian"])
def test_tables_of_ones_own(layout: str) -> None:
    heads = {
        "generic-items": "Order #,Order date,Status,Customer,Email,Phone,Item,SKU,Qty,Price,Total",
        "generic-ukrainian": "Номер замовлення,Дата,Статус,Клієнт,Email,Телефон,Товар,Артикул,Кількість,Ціна,"
        "Сума замовлення",
    }
    plan = check(
        lines(
            "Orders of the week,,,,,,,,,,", "", heads[layout],
            "1,11/23/2026,Shipped,Ann Lee,ann@example.com,+12125550100,Чай зелений,T-1,2,100,350",
            ",,,,,,Чашка,M-1,1,150,", ",,,,,,,,,,",
        ),
        Expected(
            {
                "externalOrderId": "1", "date": "2026-11-23", "status": "IN_PROGRESS", "firstName": "Ann",
                "lastName": "Lee",
                "email": "ann@example.com", "phone": "+12125550100", "totalCost": "350",
            },
            [TEA, MUG],
            {},
            (4, 5),
        ),
        layout=layout,
    )  # fmt: skip
    assert {1, 6} <= ignored(plan).keys()


def test_a_table_with_a_row_an_order() -> None:
    check(
        lines("Order ID,Email,Total,Status,Date", "0007,ann@example.com,35.00,done,2026-11-03"),
        Expected(
            {
                "externalOrderId": "0007", "email": "ann@example.com", "totalCost": "35.00", "status": "DELIVERED",
                "date": "2026-11-03",
            }
        ),
        layout="generic-orders",
    )  # fmt: skip


def test_salesdrive_goods_in_one_cell_under_a_name_of_its_own_and_a_sale_is_delivered() -> None:
    _, (sale, refused) = read(
        lines(
            "Номер;Дата;Статус;Ім'я;Телефон;Товари/Послуги;Сума",
            "777;20.11.2026 10:00;Продаж;Олег;+380671112233;Лампа - 2 шт.;800,00",
            "778;21.11.2026 10:00;Відмова;Олег;+380671112233;Лампа - 1 шт., Дріт - 3 шт.;1 100,00",
        )
    )
    assert [sale.draft.fields["status"], refused.draft.fields["status"]] == ["DELIVERED", "CANCELLED"]
    assert [(item["name"], item["quantity"]) for item in refused.draft.items] == [
        ("Лампа", "1"),
        ("Дріт", "3"),
    ]


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Посилка отримана", "DELIVERED"),
        ("Очікує в пункті самовивозу", "IN_PROGRESS"),
        ("Не забрал посылку", "CANCELLED"),
        ("Оплачене", "IN_PROGRESS"),
        ("Прийняте", "INITIALIZED"),
        ("Видалений", "CANCELLED"),
    ],
)
def test_status_words_of_shops_here(word: str, status: str) -> None:
    _, (order,) = read(f"Номер замовлення;Статус\n1;{word}\n")
    assert order.draft.fields["status"] == status


def test_every_layout_has_a_file_here_or_beside() -> None:
    """A new layout without a file in its form fails here."""
    tested = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*layout*.py"))
    assert [name for name in built_in() if f'"{name}"' not in tested] == []
