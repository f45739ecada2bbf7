"""`history ID --compare N M`: what differs between two revisions of an order, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.cli.output import Raw
from ordermanager.domain.history.order_diff import ITEMS, Deed, plain_text
from ordermanager.domain.json_text import compact
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse

if TYPE_CHECKING:
    import argparse

    from ordermanager.cli.output import Output
    from ordermanager.domain.history.order_diff import Change
    from ordermanager.services.app import Services


def compare(services: Services, args: argparse.Namespace, output: Output) -> int:
    """The older one first, whichever is named first. Raises WrongUse for a revision that there is not."""
    if not args.order:
        raise WrongUse(QT_TRANSLATE_NOOP("Sentence", "Name the order whose revisions are compared."))
    order_id = max(services.orders.find([args.order]))
    revisions = {each.number: each.id for each in services.history.revisions(order_id)}
    older, newer = sorted(args.compare)
    mask = services.masker.json if args.masked else str
    texts = []
    for number in (older, newer):
        if number not in revisions:
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "{order} has no revision {number}. It has: {known}."),
                order=args.order,
                number=number,
                known=", ".join(map(str, sorted(revisions))) or "-",
            )
        texts.append(mask(services.history.body(revisions[number])))
    changes = services.proofs.differences(*texts)
    output.document(
        {
            "externalOrderId": args.order,
            "older": older,
            "newer": newer,
            "changes": [_document(change) for change in changes],
        }
    )
    output.text(*(_words(change) for change in changes))
    if not changes:
        output.text(f"Revisions {older} and {newer} are alike.")
    return 0


def _document(change: Change) -> dict[str, object]:
    given: dict[str, object] = {"what": change.deed.value}
    if change.group:
        given["group"] = change.group
    if change.group == ITEMS:
        given["item"] = change.item_name
    if change.field:
        given["field"] = change.field
    if change.deed is not Deed.ADDED:
        given["old"] = Raw(compact(change.old))
    if change.deed is not Deed.REMOVED:
        given["new"] = Raw(compact(change.new))
    return given


def _words(change: Change) -> str:
    if not change.field:
        return f"item “{change.item_name}” {change.deed.value}"
    place = {"": "", ITEMS: f"item “{change.item_name}”, "}.get(change.group, f"{change.group}, ")
    old, new = (" ".join(plain_text(value).split()) or "(empty)" for value in (change.old, change.new))
    said = {
        Deed.CHANGED: f"{old} → {new}",
        Deed.ADDED: f"{new} (was not there)",
        Deed.REMOVED: f"{old} (is no longer there)",
    }[change.deed]
    return f"{place}{change.field} {said}"
