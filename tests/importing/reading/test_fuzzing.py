"""Real files, damaged in every way: whatever comes out of the readers is orders or one sentence, never a crash.

Quick by default. For a long run: ORDERMANAGER_FUZZ=100 pytest tests/importing/reading/test_fuzzing.py (a hundred times
as many examples), which keeps what it finds in hypothesis' own data base.
"""

from __future__ import annotations

import io
import json
import os
import zipfile
from datetime import datetime
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ordermanager.domain.sentences import KnownError
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.encoding_choices import encoding_choices
from ordermanager.importing.reading.source import Source
from ordermanager.importing.run import drafts, sample_orders
from tests.importing.files import workbook
from tests.importing.old_workbooks import xls, xlsb

TIMES = int(os.environ.get("ORDERMANAGER_FUZZ", "1"))
ROWS = [
    ["Order ID", "Email", "Date", "Total", "Product", "Qty", "Price"],
    ["0007", "a@example.com", datetime(2026, 11, 23, 14, 5), 25.5, "Чай", 2.0, 12.75],  # noqa: DTZ001
    ["8", "b@example.com", "23.11.2026", "1 234,50", 'Мед "Липа"', 1.0, 1234.5],
    [None, None, None, None, "Віск", 1.0, 3.0],
    [],
    ["Total", None, None, 1260.0],
]
MONEY = '#,##0.00\\ "грн"'
TEXT = [["" if cell is None else str(cell) for cell in row] for row in ROWS]
PAGE = "<html><table><tr><td rowspan=2 colspan=3>x</td></tr><tr><td>y</td></tr></table><table>" + "".join(
    "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TEXT
)
XML = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table>'
    + "".join(
        f'<Row ss:Index="{number * 2 + 1}">'
        + "".join(
            f'<Cell ss:MergeDown="1"><Data ss:Type="String">{cell.replace("<", "")}</Data></Cell>'
            for cell in row
        )
        + "</Row>"
        for number, row in enumerate(TEXT)
    )
    + "</Table></Worksheet></Workbook>"
)
BODY = {
    "orders": [
        {
            "externalOrderId": "1", "totalCost": 25.5, "status": "DELIVERED", "date": "2026-11-23T14:05:00+02:00",
            "items": [{"externalItemId": "A", "name": "Чай", "quantity": 2, "cost": 12.75}],
            "additionalInfo": {"a": "b"},
        }
    ]
}  # fmt: skip


def csv_text(delimiter: str = ",") -> str:
    return "".join(
        delimiter.join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in r) + "\r\n" for r in TEXT
    )


@cache
def texts() -> tuple[bytes, ...]:
    return (
        csv_text().encode(),
        ("sep=;\n" + csv_text(";")).encode("cp1251"),
        csv_text("\t").encode("utf-16"),
        csv_text("\t").encode("utf-16-be"),
        csv_text("|").encode("koi8_u"),
        json.dumps(BODY).encode(),
        "\n".join(json.dumps(order) for order in BODY["orders"] * 3).encode(),
        json.dumps([dict(zip(TEXT[0], row, strict=False)) for row in TEXT[1:3]]).encode(),
        "".join(",".join(f"“{cell}”" for cell in row) + "\n" for row in TEXT).encode(),
        csv_text(";").encode("cp1251").decode("cp1252").encode(),
        (csv_text() + "Email,Total,Order ID\nc@example.com,5,9\n" * 3 + csv_text()).encode(),
    )


@cache
def workbooks() -> dict[str, bytes]:
    return {
        "xlsx": workbook(ROWS),
        "xls": xls({"Notes": [["just", "words"]], "Orders": ROWS}, merged=((1, 2, 0, 0),), money=MONEY),
        "xlsb": xlsb({"Orders": ROWS}, money=MONEY),
        "ods": _ods(),
        "html": PAGE.encode("cp1251"),
        "xml": XML.encode(),
    }


def _ods() -> bytes:
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell.replace("<", "")}</text:p>'
            "</table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in TEXT
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
            f'<table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body>'
            "</office:document-content>",
        )
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return content.getvalue()


NASTY = st.sampled_from(
    [
        b"\0", b"\xff", b"\xed\xa0\x80", b'"', b"'", b"\r", b"\n", b"\t", b"\\", b"<", b"&#xD800;", b"]]>", b"{",
        b"[", b"9" * 400, b"1e999", b"-", b"\x1e\x1f", b"\xef\xbb\xbf", b"PK\x03\x04", b"\xff\xff\xff\xff", b"NaN",
    ]
)  # fmt: skip
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["flip", "cut", "insert", "repeat", "end"]),
        st.floats(0, 1),
        st.integers(1, 64),
        st.one_of(NASTY, st.binary(min_size=1, max_size=8)),
    ),
    min_size=1,
    max_size=6,
)


def changed(content: bytes, changes: list[tuple[str, float, int, bytes]]) -> bytes:
    """The content after these accidents."""
    data = bytearray(content)
    for kind, place, count, given_bytes in changes:
        at = min(int(place * len(data)), max(len(data) - 1, 0))
        if kind == "flip" and data:
            data[at] ^= count
        elif kind == "cut":
            del data[at : at + count]
        elif kind == "insert":
            data[at:at] = given_bytes
        elif kind == "repeat":
            data[at:at] = data[at : at + count * 8]
        elif kind == "end" and at > 8:
            del data[at:]
    return bytes(data)


def is_read_or_refused(content: bytes) -> None:
    """Orders come out, or a KnownError; anything else fails the test."""
    try:
        plan = prepare(Source.from_bytes("file", content))
    except KnownError:
        return
    try:
        sample_orders(plan, 5)
        for order in drafts(plan):
            cells = [
                *order.draft.fields.values(),
                *(text for item in order.draft.items for text in item.values()),
            ]
            "".join(cells).encode()  # no halves of characters
    except KnownError:
        pass
    finally:
        plan.close()


def fuzz(examples: int) -> settings:
    return settings(
        max_examples=examples * TIMES,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        derandomize=TIMES == 1,
    )


@fuzz(400)
@given(st.integers(0, 10), CHANGES)
def test_damaged_texts(number: int, changes: list[tuple[str, float, int, bytes]]) -> None:
    is_read_or_refused(changed(texts()[number], changes))


@fuzz(300)
@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    is_read_or_refused(content)
    assert encoding_choices(Source.from_bytes("file", content))


@pytest.mark.parametrize("kind", ["xlsx", "xls", "xlsb", "ods", "html", "xml"])
@fuzz(15)
@given(changes=CHANGES)
def test_damaged_workbooks(kind: str, changes: list[tuple[str, float, int, bytes]]) -> None:
    is_read_or_refused(changed(workbooks()[kind], changes))


@pytest.mark.parametrize("kind", ["xlsx", "xlsb", "ods"])
@fuzz(15)
@given(st.integers(0, 99), CHANGES)
def test_workbooks_with_a_damaged_part(
    kind: str, number: int, changes: list[tuple[str, float, int, bytes]]
) -> None:
    with zipfile.ZipFile(io.BytesIO(workbooks()[kind])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = [name for name in parts if name.startswith(("xl/", "content"))]
    chosen = names[number % len(names)]
    parts[chosen] = changed(parts[chosen], changes)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    is_read_or_refused(content.getvalue())
