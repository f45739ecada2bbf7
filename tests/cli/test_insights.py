"""`insights` and `segment` from the command line: two accounts, two currencies, and a sale that was edited since."""

from __future__ import annotations

import json

import pytest

from ordermanager.sandbox.server import SandboxServer


@pytest.fixture
def sold(shop, write_csv, row):
    """Two sales and a cancelled order through one account, one sale in another currency through the other; then an
    edit of the first that was not sent. Both are sandboxes and there is no other account, so both count."""

    def send(account, *rows):
        assert shop("import", write_csv(*rows)).code == 0
        shop("queue")
        assert shop("send", "--account", account, "--yes", "--json").json["accepted"] == len(rows)

    with SandboxServer() as second:
        assert shop("account", "add", "Second", "--url", second.url).code == 0
        send(
            "Sandbox",
            row("1", status="DELIVERED", externalCustomerId="C-1", totalCost="20.50"),
            row(
                "2",
                status="DELIVERED",
                externalCustomerId="C-1",
                totalCost="30.00",
                date="2026-09-01T10:00:00+03:00",
            ),
            row("3", status="CANCELLED", email="", phone="0671234567"),
        )
        send(
            "Second", row("4", status="DELIVERED", externalCustomerId="C-4", currency="EUR", totalCost="7.00")
        )
    shop("import", write_csv(row("1", status="DELIVERED", externalCustomerId="C-9", totalCost="99.00")))
    return shop


def test_the_numbers_of_all_accounts_and_of_one(sold):
    found = sold("insights", "--json").json
    assert found["accounts"] == [{"name": "Sandbox", "sandbox": True}, {"name": "Second", "sandbox": True}]
    assert (found["account"], found["currency"], found["currencies"]) == (None, "UAH", {"UAH": 2, "EUR": 1})
    assert (found["sales"], found["revenue"], found["averageCheck"]) == (2, 50.50, 25.25)
    assert found["withoutEmail"] == {"orders": 1, "share": 0.25}
    assert {line["from"]: line["revenue"] for line in found["revenueOverTime"]} == {
        "2026-09-01": 30.0, "2026-10-01": 0, "2026-11-01": 20.5,
    }  # fmt: skip
    assert found["statusesOverTime"][-1] == {"from": "2026-11-01", "DELIVERED": 2, "CANCELLED": 1}
    second = sold("insights", "--account", "Second", "--json").json
    assert (second["account"], second["currency"], second["sales"], second["revenue"]) == (
        "Second",
        "EUR",
        1,
        7,
    )
    euro = sold(
        "insights", "--currency", "eur", "--period", "2026-11-01..2026-11-30", "--by", "day", "--json"
    ).json
    assert sum(line["revenue"] for line in euro["revenueOverTime"]) == 7
    assert len(euro["revenueOverTime"]) == 30


@pytest.mark.parametrize("wrong", [("--account", "Nobody"), ("--currency", "USD"), ("--period", "soon")])
def test_what_there_is_not_is_said(sold, wrong):
    done = sold("insights", *wrong)
    assert (done.code, done.out) == (2, "")
    assert wrong[1] in done.err


def test_people_read_the_same(sold):
    done = sold("insights")
    assert "50.50 UAH" in done.out
    assert "25.0%" in done.out
    assert "EUR (1 sales)" in done.err


def test_a_segment_is_listed_and_exported(sold, tmp_path):
    (line,) = sold("segment", "--least-sales", "2", "--json").lines
    assert (line["externalCustomerId"], line["sales"], line["revenue"], line["lastSale"]) == (
        "C-1", 2, 50.5, "2026-11-20T08:00:00Z",
    )  # fmt: skip
    (line,) = sold("segment", "--account", "Second", "--json").lines
    assert (line["externalCustomerId"], line["currency"]) == ("C-4", "EUR")
    assert sold("segment", "--before", "2026-10-01", "--json").lines == []
    nobody = sold("segment", "--most-sales", "0", "--least-sales", "0", "--json").lines
    assert {each["externalCustomerId"] for each in nobody} == {"C-3", "C-9"}
    path = tmp_path / "people.json"
    assert sold("segment", "--export", path, "--json").json == {"file": str(path), "rows": 2}
    assert {each["externalCustomerId"] for each in json.loads(path.read_text("utf-8"))} == {"C-1", "C-4"}


@pytest.mark.parametrize(("part", "rows"), [("overview", 10), ("rfm", 3), ("revenue", 3), ("statuses", 3)])
def test_every_part_is_exported(sold, tmp_path, part, rows):
    path = tmp_path / "part.csv"
    assert sold("insights", "--export", path, "--part", part, "--json").json["rows"] == rows
    assert len(path.read_text("utf-8-sig").splitlines()) == rows + 1
