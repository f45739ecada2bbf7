"""Rows that are grouped by loops over columns make the very orders that they make one by one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.importing.grouping import grouping
from ordermanager.importing.grouping.fill import are_tidy, tidy_code
from ordermanager.importing.grouping.grouping import Grouper, Open
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.importing.recognised import Counts, Recognised
from ordermanager.importing.values.decisions import decide

HEADER = "externalOrderId,status,email,totalCost,items.externalItemId,items.name,items.quantity,items.cost"
HEAD = "\n".join(f"H{number},DELIVERED,a{number}@b.ua,5.00,s,Tea,1,5.00" for number in range(3))
ORDERS = (
    "A1,DELIVERED,a@b.ua,5.00",
    "A2,DELIVERED,,5.00",
    "'A2,CANCELLED,,5.00",
    "1001.0,,x@b.ua,9",
    ",,,",
    "#7,,,1",
)
ITEMS = (",,,", "s1,Tea,1,5.00", "s2,Jam,2,1.50", "s1,Tea,1,5.00,beyond")
ODD = (
    "",
    ",,,,,,,",
    "Total,,,15.00,,,,",
    "26.11.2026,,,,,,,",
    HEADER,
    "----,----,,,,,,",
    "A1",
    "# N/A,,,,s1,Tea,1,1",
)
ROWS = st.lists(
    st.tuples(st.sampled_from(ORDERS), st.sampled_from(ITEMS)).map(",".join) | st.sampled_from(ODD),
    max_size=30,
)


def opened(plan: Recognised, *, together: bool) -> tuple[list[dict[str, Any]], Counts]:
    counts = Counts()
    grouper = Grouper(plan.mapping, plan.table, decide(plan.mapping, plan.evidence), counts)
    fill = grouper.item_fillers[0].fill
    rows = list(plan.table.open_rows())[plan.table.header_row :]
    many = (lambda some: [fill(cells) or None for cells in some]) if together else None
    found = list(grouper.opened([(number, list(cells)) for number, cells in rows], [fill], many))
    return [{name: getattr(each, name) for name in Open.__slots__} for each in found], counts


@given(ROWS, st.sampled_from([1, 2, 3, 5, 300]))
def test_rows_that_are_grouped_together_make_the_same_orders(rows: list[str], at_once: int) -> None:
    plan = prepare(Source("orders.csv", data="\n".join([HEADER, HEAD, *rows]).encode()))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(grouping, "_AT_ONCE", at_once)
        assert opened(plan, together=True) == opened(plan, together=False)


def test_most_rows_are_grouped_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the test above would compare one way with itself."""
    items = [f"A{number // 3},DELIVERED,a@b.ua,15.00,s{number},Tea,1,5.00" for number in range(30)]
    plan = prepare(Source("orders.csv", data="\n".join([HEADER, *items]).encode()))
    alone = opened(plan, together=False)
    monkeypatch.setattr(Grouper, "_one_by_one", None)
    assert opened(plan, together=True) == alone


@given(st.lists(st.text("A1.0'=\" \n#") | st.sampled_from(["'4001", '="07"', "10.0", "B-1"])))
def test_codes_that_are_tidy_stay_as_they_are(codes: list[str]) -> None:
    if are_tidy(codes) and not any(code != code.strip() for code in codes):
        assert [tidy_code(code) for code in codes] == codes
