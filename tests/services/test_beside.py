"""A program that stays open notices what another one writes in its workspace, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ordermanager.cli.main import main
from ordermanager.domain.draft import OrderDraft
from ordermanager.domain.sentences import WrongUse
from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore

if TYPE_CHECKING:
    from pathlib import Path

    from ordermanager.services.notices import Changes


# `services` is opened as a window opens it.


def command(folder: Path, *words: str) -> int:
    return main(["--workspace", str(folder), *words])


def test_an_import_by_the_command_line_is_noticed_once(
    folder: Path, tmp_path: Path, services: Services, changes: list[Changes]
) -> None:
    file = tmp_path / "orders.csv"
    file.write_text("externalOrderId,status,date,totalCost\nB-1,DELIVERED,2026-11-28,10\n")
    command(folder, "import", str(file), "--rules", "minimum")
    assert services.beside.look()
    assert [(each.orders, each.order_ids, each.imports) for each in changes] == [(True, None, True)]
    assert not services.beside.look()
    assert len(changes) == 1


def test_what_was_written_before_the_first_look_is_noticed(folder: Path, services: Services) -> None:
    with Services.open(folder, key_store=KeyStore.in_memory(), marks_writes=True) as other:
        other.orders.save(OrderDraft({"externalOrderId": "B-1"}))
    assert services.beside.look()


@pytest.mark.parametrize("words", [["orders"], ["history"], ["imports"], ["runs"], ["account", "list"]])
def test_who_only_looks_is_not_noticed(
    folder: Path, services: Services, changes: list[Changes], words: list[str]
) -> None:
    assert command(folder, *words) == 0
    assert not services.beside.look()
    assert not changes


def test_what_it_writes_itself_is_not_noticed(services: Services) -> None:
    services.orders.save(OrderDraft({"externalOrderId": "B-1"}))
    assert not services.beside.look()


def test_what_is_taken_back_is_not_noticed(folder: Path, services: Services) -> None:
    with Services.open(folder, key_store=KeyStore.in_memory(), marks_writes=True) as other:

        def fail() -> None:
            with other._workspace.write():
                other.orders.save(OrderDraft({"externalOrderId": "B-1"}))
                other.settings.update(region="nowhere")

        with pytest.raises(WrongUse):
            fail()
        assert not services.beside.look()


def test_settings_that_another_program_changed_are_those_of_now(folder: Path, services: Services) -> None:
    before = services.settings.get().region
    with Services.open(folder, key_store=KeyStore.in_memory(), marks_writes=True) as other:
        other.settings.update(region="PL" if before != "PL" else "UA")
        wanted = other.settings.get().region
    assert services.settings.get().region == before
    assert services.beside.look()
    assert services.settings.get().region == wanted
