"""A large file is read by a child process: its import is the very one that this process makes, and whatever becomes of
the child or of the file, the workspace is whole.
"""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ordermanager.domain.checks.rules import CheckRules, CostBasis, RuleSet
from ordermanager.importing.errors import ReadError
from ordermanager.importing.prepare import prepare
from ordermanager.importing.values.column_dates import DayFirst
from ordermanager.importing.values.column_numbers import DecimalMark
from ordermanager.services.app import Services
from ordermanager.services.context import Context
from ordermanager.services.imports import apart as import_apart
from ordermanager.services.imports import waiting_child
from ordermanager.services.imports.job import Job, read_job
from ordermanager.services.imports.prepared import ImportOptions
from ordermanager.store.imports.staging_schema import StagedQuery
from ordermanager.store.orders.query import OrderQuery

if TYPE_CHECKING:
    from collections.abc import Callable

HEADER = (
    "externalOrderId", "externalCustomerId", "totalCost", "status", "date", "email", "phone", "firstName", "currency",
    "items.externalItemId", "items.name", "items.quantity", "items.cost", "items.url", "items.imageUrl",
)  # fmt: skip
NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)


def lines(number: int, **changes: str) -> list[list[str]]:
    """The two rows of an order."""
    given = {
        "externalOrderId": f"A-{number}",
        "externalCustomerId": f"C-{number // 3}",
        "totalCost": "75.00",
        "status": ("DELIVERED", "paid", "нове", "")[number % 4],
        "date": "2026-11-20T10:00:00+02:00",
        "email": f"p{number // 2}@example.com",
        "phone": f"38067{number // 2:07}",
        "firstName": ("Олена", "O'Neil", "'=cmd", "Eve")[number % 4],
        "currency": "UAH",
        "items.quantity": "1",
        "items.cost": "25.00",
        **changes,
    }
    items = [
        {"items.externalItemId": f"S-{number % 7}", "items.name": "Чай"},
        {"items.externalItemId": f"S-{number}"},
    ]
    return [[{**given, **item}.get(name, "") for name in HEADER] for item in items]


def text_of(rows: list[list[str]]) -> str:
    target = io.StringIO()
    csv.writer(target, lineterminator="\n").writerows([HEADER, *rows])
    return target.getvalue()


def many(orders: int = 700) -> list[list[str]]:
    return [row for number in range(orders) for row in lines(number)]


def scattered() -> list[list[str]]:
    rows = many(60)
    return rows[0::2] + rows[1::2]


def reappearing() -> list[list[str]]:
    return [*many(), *lines(3, totalCost="1"), *lines(5)]


def beside(rows: list[list[str]]) -> str:
    """Another table to the right, which goes on where these rows end."""
    ours = text_of(rows).splitlines() + ["," * (len(HEADER) - 1)] * 5
    others = ["SKU,Name,Price", *(f"T-{number},Tea,5" for number in range(len(ours) - 1))]
    return "".join(f"{left},,{right}\n" for left, right in zip(ours, others, strict=True))


FILES: dict[str, bytes] = {
    "many": text_of(many()).encode(),
    "cp1251": text_of(many(400)).encode("cp1251"),
    "utf-16": text_of(many(50)).encode("utf-16"),
    "two encodings": text_of(many(40)).encode()
    + text_of(lines(900))[len(",".join(HEADER)) + 1 :].encode("cp1251"),
    "zeros": text_of(many(20)).encode().replace(b"Eve", b"E\0ve"),
    "scattered": text_of(scattered()).encode(),
    "reappearing": text_of(reappearing()).encode(),
    "footers": (text_of(many(30)) + ",,\n\nTotal,,99\n83,record(s) downloaded\n").encode(),
    "other table": (text_of(many(30)) + "\nSKU,Price,Quantity,Name\na,1,2,b\nc,1,2,d\n").encode(),
    "table beside": beside(many(30)).encode(),
    "doubtful dates": text_of(
        [
            row
            for n in range(1500)
            for row in lines(n, date=f"{n % 12 + 1}/{n % 12 + 1 + (n > 1400)}/2026 10:00")
        ]
    ).encode(),
    "warnings": text_of(
        [row for n in range(40) for row in lines(n, date="2020-01-01", totalCost="1,234.5")]
    ).encode(),
    "disagreeing": text_of(
        [row for n in range(40) for row in lines(n // 2, email=f"p{n}@example.com")]
    ).encode(),
}


def test_letters_put_right_come_from_the_child_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_services: Any
) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(text_of(many(30)).replace("Олена", "РћР»РµРЅР°"), encoding="utf-8")
    options = ImportOptions(mend_letters=True)
    found = []
    for always in (False, True):
        apart(monkeypatch, always=always)
        services = open_services(str(always))
        prepared = services.importing.prepare(path, options)
        result = services.importing.run(prepared)
        assert services.importing.same_way(result.import_id).mend_letters
        found.append((result, prepared.plan.notes, stored(services)))
    assert found[0] == found[1]
    assert "Олена" in {draft.fields.get("firstName") for draft, *_ in found[1][-1]}


@pytest.fixture
def open_services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Services]:
    monkeypatch.setattr(Context, "now", lambda _self: NOW)
    opened: list[Services] = []

    def open_one(name: str) -> Services:
        opened.append(Services.open(tmp_path / name))
        return opened[-1]

    yield open_one  # type: ignore[misc]
    for each in opened:
        each.close()


def apart(monkeypatch: pytest.MonkeyPatch, *, always: bool) -> None:
    monkeypatch.setattr(import_apart, "LEAST_BYTES", 0 if always else 1 << 60)


def stored(services: Services) -> list[Any]:
    found = services._context.workspace.orders.iterate(OrderQuery())
    return [(each.draft, each.findings, each.draft_hash, each.row[1:]) for each in found]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("constants", [{}, {"status": "DELIVERED"}], ids=["", "constant"])
def test_a_child_imports_what_this_process_imports(
    name: str, constants: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_services: Any
) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(FILES[name])
    found = []
    for always in (False, True):
        apart(monkeypatch, always=always)
        services = open_services(str(always))
        prepared = services.importing.prepare(path, ImportOptions(constants=constants))
        assert isinstance(import_apart.source_of(prepared.plan), import_apart.ApartSource) is always
        result = services.importing.run(prepared, rejected=tmp_path / f"rejected {always}.csv")
        again = services.importing.run(services.importing.prepare(path, ImportOptions(constants=constants)))
        table, counts = prepared.plan.table, prepared.plan.counts
        words = services._context.workspace.reader().all("SELECT words FROM order_texts ORDER BY order_id")
        products = services._context.workspace.reader().all(
            "SELECT * FROM products ORDER BY external_item_id"
        )
        found.append(
            (
                replace(result, rejected_file=None),
                replace(again, rejected_file=None),
                (table.notes, table.left_out, table.left_out_count, counts),
                (prepared.plan.statuses, prepared.plan.notes),
                (tmp_path / f"rejected {always}.csv").read_bytes(),
                (stored(services), words, products, services._context.workspace.orders.folder_counts()),
            )
        )
    assert found[0][0].orders >= 20
    for one, other in zip(*found, strict=True):
        assert one == other


def reviewed(services: Services, path: Path) -> Any:
    """Everything that a review has of a file, with the orders that it stores."""
    told: list[Any] = []
    review = services.importing.review(services.importing.prepare(path), told.append)
    assert review is not None
    staging = review._staging
    orders = staging.orders(staging.ids(StagedQuery()))
    rows = staging.read(
        "SELECT s.*, x.words, hex(x.hash) FROM staged s JOIN texts x ON x.id = s.id ORDER BY s.id"
    )
    found = (orders, rows, review.counts(), review.groups(), review.ignored(), review.prepared.plan.statuses)
    last = told[-1]
    result = review.store()
    review.close()
    return found, replace(last, share=None), result, stored(services)


@pytest.mark.parametrize("name", FILES)
def test_a_child_reviews_what_this_process_reviews(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_services: Any
) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(FILES[name])
    found = []
    for always in (False, True):
        apart(monkeypatch, always=always)
        found.append(reviewed(open_services(str(always)), path))
    assert found[0][0][2].orders >= 20
    assert any(order.notes for order in found[0][0][0]) is (name in ("disagreeing", "reappearing"))
    for one, other in zip(*found, strict=True):
        assert one == other


def test_a_cell_without_an_end_is_said_as_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_services: Any
) -> None:
    path = tmp_path / "orders.csv"
    path.write_bytes(text_of(many()).encode() + b'A-9,"never ends\n')
    said = []
    for always in (False, True):
        apart(monkeypatch, always=always)
        services = open_services(str(always))
        with pytest.raises(ReadError) as error:
            services.importing.run(services.importing.prepare(path))
        said.append((type(error.value), error.value.sentence, error.value.row, error.value.file))
        assert not stored(services)
    assert said[0] == said[1]


class TestTrouble:
    """With a file of many blocks."""

    @pytest.fixture
    def path(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        apart(monkeypatch, always=True)
        path = tmp_path / "orders.csv"
        path.write_bytes(text_of(many(9_000)).encode())
        return path

    @pytest.fixture
    def services(self, open_services: Any) -> Services:
        found: Services = open_services("workspace")
        return found

    @pytest.fixture
    def children(self, monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
        found: list[subprocess.Popen[bytes]] = []
        start = waiting_child.started

        def started() -> subprocess.Popen[bytes]:
            found.append(start())
            return found[-1]

        monkeypatch.setattr(import_apart, "started", started)
        return found

    def test_a_child_that_is_killed(self, services: Services, path: Path, children: list[Any]) -> None:
        with pytest.raises(ReadError, match="has ended"):
            services.importing.run(services.importing.prepare(path), on_progress=lambda _: children[0].kill())
        assert not stored(services)

    @pytest.mark.parametrize(
        "program",
        ["", "print('{}')", "import sys; sys.stdout.buffer.write(b'\\xff' * 9)", "import sys; sys.exit(1)"],
    )
    def test_a_child_that_says_something_else(
        self, program: str, services: Services, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(waiting_child, "child_command", lambda: [sys.executable, "-c", program])
        with pytest.raises(ReadError, match="has ended"):
            services.importing.run(services.importing.prepare(path))
        assert not stored(services)

    def test_a_program_that_does_not_start(
        self, services: Services, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(waiting_child, "child_command", lambda: [str(path.parent / "nothing")])
        with pytest.raises(ReadError, match="has ended"):
            services.importing.run(services.importing.prepare(path))

    def test_cancelled_nothing_of_it_is_left(
        self, services: Services, path: Path, children: list[Any]
    ) -> None:
        answers = iter([False, True])
        result = services.importing.run(services.importing.prepare(path), cancel=lambda: next(answers))
        assert result.cancelled
        assert not stored(services)
        assert children[0].poll() is not None

    def test_a_review_is_given_up_while_the_child_says_nothing(
        self, services: Services, path: Path, children: list[Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = "import sys, time; sys.stdin.buffer.read(); time.sleep(600)"
        monkeypatch.setattr(waiting_child, "child_command", lambda: [sys.executable, "-c", program])
        answers = iter([False, True])
        assert (
            services.importing.review(services.importing.prepare(path), cancel=lambda: next(answers)) is None
        )
        assert children[0].poll() is not None

    def test_a_review_is_given_up_while_dates_are_looked_at(
        self, services: Services, path: Path, children: list[Any]
    ) -> None:
        doubtful = [row for n in range(1500) for row in lines(n, date=f"0{n % 9 + 1}/0{n % 8 + 1}/2026")]
        path.write_text(text_of(doubtful), "utf-8")
        assert services.importing.review(services.importing.prepare(path), cancel=lambda: True) is None
        assert not children

    @pytest.mark.skipif(os.name == "nt", reason="Windows keeps a file that is open")
    @pytest.mark.parametrize("what", ["vanishes", "changes"])
    def test_a_file_that_goes_away_meanwhile(
        self, what: str, services: Services, path: Path, children: list[Any]
    ) -> None:
        del children

        def meddle(_: object) -> None:
            if what == "vanishes":
                path.unlink(missing_ok=True)
            else:
                with path.open("ab") as file:
                    file.write(b"A-1,x\n")

        path.write_bytes(text_of(many(40_000)).encode())  # more than the child can have read by then
        with pytest.raises(ReadError, match="changed or vanished"):
            services.importing.run(services.importing.prepare(path), on_progress=meddle)
        assert not stored(services)

    def test_progress_grows_to_the_end(self, services: Services, path: Path) -> None:
        seen = []
        result = services.importing.run(services.importing.prepare(path), on_progress=seen.append)
        rows = [each.rows for each in seen]
        assert rows == sorted(rows)
        assert rows[-1] == result.rows_read == 18_000
        assert len(set(rows)) > 3


HEADERS = sorted((Path(__file__).parents[2] / "importing" / "headers").iterdir())


@pytest.mark.parametrize("header", HEADERS, ids=lambda path: path.stem)
def test_a_child_is_told_the_very_mapping(header: Path, tmp_path: Path) -> None:
    path = tmp_path / header.name
    title = header.read_text("utf-8").strip()
    mark = "\t" if "\t" in title else ";" if ";" in title else ","
    cells = title.count(mark) + 1
    rows = [mark.join([f"{number}", *[f"{number}.02.2026"] * (cells - 1)]) for number in range(1, 9)]
    path.write_text("\n".join([title, *rows]), "utf-8")
    plan = prepare(path, constants={"currency": "UAH", "externalCustomerId": "{email|phone}"})
    plan.mapping.date_order, plan.mapping.decimal_marks = DayFirst.DAY, {3: DecimalMark.COMMA}
    plan.mapping.skip_items, plan.mapping.kept_rows = {1: frozenset({"x"})}, frozenset({4})
    rules = CheckRules(RuleSet.MINIMUM, "PL", "UTC", CostBasis.LINE)
    job = read_job(Job.of(plan, rules, NOW).packed())
    assert (job.mapping, job.rules, job.now) == (plan.mapping, rules, NOW)
    again = job.plan(io.BytesIO())
    assert (again.sample, again.whole, again.evidence) == (plan.sample, plan.whole, plan.evidence)
    for name in ("header", "header_row", "width", "above", "encoding", "delimiter", "quote", "format"):
        assert getattr(again.table, name) == getattr(plan.table, name)


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names of files are text there")
def test_a_file_whose_name_is_no_text_is_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_services: Any
) -> None:
    apart(monkeypatch, always=True)
    path = tmp_path / os.fsdecode(b"orders-\xff.csv")
    path.write_bytes(FILES["many"])
    services = open_services("workspace")
    result = services.importing.run(services.importing.prepare(path))
    assert result.orders == 700


def test_the_packaged_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    python = sys.executable
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(Path("programs", "ordermanager-window")))
    command = waiting_child.child_command()
    assert command == [str(Path("programs", "ordermanager")), "--read-orders"]
    program = "import sys; from ordermanager.cli.main import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [python, "-c", program, *command[1:]], input=b"", capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")  # it waits for a job, and has none
