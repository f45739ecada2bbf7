"""`check`: orders checked again without a window."""

from __future__ import annotations


def test_it_says_what_is_different(om, write_csv, row):
    path = write_csv(
        row("1"), row("2", externalItemId="", name="", quantity="", cost="", url="", imageUrl="")
    )
    om("import", path, "--rules", "no-items")
    done = om("--json", "check")
    assert done.code == 0
    result = done.json
    assert result.pop("seconds") >= 0
    assert result == {
        "total": 2, "checked": 2, "changed": 0, "now_with_errors": 0, "no_longer": 0, "with_errors": 0,
        "stopped": False,
    }  # fmt: skip
    om("import", write_csv(row("3", email="nobody", phone=""), name="bad.csv"))
    told = om("check", "3")
    assert told.code == 1
    assert "1 order checked, 0 are different now" in told.out
    assert "Not sent and with errors: 1 order." in told.out


def test_orders_that_may_be_one_are_listed(om, write_csv, row):
    om(
        "import",
        write_csv(row("1001"), row("#1001", email="x@shop.example", externalCustomerId="X"), row("7")),
    )
    done = om("--json", "duplicates")
    assert done.code == 1
    assert done.lines == [{"reasons": ["same_id"], "orders": ["1001", "#1001"], "states": ["ready", "ready"]}]
    assert "same id" in om("duplicates").out
