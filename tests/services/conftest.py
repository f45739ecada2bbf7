"""A real workspace with its services, and a real sandbox on a real port."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ordermanager.domain.draft import OrderDraft
from ordermanager.sandbox.server import SandboxServer
from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from ordermanager.services.notices import Changes
from tests import windows_rules

COLUMNS = [
    "externalOrderId",
    "externalCustomerId",
    "totalCost",
    "status",
    "date",
    "currency",
    "email",
    "phone",
    "firstName",
    "externalItemId",
    "name",
    "quantity",
    "cost",
    "url",
    "imageUrl",
]


def make_draft(number: str = "1001", **fields: str) -> OrderDraft:
    """A good order of one item; an empty text leaves a field out."""
    values = {
        "externalOrderId": number,
        "externalCustomerId": f"C-{number}",
        "totalCost": "20.50",
        "status": "INITIALIZED",
        "date": "2026-11-20T10:00:00+02:00",
        "currency": "UAH",
        "email": f"p{number}@shop.example",
        "phone": "",
        **fields,
    }
    item = {
        "externalItemId": "i1",
        "name": "Kettle",
        "quantity": "1",
        "cost": "20.50",
        "url": "https://shop.example/i1",
        "imageUrl": "https://shop.example/i1.png",
    }
    return OrderDraft({name: text for name, text in values.items() if text}, [item])


def make_row(number: str, **changes: str) -> dict[str, str]:
    """A row of a file, one item an order."""
    draft = make_draft(number)
    row = {name: {**draft.fields, **draft.items[0]}.get(name, "") for name in COLUMNS}
    return {**row, **changes}


@pytest.fixture(autouse=True)
def _files_as_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    windows_rules.obey(monkeypatch)


@pytest.fixture
def draft() -> Callable[..., OrderDraft]:
    return make_draft


@pytest.fixture
def row() -> Callable[..., dict[str, str]]:
    return make_row


@pytest.fixture
def read_csv() -> Callable[[Path], list[dict[str, str]]]:
    """The rows of an exported CSV file by column."""

    def read(path: Path) -> list[dict[str, str]]:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))

    return read


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "workspace"


@pytest.fixture
def services(folder: Path) -> Iterator[Services]:
    with Services.open(folder, key_store=KeyStore.in_memory()) as opened:
        yield opened


@pytest.fixture
def changes(services: Services) -> list[Changes]:
    """Every notice from now on."""
    seen: list[Changes] = []
    services.subscribe(seen.append)
    return seen


@pytest.fixture
def shop(services: Services, sandbox: SandboxServer) -> Services:
    """Services whose default account is the sandbox."""
    services.accounts.add("Sandbox", sandbox.url)
    return services
