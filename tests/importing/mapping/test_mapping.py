from __future__ import annotations

from pathlib import Path

import pytest

from ordermanager.domain.sentences import KnownError, WrongUse
from ordermanager.importing.mapping.aliases import aliases
from ordermanager.importing.mapping.evidence import is_money, surname_first
from ordermanager.importing.mapping.mapping import check_field_names
from ordermanager.importing.mapping.profiles import profile_of, read_profile
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.importing.run import drafts
from ordermanager.importing.tables.headers import header_key
from ordermanager.importing.values.status_words import known_words
from tests.importing.files import orders, read, unknown_statuses


def fields_of(text: str) -> dict[str, str]:
    """Field by column title."""
    return {view.title: view.field for view in prepare(Source.from_text(text)).columns}


UKRAINIAN = (
    "№ замовлення;Дата;Статус;Код клієнта;ПІБ;Телефон;E-mail;Артикул;Назва товару;К-сть;"
    "Ціна, грн;Доставка, грн;Сума замовлення, грн;Спосіб доставки;Спосіб оплати;Адреса доставки;"
    "Посилання на товар;Фото;Коментар"
)
RUSSIAN = (
    "Номер заказа;Дата заказа;Статус заказа;ФИО;Телефон;Электронная почта;Артикул;Товар;Кол-во;"
    "Цена;Сумма заказа;Способ доставки"
)
ENGLISH = (
    "Order #;Order Date;Order Status;Customer ID;First Name;Last Name;Phone Number;"
    "E-mail Address;SKU;Product Name;Qty;Unit Price;Shipping Cost;Order Total;Currency Code;"
    "Payment Method;Image URL;Product URL;Category"
)


@pytest.mark.parametrize("header", [UKRAINIAN, RUSSIAN, ENGLISH])
def test_headers_in_three_languages_are_all_known(header: str) -> None:
    found = fields_of(header + "\n0007\n")
    assert [title for title, name in found.items() if not name] == []
    assert "externalOrderId" in found.values()


def test_values_of_a_ukrainian_table() -> None:
    row = (
        "0007;23.11.2026 14:05;Виконано;K-1;Іваненко Олена Петрівна;0671234567;o@example.com;TEA;"
        "Чай;2;12,50;70;95,00;Нова пошта;Картка;Київ;https://shop.example/p/1;"
        "https://shop.example/1.jpg;дзвоніть"
    )
    _, (order,) = read(UKRAINIAN + "\n" + row + "\n")
    assert order.draft.fields == {
        "externalOrderId": "0007",
        "date": "23.11.2026 14:05",
        "status": "DELIVERED",
        "externalCustomerId": "K-1",
        "lastName": "Іваненко",
        "firstName": "Олена Петрівна",
        "phone": "0671234567",
        "email": "o@example.com",
        "shipping": "70",
        "totalCost": "95,00",
        "currency": "UAH",  # of the header “Сума замовлення, грн”
        "deliveryMethod": "Нова пошта",
        "paymentMethod": "Картка",
        "deliveryAddress": "Київ",
    }
    assert order.draft.items == [
        {
            "externalItemId": "TEA",
            "name": "Чай",
            "quantity": "2",
            "cost": "12,50",
            "url": "https://shop.example/p/1",
            "imageUrl": "https://shop.example/1.jpg",
        }
    ]
    assert order.draft.additional_info == {"comment": "дзвоніть"}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Order #", "order_no"), ("№ замовлення", "no замовлення"), ("E-mail", "EMAIL"), (" K-сть ", "kсть")],
)
def test_headers_compare_without_case_blanks_and_marks(one: str, other: str) -> None:
    assert header_key(one) == header_key(other)


def test_a_header_of_two_meanings_is_decided_by_its_cells() -> None:
    assert fields_of("Order ID,Доставка\n1,70.00\n")["Доставка"] == "shipping"
    assert fields_of("Order ID,Доставка\n1,Нова пошта\n")["Доставка"] == "deliveryMethod"
    assert fields_of("Order ID,Shipping\n1,DHL\n")["Shipping"] == "deliveryMethod"
    assert fields_of("Order ID,Contact\n1,a@example.com\n")["Contact"] == "email"
    assert fields_of("Order ID,Contact\n1,067 123 45 67\n")["Contact"] == "phone"
    assert fields_of("ID,Total\n1,5\n")["ID"] == "externalOrderId"
    assert fields_of("ID,Order ID,Total\n1,2,5\n")["ID"] == ""


def test_name_is_a_person_or_a_thing_by_its_neighbours() -> None:
    assert orders("Order ID,Name,Email\n1,Ann Lee,a@example.com\n")[0]["firstName"] == "Ann"
    _, (order,) = read("Order ID,Name,SKU,Qty\n1,Tea,T1,2\n")
    assert order.draft.items[0]["name"] == "Tea"
    _, (order,) = read("Order ID,Name,Product,Qty\n1,Ann Lee,Tea,2\n")
    assert (order.draft.fields["firstName"], order.draft.items[0]["name"]) == ("Ann", "Tea")


def test_cells_speak_where_headers_do_not() -> None:
    found = fields_of("Order ID,A,B,C,D\n1,a@example.com,UAH,https://shop.example/1.jpg,+380671234567\n")
    assert found == {
        "Order ID": "externalOrderId",
        "A": "email",
        "B": "currency",
        "C": "imageUrl",
        "D": "phone",
    }


def test_likeness_is_only_a_suggestion() -> None:
    plan = prepare(Source.from_text("Order ID,Custmer emial,Totl cost\n1,,\n"))
    views = {view.title: view for view in plan.columns}
    assert views["Totl cost"].field == ""
    assert views["Totl cost"].suggestion == "totalCost"
    assert 0.7 < views["Totl cost"].confidence < 1


@pytest.mark.parametrize(
    ("cells", "reverse"),
    [
        (["Іваненко Олена", "Ткачук Євген"], True),
        (["Олена Іваненко"], False),
        (["Петров Иван Петрович"], True),
        (["Müller, Hans", "Eva Schmidt"], True),
        (["Київ, вул. Садова 5", "info@shop.ua, Eva"], None),
    ],
)
def test_surname_first_is_seen_in_the_names(cells: list[str], reverse: bool | None) -> None:
    assert surname_first(cells) is reverse


def test_a_comma_parts_the_surname_from_the_name() -> None:
    found = orders('Order ID,Customer,Total\n1,"von Berg, Eva Maria",5\n2,"Müller, Hans",6\n3,"Öz,",7\n')
    names = [(each.get("firstName"), each.get("lastName")) for each in found]
    assert names == [("Eva Maria", "von Berg"), ("Hans", "Müller"), (None, "Öz,")]


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("1 234,50 грн", True),
        ("$5", True),
        ("₴1'000", True),
        ("0.50", True),
        ("5%", False),
        ("0671234567", False),
        ("чай", False),
        ("a@b", False),
    ],
)
def test_what_looks_like_money(text: str, money: bool) -> None:
    assert is_money(text) is money


def test_a_lines_total_is_no_orders_total() -> None:
    text = "Order ID,Product,Qty,Price,Сума\n1,Tea,2,10,20\n1,Mug,1,7,7\n2,Tea,1,10,10\n"
    plan, found = read(text)
    assert "totalCost" in plan.missing
    assert "totalCost" not in found[0].draft.fields
    assert found[0].notes == ()


def test_a_lines_total_gives_the_price_of_one() -> None:
    _, (order,) = read("Order ID,Product,Qty,Сума позиції,Total\n1,Tea,2,21,28\n1,Mug,3,7,28\n")
    assert order.draft.items == [
        {"name": "Tea", "quantity": "2", "cost": "10.50"},
        {"name": "Mug", "quantity": "3"},
    ]


def test_the_total_from_the_items_on_request() -> None:
    text = (
        'Order ID,Product,Qty,Price,Shipping cost,Discount\n1,Tea,2,"10,50",5,1\n1,Mug,1,7,5,1\n2,Tea,x,5,,\n'
    )
    found = orders(text, constants={"totalCost": "{items}"})
    assert found[0]["totalCost"] == "32.00"
    assert not found[1]["totalCost"]


def test_constants_win_and_templates_are_filled() -> None:
    text = "Order ID,Email,Phone,Product,SKU,Status\n1,a@shop.com.ua,,Tea,T 1/ї,new\n2,,0671234567,Mug,,new\n"
    _, found = read(
        text,
        constants={
            "status": "DELIVERED",
            "currency": "UAH",
            "externalCustomerId": "{email|phone}",
            "url": "https://shop.example/p/{SKU}",
            "imageUrl": "https://shop.example/{externalOrderId}/{externalItemId}.jpg",
            "additionalInfo.channel": "fair",
        },
    )
    first, second = (order.draft for order in found)
    assert first.fields["status"] == "DELIVERED"
    assert (first.fields["externalCustomerId"], second.fields["externalCustomerId"]) == (
        "a@shop.com.ua",
        "0671234567",
    )
    assert first.items[0]["url"] == "https://shop.example/p/T%201%2F%D1%97"
    assert first.items[0]["imageUrl"] == "https://shop.example/1/T%201%2F%D1%97.jpg"
    assert "url" not in second.items[0]
    assert first.additional_info == {"channel": "fair"}


def test_a_constant_for_an_unknown_field_or_place_is_wrong_use() -> None:
    with pytest.raises(WrongUse, match="not a field"):
        check_field_names({"colour": "x"})
    with pytest.raises(WrongUse, match="neither a field nor a column"):
        prepare(Source.from_text("Order ID\n1\n"), constants={"url": "https://shop.example/{nothing}"})


def test_what_the_whole_file_lacks_is_said_once() -> None:
    plan = prepare(Source.from_text("Order ID,Total,Date,Status,Phone\n1,5,2026-11-23,new,0671234567\n"))
    assert plan.missing == (
        "externalCustomerId",
        "externalItemId",
        "name",
        "quantity",
        "cost",
        "url",
        "imageUrl",
    )
    plan.mapping.constants["externalCustomerId"] = "{phone}"
    assert "externalCustomerId" not in plan.missing


def test_a_profile_does_the_same_to_the_next_file(tmp_path: Path) -> None:
    first = prepare(Source.from_text("Vorgang,Betrag,Wer\n1,5,Ann Lee\n"), layout="generic-orders")
    assert first.problem is not None
    from ordermanager.importing.mapping.mapping import FieldSource, How

    first.mapping.fields = {
        "externalOrderId": FieldSource((0,)),
        "totalCost": FieldSource((1,)),
        "firstName": FieldSource((2,), How.FIRST_WORD),
    }
    first.mapping.constants["currency"] = "EUR"
    path = tmp_path / "mine.json"
    path.write_text(
        profile_of("mine", first.mapping, first.table.header, "generic-orders").to_json(), encoding="utf-8"
    )
    plan = prepare(Source.from_text("Wer,Extra,Vorgang,Betrag\nBob Ray,x,2,7\n"), profile=path)
    (order,) = drafts(plan)
    assert order.draft.fields == {
        "externalOrderId": "2",
        "totalCost": "7",
        "firstName": "Bob",
        "currency": "EUR",
    }
    assert {view.evidence for view in plan.columns if view.field} == {"profile"}


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"name": 1}', '{"name":"x","headers":[],"fields":{"email":"no"}}']
)
def test_a_file_that_is_no_profile(tmp_path: Path, text: str) -> None:
    path = tmp_path / "p.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnownError, match="not an import profile"):
        read_profile(path)


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Нове", "INITIALIZED"),
        ("in-progress", "IN_PROGRESS"),
        ("wc-completed", "DELIVERED"),
        ("Відмова", "CANCELLED"),
        ("DELIVERED", "DELIVERED"),
        ("Abandoned cart", "ABANDONED_SHOPPING_CART"),
        ("получен", "DELIVERED"),
        ("щось", "щось"),
    ],
)
def test_status_words(word: str, status: str) -> None:
    assert orders(f"Order ID,Status\n1,{word}\n")[0]["status"] == status


def test_unknown_status_words_are_counted_and_can_be_taught() -> None:
    plan = prepare(Source.from_text("Order ID,Status\n1,Чекає\n2,чекає\n3,Нове\n4,\n"))
    assert [order.draft.get("status") for order in drafts(plan)] == ["Чекає", "чекає", "INITIALIZED", ""]
    assert unknown_statuses(plan) == {"Чекає": 2}
    plan.mapping.status_words["ЧЕКАЄ"] = "IN_PROGRESS"
    assert [order.draft.get("status") for order in drafts(plan)] == [
        "IN_PROGRESS",
        "IN_PROGRESS",
        "INITIALIZED",
        "",
    ]


def test_no_alias_and_no_status_word_is_listed_twice_with_different_meanings() -> None:
    import json

    from ordermanager.resources import resource

    given = json.loads(resource("layouts/_aliases.json").read_text("utf-8"))
    seen: dict[str, str] = {}
    for name, words in given["fields"].items():
        for title in words["sure"]:
            assert seen.setdefault(header_key(title), name) == name, title
    assert aliases().sure == seen
    assert set(known_words().values()) == {
        "INITIALIZED",
        "IN_PROGRESS",
        "DELIVERED",
        "CANCELLED",
        "ABANDONED_SHOPPING_CART",
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [("грн", "UAH"), ("₴", "UAH"), ("$", "USD"), ("Грн.", "UAH"), ("EUR", "EUR"), ("xx", "xx")],
)
def test_currency_words(text: str, code: str) -> None:
    assert orders(f"Order ID,Currency\n1,{text}\n")[0]["currency"] == code


def test_status_words_are_shown_with_counts_and_rows() -> None:
    text = "Order ID,Status\n1,brewing\n2,new\n3,Brewing\n4,\n5,done\n6,New\n"
    plan = prepare(Source.from_text(text))
    shown = [(one.word, one.status, one.count, one.rows) for one in plan.statuses]
    assert shown == [
        ("brewing", "", 2, (2, 4)),
        ("", "", 1, (5,)),
        ("new", "INITIALIZED", 2, (3, 7)),
        ("done", "DELIVERED", 1, (6,)),
    ]
    plan.mapping.status_words.update({"brewing": "IN_PROGRESS", "": "INITIALIZED"})
    assert [one.status for one in plan.statuses if not one.status] == []
    found = [order.draft.get("status") for order in drafts(plan)]
    assert found == ["IN_PROGRESS", "INITIALIZED", "IN_PROGRESS", "INITIALIZED", "DELIVERED", "INITIALIZED"]


def test_taught_words_win_over_a_layouts_and_the_general_ones() -> None:
    plan = prepare(Source.from_text("Order ID,Status\n1,shipped\n"))
    plan.mapping.status_words["Shipped"] = "DELIVERED"
    assert [order.draft.get("status") for order in drafts(plan)] == ["DELIVERED"]


def test_a_date_alone_among_nameless_columns_and_a_total_only_as_a_suggestion() -> None:
    plan = prepare(Source.from_text("Order ID,When,Amt\n1,2026-11-23,5.00\n2,2026-11-24,7.50\n"))
    views = {view.title: view for view in plan.columns}
    assert (views["When"].field, views["When"].evidence) == ("date", "cells")
    assert (views["Amt"].field, views["Amt"].suggestion) == ("", "totalCost")
    plan = prepare(Source.from_text("Order ID,When,Then\n1,2026-11-23,2026-11-25\n"))
    assert [view.field for view in plan.columns] == ["externalOrderId", "", ""]


def test_words_for_nothing_are_no_e_mail_and_no_phone() -> None:
    texts = ("-", "—", "n/a", "немає", "Нет", "NULL", "не вказано")
    rows = "".join(f"{number};{text};{text};{text}\n" for number, text in enumerate(texts, 1))
    _, found = read("Order ID;Email;Phone;Comment\n0;a@shop.com.ua;+380671234567;x\n" + rows)
    assert {"email": "a@shop.com.ua", "phone": "+380671234567"}.items() <= found[0].draft.fields.items()
    for order, text in zip(found[1:], texts, strict=True):
        assert order.draft.fields.keys() & {"email", "phone"} == set()
        assert order.draft.additional_info["comment"] == text  # a comment may say just that


@pytest.mark.parametrize(
    ("title", "cell", "first", "last"),
    [
        ("Покупець", "Коваль Марія", "Марія", "Коваль"),
        ("Покупець", "Марія Коваль", "Марія", "Коваль"),
        ("ПІБ", "Олена Іваненко", "Олена", "Іваненко"),
        ("ПІБ", "Бойко Мар’яна", "Мар’яна", "Бойко"),
        ("ПІБ", "Тарас Григорович Шевченко", "Тарас", "Григорович Шевченко"),
        ("ПІБ", "Ван Дейк", "Дейк", "Ван"),  # nothing shows it, so the header counts
        ("Customer", "Kim Lee", "Kim", "Lee"),
    ],
)
def test_a_given_name_shows_in_which_order_names_are_written(
    title: str, cell: str, first: str, last: str
) -> None:
    """A letter must not begin with "Dear Koval"."""
    _, (order,) = read(f"Order ID;{title};Total\n1;{cell};5\n")
    assert (order.draft.fields["firstName"], order.draft.fields["lastName"]) == (first, last)
