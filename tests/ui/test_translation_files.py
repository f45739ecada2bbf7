"""The translation files are made from the program's texts, and the check notices what is missing."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from ordermanager.domain.checks.finding_texts import FINDING_TEXTS

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "translations.py"


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations_script", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def extracted(translations: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ts") / "ordermanager_uk.ts"
    translations.extract(path, "uk")
    return path


def test_texts_of_all_packages_are_found(translations: ModuleType, extracted: Path) -> None:
    texts = translations.read(extracted)
    sources = {(text.context, text.source) for text in texts}
    assert {("Sentence", template) for template in FINDING_TEXTS.values()} <= sources
    assert ("Field", "Order ID") in sources
    assert ("Actions", "New order") in sources
    assert ("State", "Unconfirmed") in sources
    assert any(text.is_plural and text.source == "%n order(s) deleted" for text in texts)


def test_a_text_that_is_not_translated_is_a_problem(translations: ModuleType, extracted: Path) -> None:
    texts = translations.read(extracted)
    assert len(translations._faults("x.ts", texts, 3)) == len(texts)


def test_missing_and_obsolete_texts_are_named(translations: ModuleType) -> None:
    here = translations.Text("A", "here", "", False)
    gone = translations.Text("A", "gone", "", False)
    problems = translations._differences("x.ts", {gone: ["x"]}, {here: []})
    assert len(problems) == 2
    assert "'here'" in problems[0]
    assert "'gone'" in problems[1]


@pytest.mark.parametrize(
    ("source", "one", "many"),
    [
        ("%n order(s) deleted", "%n order deleted", "%n orders deleted"),
        ("%n order(s) are held back", "%n order is held back", "%n orders are held back"),
        ("%n order(s) still have errors", "%n order still has errors", "%n orders still have errors"),
        ("%n rejected", "%n rejected", "%n rejected"),
    ],
)
def test_english_plurals_are_written_by_rule(
    translations: ModuleType, source: str, one: str, many: str
) -> None:
    assert translations.singular(source) == one
    assert translations.plural(source) == many
