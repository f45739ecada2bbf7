"""Letters that were saved in a wrong encoding are noticed and proposed to be put right, and never changed unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ordermanager.importing.errors import NotRecognised
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.double_encoded import CODECS
from ordermanager.importing.reading.letters import mended
from ordermanager.importing.reading.misread import PAIRS
from ordermanager.importing.reading.source import Source
from ordermanager.importing.tables.table import ReadOptions
from tests.importing.files import orders, read, workbook

if TYPE_CHECKING:
    from collections.abc import Callable

MEND = ReadOptions(mend_letters=True)


def twice(text: str, codec: str) -> str:
    """As programs spoil it: what the codec lacks stays as a control character."""
    letters = []
    for byte in text.encode():
        try:
            letters.append(bytes((byte,)).decode(codec))
        except UnicodeDecodeError:
            letters.append(chr(byte))
    return "".join(letters)


WORDS = (
    "Іван Шевченко",
    "Рита І",
    "И",
    "Київ, вул. Січових Стрільців",
    "Łódź Größe",
    "It’s",
    "Ціна – 5 ₴",
    "дім 🏠",
)


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("text", WORDS)
def test_every_letter_comes_back(text: str, codec: str) -> None:
    assert mended(twice(text, codec), codec) == text
    assert mended(twice(twice(text, codec), codec), codec) == text


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize(
    "text", ["Різне", "Рівне, Сірка 5", "Ñandú São", "plain", "Сімферополь", "Ґанок, Їжак"]
)
def test_what_is_right_stays(text: str, codec: str) -> None:
    assert mended(text, codec) == text


def test_a_hard_space_that_became_a_plain_one_comes_back() -> None:
    assert mended(twice("Роман", "cp1251").replace("\xa0", " "), "cp1251") == "Роман"


@pytest.mark.parametrize("codec", CODECS)
def test_a_file_is_left_as_it_is_and_put_right_where_one_says_so(codec: str) -> None:
    text = "Order ID,Name,Total\n" + twice("1,Іван Шевченко,5\n2,Різне Я,6\n", codec) + "3,Рівне,7\n"
    plan, found = read(text)
    assert found[0].draft.fields["firstName"].startswith(twice("Іван", codec)[:2])
    (note,) = map(str, plan.table.notes)
    assert note.startswith("Letters of this file were saved in a wrong encoding: “")
    assert "may be “Іван Шевченко” (2 such cells in its first rows)" in note
    plan, found = read(text, read_options=MEND)
    assert [order.draft.fields["firstName"] for order in found] == ["Іван", "Різне", "Рівне"]
    assert str(plan.table.notes[0]).endswith("is “Іван Шевченко”.")


def test_headers_are_put_right_too() -> None:
    text = twice("Номер замовлення,Пошта,Сума\n1,a@example.com,5\n", "cp1252")
    with pytest.raises(NotRecognised):
        read(text)
    assert "wrong encoding" in str(prepare(Source.from_text(text)).notes[0])
    assert orders(text, read_options=MEND) == [
        {"externalOrderId": "1", "email": "a@example.com", "totalCost": "5"}
    ]


def test_a_workbook_is_read_alike() -> None:
    content = workbook([["Order ID", "Name"], ["1", twice("Оксана Бойко", "cp1251")]])
    (order,) = orders(content, name="orders.xlsx", read_options=MEND)
    assert (order["firstName"], order["lastName"]) == ("Оксана", "Бойко")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
def test_nothing_is_said_of_a_file_that_is_right(encoding: str) -> None:
    rows = "".join(f"{number},Рівне Різдво Сірий Ґудзь,7\n" for number in range(200))
    plan, _ = read(("Order ID,Name,Total\n" + rows).encode(encoding))
    assert not plan.table.notes
    assert not plan.table.mendable


def test_a_wrong_encoding_is_no_reason_to_change_letters() -> None:
    content = "Order ID,Name,Total\n1,Іван Шевченко,5\n".encode()
    plan, _ = read(content, read_options=ReadOptions(encoding="cp1251", mend_letters=True))
    assert [str(note) for note in plan.table.notes] == [
        "No letters of this file seem to be wrong: nothing was put right."
    ]


def misread(text: str, read_as: str, meant: str) -> str:
    """As an editor spoils it that does not know the encoding."""
    letters = []
    for byte in text.encode(meant):
        try:
            letters.append(bytes((byte,)).decode(read_as))
        except UnicodeDecodeError:
            letters.append(chr(byte))
    return "".join(letters)


UKRAINIAN = (
    "Номер замовлення;Оплата;Сума;ПІБ\n1;готівка;99,50;Ґудзь Їжак\n2;картка;5;ІВАНЕНКО Ія\n3;card;7;Lee Ann\n"
)


@pytest.mark.parametrize("pair", PAIRS)
def test_a_wrong_alphabet_is_proposed_to_be_put_right(pair: str) -> None:
    spoiled = misread(UKRAINIAN, *PAIRS[pair])
    with pytest.raises(NotRecognised):
        read(spoiled)
    plan = prepare(Source.from_text(spoiled))
    assert plan.table.mendable == pair
    assert "may be “Номер замовлення”" in str(plan.table.notes[0])
    plan, found = read(spoiled, read_options=MEND)
    assert plan.table.header == ("Номер замовлення", "Оплата", "Сума", "ПІБ")
    assert [(order.draft.get("paymentMethod"), order.draft.get("lastName")) for order in found] == [
        ("готівка", "Ґудзь"),
        ("картка", "ІВАНЕНКО"),
        ("card", "Lee"),
    ]


@pytest.mark.parametrize(
    "names",
    [
        "Côté Hélène, Ängström Åsa, FRANÇOIS ÉLÉONORE, Ñandú, São João",
        "Łódź Żółć, Dvořák, Őrség",
        "Іван Сич, оЛЕНА гНАТЮК, ДОСТАВЛЕНО, Ґудзь, Олена Бойко, Марія Коваль, Петро Їжак, Ольга Мельник",
        "Ærøskøbing Þór Sæbjörnsson, Жанна д’Арк, 40 °C, № 5, ® © ™ … «»",
        "\xa0\xa0\xa0\xa0\xa0 ———— …………",
    ],
)
def test_nothing_is_said_of_names_of_other_countries(names: str) -> None:
    rows = "".join(f"{number},{name},7\n" for number, name in enumerate(names.split(", ") * 300))
    plan, _ = read("Order ID,Name,Total\n" + rows)
    assert not plan.table.notes


LONG = 1500
"""More rows than are looked at before anything is decided."""


@pytest.mark.parametrize(
    ("spoil", "repair"),
    [
        (lambda text: twice(text, "cp1251"), "cp1251"),
        (lambda text: twice(text, "cp1252"), "cp1252"),
        (lambda text: misread(text, "cp1252", "cp1251"), "cp1252>cp1251"),
    ],
)
@pytest.mark.parametrize("is_workbook", [False, True])
def test_letters_that_are_wrong_far_below_are_noticed(
    spoil: Callable[[str], str], repair: str, is_workbook: bool
) -> None:
    rows: list[list[object]] = [["Order ID", "Name"], *([f"{number}", "Ann Lee"] for number in range(LONG))]
    rows += [[f"{number}", spoil("Остап Марновський")] for number in range(LONG, LONG + 20)]
    text = "".join(",".join(map(str, row)) + "\n" for row in rows)
    content, name = (workbook(rows), "orders.xlsx") if is_workbook else (text.encode(), "orders.csv")
    plan, found = read(content, name=name)
    assert [str(note) for note in plan.table.notes] == [
        f"From row {LONG + 2} on, letters were saved in a wrong encoding: “{spoil('Остап Марновський')}” may be “Остап "
        "Марновський”. They are left so, unless you import the file again and have them put right."
    ]
    assert found[-1].draft.get("firstName") == spoil("Остап")
    plan, found = read(content, name=name, read_options=MEND)
    assert (plan.table.mended, found[-1].draft.get("lastName")) == (repair, "Марновський")
    assert found[0].draft.get("lastName") == "Lee"
