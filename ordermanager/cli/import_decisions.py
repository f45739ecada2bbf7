"""Options of `import` for what the window asks: status words, dates, empty cells, tables, letters, grouping, rows."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

from ordermanager.services.imports.answers import (
    DATE_ORDERS,
    GROUPINGS,
    NAME_ORDERS,
    NO_HEADER,
    with_columns_added,
    with_columns_joined,
    with_dates,
    with_decimals,
    with_default,
    with_grouping_named,
    with_name_split,
    with_row,
    with_status_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ordermanager.services.imports.prepared import ImportOptions


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
    parser.add_argument(
        "--split",
        action="append",
        default=[],
        type=_name_order,
        metavar="HEADER=ORDER",
        help="a column with whole names fills first and last name; the order is first-last or last-first",
    )
    for name, words in (
        (
            "--join",
            "a column of several that make a field, one after the other; say it once for each of them",
        ),
        ("--add", "a column of several whose amounts are added up to a field; say it once for each of them"),
    ):
        parser.add_argument(name, action="append", default=[], type=_pair, metavar="FIELD=HEADER", help=words)
    parser.add_argument("--dates", choices=DATE_ORDERS, help="how 03/04/2026 is meant")
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


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add what is said of the table as it is read."""
    parser.add_argument(
        "--table",
        metavar="A:F",
        help="the columns of one of several tables beside each other; ALL reads all columns as one table",
    )
    parser.add_argument(
        "--mend-letters",
        action="store_true",
        help="put letters right that were saved in a wrong encoding (Ð†Ð²Ð°Ð½, Îïëàòà)",
    )


def with_decisions(options: ImportOptions, args: argparse.Namespace) -> ImportOptions:
    """The options with what was said."""
    for field, text in args.defaults:
        options = with_default(options, field, text)
    if args.column:
        options = replace(options, columns={**(options.columns or {}), **dict(args.column)})
    for header, order in args.split:
        options = with_name_split(options, header, order)
    for field, headers in _by_field(args.join):
        options = with_columns_joined(options, field, headers)
    for field, headers in _by_field(args.add):
        options = with_columns_added(options, field, headers)
    if args.items_column:
        options = replace(options, items_columns=dict(args.items_column))
    if args.status_words:
        options = with_status_words(options, dict(args.status_words))
    if args.dates:
        options = with_dates(options, args.dates)
    if args.decimals:
        options = with_decimals(options, comma=args.decimals == "comma")
    if args.group:
        options = with_grouping_named(options, args.group)
    for row in args.skip_row:
        options = with_row(options, row, is_order=False)
    for row in args.keep_row:
        options = with_row(options, row, is_order=True)
    return options


def _by_field(pairs: Iterable[tuple[str, str]]) -> Iterable[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for field, header in pairs:
        found.setdefault(field, []).append(header)
    return found.items()


def _name_order(text: str) -> tuple[str, str]:
    header, _, order = text.rpartition("=")
    if not header or order.strip() not in NAME_ORDERS:
        raise argparse.ArgumentTypeError(f"“{text}” does not end with “=first-last” or “=last-first”")
    return header.strip(), order.strip()


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError(f"“{text}” lacks a “=”")
    return name.strip(), value.strip()
