"""Writes the sample files of resources/samples that the demo imports. The same every time: people, goods and dates are
drawn with a fixed seed. All people are invented, every e-mail is at example.com, every phone is in a range set aside
for fiction (+1 555 01xx) or made of an obvious pattern.

    python packaging/make_samples.py
"""

from __future__ import annotations

import csv
import json
import random
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import xlsxwriter
from sample_people import (
    AMERICANS,
    CITIES,
    SHOP,
    TOWNS,
    UKRAINIANS,
    Goods,
    amount,
    lines_of,
    moment,
    phone_of,
)

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "resources" / "samples"
SHOPIFY_COLUMNS = (
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,"
    "Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem "
    "price,"
    "Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,"
    "Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,"
    "Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,"
    "Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note "
    "Attributes,"
    "Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding "
    "Balance,Employee,Location,Device ID,"
    "Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,"
    "Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number,Duties,Billing Province Name,"
    "Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References"
)


def write_csv(name: str, header: list[str], rows: list[dict[str, str]]) -> None:
    """A comma separated file in UTF-8; rows name the columns that they fill."""
    with (SAMPLES / name).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, header, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


# --- Shopify
# -----------------------------------------------------------------------------------------------------------


def shopify() -> None:
    """Sixty orders; order fields on the first row of each, some without e-mail, cancelled, with a broken address."""
    rng = random.Random(60)
    rows: list[dict[str, str]] = []
    for number in range(1001, 1061):
        rows.extend(shopify_order(rng, number))
    write_csv("shopify_orders.csv", SHOPIFY_COLUMNS.split(","), rows)


def shopify_order(rng: random.Random, number: int) -> list[dict[str, str]]:
    """The rows of one order, its order fields on the first."""
    first, last = AMERICANS[number % len(AMERICANS)]
    name, created = f"#{number}", moment(rng)
    lines = [(goods, count, (goods.price / 40).quantize(Decimal("0.01"))) for goods, count in lines_of(rng)]
    subtotal = sum((price * count for _, count, price in lines), Decimal(0))
    shipping = rng.choice((Decimal("0.00"), Decimal("4.90"), Decimal("9.90")))
    discount = rng.choice((Decimal("0.00"), Decimal("0.00"), (subtotal / 10).quantize(Decimal("0.01"))))
    taxes = (subtotal * Decimal("0.05")).quantize(Decimal("0.01"))
    paid, sent = rng.choice(
        (("paid", "fulfilled"), ("paid", "unfulfilled"), ("paid", "partial"), ("pending", "unfulfilled"))
    )
    plain = "".join(
        letter
        for letter in normalize("NFD", f"{first}.{last}".lower())  # a letter apart from its accent
        if letter.isascii() and (letter.isalpha() or letter == ".")
    )
    order = {
        "Email": f"{plain}@example.com",
        "Financial Status": paid,
        "Paid at": stamp(created + timedelta(minutes=3)) if paid == "paid" else "",
        "Fulfillment Status": sent,
        "Fulfilled at": stamp(created + timedelta(days=2)) if sent == "fulfilled" else "",
        "Accepts Marketing": rng.choice(("yes", "no")),
        "Currency": "USD",
        "Subtotal": str(subtotal - discount),
        "Shipping": str(shipping),
        "Taxes": str(taxes),
        "Total": str(subtotal + shipping + taxes - discount),
        "Discount Code": "AUTUMN10" if discount else "",
        "Discount Amount": str(discount),
        "Shipping Method": "Standard" if shipping else "Free shipping",
        "Created at": stamp(created),
        "Payment Method": rng.choice(("Shopify Payments", "PayPal Express Checkout")),
        "Refunded Amount": "0.00",
        "Outstanding Balance": "0.00",
        "Id": str(5_600_000_000_000 + number * 7919),
        "Risk Level": "Low",
        "Source": "web",
        "Phone": american_phone(number),
        "Notes": "Please leave at the door" if number % 17 == 0 else "",
        **addresses(rng, f"{first} {last}", number),
    }
    problems(order, number)
    rows = []
    for place, (goods, count, price) in enumerate(lines):
        row = {"Name": name, "Email": order["Email"]} if place else {"Name": name, **order}
        row.update(
            {
                "Created at": stamp(created),
                "Lineitem quantity": str(count),
                "Lineitem name": goods.english,
                "Lineitem price": str(price),
                "Lineitem sku": goods.code if goods.code != "CAN-301" else "",
                "Lineitem requires shipping": "true",
                "Lineitem taxable": "true",
                "Lineitem fulfillment status": "fulfilled" if sent == "fulfilled" else "pending",
                "Vendor": "Example Goods",
                "Lineitem discount": "0.00",
            }
        )
        rows.append(row)
    return rows


def problems(order: dict[str, str], number: int) -> None:
    """What real exports have wrong."""
    if number == 1007:
        order["Email"] = "mia.fletcher@example,com"
    elif number == 1019:
        order["Email"] = order["Phone"] = order["Billing Phone"] = order["Shipping Phone"] = ""
    elif number in (1024, 1041):
        order.update(
            {
                "Cancelled at": order["Created at"],
                "Financial Status": "refunded",
                "Refunded Amount": order["Total"],
            }
        )
    elif number == 1033:
        order["Total"] = str(Decimal(order["Total"]) + 5)
    elif number == 1048:
        order["Fulfillment Status"] = "awaiting pickup"


def addresses(rng: random.Random, person: str, number: int) -> dict[str, str]:
    """Billing and shipping to one place."""
    street, city, code, state, country = rng.choice(TOWNS)
    found = {}
    for kind in ("Billing", "Shipping"):
        found.update(
            {
                f"{kind} Name": person,
                f"{kind} Street": street,
                f"{kind} Address1": street,
                f"{kind} City": city,
                f"{kind} Zip": "'" + code,
                f"{kind} Province": state,
                f"{kind} Country": country,
                f"{kind} Phone": american_phone(number),
            }
        )
    return found


def american_phone(number: int) -> str:
    """The phone of an order's customer, from the range 555-0100 to 555-0199 that is set aside for fiction."""
    return f"+1212555{100 + number % len(AMERICANS):04}"


def stamp(at: datetime) -> str:
    """As Shopify writes it."""
    return at.strftime("%Y-%m-%d %H:%M:%S %z")


# --- A Ukrainian workbook
# ----------------------------------------------------------------------------------------------

UK_HEADER = (
    "№ замовлення",
    "Дата",
    "Статус",
    "Код клієнта",
    "ПІБ",
    "Телефон",
    "E-mail",
    "Артикул",
    "Товар",
    "Категорія",
    "К-сть",
    "Ціна, грн",
    "Доставка, грн",
    "Сума замовлення, грн",
    "Валюта",
    "Спосіб доставки",
    "Спосіб оплати",
    "Адреса доставки",
    "Посилання на товар",
    "Посилання на фото",
    "Коментар",
)
UK_STATUSES = ("Нове", "В обробці", "Відправлено", "Виконано", "Виконано", "Скасовано")


def ukrainian_workbook() -> None:
    """Forty orders under three title rows: prices as text with a decimal comma, phones as numbers, a row of totals."""
    rng = random.Random(40)
    with xlsxwriter.Workbook(SAMPLES / "orders_uk.xlsx") as book:
        book.set_properties({"created": datetime(2026, 11, 22), "author": "Order Manager"})  # noqa: DTZ001
        sheet = book.add_worksheet("Замовлення")
        bold = book.add_format({"bold": True})
        day = book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
        sheet.write(0, 0, "Крамниця «Приклад»: звіт про замовлення", bold)
        sheet.write(1, 0, "Період: 23.09.2026 – 22.11.2026")
        for column, title in enumerate(UK_HEADER):
            sheet.write(3, column, title, bold)
        row, total = 4, Decimal(0)
        for number in range(1, 41):
            lines = lines_of(rng, 3)
            shipping = rng.choice((Decimal(0), Decimal("70.00"), Decimal("95.50")))
            total += amount(lines) + shipping
            order = ukrainian_order(rng, number, amount(lines) + shipping, shipping)
            for goods, count in lines:
                cells = {**order, **ukrainian_item(goods, count)}
                for column, title in enumerate(UK_HEADER):
                    value = cells[title]
                    if isinstance(value, datetime):
                        sheet.write_datetime(row, column, value, day)
                    elif isinstance(value, (int, float)):
                        sheet.write_number(row, column, value)
                    else:
                        sheet.write_string(row, column, value)
                row += 1
        sheet.write(row + 1, 0, "Разом", bold)
        sheet.write(row + 1, 13, comma(total), bold)
        sheet.set_column(0, len(UK_HEADER) - 1, 16)


def ukrainian_order(rng: random.Random, number: int, total: Decimal, shipping: Decimal) -> dict[str, object]:
    """The order's cells; they stand on each of its rows."""
    person = rng.randrange(len(UKRAINIANS))
    first, last, mail = UKRAINIANS[person]
    city, street = rng.choice(CITIES)
    status = UK_STATUSES[number % len(UK_STATUSES)]
    return {
        "№ замовлення": f"{number + 320:06}",
        "Дата": moment(rng).replace(tzinfo=None),
        "Статус": "Чекаємо на клієнта" if number == 23 else status,
        "Код клієнта": f"K-{person + 1:04}",
        "ПІБ": f"{last} {first}",
        "Телефон": float(phone_of(person)) if number % 2 else f"067 000 00 {person:02}",
        "E-mail": "" if number % 5 == 0 else f"{mail}@example.com" if number != 18 else f"{mail}@example",
        "Доставка, грн": comma(shipping),
        "Сума замовлення, грн": comma(total),
        "Валюта": "UAH",
        "Спосіб доставки": "Нова пошта" if shipping else "Самовивіз",
        "Спосіб оплати": rng.choice(("Карткою на сайті", "Післяплата")),
        "Адреса доставки": f"{city}, {street}",
        "Коментар": "Передзвонити перед доставкою" if number % 9 == 0 else "",
    }


def ukrainian_item(goods: Goods, count: int) -> dict[str, object]:
    """The item's cells."""
    return {
        "Артикул": goods.code,
        "Товар": goods.ukrainian,
        "Категорія": goods.category,
        "К-сть": count,
        "Ціна, грн": comma(goods.price),
        "Посилання на товар": f"{SHOP}/p/{goods.code}",
        "Посилання на фото": f"{SHOP}/img/{goods.code}.jpg",
    }


def comma(value: Decimal) -> str:
    """1 234,50 with a no-break space, as spreadsheets here show it."""
    return f"{value:,.2f}".replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")


# --- The API's own names
# -----------------------------------------------------------------------------------------------

STATUSES = ("INITIALIZED", "IN_PROGRESS", "DELIVERED", "DELIVERED", "CANCELLED", "ABANDONED_SHOPPING_CART")


def full_order(rng: random.Random, external_id: str, number: int) -> dict[str, object]:
    """An order that passes the full rule set; amounts are Decimal, items a list."""
    person = rng.randrange(len(UKRAINIANS))
    first, last, mail = UKRAINIANS[person]
    city, street = rng.choice(CITIES)
    lines = lines_of(rng)
    shipping = rng.choice((Decimal("0.00"), Decimal("70.00"), Decimal("120.00")))
    discount = rng.choice((Decimal("0.00"), Decimal("0.00"), Decimal("50.00")))
    discount = min(discount, amount(lines))
    return {
        "externalOrderId": external_id,
        "externalCustomerId": f"K-{person + 1:04}",
        "totalCost": amount(lines) + shipping - discount,
        "status": STATUSES[number % len(STATUSES)],
        "date": moment(rng).isoformat(),
        "email": f"{mail}@example.com",
        "phone": phone_of(person),
        "firstName": first,
        "lastName": last,
        "currency": "UAH",
        "shipping": shipping,
        "discount": discount,
        "deliveryMethod": "Нова пошта" if shipping else "Самовивіз",
        "paymentMethod": rng.choice(("card", "cash on delivery")),
        "deliveryAddress": f"{city}, {street}",
        "items": [
            {
                "externalItemId": goods.code,
                "name": goods.ukrainian,
                "category": goods.category,
                "quantity": count,
                "cost": goods.price,
                "url": f"{SHOP}/p/{goods.code}",
                "imageUrl": f"{SHOP}/img/{goods.code}.jpg",
            }
            for goods, count in lines
        ],
    }


def request_body() -> None:
    """Twenty-five orders as a request to the API; amounts are numbers with two decimals."""
    rng = random.Random(25)
    orders = [full_order(rng, f"A-{number:05}", number) for number in range(1, 26)]
    orders[3]["additionalInfo"] = {"comment": "Подзвонити у двері двічі"}
    text = json.dumps({"orders": orders}, ensure_ascii=False, indent=2, default=lambda value: f"\0{value}\0")
    text = text.replace('"\\u0000', "").replace('\\u0000"', "")
    (SAMPLES / "orders_api.json").write_text(text + "\n", "utf-8")


def full_table() -> None:
    """Eighty orders, a row an item, in the API's own names; a few with the problems that people meet."""
    rng = random.Random(80)
    rows: list[dict[str, str]] = []
    for number in range(1, 81):
        order = full_order(rng, f"F-{number:05}", number)
        if number == 12:
            order["email"] = order["phone"] = ""
        elif number == 27:
            order["totalCost"] = Decimal(str(order["totalCost"])) + 100
        elif number == 41:
            order["date"] = "2024-02-29T10:15:00+02:00"
        elif number == 58:
            order["email"] = str(order["email"]).replace("@example.com", "@example,com")
            order["phone"] = ""
        elif number == 66:
            order["currency"] = "UHA"
        items = order.pop("items")
        assert isinstance(items, list)
        rows.extend({name: str(value) for name, value in {**order, **item}.items()} for item in items)
    write_csv("orders_full.csv", list(rows[0]), rows)


def main() -> None:
    """Write all four."""
    SAMPLES.mkdir(parents=True, exist_ok=True)
    shopify()
    ukrainian_workbook()
    request_body()
    full_table()


if __name__ == "__main__":
    main()
