"""Every visible text can be translated, and is: nothing on the screen is in one language only."""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from ordermanager.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[2]

SHOWING = {
    "setText", "setTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle", "setPlaceholderText",
    "setAccessibleName", "setAccessibleDescription", "setInformativeText", "addAction", "addMenu", "addTab",
    "addItem", "setTabText", "setTabToolTip", "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton",
    "QGroupBox", "QAction", "QMenu",
}  # fmt: skip
"""Calls whose text a person sees or hears."""

SAME_IN_BOTH = {
    "E-mail", "SMS", "JSON", "2026-11-23 14:05", "Excel (*.xlsx);;CSV (*.csv);;JSON (*.json)", "{file}: {problem}",
    "Order Manager {version}, Python {python}, SQLite {sqlite}.",
}  # fmt: skip
"""Texts that Ukrainian writes like English."""


NAMES = {"Order Manager", "English", "Українська"}
"""What is called the same in every language."""


@pytest.fixture(scope="module")
def translations() -> Any:
    """packaging/translations.py, which is a script and not part of the program."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_ukrainian_and_the_english_plurals_are_complete_and_compiled(translations: Any) -> None:
    assert translations.check() == []


def test_a_ukrainian_text_is_not_left_in_english(translations: Any) -> None:
    texts = translations.read(translations.ts_file(translations.FOLDER, translations.TRANSLATED))
    left = {
        text.source
        for text, forms in texts.items()
        if text.source in forms and re.search(r"[A-Za-z]{2}", re.sub(r"\{\w*\}|%n", "", text.source))
    }
    assert left <= SAME_IN_BOTH


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "1 рядок"),
        (2, "2 рядки"),
        (5, "5 рядків"),
        (11, "11 рядків"),
        (21, "21 рядок"),
        (104, "104 рядки"),
    ],
)
def test_ukrainian_has_three_plural_forms(qtbot: QtBot, number: int, expected: str) -> None:
    translator = QTranslator()
    assert translator.load(str(resource("translations/ordermanager_uk.qm")))
    QCoreApplication.installTranslator(translator)
    try:
        assert QCoreApplication.translate("CountsText", "%n row(s)", "", number) == expected
    finally:
        QCoreApplication.removeTranslator(translator)


def test_no_text_goes_round_the_translation() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text!r}"
        for path in sorted((ROOT / "ordermanager" / "ui").rglob("*.py"))
        for line, text in _bare_texts(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == []


def _bare_texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in SHOWING:
            continue
        shown = node.args[:1] if name == "addItem" else node.args  # behind the text stands its data
        for argument in shown:
            for part in argument.values if isinstance(argument, ast.JoinedStr) else [argument]:
                text = part.value if isinstance(part, ast.Constant) else None
                if isinstance(text, str) and re.search(r"[^\W\d_]{2}", text) and text not in NAMES:
                    yield node.lineno, text


def test_a_bare_text_would_be_found() -> None:
    assert list(_bare_texts(ast.parse("label.setText('Hello')\nlabel.setText(self.tr('Hello'))"))) == [
        (1, "Hello")
    ]
