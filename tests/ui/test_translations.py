"""Every visible text can be translated, and is: nothing on the screen is in one language only."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from ordermanager.resources import resource
from ordermanager.ui import i18n

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[2]

SHOWING = {
    "setText", "setTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle", "setPlaceholderText",
    "setAccessibleName", "setAccessibleDescription", "setInformativeText", "setDetailedText", "setSuffix",
    "setPrefix", "setSpecialValueText", "setLabelText", "setNameFilter", "setHorizontalHeaderLabels",
    "setHeaderLabels", "setTabText", "setTabToolTip", "addAction", "addMenu", "addSection", "addTab", "addItem",
    "addItems", "addButton", "addRow", "drawText", "showMessage", "show_message", "say", "titled", "set_whole",
    "set_plain_tooltip", "PlainLabel", "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton",
    "QGroupBox", "QAction", "QMenu", "QTableWidgetItem", "QListWidgetItem", "QTreeWidgetItem", "QStandardItem",
    "getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory", "question", "information",
    "warning", "critical", "about",
}  # fmt: skip
"""Calls whose text a person sees or hears."""

FIRST_ONLY = {"addItem", "addAction", "PlainLabel"}
"""Of these only the first argument is shown; behind it stand data."""

NOT_SHOWN = {"info", "good", "warning", "error"} | {
    file.stem for file in (ROOT / "resources" / "icons").glob("*.svg")
}
"""Kinds of messages and names of icons, which stand beside texts in such calls."""

TRANSLATING = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
"""Calls that mark a text for translation, and which argument it is."""

SAME_IN_BOTH = {
    "E-mail", "e-mail", "SMS", "JSON", "2026-11-23 14:05", "Excel (*.xlsx);;CSV (*.csv);;JSON (*.json)",
    "CSV (*.csv);;Excel (*.xlsx)", "CSV (*.csv);;Excel (*.xlsx);;JSON (*.json)", "{file}: {problem}",
    "JSON (*.json);;CSV (*.csv)",
    "Order Manager {version}, Python {python}, SQLite {sqlite}.", "Etsy: EtsySoldOrderItems",
    "Etsy: EtsySoldOrders", "Shopify: orders_export", "WooCommerce: Advanced Order Export",
}  # fmt: skip
"""Texts that Ukrainian writes like English."""


NAMES = {
    "Order Manager", "English", "Українська", "orders.xlsx", "run-", ".pdf", "person.json", "customers.csv", "rfm.png",
    ",ua", ".ua", ".json", "JSON (", "-errors.csv", "https://shop.example/p/{externalItemId}",
}  # fmt: skip
"""What is called the same in every language, names of files among it."""


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


@pytest.fixture(scope="module")
def ukrainian(translations: Any) -> dict[Any, list[str]]:
    """Each text of the program with its Ukrainian forms."""
    return translations.read(translations.ts_file(translations.FOLDER, translations.TRANSLATED))


class Nodes(NamedTuple):
    """What these tests look at in one file of the program."""

    file: str
    calls: list[ast.Call]
    f_strings: list[ast.JoinedStr]


@pytest.fixture(scope="module")
def program() -> list[Nodes]:
    """All files of the program: read once, which takes longer than looking at them."""
    found = []
    for path in sorted((ROOT / "ordermanager").rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        calls = [node for node in nodes if isinstance(node, ast.Call)]
        f_strings = [node for node in nodes if isinstance(node, ast.JoinedStr)]
        found.append(Nodes(path.relative_to(ROOT).as_posix(), calls, f_strings))
    return found


@pytest.fixture
def in_ukrainian(qtbot: QtBot) -> Iterator[None]:
    """The program's Ukrainian, as it is compiled."""
    translator = QTranslator()
    assert translator.load(str(resource("translations/ordermanager_uk.qm")))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


# -- all is there


def test_ukrainian_and_the_english_plurals_are_complete_and_compiled(translations: Any) -> None:
    assert translations.check() == []


def test_no_marked_text_escapes_the_extraction(program: list[Nodes], ukrainian: dict[Any, list[str]]) -> None:
    """lupdate does not look into f-strings, for example."""
    known = {text.source for text in ukrainian}
    found = [
        f"{file}:{line}: {text!r}"
        for file, calls, _ in program
        for line, text in _marked_texts(calls)
        if text not in known
    ]
    assert found == []


def test_no_marked_text_stands_in_an_f_string(program: list[Nodes]) -> None:
    """The same text may be known from elsewhere, and then the one in the f-string is neither found nor translated."""
    found = [
        f"{file}:{line}: {text!r}"
        for file, _, f_strings in program
        for node in f_strings
        for line, text in _marked_texts(ast.walk(node))
    ]
    assert found == []


def _marked_texts(nodes: Iterable[ast.AST]) -> Iterator[tuple[int, str]]:
    for node in nodes:
        if isinstance(node, ast.Call):
            place = TRANSLATING.get(_called(node))
            if place is not None and len(node.args) > place:
                text = getattr(node.args[place], "value", None)
                if isinstance(text, str):
                    yield node.lineno, text


@pytest.mark.parametrize(
    ("english", "wrong", "fault"),
    [
        ("Send {count} now", "Надіслати зараз", "other places"),
        ("Item: ", "Товар:", "other blanks"),
        ("&Import", "Імпортувати", "access keys"),
        ("Send", "", "not translated"),
        ("%n sent", "надіслано %n", "plural forms"),
    ],
)
def test_a_faulty_translation_would_be_found(
    translations: Any, tmp_path: Path, english: str, wrong: str, fault: str
) -> None:
    xml = [text.replace("&", "&amp;") for text in (english, wrong)]
    file = translations.ts_file(tmp_path, "uk")
    file.write_text(
        "<TS><context><name>Any</name><message>"
        f"<source>{xml[0]}</source><translation>{xml[1]}</translation></message></context></TS>",
        encoding="utf-8",
    )
    (problem,) = translations._faults("uk", translations.read(file), 3)
    assert fault in problem


def test_a_key_that_stands_for_two_texts_would_be_found(translations: Any) -> None:
    texts = {
        translations.Text("Menu", "&Open", "", False): ["&Відкрити"],
        translations.Text("Menu", "&Restore", "", False): ["&Відновити"],
        translations.Text("Other", "&View", "", False): ["&Вигляд"],
    }
    (problem,) = translations._shared_keys("uk", texts)
    assert "&Open" in problem
    assert "&Restore" in problem


def test_a_new_text_would_be_missed(
    translations: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = translations.ts_file(tmp_path, "uk")
    shutil.copy(translations.ts_file(translations.FOLDER, "uk"), file)
    file.write_text(file.read_text(encoding="utf-8").replace("Needs attention", "Gone"), encoding="utf-8")
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    problems = "\n".join(translations.check(["uk"]))
    assert "not there yet: 'Needs attention' (Folder)" in problems
    assert "no longer in the program: 'Gone' (Folder)" in problems


# -- it is Ukrainian


def test_a_ukrainian_text_is_not_left_in_english(ukrainian: dict[Any, list[str]]) -> None:
    left = {
        text.source
        for text, forms in ukrainian.items()
        if text.source in forms and re.search(r"[A-Za-z]{2}", re.sub(r"\{\w*\}|%n", "", text.source))
    }
    assert left <= SAME_IN_BOTH


def test_ukrainian_is_spelt_with_its_own_letters_and_signs(ukrainian: dict[Any, list[str]]) -> None:
    """No Latin i within a Cyrillic word, no letters of Russian, « » and ’ instead of English marks."""
    mixed = re.compile(r"[a-z][а-яіїєґ]|[а-яіїєґ][a-z]|[ыэъё]|[“”„—]|(?<=\w)'(?=\w)|\.\.\.", re.IGNORECASE)
    wrong = [
        form
        for forms in ukrainian.values()
        for form in forms
        if mixed.search(re.sub(r"\{\w*\}|%n", " ", form).replace("&", ""))
    ]
    assert wrong == []


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
@pytest.mark.usefixtures("in_ukrainian")
def test_ukrainian_has_three_plural_forms(number: int, expected: str) -> None:
    assert QCoreApplication.translate("CountsText", "%n row(s)", "", number) == expected


@pytest.mark.usefixtures("in_ukrainian")
def test_the_titles_of_our_layouts_are_translated_and_others_stand_as_written() -> None:
    assert i18n.layout_title("Any table in Ukrainian") == "Таблиця українською"
    assert i18n.layout_title("My own table") == "My own table"


# -- no text goes round it


def test_no_text_goes_round_the_translation(program: list[Nodes]) -> None:
    found = [
        f"{file}:{line}: {text!r}"
        for file, calls, _ in program
        if file.startswith("ordermanager/ui/")
        for line, text in _bare_texts(calls)
    ]
    assert found == []


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _bare_texts(nodes: Iterable[ast.AST]) -> Iterator[tuple[int, str]]:
    for node in nodes:
        if not isinstance(node, ast.Call) or _called(node) not in SHOWING:
            continue
        name = _called(node)
        shown = node.args[:1] if name in FIRST_ONLY else node.args
        for text in (text for argument in shown for text in _literals(argument)):
            if re.search(r"[^\W\d_]{2}", text) and text not in NAMES | NOT_SHOWN:
                yield node.lineno, text


def _literals(node: ast.expr) -> Iterator[str]:
    """The texts that an expression may become or contain as they are written."""
    parts: list[ast.expr] = []
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr | ast.BoolOp):
        parts = node.values
    elif isinstance(node, ast.IfExp):
        parts = [node.body, node.orelse]
    elif isinstance(node, ast.BinOp):
        parts = [node.left, node.right]
    elif isinstance(node, ast.List | ast.Tuple):
        parts = node.elts
    elif isinstance(node, ast.Call) and _called(node) == "format" and isinstance(node.func, ast.Attribute):
        parts = [node.func.value]
    for part in parts:
        yield from _literals(part)


@pytest.mark.parametrize(
    "code",
    [
        "label.setText('Hello')",
        "label.setText(f'Hello {name}')",
        "label.setText('Hello' if known else self.tr('You'))",
        "label.setText('Hello {}'.format(name))",
        "label.setText(self.tr('Dear') + 'Hello')",
        "messages.show_message('info', 'Hello')",
        "table.setHorizontalHeaderLabels(['Hello', self.tr('You')])",
    ],
)
def test_a_bare_text_would_be_found(code: str) -> None:
    assert [text.strip(" {}") for _, text in _bare_texts(ast.walk(ast.parse(code)))] == ["Hello"]


def test_a_translated_text_is_no_bare_text() -> None:
    code = "label.setText(self.tr('Hello {name}').format(name='Ann'))\nmessages.show_message('info', text)"
    assert list(_bare_texts(ast.walk(ast.parse(code)))) == []
