"""Which encoding a file is taken for, what else is offered, and files in two encodings."""

from __future__ import annotations

import pytest

from ordermanager.domain.sentences import WrongUse
from ordermanager.importing.reading.encoding_choices import encoding_choices
from ordermanager.importing.reading.encoding_rank import ranked
from ordermanager.importing.reading.source import Source
from ordermanager.importing.tables.table import ReadOptions
from tests.importing.files import read

NAMES = {
    "cp1251": ["Іваненко Олена", "Петренко Їжак", "ТОВ «РОГА І КОПИТА»", "Київ", "Иванов Пётр", "ИВАНОВ"],
    "koi8_u": ["Іваненко Олена", "Петренко Їжак", "ТОВ РОГА І КОПИТА", "Київ", "Иванов Пётр", "чай та мед"],
    "mac_cyrillic": ["Іваненко Олена", "Щербак Ярослав", "Номер замовлення;Сума;Статус", "Їжакевич Ґалаґан"],
    "cp866": ["Иванов Пётр", "Заказ;Дата;Сумма", "Киев, ул. Мира"],
    "cp1252": [
        "Jürgen Müller",
        "François Noël",
        "Groß",
        "5 € Größe",
        "Muñoz Peña",
        "Champú ¿nuevo?",
        "João Simões",
    ],
    "iso8859_1": ["Jürgen Müller", "Françoise Hélène", "Straße"],
    "cp1250": [
        "Jiří Dvořák, Plzeň",
        "Wrocław",
        "Šárka Žáková",
        "Łukasz Piątek",
        "Gdańsk",
        "Wiśniewska",
        "Dvořák",
        "Győr",
        "Mănescu",
    ],
    "iso8859_2": ["Wrocław", "Šárka Žáková", "Łukasz Piątek; Gdańsk"],
    "shift_jis": ["山田太郎", "東京都", "カタカナ", "ひらがな"],
}


@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize("encoding", NAMES)
def test_one_line_of_names_is_enough(encoding: str, language: str) -> None:
    for name in NAMES[encoding]:
        line = f"1;{name};5\n".encode(encoding)
        best = ranked(line, language)[0][0]
        if (name, language) not in {("ИВАНОВ", "uk")}:
            assert line.decode(best) == f"1;{name};5\n", (name, ranked(line, language))


def test_the_language_of_the_user_decides_where_letters_do_not() -> None:
    line = "1;caffè;5\n".encode("cp1252")  # in cp1250 it reads caffč, which is a word as good
    assert ranked(line, "it")[0][0] == "cp1252"
    assert ranked(line, "pl")[0][0] == "cp1250"


@pytest.mark.parametrize("language", ["es", "en", "uk", "pl"])
def test_spanish_is_not_read_as_polish(language: str) -> None:
    """Muńoz and Espańa would be stored and sent: only vowels follow ñ, and none follows ń."""
    line = "1;Muñoz Peña;Baño de España;Champú ¿nuevo?\n".encode("cp1252")
    assert line.decode(ranked(line, language)[0][0]) == line.decode("cp1252")


def test_choices_are_ranked_and_show_the_lines_that_differ() -> None:
    content = "Order ID;Comment\n1;plain\n2;Петренко Їжак, Львів\n".encode("cp1251")
    choices = encoding_choices(Source.from_bytes("a.csv", content), language="uk")
    assert [choice.confidence for choice in choices] == sorted(
        (choice.confidence for choice in choices), reverse=True
    )
    assert choices[0].encoding == "cp1251"
    assert choices[0].confidence > 0.7
    assert choices[0].lines == ("Order ID;Comment", "2;Петренко Їжак, Львів", "1;plain")
    other = {choice.encoding: choice for choice in choices}["koi8_u"]
    assert other.confidence < choices[0].confidence
    assert "Петренко" not in other.lines[1]
    assert {"utf-8", "utf-16", "iso8859_1", "iso8859_2", "shift_jis"} <= {one.encoding for one in choices}


@pytest.mark.parametrize(
    ("content", "best"),
    [
        ("a;Київ\n".encode(), "utf-8"),
        (b"a;b\n", "utf-8"),
        ("a;Київ\n".encode("utf-8-sig"), "utf-8-sig"),
        ("a;Київ\n".encode("utf-16"), "utf-16"),
        ("Order;Київ\n1;2\n".encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_certain_encodings_are_certain(content: bytes, best: str) -> None:
    first = encoding_choices(Source.from_bytes("a.csv", content))[0]
    assert first.encoding == best
    assert first.confidence > 0.98
    assert "Київ" in first.lines[0] or content.isascii()


def test_a_cp1251_file_with_lines_of_utf8_names_their_rows() -> None:
    old = [f"{n};Олена Іваненко, Київ;5\r\n".encode("cp1251") for n in range(20)]
    new = ['21;"Петренко\r\nЇжак";5\r\n'.encode(), b"22;plain;5\r\n", "23;Львів;5\r\n".encode()]
    plan, found = read(b"Order ID;Comment;Total\r\n" + b"".join(old[:10] + new + old[10:]))
    comments = [order.draft.additional_info["comment"] for order in found]
    assert comments[9:14] == [
        "Олена Іваненко, Київ",
        "Петренко\r\nЇжак",
        "plain",
        "Львів",
        "Олена Іваненко, Київ",
    ]
    note = str(plan.table.notes[0])
    assert "not in cp1251 were read as utf-8" in note
    assert "rows 12, 14." in note


def test_a_chosen_encoding_is_not_second_guessed() -> None:
    content = "Order ID;Comment\n1;Львів\n".encode()
    plan, found = read(content, read_options=ReadOptions(encoding="cp1251"))
    assert found[0].draft.additional_info["comment"] == "Львів".encode().decode("cp1251")
    assert not plan.table.notes


@pytest.mark.parametrize("name", ["base64", "rot13", "no-such"])
def test_what_is_no_text_encoding_is_refused(name: str) -> None:
    with pytest.raises(WrongUse, match="no encoding"):
        read("Order ID\n1\n", read_options=ReadOptions(encoding=name))


def test_a_byte_order_mark_is_no_part_of_the_first_header() -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        content = "Order ID,Total\n1,5\n".encode(encoding)
        for options in (ReadOptions(), ReadOptions(encoding=encoding.removesuffix("-sig"))):
            plan, _ = read(content, read_options=options)
            assert plan.table.header == ("Order ID", "Total"), (encoding, options)
    plan, _ = read(b"\xff\xfe" + "Order ID,Total\n1,5\n".encode("utf-16-le"),
                   read_options=ReadOptions(encoding="utf-16-le"))  # fmt: skip
    assert plan.table.header == ("Order ID", "Total")
