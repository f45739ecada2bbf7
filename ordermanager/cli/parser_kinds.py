"""How words on the command line are read."""

from __future__ import annotations

import argparse
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = TypeVar("Kind", bound=StrEnum)


def count(text: str) -> int:
    """A whole number, not below zero."""
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError(f"{text} is below zero")
    return number


def day(text: str) -> date:
    """A day such as 2026-11-28."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no day such as 2026-11-28") from None


def one_of(kind: type[Kind]) -> Callable[[str], Kind]:
    """Reads one of an enumeration's values, in capital or small letters."""

    def read(text: str) -> Kind:
        found = next((each for each in kind if each.casefold() == text.casefold()), None)
        if found is None:
            raise argparse.ArgumentTypeError(f"“{text}” is none of {', '.join(kind)}")
        return found

    return read


def amount(text: str) -> Decimal:
    """An amount such as 1250.50."""
    try:
        read = Decimal(text)
    except InvalidOperation:
        raise argparse.ArgumentTypeError(f"“{text}” is no amount such as 99.90") from None
    if not read.is_finite() or read < 0:
        raise argparse.ArgumentTypeError(f"“{text}” is no amount such as 99.90")
    return read
