from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import ordermanager
from ordermanager.domain.checks.finding_texts import FINDING_TEXTS
from ordermanager.domain.checks.findings import Finding, Severity
from ordermanager.domain.sentences import KnownError, Sentence, WrongUse
from ordermanager.domain.values.unreadable import MAX_SHOWN, Unreadable

_CODE = re.compile(
    r"(required|(email|phone|money|quantity|date|status|currency|source|url|info|items|cart|contact|identifier"
    r"|total|order_id|customer)\.[a-z_]+)"
)
_PACKAGE = Path(ordermanager.__file__).parent


def _strings(folder: Path) -> set[str]:
    """Every string in the code of a folder, but for the table of sentences itself."""
    return {
        node.value
        for file in folder.rglob("*.py")
        if file.name != "finding_texts.py"
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _codes_of_findings(folder: Path) -> set[str]:
    """The codes that stand as literals in `Finding(field, severity, code, …)`."""
    return {
        node.args[2].value
        for file in folder.rglob("*.py")
        if "Finding(" in (text := file.read_text("utf-8"))  # to parse them all takes seconds
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding"
        if len(node.args) > 2 and isinstance(node.args[2], ast.Constant)
    }


def test_every_code_has_a_sentence() -> None:
    in_domain = {text for text in _strings(_PACKAGE / "domain") if _CODE.fullmatch(text)}
    assert len(in_domain) > 40
    assert (in_domain | _codes_of_findings(_PACKAGE)) - set(FINDING_TEXTS) == set()


def test_every_sentence_is_used() -> None:
    built = {
        f"{kind}.{end}" for kind in ("money", "quantity") for end in ("ambiguous", "unreadable", "too_large")
    }
    code = "".join(
        file.read_text("utf-8") for file in _PACKAGE.rglob("*.py") if file.name != "finding_texts.py"
    )
    assert {each for each in FINDING_TEXTS if f'"{each}"' not in code} - built == set()


def test_sentences_are_sentences() -> None:
    for code, text in FINDING_TEXTS.items():
        assert text[0].isupper() or text[0] in "“{", code
        assert text[-1] in ".?", code
        assert len(text) < 170, code


def test_a_finding_says_its_sentence() -> None:
    finding = Finding("totalCost", Severity.WARNING, "total.mismatch", {"expected": "1.00", "actual": "2.00"})
    assert finding.sentence == Sentence(FINDING_TEXTS["total.mismatch"], finding.values)
    assert finding.message == "Items, shipping, discount and taxes come to 1.00, but the total is 2.00."
    assert Finding("email", Severity.ERROR, "required").message == FINDING_TEXTS["required"]


def test_braces_in_what_a_person_entered_are_only_text() -> None:
    finding = Finding("status", Severity.ERROR, "status.unknown", {"value": "{0} {value}"})
    assert "“{0} {value}”" in finding.message


def test_a_pasted_page_is_shortened_in_the_sentence() -> None:
    error = Unreadable("email.syntax", value="line\none " * 50, count=3)
    assert error.values["count"] == 3
    shown = str(error.values["value"])
    assert len(shown) == MAX_SHOWN
    assert shown.startswith("line one line one")
    assert shown.endswith("…")


def test_known_errors_carry_a_sentence_and_an_exit_code() -> None:
    error = WrongUse("There is no account named {name}.", name="shop")
    assert (str(error), error.exit_code) == ("There is no account named shop.", 2)
    assert error.sentence == Sentence("There is no account named {name}.", {"name": "shop"})
    assert KnownError.exit_code == 3
    with pytest.raises(KnownError):
        raise error
