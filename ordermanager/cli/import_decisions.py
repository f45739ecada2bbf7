"""Options of `import` for what the window asks: status words, dates, empty cells, grouping, single rows."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from ordermanager.services.import_answers import (
    GROUPINGS,
    NO_HEADER,
    with_dates,
    with_decimals,
    with_default,
    with_grouping_named,
    with_row,
    with_status_word,
)

if TYPE_CHECKING:
    from ordermanager.services.importing import ImportOptions


def add_decisions(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument(
        "--default",
        dest="defaults",
        action="append",
        default=[],
        type=_pair,
        metavar="FIELD=VALUE",
        help="what a field is where its cell is empty",
    )
    parser.add_argument(
        "--status-word",
        dest="status_words",
        action="append",
        default=[],
        type=_pair,
        metavar="WORD=STATUS",
        help="what a status word of the file means",
    )
    for name, words in (
        ("--column", "what a column of the file is; with nothing behind the “=” it is not imported"),
        ("--items-column", "the same for a column of the second file, named with --items"),
    ):
        parser.add_argument(name, action="append", default=[], type=_pair, metavar="HEADER=FIELD", help=words)
    parser.add_argument("--dates", choices=("day-first", "month-first"), help="how 03/04/2026 is meant")
    parser.add_argument(
        "--decimals",
        choices=("point", "comma"),
        help="what stands before decimals, where 1,234 or 1.234 may be either",
    )
    parser.add_argument(
        "--no-header",
        dest="header_row",
        action="store_const",
        const=NO_HEADER,
        help="the first row is an order already; the columns are called A, B, C …",
    )
    parser.add_argument("--group", choices=GROUPINGS, help="how rows make orders (single: without items)")
    for name, words in (
        ("--skip-row", "a row that is no order"),
        ("--keep-row", "a row that is one after all"),
    ):
        parser.add_argument(name, action="append", default=[], type=int, metavar="N", help=words)


def with_decisions(options: ImportOptions, args: argparse.Namespace) -> ImportOptions:
    """The options with what was said."""
    for field, text in args.defaults:
        options = with_default(options, field, text)
    if args.column:
        options = replace(options, columns={**(options.columns or {}), **dict(args.column)})
    if args.items_column:
        options = replace(options, items_columns=dict(args.items_column))
    for word, status in args.status_words:
        options = with_status_word(options, word, status)
    if args.dates:
        options = with_dates(options, day_first=args.dates == "day-first")
    if args.decimals:
        options = with_decimals(options, comma=args.decimals == "comma")
    if args.group:
        options = with_grouping_named(options, args.group)
    for row in args.skip_row:
        options = with_row(options, row, is_order=False)
    for row in args.keep_row:
        options = with_row(options, row, is_order=True)
    return options


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError(f"“{text}” lacks a “=”")
    return name.strip(), value.strip()
