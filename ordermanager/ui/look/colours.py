"""The colours of the two themes. Pairs of text and ground keep a contrast of at least 4.5 (WCAG AA);
tests/ui/look/test_theme.py measures them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ordermanager.domain.states import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ordermanager.domain.checks.findings import Severity


class Pair(NamedTuple):
    """A text colour and the ground it may stand on."""

    text: str
    ground: str


class Colours(NamedTuple):
    """The colours of one theme as #rrggbb; text colours are readable on `base`, `window` and `panel`."""

    window: str
    panel: str
    base: str
    alternate: str
    hover: str
    line: str
    soft_line: str
    strong_line: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    selection: str
    selection_idle: str
    selection_text: str
    error: str
    warning: str
    good: str
    info: str
    error_ground: str
    warning_ground: str
    good_ground: str
    info_ground: str
    sandbox: Pair
    json_key: str
    json_text: str
    json_number: str
    json_word: str
    added: str
    removed: str
    states: Mapping[State, Pair]

    def of(self, severity: Severity) -> str:
        """The text colour of a finding."""
        return {"error": self.error, "warning": self.warning, "hint": self.info}[severity]

    def ground_of(self, severity: Severity) -> str:
        """The ground behind a finding's text."""
        grounds = {
            "error": self.error_ground,
            "warning": self.warning_ground,
            "hint": self.info_ground,
        }
        return grounds[severity]


LIGHT = Colours(
    window="#f5f6f8",
    panel="#eceef2",
    base="#ffffff",
    alternate="#f8f9fb",
    hover="#e3e7ed",
    line="#dde1e7",
    soft_line="#bcc4cf",
    strong_line="#838c9a",
    text="#1b2330",
    muted="#566170",
    accent="#1d5fc4",
    accent_hover="#174fa6",
    on_accent="#ffffff",
    selection="#d4e3fb",
    selection_idle="#e2e6ec",
    selection_text="#12233d",
    error="#b0241c",
    warning="#7f4d00",
    good="#17663a",
    info="#1d5fc4",
    error_ground="#fdecea",
    warning_ground="#fdf3dc",
    good_ground="#e3f4e9",
    info_ground="#e6effc",
    sandbox=Pair("#5b3a00", "#ffd98a"),
    json_key="#1d5fc4",
    json_text="#17663a",
    json_number="#8a3b00",
    json_word="#7a2b8f",
    added="#dff3e4",
    removed="#fbe3e1",
    states={
        State.DRAFT: Pair("#4b5563", "#e7eaee"),
        State.READY: Pair("#174ea6", "#e0ebfd"),
        State.QUEUED: Pair("#5b2fa0", "#eee6fb"),
        State.SENDING: Pair("#0b5c6b", "#dcf3f6"),
        State.ACCEPTED: Pair("#14603a", "#dcf2e4"),
        State.REJECTED: Pair("#9f1f18", "#fce4e2"),
        State.UNCONFIRMED: Pair("#744600", "#fdedc8"),
        State.HELD: Pair("#5a4a3a", "#efe9e1"),
        State.SUPERSEDED: Pair("#566170", "#eceef2"),
        State.WITHDRAWN: Pair("#566170", "#eceef2"),
    },
)

DARK = Colours(
    window="#1d2026",
    panel="#181b20",
    base="#22262d",
    alternate="#262a32",
    hover="#2d323b",
    line="#353b45",
    soft_line="#4c545f",
    strong_line="#6b7585",
    text="#e7eaef",
    muted="#a6b0bd",
    accent="#82b1f6",
    accent_hover="#9dc2f9",
    on_accent="#0c1a2e",
    selection="#2c4a75",
    selection_idle="#363d48",
    selection_text="#ffffff",
    error="#ff9d94",
    warning="#f1be6c",
    good="#82d4a0",
    info="#8fbaf8",
    error_ground="#43251f",
    warning_ground="#3d3019",
    good_ground="#1d3828",
    info_ground="#1f3250",
    sandbox=Pair("#2b1c00", "#f2be5c"),
    json_key="#8fbaf8",
    json_text="#8fd6a8",
    json_number="#f0b27a",
    json_word="#d3a4ea",
    added="#1f3d2b",
    removed="#472723",
    states={
        State.DRAFT: Pair("#c6cdd6", "#373d47"),
        State.READY: Pair("#a9cbfb", "#233a5e"),
        State.QUEUED: Pair("#d2bdf6", "#3a2d58"),
        State.SENDING: Pair("#98dfe9", "#173f47"),
        State.ACCEPTED: Pair("#98dfb2", "#1d4029"),
        State.REJECTED: Pair("#ffb0a8", "#4f2622"),
        State.UNCONFIRMED: Pair("#f5cd88", "#473513"),
        State.HELD: Pair("#d9cbbb", "#41382e"),
        State.SUPERSEDED: Pair("#a6b0bd", "#2d323b"),
        State.WITHDRAWN: Pair("#a6b0bd", "#2d323b"),
    },
)
