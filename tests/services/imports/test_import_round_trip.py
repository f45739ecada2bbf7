"""What is exported imports again unchanged, in every format, encoding, delimiter and notation that is offered; a file
that is imported twice changes nothing the second time."""

from __future__ import annotations

import codecs
import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.statuses import Status
from ordermanager.importing.reading.encodings import OFFERED
from ordermanager.services.app import Services
from ordermanager.services.imports.prepared import ImportOptions
from ordermanager.services.imports.results import ImportResult
from ordermanager.services.keys import KeyStore
from ordermanager.store.orders.query import OrderQuery

ENCODINGS = [
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "cp1251",
    "koi8-u",
    "cp866",
    "mac-cyrillic",
    "iso-8859-1",
    "iso-8859-2",
    "cp1250",
    "cp1252",
    "shift-jis",
]
DELIMITERS = [",", ";", "\t", "|"]
FEW = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)

# Any text that a person can type; what is blank at its ends or as a whole means the same as without.
_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=20
).map(lambda text: " ".join(text.split()))
_WORD = st.text(st.sampled_from("abcXYZ019-_ЖїЄ'=+@\",;\t|<>&"), min_size=1, max_size=12).map(str.strip)
_ID = st.text(st.sampled_from("ABCdef0123456789-/#"), min_size=1, max_size=10).filter(
    lambda text: any(map(str.isdigit, text)) and any(map(str.isalpha, text))
)


@st.composite
def _drafts(draw: st.DrawFn) -> OrderDraft:
    fields = {
        "externalOrderId": draw(_ID),
        "totalCost": draw(st.decimals(0, 10**6, places=2).map(str)),
        "status": draw(st.sampled_from([status.value for status in Status])),
        "date": draw(st.integers(1, 28).map(lambda day: f"2026-09-{day:02}T10:00:00+02:00")),
        "email": draw(st.sampled_from(["o@shop.example", "Ann.Lee@shop.example", ""])),
        "firstName": draw(_TEXT | _WORD),
        "deliveryAddress": draw(_TEXT | _WORD),
    }  # fmt: skip
    items = [
        {
            "externalItemId": f"i{number}",
            "name": draw(_TEXT | _WORD) or "x",
            "quantity": draw(st.integers(1, 99).map(str)),
            "cost": draw(st.decimals(0, 9999, places=2).map(str)),
        }
        for number in range(draw(st.integers(1, 3)))
    ]
    info = draw(st.dictionaries(st.sampled_from(["note", "Нотатка"]), _TEXT.filter(bool), max_size=2))
    return OrderDraft({name: text for name, text in fields.items() if text}, items, info)


_ORDERS = st.lists(_drafts(), min_size=1, max_size=4, unique_by=lambda draft: draft.fields["externalOrderId"])


def bring(services: Services, source, options: ImportOptions | None = None) -> ImportResult:
    return services.importing.run(services.importing.prepare(source, options))


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
@FEW
@given(orders=_ORDERS)
def test_what_is_exported_imports_again_unchanged(tmp_path_factory, ending, orders):
    folder = tmp_path_factory.mktemp("round")
    with Services.open(folder / "workspace", key_store=KeyStore.in_memory()) as services:
        for draft in orders:
            services.orders.save(draft)
        path = folder / f"orders.{ending}"
        services.export.orders(path)
        again = bring(services, path)
        assert (again.orders, again.unchanged) == (len(orders), len(orders))
        with Services.open(folder / "other", key_store=KeyStore.in_memory()) as other:
            assert bring(other, path).new == len(orders)
            assert bring(other, path).unchanged == len(orders)
            kept = {draft.fields["externalOrderId"]: draft.without_empty() for draft in orders}
            for order_id in other.orders.list_ids(OrderQuery()):
                found = other.orders.get(order_id).draft.without_empty()
                assert found == kept[found.fields["externalOrderId"]]


def test_every_encoding_that_is_offered_is_tried_here():
    said = {codecs.lookup(name).name for name in ENCODINGS}
    assert {codecs.lookup(name).name for name in OFFERED} <= said


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_every_encoding_and_delimiter_gives_the_same_orders(services, row, tmp_path, encoding, delimiter):
    letters = {
        "cp1251": "Їжак Ґудзик", "koi8-u": "Їжак Ґудзик", "utf-8": "Їжак 東京 Łódź", "utf-8-sig": "Їжак 東京",
        "utf-16": "Їжак 東京 Łódź", "utf-16-le": "Їжак Łódź", "utf-16-be": "Їжак Łódź",
        "iso-8859-1": "Señor Müller", "cp866": "Еж Чайник", "mac-cyrillic": "Їжак Ґудзик", "iso-8859-2": "Łódź žlutý",
        "cp1250": "Łódź žlutý", "cp1252": "Señor Müller",
        "shift-jis": "東京 カメラ",
    }  # fmt: skip
    rows = [
        row(f"A-{n}", firstName=letters[encoding], name=f"{letters[encoding]} {delimiter} x")
        for n in range(30)
    ]
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    path = tmp_path / "orders.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    first = bring(services, path, ImportOptions(encoding=None if encoding.startswith("utf") else encoding))
    assert (first.orders, first.ready, first.delimiter) == (30, 30, delimiter)
    draft = services.orders.get(services.orders.find(["A-7"])[0]).draft
    assert draft.get("firstName") == letters[encoding]
    assert draft.items[0]["name"] == f"{letters[encoding]} {delimiter} x"
    assert bring(services, path, ImportOptions(encoding=first.encoding)).unchanged == 30


@pytest.mark.parametrize(
    "pattern",
    [
        "%Y-%m-%d %H:%M:%S",
        "%Y-%m-%dT%H:%M:%S+02:00",
        "%d.%m.%Y %H:%M",
        "%d/%m/%Y %H:%M",
        "%m/%d/%Y %H:%M",
        "%d-%m-%Y",
        "%d %B %Y %H:%M",
        "%b %d, %Y",
        "%m/%d/%Y %I:%M %p",
    ],
)
def test_every_date_format_gives_the_same_days(services, row, write_csv, pattern):
    days = [datetime(2026, 3, 1, 14, 5, tzinfo=UTC) + timedelta(days=n) for n in range(31)]
    path = write_csv(*(row(str(n), date=day.strftime(pattern)) for n, day in enumerate(days)))
    assert bring(services, path).ready == 31
    for number, day in ((2, days[2]), (30, days[30])):
        (order_id,) = services.orders.find([str(number)])
        assert f'"date":"{day:%Y-%m-%d}T' in services.orders.json_preview(order_id)
    assert bring(services, path).unchanged == 31
