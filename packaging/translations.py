"""Keeps the translations in step with the program: `python packaging/translations.py` after changing a
visible text.

It reads every text of `ordermanager/` (lupdate) into resources/translations/ordermanager_uk.ts, where Qt
Linguist or an editor fills in what is unfinished, and compiles the .qm files that the program loads
(lrelease). The English file holds only plural forms ("1 order", "2 orders"), which are written by the rules
below where nobody has written them.

`--check` changes nothing and fails where a text is missing, unfinished, or has other places to fill in than
its source.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
TRANSLATED = "uk"
PLURALS_ONLY = "en"
PLACES = re.compile(r"\{\w*(?:[:!][^}]*)?\}|%n|%1")
SINGULAR = (
    (re.compile(r" and were\b"), " and was"),
    (re.compile(r"\(s\)( still)? have\b"), r"\1 has"),
    (re.compile(r"\(s\)( \w+)? are\b"), r"\1 is"),
    (re.compile(r"\(s\)( \w+)? were\b"), r"\1 was"),
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


def check() -> list[str]:
    """What is wrong with the files as they are."""
    problems = []
    with tempfile.TemporaryDirectory() as name:
        fresh_folder = Path(name)
        for language in (TRANSLATED, PLURALS_ONLY):
            kept = ts_file(FOLDER, language)
            fresh = ts_file(fresh_folder, language)
            if not kept.exists():
                return [f"{kept.name} is missing: run packaging/translations.py"]
            shutil.copy(kept, fresh)
            extract(fresh, language)
            problems += _differences(kept.name, read(kept), read(fresh))
            problems += _faults(kept.name, read(kept))
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


def _faults(name: str, texts: dict[Text, list[str]]) -> list[str]:
    problems = []
    for text, forms in texts.items():
        if not forms or not all(forms):
            problems.append(f"{name}: not translated: {text.source!r} ({text.context})")
        elif any(set(PLACES.findall(form)) != set(PLACES.findall(text.source)) for form in forms):
            problems.append(
                f"{name}: other places to fill in than the source: {text.source!r} ({text.context})"
            )
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
    _run_tool("lupdate", [*options, *sources, "-ts", str(target)])


def compile_ts(source: Path) -> None:
    """Compile a .ts file into the .qm beside it; unfinished texts stay in English."""
    _run_tool("lrelease", ["-silent", str(source), "-qm", str(source.with_suffix(".qm"))])


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
