"""Orders whose rows stand far apart in a file: each comes whole, whatever its number looks like and however large the
file is, with memory that does not grow with it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.importing.grouping import regroup, seen
from ordermanager.importing.grouping.seen import SeenIds
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.importing.recognised import ImportedOrder
from ordermanager.importing.run import drafts

HEADER = "Order ID,Email,Total,Currency,Item ID,Item Name,Quantity,Price"


def _file(numbers: list[str]) -> Source:
    lines = [HEADER]
    lines += [f"{id_},{n}@example.com,10,UAH,S-{n},Tea {n},1,10" for n, id_ in enumerate(numbers)]
    return Source.from_bytes("orders.csv", "\n".join(lines).encode())


def _last(source: Source, layout_strips: str = "") -> dict[str, ImportedOrder]:
    plan = prepare(source)
    plan.mapping.strip_id = layout_strips
    found: dict[str, ImportedOrder] = {}
    for order in drafts(plan):
        found[order.draft.get("externalOrderId")] = order
    return found


@pytest.mark.parametrize(("before", "strips"), [("", ""), ("#", "#"), ("'", "")])
def test_an_order_far_apart_is_whole_however_its_number_is_written(before: str, strips: str) -> None:
    numbers = [f"{before}{1000 + n}" for n in range(1500)]
    found = _last(_file([*numbers, numbers[3], numbers[3]]), strips)
    order = found["1003"]
    assert [item["externalItemId"] for item in order.draft.items] == ["S-3", "S-1500", "S-1501"]
    assert order.rows == (5, 1502, 1503)


def _lines(*numbers: int) -> str:
    """Two rows of each order."""
    return "".join(f"{n},{n}@example.com,30,UAH,{item},Tea,1,15\n" for n in numbers for item in ("S", "T"))


@pytest.mark.parametrize("far", [3, 1500], ids=["near", "far"])
def test_exports_that_were_put_together_have_no_item_twice(far: int) -> None:
    """The orders of both, down to the last cell, are those of one; the rows are named."""
    text = f"{HEADER}\n{_lines(*range(far))}\n{HEADER}\n{_lines(1, 0, 9000)}"
    plan = prepare(Source.from_text(text))
    found = {order.draft.get("externalOrderId"): order for order in drafts(plan)}
    assert {len(order.draft.items) for order in found.values()} == {2}
    assert found["0"].rows == (2, 3)
    assert (plan.counts.orders, plan.counts.items) == (far + 1, 2 * far + 2)
    assert plan.counts.rows_read == 2 * far + 2
    assert plan.counts.rows_read + plan.counts.rows_ignored + 1 == len(text.splitlines())
    said = {row.row: str(row.reason) for row in plan.counts.ignored}
    again = 2 * far + 4
    assert {row: said[row] for row in range(again, again + 4)} == {
        again: "says the same of its order as row 4",
        again + 1: "says the same of its order as row 5",
        again + 2: "says the same of its order as row 2",
        again + 3: "says the same of its order as row 3",
    }
    plan.mapping.kept_rows = frozenset(said)
    whole = {order.draft.get("externalOrderId"): order for order in drafts(plan)}
    assert len(whole["0"].draft.items) == 4


def test_rows_that_say_anything_else_further_down_count() -> None:
    _, found = _read(_lines(1, 2) + _lines(1).replace(",1,15", ",2,15"))
    assert [len(order.draft.items) for order in found] == [4, 2]


def test_an_item_twice_in_one_place_is_two() -> None:
    _, found = _read(_lines(1) + _lines(1) + _lines(2))
    assert [len(order.draft.items) for order in found] == [4, 2]


def _read(rows: str) -> tuple[object, list[ImportedOrder]]:
    plan = prepare(Source.from_text(f"{HEADER}\n{rows}"))
    return plan, list(drafts(plan))


@pytest.fixture
def small_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen, "_IN_MEMORY", 10)
    monkeypatch.setattr(seen, "_WAITING", 4)
    monkeypatch.setattr(regroup, "_BYTES_AT_ONCE", 2_000)
    monkeypatch.setattr(regroup, "_ORDERS_AT_ONCE", 3)


@pytest.mark.usefixtures("small_memory")
def test_far_apart_in_a_file_that_does_not_fit_into_memory() -> None:
    numbers = [str(1000 + n) for n in range(1500)]
    found = _last(_file([*numbers, *numbers[:40]]))
    assert {len(order.draft.items) for order in found.values()} == {1, 2}
    assert [len(found[number].draft.items) for number in numbers[:41]] == [2] * 40 + [1]


@pytest.mark.usefixtures("small_memory")
def test_a_file_in_no_order_at_all_that_does_not_fit_into_memory() -> None:
    numbers = [str(1000 + n) for n in range(300)]
    found = _last(_file(numbers * 3))
    assert len(found) == 300
    for n, number in enumerate(numbers):
        assert found[number].rows == (n + 2, n + 302, n + 602)
        assert [item["name"] for item in found[number].draft.items] == [
            f"Tea {n}", f"Tea {n + 300}", f"Tea {n + 600}"
        ]  # fmt: skip


@given(st.lists(st.integers(0, 60).map(str), max_size=120))
def test_seen_ids_are_those_that_came_twice(ids: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seen, "_IN_MEMORY", 7)
        patch.setattr(seen, "_WAITING", 3)
        found = SeenIds()
        for one in ids:
            found.add(one)
        assert found.again() == {hash(one) for one in ids if ids.count(one) > 1}


def test_temporary_files_are_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_memory: None
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    numbers = [str(1000 + n) for n in range(300)]
    stream = drafts(prepare(_file(numbers * 3)))
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert list(tmp_path.iterdir()) == []
