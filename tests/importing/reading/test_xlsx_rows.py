"""Rows taken apart by patterns say what the XML parser says, however a program writes its sheets."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.importing.reading import xlsx_rows, xlsx_stream
from ordermanager.importing.reading.shared_strings import PART, SharedStrings
from ordermanager.importing.reading.xlsx_rows import every_row, merged_areas, parsed_rows
from ordermanager.importing.reading.xlsx_stream import RowReader, Unusual
from ordermanager.importing.reading.xml_parts import NotSimple

SHEET = "sheet.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHARED = ["чай", "", " two\nlines ", "last"]
PIECES = (1, 7, 64, 1 << 18)

texts = st.sampled_from(
    ["a", "", " b ", "х", "&amp;&#1071;", "one\r\ntwo\rthree", "&lt;row&gt;", "_x000D_", "\U0001f600"]
)
numbers = st.sampled_from(["0", "1.5", "-3E-2", "45000.25"])
styles = st.sampled_from(["", ' s="1"', ' s="12"'])


def cell(draw: st.DrawFn, place: str) -> str:
    """A cell as one program or another writes it."""
    begin, style = f'<c r="{place}"', draw(styles)
    formula = draw(st.sampled_from(["", "<f>A1+1</f>", '<f t="shared" si="0"/>', "<f/>"]))
    return draw(
        st.sampled_from(
            [
                f'{begin}{style} t="s"><v>{draw(st.integers(0, len(SHARED) - 1))}</v></c>',
                f"{begin}{style}>{formula}<v>{draw(numbers)}</v></c>",
                f'{begin}{style} t="n"><v>{draw(numbers)}</v></c>',
                f'{begin}{style} t="b"><v>1</v></c>',
                f'{begin}{style} t="e">{formula}<v>#DIV/0!</v></c>',
                f'{begin}{style} t="str">{formula}<v>{draw(texts)}</v></c>',
                f'{begin}{style} t="inlineStr"><is><t>{draw(texts)}</t></is></c>',
                f'{begin} t="inlineStr"{style}><is><t xml:space="preserve">{draw(texts)}</t></is></c>',
                f'{begin}{style} t="inlineStr"><is><r><t>a</t></r><r><rPr/><t>b</t></r></is></c>',
                f"{begin}{style}/>",
                f"{begin}{style}></c>",
                f"{begin}{style}>{formula}</c>",
                f"{begin}{style}><v></v></c>" if not style else f"{begin}{style}/>",
                f"<c{style} r='{place}'><v>{draw(numbers)}</v></c>",
                f'{begin}{style} vm="1"><v>{draw(numbers)}</v><extLst/></c>',
            ]
        )
    )


@st.composite
def sheets(draw: st.DrawFn) -> bytes:
    """The XML of a sheet: mostly of rows alike, now and then with something else in it."""
    rows, number = [], 0
    for _ in range(draw(st.integers(0, 8))):
        number += draw(st.sampled_from([1, 1, 1, 3]))
        columns = draw(st.lists(st.sampled_from("ABCDZ"), unique=True).map(sorted))
        cells = "".join(cell(draw, f"{letter}{number}") for letter in columns)
        between = draw(
            st.sampled_from(
                ["", "", "", "\n  ", "<!-- </row> -->", "<?pi <row r='1'>?>", f'<row r="{number}"/>']
            )
        )
        if between.startswith("<row"):
            number += 1
            cells = cells.replace(f'{number - 1}"', f'{number}"').replace(f"{number - 1}'", f"{number}'")
        spans = draw(st.sampled_from(["", ' spans="1:5"', ' ht="15.5" customHeight="1"']))
        rows.append(f'{between}<row r="{number}"{spans}>{cells}</row>')
    head = draw(st.sampled_from(["", "<sheetViews><sheetView/></sheetViews>", "<!-- <row r='1'> -->"]))
    tail = draw(st.sampled_from(["", f'<row r="{number + 1}"/>', "\n"]))
    end = draw(
        st.sampled_from(["", '<mergeCells count="1"><mergeCell ref="A1:B3"/></mergeCells>', "<!-- -->"])
    )
    xml = f'<worksheet xmlns="{MAIN}">{head}<sheetData>{"".join(rows)}{tail}</sheetData>{end}</worksheet>'
    return xml.encode()


def archive_of(xml: bytes, name: str = SHEET) -> zipfile.ZipFile:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(name, xml)
    return zipfile.ZipFile(content)


def say(kind: str, style: str, value: str) -> str:
    if kind == "s":
        return SHARED[int(value)]
    return value if kind in ("str", "inlineStr") else f"{kind} {style} {value}" if value else ""


def trimmed(rows: list[list[str]]) -> list[list[str]]:
    """Without blank cells at the ends of rows and blank rows at the end."""
    cut = [cells[: max((at for at, text in enumerate(cells, 1) if text), default=0)] for cells in rows]
    while cut and not cut[-1]:
        cut.pop()
    return cut


@given(sheets(), st.sampled_from(PIECES))
def test_the_rows_are_those_of_the_xml_parser(xml: bytes, piece: int) -> None:
    archive = archive_of(xml)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xlsx_stream, "_PIECE", piece)
        patch.setattr(xlsx_stream, "_OFTEN", 2)  # patterns for whole rows come into play soon
        quick = list(every_row(archive, SHEET, say, SHARED, []))
    assert trimmed(quick) == trimmed(list(parsed_rows(archive, SHEET, say)))


def test_what_programs_usually_write_is_read_by_patterns() -> None:
    """Else large sheets would take four times as long."""
    reader = RowReader(say, SHARED)
    row = (
        '<row r="2" spans="1:4" x14ac:dyDescent="0.25"><c r="A2" t="s"><v>0</v></c><c r="B2" s="3"/>'
        '<c r="C2" s="1"><f>A1*2</f><v>1.5</v></c><c r="D2" t="inlineStr"><is><t>x</t></is></c></row>'
    )
    rows = reader.rows(row.encode() * 50)
    assert rows == [(2, ["чай", "", "n 1 1.5", "x"])] * 50
    assert len(reader._frequent) == 1


@pytest.mark.parametrize(
    "row",
    [
        b'<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        b'<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        b'<row r="1"><c r="A1"><v>1</v></c>text</row>',
        b'<row><c r="A1"><v>1</v></c></row>',
        b'<row r="1"><c r="A1" t="str"><v>a\x01</v></c></row>',
        b'<row r="1"><c r="A1" t="str"><v>a\xff</v></c></row>',
        b'<row r="1"><c r="XFE1"><v>1</v></c></row>',
    ],
)
def test_what_is_not_usual_is_left_to_the_xml_parser(row: bytes) -> None:
    with pytest.raises(Unusual):
        RowReader(say, SHARED).rows(row)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c>',
    ],
)
def test_a_sheet_that_is_broken_is_refused(rows: str) -> None:
    xml = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    with pytest.raises(NotSimple):
        list(every_row(archive_of(xml.encode()), SHEET, say, SHARED, []))


def test_rows_of_many_shapes_do_not_each_become_a_pattern() -> None:
    reader = RowReader(say, SHARED)
    for number in range(1, 200):
        cells = "".join(
            f'<c r="{"ABCDEFGH"[bit]}{number}"><v>1</v></c>' for bit in range(8) if number >> bit & 1
        )
        (found,) = reader.rows(f'<row r="{number}">{cells}</row>'.encode() * 1)
        assert sum(text != "" for text in found[1]) == number.bit_count()
    assert not reader._frequent


def test_merged_cells_are_found_behind_the_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_rows, "_PIECE", 20)
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>' * 9
    merged = '<mergeCells><mergeCell ref="B2:D40"/><mergeCell ref="A1:A2"/></mergeCells>'
    xml = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{merged}</worksheet>'
    assert merged_areas(archive_of(xml.encode()), SHEET) == [((1, 1), (39, 3)), ((0, 0), (1, 0))]
    assert merged_areas(archive_of(xml.replace(merged, "").encode()), SHEET) == []


@given(
    st.lists(
        st.sampled_from(
            [
                "<si><t>a</t></si>",
                '<si><t xml:space="preserve"> b\r\n</t></si>',
                "<si><t>&lt;ї&gt;</t></si>",
                "<si><r><t>c</t></r><r><t>d</t></r></si>",
                "<si><t>e</t><rPh sb='0' eb='1'><t>hint</t></rPh></si>",
                "<si><t/></si>",
                "<si/>",
                "<!-- <si><t>no</t></si> -->",
            ]
        )
    ),
    st.sampled_from(PIECES),
)
def test_shared_texts_are_those_of_the_xml_parser(items: list[str], piece: int) -> None:
    archive = archive_of(f'<sst xmlns="{MAIN}" count="9">{"".join(items)}</sst>'.encode(), PART)
    one_by_one = SharedStrings(archive)
    count = sum(item.startswith("<si") for item in items)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(xlsx_stream, "_PIECE", piece)
        found = SharedStrings(archive).all()
    assert found == [one_by_one.text(index) for index in range(count)]
