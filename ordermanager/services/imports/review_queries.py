"""A review's questions in the words of the scratch database, and its rows back as values."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ordermanager.domain.checks.findings import Severity
from ordermanager.domain.fields import ITEM_FIELD, ORDER_FIELD
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.services.imports.review_results import FieldChange, Known, ReviewQuery, ReviewRow
from ordermanager.store.imports.staging_schema import StagedQuery

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.domain.draft import OrderDraft


def staged_query(query: ReviewQuery) -> StagedQuery:
    """The same question to the scratch database. Raises WrongUse for what is no group's key."""
    return StagedQuery(
        show=query.show.value,
        known=query.known.value if query.known else "",
        group=group_parts(query.group) if query.group else None,
        search=query.search,
        sort=query.sort.value,
        descending=query.descending,
    )


def group_parts(key: str) -> tuple[str, str, str]:
    """Code, field and severity of a FindingGroup's key."""
    parts = key.split("|")
    if len(parts) != 3:
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "There is no group of findings named “{key}”."), key=key)
    return parts[0], parts[1], parts[2]


def review_row(row: tuple[Any, ...]) -> ReviewRow:
    """From `Staging.rows`."""
    (
        staged_id,
        external_id,
        _key,
        status,
        date,
        total,
        _number,
        currency,
        email,
        phone,
        name,
        _name_key,
        customer,
        items,
        errors,
        warnings,
        _first,
        known,
        included,
        edited,
        draft,
        findings,
        lines,
    ) = row
    return ReviewRow(
        id=staged_id,
        external_order_id=external_id,
        status=status,
        date=date,
        total=None if total is None else Decimal(total),
        currency=currency,
        email=email,
        phone=phone,
        name=name,
        external_customer_id=customer,
        item_count=items,
        errors=errors,
        warnings=warnings,
        first_finding=_worst(findings),
        known=Known(known),
        is_included=bool(included),
        is_edited=bool(edited),
        rows=(lines[0], lines[-1]) if lines else (0, 0),
        draft=draft,
    )


def all_differences(before: OrderDraft, after: OrderDraft) -> tuple[FieldChange, ...]:
    """Every text that differs, in the order of the form; items are compared by their place."""
    olds, news = dict(_texts(before)), dict(_texts(after))
    return tuple(
        FieldChange(path, olds.get(path, ""), news.get(path, ""))
        for path in dict.fromkeys((*news, *olds))
        if olds.get(path, "") != news.get(path, "")
    )


def _texts(draft: OrderDraft) -> Iterator[tuple[str, str]]:
    given = draft.without_empty()
    for name in ORDER_FIELD:
        if name in given.fields:
            yield name, given.fields[name]
    for name, text in given.additional_info.items():
        yield f"additionalInfo.{name}", text
    for index, item in enumerate(given.items):
        for name in ITEM_FIELD:
            if name in item:
                yield f"items[{index}].{name}", item[name]


def _worst(findings: tuple[Finding, ...]) -> Finding | None:
    return next(
        (finding for severity in Severity for finding in findings if finding.severity is severity), None
    )
