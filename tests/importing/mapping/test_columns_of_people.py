"""Addresses in several columns, contacts that say whose they are, first and last names under bare headers."""

from __future__ import annotations

import pytest

from tests.importing.files import orders, read


@pytest.mark.parametrize(
    ("header", "row", "address"),
    [
        ("Область;Місто;Вулиця;Будинок;Квартира;Індекс",
         "Київська;Ірпінь;Січова;5;12;08200", "Київська, Ірпінь, Січова, 5, 12, 08200"),
        ("Місто;Відділення НП", "Київ;№ 5", "Київ, № 5"),
        ("Місто;Адреса доставки", "Київ;м. Київ, Січова 5", "м. Київ, Січова 5"),
        ("Страна;Адрес доставки", "Украина;Киев, Сечевая 5", "Украина, Киев, Сечевая 5"),
        ("Straße;PLZ;Ort;Land", "Hauptstr. 5;10115;Berlin;DE", "Hauptstr. 5, 10115, Berlin, DE"),
        ("Ulica;Kod pocztowy;Miasto", "Polna 5;00-001;Warszawa", "Polna 5, 00-001, Warszawa"),
        ("Address;City;State;Zip", "1 Main St;Austin;TX;78701", "1 Main St, Austin, TX, 78701"),
        ("Billing Address 1;Billing City;Shipping Address 1;Shipping City;Shipping Zip",
         "Main 1;Austin;Oak 2;Dallas;75001", "Oak 2, Dallas, 75001"),
        ("Billing Street;Billing City;Billing Country", "Main 1;Austin;US", "Main 1, Austin, US"),
        ("Місто (Доставка);Адреса 1 і 2 (Доставка);Місто (Оплата)", "Львів;НП 7;Київ", "Львів, НП 7"),
        ("City", "Austin", "Austin"),
        ("Country;Zip", "US;78701", ""),
    ],
)  # fmt: skip
def test_parts_of_an_address_are_joined_as_they_stand(header: str, row: str, address: str) -> None:
    (order,) = orders(f"Order ID;Total;{header}\n1;5;{row}\n")
    assert order.get("deliveryAddress", "") == address
    assert "status" not in order


def test_state_is_a_status_where_it_holds_such_words() -> None:
    assert [order["status"] for order in orders("Order ID;State;Total\n1;completed;5\n2;new;5\n")] == [
        "DELIVERED",
        "INITIALIZED",
    ]


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("First Name (Billing);Last Name (Billing);First Name (Shipping);Phone (Billing)",
         "Ann;Lee;Bob;0671234567", ("Ann", "Lee", "0671234567")),
        ("Ім'я (Доставка);Прізвище (Доставка);Ім'я (Оплата);Прізвище (Оплата);Телефон (Оплата)",
         "Ія;Сич;Олена;Коваль;0671234567", ("Олена", "Коваль", "0671234567")),
        ("Shipping: First name;Billing: Last name;Shipping: Phone", "Bob;Lee;0671234567", ("", "Lee", "0671234567")),
        ("Name (Billing)", "Ann Lee", ("Ann", "Lee", "")),
        ("Recipient name;Billing name", "Bob Hu;Ann Lee", ("Ann", "Lee", "")),
        ("Ім'я та прізвище (Доставка);Ім'я та прізвище (Оплата)", "Ія Сич;Олена Коваль", ("Олена", "Коваль", "")),
        ("Отримувач;Замовник", "Ія Сич;Олена Коваль", ("Олена", "Коваль", "")),
        ("Отримувач", "Ія Сич", ("Ія", "Сич", "")),
        ("Покупець", 'ТОВ  "Ромашка і Ко"', ('ТОВ "Ромашка і Ко"', "", "")),
        ("ПІБ", "ФОП Коваль Олена", ("Олена", "Коваль", "")),
        ("Vorname;Name;Telefon", "Anna;Groß;0671234567", ("Anna", "Groß", "0671234567")),
        ("Prénom;Nom", "Anne;Dupont", ("Anne", "Dupont", "")),
    ],
)  # fmt: skip
def test_names_are_of_one_person_and_contacts_of_who_pays(
    header: str, row: str, expected: tuple[str, str, str]
) -> None:
    (order,) = orders(f"Order ID;Total;{header}\n1;5;{row}\n")
    assert (order.get("firstName", ""), order.get("lastName", ""), order.get("phone", "")) == expected


def test_amounts_without_a_sign_are_in_the_currency_of_the_others_and_it_is_said() -> None:
    plan, found = read("Order ID;Total\n1;5 грн\n2;1 234,50 грн.\n3;7\n")
    assert [order.draft.get("currency") for order in found] == ["UAH", "UAH", "UAH"]
    assert [str(note) for note in plan.file_notes] == [
        "The currency is taken from the signs in “Total”; amounts without one are taken for UAH, as the others."
    ]


@pytest.mark.parametrize("totals", ["5 грн;5 €;7", "5 грн;7;9;11", "5 грн;7;9"])
def test_not_where_there_are_several_or_few(totals: str) -> None:
    rows = "".join(f"{number};{total}\n" for number, total in enumerate(totals.split(";"), 1))
    assert "currency" not in orders("Order ID;Total\n" + rows)[-1]


@pytest.mark.parametrize("total", ["1 250,- Kč", "1 234,50 гривень", "1234.5 (грн)"])
def test_amounts_are_known_with_what_people_write_beside_them(total: str) -> None:
    (order,) = orders(f"Order ID;Сума\n1;{total}\n")
    assert order["totalCost"] == total
