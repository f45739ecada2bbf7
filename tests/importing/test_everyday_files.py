"""Files as shops, banks, forms and customers' relations programs really make them: what each becomes."""

from __future__ import annotations

import pytest

from ordermanager.importing.errors import ReadError
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from tests.importing.files import orders, read, zipped

HEADS = {
    "German": (
        "Bestellnummer;Vorname;Nachname;E-Mail;Gesamtbetrag\n1;Jörg;Müller;j@shop.de;1.234,50 €\n"
        "2;Uta;Groß;u@shop.de;9,00 €\n",
        {"firstName": "Jörg", "lastName": "Müller", "email": "j@shop.de", "totalCost": "1.234,50 €", "currency": "EUR"},
    ),
    "Polish": (
        "Numer zamówienia;Imię;Nazwisko;Wartość;Waluta\n1;Łukasz;Żak;1 234,50;PLN\n",
        {"firstName": "Łukasz", "lastName": "Żak", "totalCost": "1 234,50", "currency": "PLN"},
    ),
    "currency behind a header": (
        "№;Email;Сумма заказа, руб.\n1;a@shop.ua;1 234,50\n",
        {"email": "a@shop.ua", "totalCost": "1 234,50", "currency": "RUB"},
    ),
    "currency in brackets": ("Order ID;Order total (USD)\n1;5\n", {"totalCost": "5", "currency": "USD"}),
    "Bitrix24": (
        '"ID";"Стадия сделки";"Сумма";"Валюта";"Контакт: Имя";"Контакт: Фамилия";"Контакт: Рабочий телефон"\n'
        '"1";"Сделка успешна";"1200.00";"Гривна";"Олена";"Коваль";"+380671234567"\n',
        {
            "status": "DELIVERED", "totalCost": "1200.00", "currency": "UAH", "firstName": "Олена",
            "lastName": "Коваль", "phone": "+380671234567",
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HEADS.values(), ids=HEADS)
def test_headers_of_other_programs_and_countries(text: str, expected: dict[str, str]) -> None:
    assert orders(text)[0] == {"externalOrderId": "1", **expected}


def test_sums_of_days_are_no_orders() -> None:
    text = "Замовлення;Клієнт;Сума\n1;Олена;5\nВсього за 26.11;;5\n2;Ія;7\nРазом за день;;7\nTotal Ltd;Ія;9\n"
    plan, found = read(text)
    assert [order.draft.get("externalOrderId") for order in found] == ["1", "2", "Total Ltd"]
    assert [(row.row, str(row.reason)) for row in plan.counts.ignored] == [
        (3, "a row of totals: Всього за 26.11 5"),
        (5, "a row of totals: Разом за день 7"),
    ]


def test_the_sum_of_a_day_is_none_wherever_its_name_stands() -> None:
    text = (
        "№ замовлення;Дата;ПІБ;Товар;К-сть;Ціна;Сума\n1;03.11.2025;Олена Коваль;Чай;2;10;20\n"
        ";;;;;Разом за 03.11:;20 грн\n"
        "2;04.11.2025;Іван Сич;Кава;1;99;99\n;;;;Всього за день;;99\n;;;Total Care cream;1;5;\n"
    )
    plan, found = read(text)
    assert [len(order.draft.items) for order in found] == [1, 2]
    assert [row.row for row in plan.counts.ignored] == [3, 5]


@pytest.mark.parametrize("title", ["Товари", "Товари/Послуги", "Products"])
def test_one_product_a_row_under_a_header_for_several_is_its_name(title: str) -> None:
    """As KeyCRM and SalesDrive export them."""
    text = f"ID заявки;{title};SKU;Кількість;Ціна\n1;Чай;T-1;2;10\n1;Чашка (біла);M-1;1;20\n2;Кава;K-1;1;99\n"
    _, found = read(text)
    assert [[item["name"] for item in order.draft.items] for order in found] == [
        ["Чай", "Чашка (біла)"],
        ["Кава"],
    ]


def test_a_list_of_products_beside_their_number_is_the_items() -> None:
    text = "Номер замовлення;Товари;Кількість;Сума\n1;Чай x2, Кава x1;3;30\n2;Чашка x1;1;20\n"
    _, found = read(text)
    assert [[(item["name"], item["quantity"]) for item in order.draft.items] for order in found] == [
        [("Чай", "2"), ("Кава", "1")],
        [("Чашка", "1")],
    ]


def test_the_line_under_the_header_of_a_markdown_table_is_no_order() -> None:
    plan, found = read("| Order ID | Email | Total |\n|------|:----:|---:|\n| 1 | a@x.ua | 5.00 |\n")
    assert [order.draft.get("externalOrderId") for order in found] == ["1"]
    assert [row.row for row in plan.counts.ignored] == [2]


def test_the_lines_around_a_table_of_a_database_are_no_orders() -> None:
    text = (
        " order_id |  email  | total \n----------+---------+-------\n        1 | a@x.ua  |  5.00\n(1 row)\n"
    )
    assert orders(text) == [{"externalOrderId": "1", "email": " a@x.ua  ", "totalCost": "  5.00"}]


def test_the_mark_that_ends_files_of_dos_is_no_order() -> None:
    assert orders(b"Order ID,Total\r\n1,5\r\n\x1a") == [{"externalOrderId": "1", "totalCost": "5"}]


def test_a_list_of_products_with_the_price_of_the_order_beside_it() -> None:
    _, (order,) = read("Order ID;Products;Price\n1;Чай - 2x60=120;120\n")
    assert order.draft.get("totalCost") == "120"
    assert [(item["name"], item["quantity"], item["cost"]) for item in order.draft.items] == [
        ("Чай", "2", "60")
    ]


def test_items_of_squarespace_have_their_quantity_and_price() -> None:
    _, (order,) = read(
        "Order ID,Email,Total,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku\n"
        "00001,a@shop.com,25.00,2,Tea,10.00,T1\n"
    )
    assert order.draft.items == [{"externalItemId": "T1", "name": "Tea", "quantity": "2", "cost": "10.00"}]


NO_TABLES = {
    "orders.gsheet": (b'{"":"WARNING!","doc_id":"abc","email":"a@shop.ua"}', "only a link"),
    "orders.url": (b"[InternetShortcut]\r\nURL=https://docs.google.com/spreadsheets/d/abc", "only a link"),
    "orders.webloc": (
        b'<?xml version="1.0"?><plist version="1.0"><dict><key>URL</key><string>https://x</string></dict></plist>',
        "only a link",
    ),
    "export.csv": (
        b"<!DOCTYPE html><html><body><form>Sign in</form></body></html>",
        "web page without a table",
    ),
    "orders.xml": (
        b'<?xml version="1.0"?>\n<orders><order id="1"/></orders>',
        "no table but a plain XML file",
    ),
}


@pytest.mark.parametrize("name", NO_TABLES)
def test_what_is_no_table_is_called_what_it_is(name: str) -> None:
    content, sentence = NO_TABLES[name]
    with pytest.raises(ReadError, match=sentence):
        prepare(Source.from_bytes(name, content))


def test_a_document_of_numbers_and_an_archive_say_what_to_do() -> None:
    with pytest.raises(ReadError, match="Apple Numbers"):
        prepare(Source.from_bytes("a.numbers", zipped(**{"Index/Document.iwa": b"x"})))
    with pytest.raises(ReadError, match="Unpack it"):
        prepare(Source.from_bytes("orders.zip", zipped(**{"orders.csv": b"Order ID,Total\n1,5\n"})))


def test_products_of_tilda_with_the_price_of_the_line() -> None:
    _, (order,) = read('Order ID;Products;Payment amount\n7;"Чай - 2x150 ≡ 300; Чашка - 1x120 ≡ 120";420\n')
    assert order.draft.get("totalCost") == "420"
    assert [tuple(item.values()) for item in order.draft.items] == [
        ("2", "150", "Чай", "Чай"),
        ("1", "120", "Чашка", "Чашка"),
    ]


@pytest.mark.parametrize("title", ["Transaction Status", "Payment status", "Статус оплати"])
def test_the_status_of_a_payment_is_taken_where_there_is_none_of_the_order(title: str) -> None:
    assert orders(f"Order ID;{title};Total\n1;Refunded;5\n")[0]["status"] == "CANCELLED"
    assert orders(f"Order ID;{title};Order status;Total\n1;Paid;Shipped;5\n")[0]["status"] == "IN_PROGRESS"


def test_headers_in_two_languages_with_stars_and_units() -> None:
    header = "№ замовлення / Order number;Ел. пошта | E-mail*;Сума / Total;Статус / Status;Qty, pcs;Item*;Price, UAH*"
    _, (order,) = read(f"{header}\n1;a@example.com;100;Нове;2;Tea;50\n")
    assert order.draft.fields == {
        "externalOrderId": "1",
        "email": "a@example.com",
        "totalCost": "100",
        "status": "INITIALIZED",
    }
    assert order.draft.items == [{"name": "Tea", "quantity": "2", "cost": "50"}]


@pytest.mark.parametrize("title", ["Total / Shipping", "Date / Sky", "Email / Phone"])
def test_a_header_of_two_meanings_is_none(title: str) -> None:
    (order,) = orders(f"Order ID;{title};Note\n1;5;x\n")
    assert order == {"externalOrderId": "1"}


def test_a_name_with_an_email_behind_it_gives_both_and_is_asked_about() -> None:
    found = orders("Order;Customer;Total\n1;Ann Mary Lee <ann@example.com>;5\n2;Bo Hu <bo@example.com>;6\n")
    assert [(order["firstName"], order["lastName"], order["email"]) for order in found] == [
        ("Ann", "Mary Lee", "Ann Mary Lee <ann@example.com>"),
        ("Bo", "Hu", "Bo Hu <bo@example.com>"),
    ]


def test_words_where_an_order_has_no_shipping_discount_or_tax() -> None:
    found = orders(
        "№ замовлення;Сума;Вартість доставки;Знижка;ПДВ\n1;100;Безкоштовно;-;без ПДВ\n"
        "2;100;за тарифами перевізника;немає;-\n3;170;70 грн;10;20\n4;100;дорого;;\n"
    )
    assert [(o.get("shipping"), o.get("discount"), o.get("taxes")) for o in found] == [
        (None, None, None),
        (None, None, None),
        ("70 грн", "10", "20"),
        ("дорого", None, None),  # which the checks refuse
    ]


def test_a_second_phone_and_email_stand_in_for_the_first() -> None:
    header = "Order ID;Телефон 1;Телефон 2;E-mail;E-mail 2;Total"
    found = orders(f"{header}\n1;;0501234567;;b@example.com;5\n2;0671234567;0501234567;a@example.com;;5\n")
    assert [(order["phone"], order["email"]) for order in found] == [
        ("0501234567", "b@example.com"),
        ("0671234567", "a@example.com"),
    ]
