"""The arguments of `insights` and `segment`."""

from __future__ import annotations

import argparse
from pathlib import Path

from ordermanager.cli.parser_kinds import amount, count, day
from ordermanager.domain.insights.insights import Step
from ordermanager.domain.insights.periods import Period

PARTS = ("overview", "rfm", "revenue", "statuses")


def add_insights(parser: argparse.ArgumentParser) -> None:
    """Of `insights`."""
    _add_account(parser)
    parser.add_argument(
        "--period",
        type=_period,
        metavar="PERIOD",
        help="of revenue and statuses over time: 30d, 3m, 12m, all (the default) or 2026-01-01..2026-03-31",
    )
    parser.add_argument(
        "--by", type=Step, choices=list(Step), default=Step.MONTH, help="how long a line over time is"
    )
    parser.add_argument(
        "--export", type=Path, metavar="FILE", help="write one part to a .csv, .xlsx or .json file"
    )
    parser.add_argument("--part", choices=PARTS, default="overview", help="with --export: which part")


def add_segment(parser: argparse.ArgumentParser) -> None:
    """Of `segment`."""
    _add_account(parser)
    parser.add_argument("--least-sales", type=count, default=1, metavar="N", help="default: 1")
    parser.add_argument("--most-sales", type=count, metavar="N")
    parser.add_argument("--least-average", type=amount, metavar="AMOUNT", help="of the average check")
    parser.add_argument("--most-average", type=amount, metavar="AMOUNT")
    parser.add_argument("--since", type=day, metavar="DAY", help="whose last sale was on this day or later")
    parser.add_argument("--before", type=day, metavar="DAY", help="whose last sale was before this day")
    parser.add_argument(
        "--export", type=Path, metavar="FILE", help="write them to a .csv, .xlsx or .json file"
    )


def _add_account(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--account",
        metavar="NAME",
        default="",
        help="only what this account accepted (default: all but sandboxes)",
    )
    parser.add_argument("--currency", metavar="CODE", help="of the amounts (default: that of the most sales)")


def _period(text: str) -> Period:
    try:
        return Period.read(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"“{text}” is none of 30d, 3m, 12m, all, 2026-01-01..2026-03-31"
        ) from None
