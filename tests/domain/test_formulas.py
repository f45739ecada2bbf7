from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ordermanager.domain.formulas import GUARD, guarded, unguarded


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+380",
        "-5",
        "@SUM(A1)",
        " =1",
        "\u200b=1",
        "\ufeff=1",
        "＝1",
        "a\n=1",
        "a\r\n@x",
        "\tx",
        "\rx",
        "'=1",
    ],
)
def test_what_a_spreadsheet_would_run_gets_a_guard(text: str) -> None:
    assert guarded(text) == GUARD + text


@pytest.mark.parametrize("text", ["", "abc", "1-1", "a=b", "'quoted'", "0671234567", "о'кей"])
def test_plain_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text


@given(st.text(alphabet="'=+-@ \t\r\nab1\ufeff＝", max_size=8))
@example("''=1")
def test_taking_the_guard_off_gives_the_text_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text).startswith(GUARD) or not text.lstrip().startswith(("=", "+", "-", "@"))
