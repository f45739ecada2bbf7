"""`person`, `delete-at-yespo` and `send --dry-run`, as a process."""

from __future__ import annotations

import csv

COLUMNS = (
    "externalOrderId",
    "externalCustomerId",
    "totalCost",
    "status",
    "date",
    "currency",
    "email",
    "externalItemId",
    "quantity",
)


def import_orders(om, folder, *statuses):
    path = folder / "in.csv"
    with path.open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        for number, status in enumerate(statuses, 1):
            writer.writerow(
                [
                    number,
                    "C-1",
                    "20.50",
                    status,
                    "2026-11-20T10:00:00+02:00",
                    "UAH",
                    "who@shop.example",
                    "i1",
                    1,
                ]
            )
    assert om("import", path, "--rules", "minimum").code == 0


def test_a_dry_run_says_what_would_happen_and_sends_nothing(om, tmp_path):
    import_orders(om, tmp_path, "DELIVERED", "DELIVERED", "ABANDONED_SHOPPING_CART")
    done = om("send", "--dry-run", "--json")
    assert done.code == 0
    assert done.json["events"] == {"orderDELIVERED": 2, "orderABANDONED_SHOPPING_CART": 1}
    assert (done.json["of"], done.json["contacts"], done.json["new"], done.json["carts"]) == (
        "ready",
        1,
        1,
        1,
    )
    said = om("send", "--dry-run")
    assert "2 orderDELIVERED" in said.out
    assert "web tracking" in said.err
    assert "--names" in said.err
    assert "names" not in done.json
    names = om("send", "--dry-run", "--names", "--json").json["names"]
    assert [len(names["new"]), len(names["carts"])] == [3, 1]
    (cart,) = [
        line for line in om("send", "--dry-run", "--names").out.splitlines() if line.startswith("carts")
    ]
    assert names["carts"][0]["externalOrderId"] in cart
    assert "An abandoned cart; web tracking finds them itself." in cart


def test_a_person_is_looked_at_handed_over_and_forgotten(om, tmp_path):
    import_orders(om, tmp_path, "DELIVERED")
    found = om("person", "--email", "WHO@shop.example", "--json")
    assert (found.code, found.json["orders"], found.json["other_customer_ids"]) == (0, ["1"], [])
    target = tmp_path / "who.json"
    assert om("person", "--customer", "C-1", "--export", target).code == 0
    assert "who@shop.example" in target.read_text("utf-8")
    refused = om("person", "--customer", "C-1", "--forget")
    assert refused.code == 2
    assert "--yes" in refused.err
    gone = om("person", "--customer", "C-1", "--email", "who@shop.example", "--forget", "--yes", "--json")
    assert gone.code == 0
    assert gone.json["forgotten"]["orders"] == 1
    assert "Yespo" in gone.err
    assert om("person", "--email", "who@shop.example", "--json").json["orders"] == []
    assert om("person").code == 2
    assert om("person", "--email", "nonsense").code == 2


def test_deleting_there_is_only_said_without_yes(om, sandbox, tmp_path):
    import_orders(om, tmp_path, "DELIVERED", "DELIVERED")
    om("account", "add", "Sandbox", "--url", sandbox.url)
    om("queue")
    assert om("send").code == 0
    plan = om("delete-at-yespo", "1", "--json")
    assert (plan.code, plan.json["plan"]["requests"]) == (0, 1)
    assert len(sandbox.ledger.orders) == 2
    assert om("delete-at-yespo", "1", "--yes", "--json").json["asked"] == 1
    assert set(sandbox.ledger.orders) == {"2"}
    period = om("delete-at-yespo", "--from", "2026-11-19", "--to", "2026-11-21T12:00", "--yes", "--json")
    assert (period.code, period.json["plan"]["requests"], period.json["asked"]) == (0, 3, 3)
    assert sandbox.ledger.orders == {}
    rows = om("history", "--deletions", "--json").lines
    assert [(row["account"], row["externalOrderId"], row["state"]) for row in rows] == [
        *[("Sandbox", None, "asked")] * 3,
        ("Sandbox", "1", "asked"),
    ]
    assert rows[2]["from"] < rows[2]["to"] <= rows[1]["from"]
    assert [row["id"] for row in om("history", "--deletions", "--limit", "1", "--json").lines] == [4]
    assert "asked" in om("history", "--deletions").out
    for more in (("1",), ("--email", "p1@shop.example"), ("--story",)):
        assert om("history", *more, "--deletions").code == 2
    ids = tmp_path / "ids.txt"
    ids.write_text("1\n\n99 \n1\n", encoding="utf-8")
    unknown = om("delete-at-yespo", "--file", ids, "--yes")
    assert (unknown.code, "as 99" in unknown.err) == (2, True)
    both = om("delete-at-yespo", "2", "--file", ids, "--unknown-too", "--yes", "--json")
    assert (both.json["plan"]["unknown"], both.json["plan"]["orders_here"], both.json["asked"]) == (
        ["99"],
        2,
        3,
    )
    assert [row["externalOrderId"] for row in om("history", "--deletions", "--limit", "3", "--json").lines] == [
        "99", "1", "2"
    ]  # fmt: skip
    assert om("delete-at-yespo", "--file", tmp_path / "none.txt").code == 2
    for wrong in ((), ("1", "--from", "2026-11-19"), ("--from", "yesterday", "--to", "2026-11-21"), ("99",)):
        assert om("delete-at-yespo", *wrong).code == 2
