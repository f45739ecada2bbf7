from __future__ import annotations

import csv
import io
import tracemalloc
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ordermanager.importing.errors import ReadError
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.delimited import open_delimited
from ordermanager.importing.reading.dialect import DELIMITERS
from ordermanager.importing.reading.source import Source
from ordermanager.importing.run import drafts
from ordermanager.importing.tables.other_tables import rows_below
from ordermanager.importing.tables.table import ReadOptions
from tests.importing.files import orders, read

HEADER = ["Order ID", "Comment", "Total"]
ALPHABETS = {
    "utf-8": "abАіїєґ€ñ\u2028 ;,|\t\"'\n=0",
    "utf-8-sig": "abАіїєґ ;,|\t\"'\n0",
    "utf-16": "abАіїєґ€ñ ;,|\t\"'\n0",
    "cp1251": "abАБвгіїєґ ;,|\t\"'\n0",
    "koi8_u": "abАБвгіїєґ ;,|\t\"'\n0",
    "cp1252": "abéüñçß ;,|\t\"'\n0",
    "cp1250": "abąęłżśčřž ;,|\t\"'\n0",
    "iso8859_2": "abąęłżśčřž ;,|\t\"'\n0",
    "shift_jis": "ab注文番号 ;,|\t\"'\n0",
}


def csv_bytes(rows: list[list[str]], delimiter: str, encoding: str, ending: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=ending).writerows(rows)
    return out.getvalue().encode(encoding)


@pytest.mark.parametrize("encoding", ALPHABETS)
@pytest.mark.parametrize("delimiter", DELIMITERS)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_what_is_written_reads_back_unchanged_with_the_encoding_named(
    encoding: str, delimiter: str, data: st.DataObject
) -> None:
    cell = st.text(ALPHABETS[encoding], max_size=12)
    rows = data.draw(st.lists(st.tuples(st.integers(1, 9), cell), min_size=1, max_size=6))
    ending = data.draw(st.sampled_from(["\n", "\r\n"]))
    table = [[f"A{n}", text, "5"] for n, text in rows]
    content = csv_bytes([HEADER, *table], delimiter, encoding, ending)
    plan = prepare(Source.from_bytes("a.csv", content), read_options=ReadOptions(encoding=encoding))
    assert plan.table.delimiter == delimiter
    assert [cells for _, cells in rows_below(plan.table)] == table


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("utf-8", ["Іваненко Олена, Київ", "Ґанок"]),
        ("utf-8-sig", ["Іваненко Олена"]),
        ("utf-16", ["Іваненко Олена"]),
        ("utf-16-le", ["Ivanenko", "Олена"]),
        ("utf-16-be", ["Ivanenko", "Олена"]),
        ("cp1251", ["Іваненко Олена", "Петренко Їжак", "Ткачук Євген", "м. Київ, вул. Хрещатик"]),
        ("koi8_u", ["Іваненко Олена", "Петренко Їжак", "Ткачук Євген", "м. Київ, вул. Хрещатик"]),
        ("cp1252", ["Jürgen Müller", "François Noël", "Françoise Hélène", "Groß"]),
        ("cp1250", ["Łukasz Żółć", "Jiří Dvořák", "Plzeň", "Wrocław", "Šárka Žáková"]),
        ("shift_jis", ["山田太郎", "鈴木花子", "東京都"]),
    ],
)
def test_the_encoding_is_found(encoding: str, words: list[str]) -> None:
    rows = [[str(n), word, "5"] for n, word in enumerate(words)]
    content = csv_bytes([HEADER, *rows], ";", encoding, "\r\n")
    plan, found = read(content)
    assert [order.draft.additional_info["comment"] for order in found] == words
    assert plan.table.encodings


def test_a_line_in_another_encoding_is_read_in_that_one_and_said() -> None:
    good = "".join(f"{n};Олена Іваненко;5\r\n" for n in range(20))
    content = b"Order ID;Comment;Total\r\n" + good.encode() + "21;Петренко Їжак, Львів;5\r\n".encode("cp1251")
    plan, found = read(content)
    assert plan.table.encoding == "utf-8"
    assert found[0].draft.additional_info["comment"] == "Олена Іваненко"
    assert found[-1].draft.additional_info["comment"] == "Петренко Їжак, Львів"
    assert "read as cp1251, 1 of them" in str(plan.table.notes[0])


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_end(ending: str) -> None:
    assert orders(ending.join(["Order ID,Total", "1,5", "2,6", ""])) == [
        {"externalOrderId": "1", "totalCost": "5"},
        {"externalOrderId": "2", "totalCost": "6"},
    ]


def test_sep_line_decides_and_is_reported() -> None:
    plan, found = read("sep=;\nOrder ID;Total\n1;1,50\n")
    assert found[0].draft.fields == {"externalOrderId": "1", "totalCost": "1,50"}
    assert found[0].rows == (3,)
    assert [(row.row, str(row.reason)) for row in plan.counts.ignored] == [(1, "names the separator")]


def test_decimal_commas_do_not_make_a_comma_the_delimiter() -> None:
    text = "Order ID;Total;Shipping\n1;10,50;1,00\n2;20,50;2,00\n"
    assert orders(text)[0] == {"externalOrderId": "1", "totalCost": "10,50", "shipping": "1,00"}


def test_delimiter_and_encoding_can_be_decided_by_a_person() -> None:
    content = "Order ID|Comment\n1|Київ\n".encode("cp1251")
    plan, found = read(content, read_options=ReadOptions(encoding="cp1251", delimiter="|"))
    assert found[0].draft.additional_info == {"comment": "Київ"}
    assert plan.table.delimiter == "|"


def test_zero_characters_are_removed_and_said() -> None:
    plan, found = read(b"Order ID,Total\nA\0B,5\n")
    assert found[0].draft.fields["externalOrderId"] == "AB"
    assert "Zero characters" in str(plan.table.notes[0])


def test_a_file_whose_end_was_never_written_is_read_to_there() -> None:
    """The power went, and the disk has kept its place."""
    plan, found = read(b"Order ID,Total\n1,5\n2,6\n" + b"\0" * 4096)
    assert [order.draft.get("totalCost") for order in found] == ["5", "6"]
    assert [str(note) for note in plan.notes] == ["Zero characters were removed: 4096."]


def test_an_unclosed_quotation_mark_names_its_row() -> None:
    with pytest.raises(ReadError, match="row 3") as caught:
        read('Order ID,Total\n1,5\n2,"6\n3,7\n')
    assert caught.value.row == 3


def test_a_cell_without_end_is_refused_with_its_row() -> None:
    content = "Order ID,Comment\n1,a\n2," + "x" * 40_000_000 + "\n"
    with pytest.raises(ReadError, match="row 3"):
        read(content.encode())


def test_a_quotation_mark_inside_a_cell_is_a_character() -> None:
    assert orders('Order ID,Comment,Total\n1,5" pipe,5\n')[0]["totalCost"] == "5"


def test_only_the_beginning_is_read_to_prepare(tmp_path) -> None:
    path = tmp_path / "long.csv"
    with path.open("w", encoding="utf-8") as stream:
        stream.write("Order ID,Total\n")
        stream.writelines(f"{number},5\n" for number in range(100_000))
    plan = prepare(path)
    assert not plan.whole
    assert [order.draft.get("externalOrderId") for order in islice(drafts(plan), 2)] == ["0", "1"]


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("Order ID,Total\n" + "".join(f"{number},5\n" for number in range(5000)), encoding="utf-8")
    stream = drafts(prepare(path))
    next(stream)
    with path.open("a", encoding="utf-8") as more:
        more.write("99999,1\n")
    with pytest.raises(ReadError, match="changed"):
        list(stream)


def test_apostrophes_around_cells() -> None:
    plan, found = read("'Order ID','Comment','Total'\n'1','tea, and more','5'\n'2','o''clock','6'\n")
    assert (plan.table.delimiter, plan.table.quote) == (",", "'")
    assert [order.draft.additional_info["comment"] for order in found] == ["tea, and more", "o'clock"]


def test_quotation_marks_escaped_by_a_backslash() -> None:
    text = 'Order ID,Comment,Total\n"1","5\\" pipe, \\"long\\"","5"\n"2","x","6"\n'
    _, found = read(text)
    assert found[0].draft.additional_info["comment"] == '5" pipe, "long"'
    assert found[0].draft.fields["totalCost"] == "5"


def test_a_table_of_tabs_that_quotes_nothing() -> None:
    plan, found = read('Order ID\tComment\tTotal\n1\t"Best" tea\t5\n2\t"12 inch\t6\n')
    assert plan.table.quote == ""
    assert [order.draft.additional_info["comment"] for order in found] == ['"Best" tea', '"12 inch']


def test_tabs_with_quoted_cells_are_unquoted() -> None:
    _, found = read('Order ID\tComment\tTotal\n1\t"two\nlines"\t5\n')
    assert found[0].draft.additional_info["comment"] == "two\nlines"


@pytest.mark.parametrize("line", ["sep=;", '"sep=;"', "SEP=;", "sep=\t", "sep=|"])
def test_the_separator_line_in_every_form(line: str) -> None:
    delimiter = line.strip('"')[4]
    plan, found = read(f"{line}\r\nOrder ID{delimiter}Total\r\n1{delimiter}5\r\n")
    assert plan.table.delimiter == delimiter
    assert found[0].draft.fields == {"externalOrderId": "1", "totalCost": "5"}
    assert len(plan.counts.ignored) == 1


def test_memory_does_not_grow_with_the_file(tmp_path) -> None:
    path = tmp_path / "long.csv"
    with path.open("w", encoding="utf-8") as stream:
        stream.write("Order ID,Comment,Total\n")
        stream.writelines(f"{number},{'tea ' * 20},5\n" for number in range(80_000))
    table = open_delimited(Source.of(path), ReadOptions())
    tracemalloc.start()
    try:
        assert sum(1 for _ in rows_below(table)) == 80_000
        assert tracemalloc.get_traced_memory()[1] < 3_000_000 < path.stat().st_size
    finally:
        tracemalloc.stop()


PLAIN = "Order ID,Email,Product,Total\n1,a@shop.com.ua,Tea,5\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (PLAIN + '"2,b@shop.com.ua,""Tea, green"",7"\n', 1),
        ('"Order ID,Email,Product,Total"\n"1,a@shop.com.ua,Tea,5"\n"2,b@shop.com.ua,""Tea, green"",7"\n', 3),
    ],
)
def test_rows_that_a_spreadsheet_has_put_in_quotation_marks_as_a_whole(text: str, count: int) -> None:
    """A table with commas, opened and saved where semicolons separate: the order's number was all of its row."""
    plan, found = read(text)
    assert [order.draft.fields["externalOrderId"] for order in found] == ["1", "2"]
    assert found[1].draft.fields["totalCost"] == "7"
    assert found[1].draft.items[0]["name"] == "Tea, green"
    assert f"{count} rows stand in quotation marks as a whole" in " ".join(map(str, plan.table.notes))


@pytest.mark.parametrize("title", ['"Report, November"', '"Orders, paid, sent"', '"A ""quoted"" title"'])
def test_a_title_in_quotation_marks_is_one_cell(title: str) -> None:
    plan, found = read(title + "\n" + PLAIN)
    assert [order.draft.fields["externalOrderId"] for order in found] == ["1"]
    assert not plan.table.notes


def test_a_first_line_that_names_the_wrong_separator_is_not_believed() -> None:
    plan, (order,) = read('sep=;\r\nOrder ID,Email,Total\r\n1,a@shop.ua,"1,5"\r\n')
    assert order.draft.fields == {"externalOrderId": "1", "email": "a@shop.ua", "totalCost": "1,5"}
    assert "separated by “;”, but they are by “,”" in str(plan.notes[0])
    plan, (order,) = read("sep=;\r\nOrder ID;Note\r\n1;a, b, c\r\n")
    assert plan.notes == ()
    _, (order,) = read("sep=;\r\nOrder ID\r\n1,5\r\n")  # a single column has no separator
    assert order.draft.get("externalOrderId") == "1,5"
