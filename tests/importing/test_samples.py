"""The sample files of the demo: they are what packaging/make_samples.py writes, and import as they are meant to."""

from __future__ import annotations

import datetime as dt
import hashlib
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from ordermanager.domain.checks.checks import check_draft
from ordermanager.domain.checks.rules import CheckRules, RuleSet
from ordermanager.importing.prepare import prepare
from ordermanager.importing.run import drafts
from ordermanager.resources import resource

NOW = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
ROOT = Path(__file__).resolve().parents[2]


def findings(name: str, rule_set: RuleSet = RuleSet.FULL) -> tuple[int, int, Counter[str]]:
    """Orders, orders with errors, and findings by code."""
    plan = prepare(resource(f"samples/{name}"))
    found: Counter[str] = Counter()
    bad = 0
    for order in drafts(plan):
        checked = check_draft(order.draft, CheckRules(rule_set=rule_set), NOW)
        bad += checked.has_errors
        found.update(finding.code for finding in (*checked.findings, *order.notes))
    plan.close()
    return plan.counts.orders, bad, found


@pytest.mark.parametrize(
    ("name", "orders", "bad"),
    [
        ("orders_api.json", 25, 0),
        ("orders_full.csv", 80, 2),
        ("orders_uk.xlsx", 40, 2),
        ("shopify_orders.csv", 60, 60),
    ],
)
def test_samples_import_as_meant(name: str, orders: int, bad: int) -> None:
    assert findings(name)[:2] == (orders, bad)


def test_the_problems_of_the_full_sample_are_the_planned_ones() -> None:
    assert findings("orders_full.csv")[2] == {
        "identifier.required": 1,
        "total.mismatch": 1,
        "date.old": 1,
        "email.syntax": 1,
        "contact.unreachable": 1,
        "currency.unknown": 1,
    }


def test_shopify_needs_only_what_its_export_lacks() -> None:
    plan = prepare(
        resource("samples/shopify_orders.csv"),
        constants={
            "externalCustomerId": "{email|phone}",
            "url": "https://shop.example/p/{externalItemId}",
            "imageUrl": "https://shop.example/img/{externalItemId}.jpg",
        },
    )
    checked = [check_draft(order.draft, CheckRules(), NOW) for order in drafts(plan)]
    assert sum(one.has_errors for one in checked) == 3
    assert plan.missing == ()


def test_people_are_invented() -> None:
    for name in ("orders_api.json", "orders_full.csv", "shopify_orders.csv"):
        text = resource(f"samples/{name}").read_text("utf-8")
        assert {part.split('"')[0].split(",")[0].strip() for part in text.split("@")[1:]} <= {
            "example.com",
            "example",
        }
        assert "example.com" in text


def test_the_script_writes_these_very_files(tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT / 'packaging')!r}); import make_samples, pathlib; "
        f"make_samples.SAMPLES = pathlib.Path({str(tmp_path)!r}); make_samples.main()"
    )
    subprocess.run([sys.executable, "-B", "-c", code], check=True, timeout=60)
    for path in sorted(tmp_path.iterdir()):
        ours = resource(f"samples/{path.name}").read_bytes()
        assert hashlib.sha256(path.read_bytes()).hexdigest() == hashlib.sha256(ours).hexdigest(), path.name
