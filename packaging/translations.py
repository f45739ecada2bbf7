"""Keeps the translations in step with the program: `python packaging/translations.py` after changing a
visible text.

It reads every text of `ordermanager/` and the titles of resources/layouts/ (lupdate) into
resources/translations/ordermanager_uk.ts, where Qt Linguist or an editor fills in what is unfinished, and
compiles the .qm files that the program loads (lrelease). The English file holds only plural forms ("1 order",
"2 orders"), which are written by the rules below where nobody has written them.

`--check` changes nothing and fails where a text is missing, unfinished, has other places to fill in, other
blanks at its ends or another number of plural forms than it must, and where two texts of one window or menu
have the same access key (the letter behind &).
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
TRANSLATED = "uk"
PLURALS_ONLY = "en"
PLURAL_FORMS = {TRANSLATED: 3, PLURALS_ONLY: 2}
PLACES = re.compile(r"\{\w*(?:[:!][^}]*)?\}|%n|%1")
ACCESS_KEY = re.compile(r"(?<!&)&(\w)")
COUNTED = re.compile(r" %n(?: [a-z]+\(s\))?")
"""What one button says of how many: it keeps its key whether it says that or not."""
SAME_BUTTON = frozenset({frozenset({"&Save changes", "&Add account"})})
"""Texts of which only one is ever shown; they may share their key."""
SINGULAR = (
    (re.compile(r" and were\b"), " and was"),
    (re.compile(r"\(s\)( still)? have\b"), r"\1 has"),
    (re.compile(r"\(s\)( \w+)? are\b"), r"\1 is"),
    (re.compile(r"\(s\)( \w+)? were\b"), r"\1 was"),
    (re.compile(r"^%n((?: (?!will\b|may\b)\w+){0,3}) have\b"), r"%n\1 has"),
    (re.compile(r"^%n((?: \w+){0,3}) were\b"), r"%n\1 was"),
    (re.compile(r" keep their\b"), " keeps its"),
    (re.compile(r" and stay\b"), " and stays"),
    (re.compile(r"\(s\)"), ""),
)


@dataclass(frozen=True)
class Text:
    """One text of the program; the same source may stand in several contexts with several meanings."""

    context: str
    source: str
    comment: str
    is_plural: bool


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "--check", action="store_true", help="change nothing; fail where something is missing"
    )
    if parser.parse_args().check:
        problems = check()
        print(*problems, sep="\n", file=sys.stderr)
        print(f"Translations: {len(problems)} problem(s)")
        return 1 if problems else 0
    update()
    return 0


def update() -> None:
    """Read the program's texts into the .ts files and compile them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in (TRANSLATED, PLURALS_ONLY):
        extract(ts_file(FOLDER, language), language)
    fill_english(ts_file(FOLDER, PLURALS_ONLY))
    for language in (TRANSLATED, PLURALS_ONLY):
        compile_ts(ts_file(FOLDER, language))
    unfinished = [text for text in read(ts_file(FOLDER, TRANSLATED)).items() if not text[1]]
    print(f"Translations: {len(unfinished)} text(s) to be translated in {ts_file(FOLDER, TRANSLATED)}")


def check(languages: Iterable[str] = (TRANSLATED, PLURALS_ONLY)) -> list[str]:
    """What is wrong with the files as they are."""
    problems = []
    with tempfile.TemporaryDirectory() as name:
        fresh_folder = Path(name)
        for language in languages:
            kept = ts_file(FOLDER, language)
            fresh = ts_file(fresh_folder, language)
            if not kept.exists():
                return [f"{kept.name} is missing: run packaging/translations.py"]
            shutil.copy(kept, fresh)
            extract(fresh, language)
            problems += _differences(kept.name, read(kept), read(fresh))
            problems += _faults(kept.name, read(kept), PLURAL_FORMS[language])
            problems += _shared_keys(kept.name, read(kept))
            if not problems:
                compile_ts(fresh)
                problems += _stale(kept.with_suffix(".qm"), fresh.with_suffix(".qm"))
    return problems


def _differences(name: str, kept: dict[Text, list[str]], fresh: dict[Text, list[str]]) -> list[str]:
    missing = [
        f"{name}: not there yet: {text.source!r} ({text.context})" for text in fresh if text not in kept
    ]
    obsolete = [
        f"{name}: no longer in the program: {text.source!r} ({text.context})"
        for text in kept
        if text not in fresh
    ]
    return missing + obsolete


def _faults(name: str, texts: dict[Text, list[str]], plural_forms: int) -> list[str]:
    found = ((text, _fault(text, forms, plural_forms)) for text, forms in texts.items())
    return [f"{name}: {fault}: {text.source!r} ({text.context})" for text, fault in found if fault]


def _fault(text: Text, forms: list[str], plural_forms: int) -> str:
    """What is wrong with the translation of one text, or nothing."""
    if not forms or not all(forms):
        return "not translated"
    if "%n" in text.source and not text.is_plural:
        return "counts without plural forms"
    if len(forms) != (plural_forms if text.is_plural else 1):
        return f"has {len(forms)} form(s)"
    if any(set(PLACES.findall(form)) != set(PLACES.findall(text.source)) for form in forms):
        return "other places to fill in than the source"
    if any(_blanks(form) != _blanks(text.source) for form in forms):
        return "other blanks at its ends than the source"
    keys = len(ACCESS_KEY.findall(text.source))
    if any(len(ACCESS_KEY.findall(form)) != keys for form in forms):
        return "another number of access keys (&) than the source"
    return ""


def _blanks(text: str) -> tuple[str, str]:
    inner = text.strip()
    before, _, after = text.partition(inner)
    return before, after


def _shared_keys(name: str, texts: dict[Text, list[str]]) -> list[str]:
    """The texts of one context stand in one window or menu, so each needs a key of its own, in the source and
    in the translation."""
    problems = []
    for which in (False, True):
        users: dict[tuple[str, str], set[str]] = {}
        for text, forms in texts.items():
            shown = forms[0] if which and forms else text.source
            for key in ACCESS_KEY.findall(shown):
                users.setdefault((text.context, key.lower()), set()).add(COUNTED.sub("", text.source))
        problems += [
            f"{name}: the key {key!r} stands for several texts of {context}: {sorted(sources)}"
            for (context, key), sources in users.items()
            if len(sources) > 1 and frozenset(sources) not in SAME_BUTTON
        ]
    return problems


def _stale(kept: Path, fresh: Path) -> list[str]:
    if kept.exists() and kept.read_bytes() == fresh.read_bytes():
        return []
    return [f"{kept.name} is not compiled from its .ts: run packaging/translations.py"]


def ts_file(folder: Path, language: str) -> Path:
    return folder / f"ordermanager_{language}.ts"


def extract(target: Path, language: str) -> None:
    """Merge the texts of the program into a .ts file; what is no longer in the program goes."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "ordermanager").rglob("*.py"))
    options = ["-no-obsolete", "-locations", "none", "-silent"]
    options += ["-source-language", "en_US", "-target-language", language]
    if language == PLURALS_ONLY:
        options.append("-pluralonly")
    with tempfile.TemporaryDirectory() as folder:
        layouts = Path(folder) / "layouts.py"
        layouts.write_text("".join(_marked("Layout", title) for title in layout_titles()), encoding="utf-8")
        _run_tool("lupdate", [*options, *sources, str(layouts), "-ts", str(target)])


def layout_titles() -> list[str]:
    """The titles of the tables that the program knows; `ui.i18n.layout_title` translates them."""
    files = sorted((ROOT / "resources" / "layouts").glob("[!_]*.json"))
    return [json.loads(file.read_text(encoding="utf-8"))["title"] for file in files]


def _marked(context: str, text: str) -> str:
    return f"QT_TRANSLATE_NOOP({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)})\n"


def compile_ts(source: Path) -> None:
    """Compile a .ts file into the .qm beside it; unfinished texts stay in English. Where a number stands Qt writes it
    as the language does (%Ln), with separators from a thousand on.
    """
    with tempfile.TemporaryDirectory() as name:
        grouped = Path(name) / source.name
        text = source.read_text(encoding="utf-8")
        grouped.write_text(_NUMBER_FORMS.sub(_by_locale, text), encoding="utf-8")
        _run_tool("lrelease", ["-silent", str(grouped), "-qm", str(source.with_suffix(".qm"))])


_NUMBER_FORMS = re.compile(r"<numerusform>.*?</numerusform>", re.DOTALL)


def _by_locale(form: re.Match[str]) -> str:
    return form.group().replace("%n", "%Ln")


def _run_tool(name: str, arguments: list[str]) -> None:
    """The tools come with PySide6, as scripts of the environment that runs this."""
    tool = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent)) or f"pyside6-{name}"
    done = subprocess.run([tool, *arguments], cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stdout}{done.stderr}")


def read(path: Path) -> dict[Text, list[str]]:
    """The texts of a .ts file with their translations: one, or one for each plural form; none where
    unfinished."""
    found: dict[Text, list[str]] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            is_plural = message.get("numerus") == "yes"
            text = Text(name, message.findtext("source") or "", message.findtext("comment") or "", is_plural)
            found[text] = _forms(message, is_plural=is_plural)
    return found


def _forms(message: ElementTree.Element, *, is_plural: bool) -> list[str]:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return []
    if is_plural:
        return [form.text or "" for form in translation.iter("numerusform")]
    return [translation.text or ""]


def fill_english(path: Path) -> None:
    """Write the two English forms of each plural text that has none: "%n order(s) are" → "%n order is"."""
    tree = ElementTree.parse(path)
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type") != "unfinished":
            continue
        source = message.findtext("source") or ""
        for form, text in zip(
            translation.iter("numerusform"), (singular(source), plural(source)), strict=True
        ):
            form.text = text
        del translation.attrib["type"]
    text = ElementTree.tostring(tree.getroot(), encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def singular(source: str) -> str:
    """For one: "%n order(s) are held back" → "%n order is held back"."""
    for pattern, replacement in SINGULAR:
        source = pattern.sub(replacement, source)
    return source


def plural(source: str) -> str:
    """For many: "%n order(s) are held back" → "%n orders are held back"."""
    return source.replace("(s)", "s")


if __name__ == "__main__":
    raise SystemExit(main())
