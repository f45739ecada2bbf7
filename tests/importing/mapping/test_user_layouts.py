"""Layouts that a user copies and changes, and what is said of broken ones."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from ordermanager.domain.sentences import KnownError
from ordermanager.importing.mapping.layouts import (
    LayoutError,
    broken,
    built_in,
    layout_named,
    layouts,
    read_layout,
)
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.resources import resource

OWN = {
    "name": "mine",
    "title": "Mine",
    "fingerprint": ["A", "B"],
    "grouping": "single",
    "fields": {"email": "B"},
}


def copied(name: str, folder: Path) -> Path:
    """A file of ours in a person's own folder."""
    source = resource("layouts") / f"{name.replace('-', '_')}.json"
    return Path(shutil.copy(source, folder / f"{name}.json"))


def test_a_copy_of_ours_is_changed_and_wins(tmp_path: Path) -> None:
    path = copied("stripe-payments", tmp_path)
    given = json.loads(path.read_text("utf-8"))
    given["fields"]["externalOrderId"] = "Description"
    path.write_text(json.dumps(given), encoding="utf-8")
    changed = layouts(tmp_path)["stripe-payments"]
    assert changed.fields["externalOrderId"].titles == ("Description",)
    assert built_in()["stripe-payments"].fields["externalOrderId"].titles == ("id",)


@pytest.mark.parametrize("layout", built_in(), ids=built_in())
def test_every_layout_can_be_copied_as_it_is(layout: str, tmp_path: Path) -> None:
    copied(layout, tmp_path)
    assert layouts(tmp_path)[layout] == built_in()[layout]
    assert broken(tmp_path) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"name": "x",', "not JSON: at line and column 1:14"),
        ("[]", "not complete"),
        ("{}", "not complete"),
        (
            json.dumps({**OWN, "fields": {"colour": "B"}}),
            "“colour” in “fields” is not allowed. Known are: external",
        ),
        (json.dumps({**OWN, "grouping": "twice"}), "“twice” in “grouping” is not allowed. Known are: single"),
        (json.dumps({**OWN, "fields": {"email": {"glue": ["B"]}}}), "in “email” is not allowed. A header"),
        (json.dumps({**OWN, "status": [{"column": "B", "words": {"DONE": ["x"]}}]}), "“DONE” in “status”"),
        (json.dumps({**OWN, "colour": 1}), "“colour” in “layout”"),
        (json.dumps({**OWN, "fields": ["A"]}), "not complete"),
        (json.dumps({**OWN, "date_order": "year"}), "“year” in “date_order”"),
        (json.dumps({**OWN, "timezone": "Kyiv"}), "“Kyiv” in “timezone” is not allowed. Names look like"),
    ],
)
def test_a_broken_layout_is_left_out_with_a_clear_sentence(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "mine.json").write_text(text, encoding="utf-8")
    assert set(layouts(tmp_path)) == set(built_in())
    (sentence,) = broken(tmp_path)
    assert said in str(sentence)
    assert "mine.json" in str(sentence)
    with pytest.raises(KnownError):
        prepare(Source.from_text("A,B\n1,2\n"), layout="mine", layout_folder=tmp_path)
    plan = prepare(Source.from_text("Order ID,Total\n1,2\n"), layout_folder=tmp_path)
    assert plan.problem is None
    assert sentence in plan.notes


def test_files_that_are_no_text_or_too_large(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.json").write_bytes(b" " * (1 << 21))
    (tmp_path / "_c.json").write_text("notes", encoding="utf-8")
    assert [str(sentence) for sentence in broken(tmp_path)] == [
        "The layout a.json is not UTF-8 text. Save it as UTF-8.",
        "b.json is too large for a layout.",
    ]
    with pytest.raises(LayoutError):
        layout_named("a", layouts(tmp_path), tmp_path)


def test_two_fingerprints_of_one_layout() -> None:
    layout = read_layout(json.dumps({**OWN, "fingerprint": [["A", "B"], ["C", "D", "E"]]}))
    assert layout.matched(frozenset(("a", "b"))) == 2
    assert layout.matched(frozenset(("c", "d", "e", "a", "b"))) == 3
    assert layout.matched(frozenset(("a", "c", "d"))) == 0


def test_the_description_of_the_format_names_every_key() -> None:
    from ordermanager.importing.mapping.layout_file import _KEYS

    text = resource("layouts/README.md").read_text("utf-8")
    assert [key for key in _KEYS if f"`{key}`" not in text] == []
