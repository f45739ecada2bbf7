"""Any texts that an encoding can hold come through every delimiter; any file imported a second time changes nothing,
wherever the rows of its orders stand.
"""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ordermanager.importing.reading.encodings import OFFERED
from ordermanager.services.app import Services
from ordermanager.services.imports.prepared import ImportOptions
from ordermanager.services.keys import KeyStore
from ordermanager.store.orders.query import OrderQuery
from tests.services.conftest import make_row
from tests.services.imports.small_chunks import use_chunks_of

FEW = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    derandomize=True,
)
NO_CONTROLS = ("Cs", "Cc", "Cf", "Cn", "Co", "Zl", "Zp")


def can_hold(codec: str, text: str) -> bool:
    """Whether the encoding gives exactly this text back (Shift-JIS writes a few letters as others)."""
    try:
        return text.encode(codec).decode(codec) == text
    except UnicodeError:
        return False


def texts_of(encoding: str) -> st.SearchStrategy[str]:
    """Texts of letters that this encoding has, with what CSV is about among them; blanks as people write them."""
    codec = codecs.lookup(encoding.removesuffix("-sig")).name
    known = [
        chr(number)
        for number in range(33, 0x3100)
        if can_hold(codec, chr(number)) and unicodedata.category(chr(number)) not in NO_CONTROLS
    ]
    letters = st.sampled_from(known) | st.sampled_from(list(",;\t|\"' \n"))
    return st.lists(letters, min_size=1, max_size=30).map(lambda found: " ".join("".join(found).split()))


def file_of(rows: list[dict[str, str]], delimiter: str) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def guarded(text: str) -> bool:
    """A text that our own export would have written otherwise: an apostrophe before what looks like a formula."""
    return text[:1] in "'=+-@"


def everything(services: Services) -> list[object]:
    """All that a person can see of the orders: texts, states, times, history."""
    ids = services.orders.list_ids(OrderQuery())
    return [(services.orders.get(one), services.history.timeline(one)) for one in ids]


@pytest.mark.parametrize("encoding", sorted(OFFERED))
@FEW
@given(data=st.data())
def test_any_texts_in_every_encoding_and_delimiter(tmp_path_factory, encoding, data):
    texts = texts_of(encoding).filter(lambda text: text and not guarded(text))
    names = data.draw(st.lists(st.tuples(texts, texts), min_size=1, max_size=4))
    delimiter = data.draw(st.sampled_from(",;\t|"))
    rows = [make_row(str(n), firstName=one, name=other) for n, (one, other) in enumerate(names)]
    folder = tmp_path_factory.mktemp("texts")
    path = folder / "orders.csv"
    path.write_bytes(file_of(rows, delimiter).encode(encoding))
    options = ImportOptions(encoding=encoding, delimiter=delimiter)
    with Services.open(folder / "workspace", key_store=KeyStore.in_memory()) as services:
        done = services.importing.run(services.importing.prepare(path, options))
        assert done.orders == len(names)
        for number, (one, other) in enumerate(names):
            draft = services.orders.get(services.orders.find([str(number)])[0]).draft
            assert (draft.get("firstName"), draft.items[0]["name"]) == (one, other)
        before = everything(services)
        again = services.importing.run(services.importing.prepare(path, options))
        assert again.unchanged == len(names)
        assert everything(services) == before


@FEW
@given(
    numbers=st.lists(st.integers(0, 25), min_size=1, max_size=60),
    totals=st.lists(st.sampled_from(["20.50", "31", ""]), min_size=60, max_size=60),
    far=st.booleans(),
)
def test_a_second_import_changes_nothing_wherever_the_rows_stand(tmp_path_factory, numbers, totals, far):
    """Rows of one order stand together, apart or (`far`) behind more rows than are looked at beforehand; some of them
    contradict each other.
    """
    rows = [
        make_row(f"A{number}", externalItemId=f"i{place}", totalCost=totals[place], email="p@shop.example")
        for place, number in enumerate(numbers)
    ]
    if far:
        rows[1:1] = [make_row(f"{number:06}") for number in range(1100)]
    folder = tmp_path_factory.mktemp("apart")
    path = folder / "orders.csv"
    path.write_text(file_of(rows, ","), "utf-8")
    with (
        pytest.MonkeyPatch.context() as patch,
        Services.open(folder / "workspace", key_store=KeyStore.in_memory()) as services,
    ):
        use_chunks_of(7, patch)
        first = services.importing.run(services.importing.prepare(path))
        assert first.orders == first.new == len(set(numbers)) + 1100 * far
        before = everything(services)
        again = services.importing.run(services.importing.prepare(path))
        assert (again.orders, again.unchanged) == (first.orders, first.orders)
        assert everything(services) == before
