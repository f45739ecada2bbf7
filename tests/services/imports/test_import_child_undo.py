"""An import that a child read is taken back as one that this process read: the workspaces are the same in every row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ordermanager.services.imports.prepared import ImportOptions
from ordermanager.store.orders.query import OrderQuery
from tests.services.imports.test_import_child import FILES, apart, lines, many, open_services, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from ordermanager.services.app import Services

__all__ = ["open_services"]

EARLIER = text_of([*lines(2, totalCost="1"), *lines(3), *lines(4, email="other@example.com"), *lines(9_999)])
"""What the workspace has before: orders that the import changes, one that it does not, one that it does not know."""


def everything(services: Services) -> dict[str, list[str]]:
    """Every row of every table; the clock stands still in these tests."""
    reader = services._context.workspace.reader()
    names = reader.all("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return {name: sorted(map(repr, reader.all(f'SELECT * FROM "{name}"'))) for (name,) in names}


def bring(services: Services, path: Path, options: ImportOptions | None = None) -> int:
    result = services.importing.run(services.importing.prepare(path, options or ImportOptions()))
    assert result.import_id is not None
    return result.import_id


@pytest.mark.parametrize("name", ["many", "reappearing", "scattered", "disagreeing"])
@pytest.mark.parametrize("is_edited", [False, True], ids=["", "edited"])
def test_taken_back_the_workspace_is_the_same(
    name: str, is_edited: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_services: Any
) -> None:
    earlier, path = tmp_path / "earlier.csv", tmp_path / "orders.csv"
    earlier.write_text(EARLIER, "utf-8")
    path.write_bytes(FILES[name])
    found = []
    for always in (False, True):
        apart(monkeypatch, always=always)
        services: Services = open_services(str(always))
        bring(services, earlier)
        before = stored_texts(services)
        import_id = bring(services, path)
        whole = everything(services)
        assert len(stored_texts(services)) > len(before)
        if is_edited:
            (order_id,) = services.orders.find(["A-2"])
            draft = services.orders.get(order_id).draft
            draft.fields["firstName"] = "Olha"
            services.orders.save(draft, order_id)
        undone = services.importing.undo(import_id)
        assert undone.kept_edited == int(is_edited)
        if not is_edited:
            assert stored_texts(services) == before
        found.append((whole, undone, everything(services)))
    for one, other in zip(*found, strict=True):
        assert one == other
    assert found[0][0] != found[0][2]


def stored_texts(services: Services) -> list[Any]:
    """Each order's text, state and findings."""
    records = services._context.workspace.orders.iterate(OrderQuery())
    return [(each.draft, each.row.state, each.findings, each.draft_hash) for each in records]


def test_there_is_something_to_compare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_services: Any
) -> None:
    apart(monkeypatch, always=False)
    path = tmp_path / "orders.csv"
    path.write_text(text_of(many(3)), "utf-8")
    services = open_services("workspace")
    bring(services, path)
    tables = everything(services)
    assert len(tables["orders"]) == len(tables["order_texts"]) == len(tables["import_orders"]) == 3
