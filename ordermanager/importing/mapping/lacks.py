"""What a whole file lacks, said once, with ready-made ways to fill it (shop exports carry no item links)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ordermanager.domain.checks.requirements import REQUIREMENTS
from ordermanager.domain.checks.rules import RuleSet
from ordermanager.domain.fields import ITEM_FIELD
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence
from ordermanager.domain.statuses import Status
from ordermanager.importing.mapping.mapping import LINE_TOTAL, SUM_OF_ITEMS, is_sum
from ordermanager.importing.mapping.templates import Template
from ordermanager.importing.run import sample_orders

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ordermanager.domain.checks.findings import Finding
    from ordermanager.importing.recognised import Recognised


class ChoiceKind(StrEnum):
    """How a lack is filled."""

    TEMPLATE = "template"
    CONSTANT = "constant"
    DERIVE = "derive"
    RULES = "rules"


@dataclass(frozen=True, slots=True)
class Choice:
    """One way. `text` goes into the mapping's constants for the field; for RULES it is the rule set's name.

    `example` is what the first order of the file gets. `ready`: it may be taken as it stands; else the text is
    a pattern that a person completes first (the address of the shop), or an empty one.
    """

    kind: ChoiceKind
    text: str
    label: Sentence
    example: str = ""
    ready: bool = True


@dataclass(frozen=True, slots=True)
class Lack:
    """A field that no column fills; `email` stands for e-mail or phone. `choices`: the best first. Only those
    that are `required` keep the orders from being ready.
    """

    field: str
    why: Sentence
    choices: tuple[Choice, ...]
    required: bool = True

    def covers(self, finding: Finding) -> bool:
        """Whether every order of the file has this finding because of the lack: said once for the file, it need not be
        said for each of its orders."""
        if self.field == ITEMS:
            return finding.code == "items.required"
        if finding.code not in _OF_LACK:
            return False
        name = _INDEX.sub("", finding.field).rpartition(".")[2]
        return name == self.field or (name == "phone" and self.field == "email")

    def is_felt(self, findings: Iterable[Finding]) -> bool:
        """Whether any of these says that it lacks; orders that are here already may have what the file has not."""
        return any(
            self.covers(each) or (self.field in ITEM_FIELD and each.code == "items.required")
            for each in findings
        )


_WHY = {
    "externalOrderId": QT_TRANSLATE_NOOP(
        "Sentence", "Without its number an order cannot be found again: every import would make it anew."
    ),
    "externalCustomerId": QT_TRANSLATE_NOOP(
        "Sentence", "It ties the order to one contact for good. Many shops use the e-mail or phone."
    ),
    "totalCost": QT_TRANSLATE_NOOP("Sentence", "Yespo takes no order without a total."),
    "status": QT_TRANSLATE_NOOP(
        "Sentence",
        "Yespo takes no order without a status. Only delivered ones count for RFM and revenue, and each "
        "status can start a workflow.",
    ),
    "date": QT_TRANSLATE_NOOP("Sentence", "Yespo takes no order without its date."),
    "currency": QT_TRANSLATE_NOOP("Sentence", "Without a currency Yespo takes its account's own."),
    "email": QT_TRANSLATE_NOOP(
        "Sentence", "Without e-mail and phone an order reaches no contact, and no message can be sent."
    ),
    "externalItemId": QT_TRANSLATE_NOOP(
        "Sentence", "Products are recognised by it in recommendations and reports."
    ),
    "name": QT_TRANSLATE_NOOP("Sentence", "The product's name stands in the messages."),
    "quantity": QT_TRANSLATE_NOOP("Sentence", "Yespo takes no item without a quantity."),
    "cost": QT_TRANSLATE_NOOP("Sentence", "The product's price stands in the messages."),
    "url": QT_TRANSLATE_NOOP("Sentence", "Messages about the order link the product with it."),
    "imageUrl": QT_TRANSLATE_NOOP("Sentence", "Messages about the order show the product's picture with it."),
}

_LINK = QT_TRANSLATE_NOOP("Sentence", "A link made from the product: put in your shop's address")
_EMAIL_OR_PHONE = QT_TRANSLATE_NOOP("Sentence", "The e-mail, or the phone where there is none")
_OTHER_FIELD = QT_TRANSLATE_NOOP("Sentence", "The same as “{field}”")
_OF_ITEMS = QT_TRANSLATE_NOOP("Sentence", "Add up the items, shipping and taxes, less the discount")
_ALWAYS = QT_TRANSLATE_NOOP("Sentence", "“{text}” for all orders")
_FREE = QT_TRANSLATE_NOOP("Sentence", "One value for all orders, or a template such as {example}")
_MINIMUM = QT_TRANSLATE_NOOP("Sentence", "Leave it out: check by the rule set “minimum”")
_NO_ITEMS = QT_TRANSLATE_NOOP("Sentence", "Send the orders without items: the rule set “no-items”")

_NO_PRODUCTS = QT_TRANSLATE_NOOP(
    "Sentence",
    "The file has no products. Messages about an order show them; orders for statistics alone need none. If they stand "
    "in another file, add that.",
)

ITEMS = "items"
"""The lack of all items at once."""

_OF_LACK = frozenset(
    ("required", "identifier.required", "identifier.required_any", "currency.missing", "contact.unreachable")
)
_INDEX = re.compile(r"\[\d+\]")
_ADDRESSES = {
    "url": "https://…/{externalItemId}",
    "imageUrl": "https://…/{externalItemId}.jpg",
}
_CURRENCIES = ("UAH", "USD", "EUR")


def lacks_of(plan: Recognised, rule_set: RuleSet = RuleSet.FULL) -> tuple[Lack, ...]:
    """Every field that these rules ask of each order or item and that nothing in the plan fills."""
    if plan.table.format.is_json:
        return ()
    given, required = _given(plan), _required(rule_set, plan)
    has_items = _has_items(plan)
    found = [
        Lack(name, Sentence(_WHY[name]), tuple(_choices(plan, name, given, rule_set)), name in required)
        for name in _WHY
        if name not in given
        and (name == "currency" or name in required)
        and (has_items or name not in ITEM_FIELD)
    ]
    if REQUIREMENTS[rule_set].needs_items and not has_items:
        found.append(Lack(ITEMS, Sentence(_NO_PRODUCTS), tuple(_rule_sets(ITEMS, rule_set, plan))))
    return tuple(found)


def _has_items(plan: Recognised) -> bool:
    """Whether any item comes out of it, which what all items are given may then complete."""
    return plan.mapping.has_items or (plan.items_plan is not None and plan.items_plan.mapping.has_items)


def missing_fields(plan: Recognised) -> tuple[str, ...]:
    """The names of what the full rule set requires and the whole file lacks."""
    if plan.table.format.is_json:
        return ()
    given = _given(plan)
    return tuple(name for name in _required(RuleSet.FULL, plan) if name not in given)


def _required(rule_set: RuleSet, plan: Recognised) -> tuple[str, ...]:
    needed = REQUIREMENTS[rule_set]
    wanted = {*needed.order, *(needed.item if needed.needs_items or plan.mapping.has_items else ())}
    if set(needed.one_of) == {"email", "phone"}:
        wanted.add("email")
    return tuple(name for name in _WHY if name in wanted)


def _given(plan: Recognised) -> set[str]:
    """The fields that something fills."""
    mapping = plan.mapping
    given = {*mapping.fields, *mapping.constants, *mapping.defaults}
    for block in mapping.item_blocks:
        given |= block.keys()
    if "items" in mapping.fields:
        given |= ({"externalItemId", "name", "quantity"} | _of_items_cell(plan)) & ITEM_FIELD.keys()
    if plan.items_plan is not None:
        given |= _given(plan.items_plan) & ITEM_FIELD.keys()
    if "phone" in given:
        given.add("email")
    if LINE_TOTAL in given:
        given.add("cost")
    if mapping.status_rules:
        given.add("status")
    if mapping.currency_of_amounts:
        given.add("currency")
    return given


def _of_items_cell(plan: Recognised) -> set[str]:
    """What the first filled cells with items hold."""
    from ordermanager.importing.grouping.fill import reader
    from ordermanager.importing.grouping.item_text import items_of

    read = reader(plan.mapping.fields["items"])
    width = len(plan.table.header)
    found: set[str] = set()
    for _, cells in plan.sample[:50]:
        for item in items_of(read([*cells, *[""] * (width - len(cells))])):
            found |= item.keys()
    return found


def _choices(plan: Recognised, name: str, given: set[str], rule_set: RuleSet) -> Iterator[Choice]:
    if name in _ADDRESSES:
        yield Choice(ChoiceKind.TEMPLATE, _ADDRESSES[name], Sentence(_LINK), ready=False)
    for text, label in _derived(name, given):
        yield Choice(ChoiceKind.DERIVE, text, label, _example(plan, name, text))
    if name == "status":
        for status in Status:
            yield _constant(status.value)
    elif name == "currency":
        for code in _CURRENCIES:
            yield _constant(code)
    elif name == "quantity":
        yield _constant("1")
    if name != "externalOrderId":
        yield Choice(ChoiceKind.CONSTANT, "", Sentence(_FREE, {"example": "{email|phone}"}), ready=False)
    if name in _required(rule_set, plan):
        yield from _rule_sets(name, rule_set, plan)


def _rule_sets(name: str, rule_set: RuleSet, plan: Recognised) -> Iterator[Choice]:
    """Those that do without the field."""
    for other, words in ((RuleSet.MINIMUM, _MINIMUM), (RuleSet.NO_ITEMS, _NO_ITEMS)):
        needed = REQUIREMENTS[other].needs_items if name == ITEMS else name in _required(other, plan)
        if other is not rule_set and not needed:
            yield Choice(ChoiceKind.RULES, other.value, Sentence(words))


def _derived(name: str, given: set[str]) -> Iterator[tuple[str, Sentence]]:
    """Templates that need nothing but what the file has."""
    if name == "externalCustomerId" and "email" in given:
        yield "{email|phone}", Sentence(_EMAIL_OR_PHONE)
    others = {"externalItemId": "name", "name": "externalItemId"}
    if name in others and others[name] in given:
        yield f"{{{others[name]}}}", Sentence(_OTHER_FIELD, {"field": others[name]})
    if name == "totalCost" and {"cost", "quantity"} <= given:
        yield SUM_OF_ITEMS, Sentence(_OF_ITEMS)


def _constant(text: str) -> Choice:
    return Choice(ChoiceKind.CONSTANT, text, Sentence(_ALWAYS, {"text": text}), text)


def _example(plan: Recognised, name: str, text: str) -> str:
    """What the first order of the sample would get."""
    from ordermanager.importing.grouping.line_totals import sum_of_items

    for order in sample_orders(plan, 1):
        if is_sum(name, text):
            return sum_of_items(order.draft)
        item = order.draft.items[0] if order.draft.items else {}
        return Template(name, text, plan.table.header, plan.mapping.region).fill(order.draft.fields, item, ())
    return ""
