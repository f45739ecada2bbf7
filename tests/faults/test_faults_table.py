"""Every fault of the list is shown by something that is there."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.faults.faults_table import FAULTS
from tests.faults.modes import LARGE_MODES, MODES

TESTS = Path(__file__).parents[1]
NUMBERS = [f"F{number:02}" for number in range(1, 49)]


def test_every_fault_has_its_line_and_every_mode_its_fault() -> None:
    assert list(FAULTS) == NUMBERS
    assert {mode.number for mode in (*MODES, *LARGE_MODES)} <= set(FAULTS)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_fault_is_shown_by_a_mode_or_a_test(number: str) -> None:
    shown = FAULTS[number]
    modes = [mode for mode in MODES if mode.number == number]
    assert modes or shown.tests, f"nothing shows {number}: {shown.fault}"
    for name in shown.tests:
        file, _, function = name.partition("::")
        assert function in functions_of(TESTS / file), f"there is no {name}"


def functions_of(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
