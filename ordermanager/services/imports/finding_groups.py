"""What is said of many findings that are alike: "E-mail is not valid", without any order's own values."""

from __future__ import annotations

from ordermanager.domain.checks.finding_texts import FINDING_TEXTS
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence

_TITLES: dict[str, str] = {
    "email.syntax": QT_TRANSLATE_NOOP("Sentence", "The e-mail is not valid."),
    "email.several": QT_TRANSLATE_NOOP("Sentence", "More than one e-mail in one place."),
    "email.letters": QT_TRANSLATE_NOOP("Sentence", "The e-mail has letters that are not Latin."),
    "email.reserved": QT_TRANSLATE_NOOP("Sentence", "No mail can reach this e-mail."),
    "email.typo": QT_TRANSLATE_NOOP("Sentence", "The e-mail looks like a slip of the keys."),
    "phone.invalid": QT_TRANSLATE_NOOP("Sentence", "The phone is not valid."),
    "phone.length": QT_TRANSLATE_NOOP("Sentence", "The phone has too many or too few digits."),
    "id.shortened": QT_TRANSLATE_NOOP("Sentence", "A spreadsheet has shortened the ID."),
    "text.spreadsheet_error": QT_TRANSLATE_NOOP("Sentence", "An error of the spreadsheet, not a value."),
    "phone.shortened": QT_TRANSLATE_NOOP("Sentence", "A spreadsheet has shortened the phone."),
    "phone.several": QT_TRANSLATE_NOOP("Sentence", "More than one phone in one place."),
    "phone.doubtful": QT_TRANSLATE_NOOP("Sentence", "No such phone numbers are known."),
    "money.unreadable": QT_TRANSLATE_NOOP("Sentence", "Not an amount."),
    "money.percent": QT_TRANSLATE_NOOP("Sentence", "A percentage where money is wanted."),
    "money.ambiguous": QT_TRANSLATE_NOOP("Sentence", "The amount may mean two things."),
    "money.thousands": QT_TRANSLATE_NOOP("Sentence", "The amount may be thousands."),
    "money.too_large": QT_TRANSLATE_NOOP("Sentence", "The amount is too large."),
    "money.negative": QT_TRANSLATE_NOOP("Sentence", "The amount is below zero."),
    "quantity.unreadable": QT_TRANSLATE_NOOP("Sentence", "Not a quantity."),
    "quantity.ambiguous": QT_TRANSLATE_NOOP("Sentence", "The quantity may mean two things."),
    "quantity.too_large": QT_TRANSLATE_NOOP("Sentence", "The quantity is too large."),
    "quantity.not_positive": QT_TRANSLATE_NOOP("Sentence", "The quantity is not above zero."),
    "quantity.decimal": QT_TRANSLATE_NOOP("Sentence", "The quantity is not a whole number."),
    "total.mismatch": QT_TRANSLATE_NOOP("Sentence", "The items do not add up to the total."),
    "total.mismatch_unit": QT_TRANSLATE_NOOP(
        "Sentence", "The total fits only if each price is for one piece."
    ),
    "total.mismatch_line": QT_TRANSLATE_NOOP(
        "Sentence", "The total fits only if each price is for the whole line."
    ),
    "date.unreadable": QT_TRANSLATE_NOOP("Sentence", "Not a date."),
    "date.ambiguous": QT_TRANSLATE_NOOP("Sentence", "The date may mean two days."),
    "date.impossible": QT_TRANSLATE_NOOP("Sentence", "There is no such date."),
    "date.serial": QT_TRANSLATE_NOOP("Sentence", "A spreadsheet's day number instead of a date."),
    "date.future": QT_TRANSLATE_NOOP("Sentence", "The date is in the future."),
    "status.unknown": QT_TRANSLATE_NOOP("Sentence", "The status is not known."),
    "currency.contradicted": QT_TRANSLATE_NOOP(
        "Sentence", "The total is written with another currency's sign."
    ),
    "currency.unknown": QT_TRANSLATE_NOOP("Sentence", "Not a currency code."),
    "source.other": QT_TRANSLATE_NOOP("Sentence", "The source will count as online."),
    "url.syntax": QT_TRANSLATE_NOOP("Sentence", "Not a full link."),
    "info.name_missing": QT_TRANSLATE_NOOP("Sentence", "Additional info without a name."),
    "info.name_twice": QT_TRANSLATE_NOOP("Sentence", "Additional info with one name twice."),
    "order_id.duplicate": QT_TRANSLATE_NOOP("Sentence", "Another order has this ID."),
    "customer.forgotten": QT_TRANSLATE_NOOP("Sentence", "The customer was forgotten here, as they asked."),
    "customer.other_email": QT_TRANSLATE_NOOP("Sentence", "The customer has another e-mail elsewhere."),
    "customer.other_phone": QT_TRANSLATE_NOOP("Sentence", "The customer has another phone elsewhere."),
    "email.other_customer": QT_TRANSLATE_NOOP(
        "Sentence", "The e-mail belongs to another customer elsewhere."
    ),
    "phone.other_customer": QT_TRANSLATE_NOOP("Sentence", "The phone belongs to another customer elsewhere."),
    "import.rows_disagree": QT_TRANSLATE_NOOP("Sentence", "Rows of one order disagree."),
    "import.two_orders": QT_TRANSLATE_NOOP("Sentence", "One number, but perhaps two orders."),
    "import.two_shops": QT_TRANSLATE_NOOP("Sentence", "One number, but orders of two shops."),
    "import.broken_letters": QT_TRANSLATE_NOOP("Sentence", "Letters that cannot be written were taken out."),
    "import.extra_cells": QT_TRANSLATE_NOOP("Sentence", "Rows with more cells than the header."),
    "import.cut_amounts": QT_TRANSLATE_NOOP(
        "Sentence", "Amounts whose decimals stood in a cell of their own."
    ),
    "import.unknown_fields": QT_TRANSLATE_NOOP("Sentence", "Fields that Yespo does not have."),
    "required": QT_TRANSLATE_NOOP("Sentence", "Missing, and needed for sending."),
}


def group_sentence(code: str) -> Sentence:
    """What is said of all findings with this code."""
    return Sentence(_TITLES.get(code) or FINDING_TEXTS[code])
