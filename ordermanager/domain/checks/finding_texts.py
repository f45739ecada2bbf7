"""The sentence of every finding, by its code. Codes are stable: tests and the command line name them."""

from __future__ import annotations

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP

FINDING_TEXTS: dict[str, str] = {
    # What is missing.
    "required": QT_TRANSLATE_NOOP("Sentence", "Fill this in: the order cannot be sent without it."),
    "identifier.required": QT_TRANSLATE_NOOP(
        "Sentence", "Fill in the e-mail or the phone: one of them is needed."
    ),
    "identifier.required_any": QT_TRANSLATE_NOOP(
        "Sentence", "Fill in the customer ID, the e-mail or the phone: one of them is needed."
    ),
    "items.required": QT_TRANSLATE_NOOP("Sentence", "Add at least one item."),
    "cart.empty": QT_TRANSLATE_NOOP(
        "Sentence", "An abandoned cart without items: a reminder would have nothing to show."
    ),
    "currency.missing": QT_TRANSLATE_NOOP(
        "Sentence", "No currency is given, so the amounts say little. Fill in UAH, USD or EUR."
    ),
    "contact.unreachable": QT_TRANSLATE_NOOP(
        "Sentence", "No usable e-mail or phone: no message can reach this customer."
    ),
    # E-mail and phone.
    "email.syntax": QT_TRANSLATE_NOOP(
        "Sentence", "“{value}” is not an e-mail address. It looks like name@example.com."
    ),
    "email.several": QT_TRANSLATE_NOOP(
        "Sentence", "More than one e-mail address is written here. Keep one of them."
    ),
    "email.letters": QT_TRANSLATE_NOOP(
        "Sentence",
        "The e-mail has letters that are not Latin: {letters}. Type them again with the Latin keyboard.",
    ),
    "email.reserved": QT_TRANSLATE_NOOP(
        "Sentence",
        "No mail can reach an address at {domain}. Correct it, or leave it empty and give a phone.",
    ),
    "email.typo": QT_TRANSLATE_NOOP(
        "Sentence", "“{domain}” looks like a slip of the keys. Is {meant} meant?"
    ),
    "phone.invalid": QT_TRANSLATE_NOOP(
        "Sentence",
        "“{value}” is not a phone number. Write it with the country code, for example +380 67 123 45 67.",
    ),
    "phone.length": QT_TRANSLATE_NOOP(
        "Sentence",
        "“{value}” has too many or too few digits for a phone number. Check it, with the country code.",
    ),
    "id.shortened": QT_TRANSLATE_NOOP(
        "Sentence",
        "A spreadsheet has shortened this ID to {value}, its last digits are lost. Export it again and import the file "
        "as it is, or type the ID.",
    ),
    "text.spreadsheet_error": QT_TRANSLATE_NOOP(
        "Sentence",
        "“{value}” is an error of the spreadsheet, not a value. Type what is meant, or leave it blank.",
    ),
    "phone.shortened": QT_TRANSLATE_NOOP(
        "Sentence",
        "A spreadsheet has shortened this phone to {value}, its last digits are lost. Type it again.",
    ),
    "phone.several": QT_TRANSLATE_NOOP(
        "Sentence", "More than one phone number is written here. Keep one of them."
    ),
    "phone.doubtful": QT_TRANSLATE_NOOP(
        "Sentence", "No phone numbers are known that begin like {value}. Check the digits."
    ),
    # Amounts and numbers.
    "money.unreadable": QT_TRANSLATE_NOOP(
        "Sentence", "“{value}” is not an amount. Write digits, for example 1234.50."
    ),
    "money.percent": QT_TRANSLATE_NOOP("Sentence", "“{value}” is a percentage. Write the amount of money."),
    "money.ambiguous": QT_TRANSLATE_NOOP(
        "Sentence", "“{value}” may mean {first} or {second}. Write the one that is meant."
    ),
    "money.thousands": QT_TRANSLATE_NOOP(
        "Sentence",
        "“{value}” is read as a number with three decimals. If thousands are meant, write {thousands}.",
    ),
    "money.too_large": QT_TRANSLATE_NOOP(
        "Sentence", "“{value}” is too large for an amount. Check the digits."
    ),
    "money.negative": QT_TRANSLATE_NOOP(
        "Sentence", "The amount is below zero. Write it without the minus sign."
    ),
    "quantity.unreadable": QT_TRANSLATE_NOOP(
        "Sentence", "“{value}” is not a quantity. Write a number, for example 2."
    ),
    "quantity.ambiguous": QT_TRANSLATE_NOOP(
        "Sentence", "“{value}” may mean {first} or {second}. Write the one that is meant."
    ),
    "quantity.too_large": QT_TRANSLATE_NOOP(
        "Sentence", "“{value}” is too large for a quantity. Check the digits."
    ),
    "quantity.not_positive": QT_TRANSLATE_NOOP(
        "Sentence", "The quantity must be above zero. Remove the item if it was not bought."
    ),
    "quantity.decimal": QT_TRANSLATE_NOOP(
        "Sentence",
        "The quantity is not a whole number. Yespo describes whole numbers only and may refuse the order.",
    ),
    "total.mismatch": QT_TRANSLATE_NOOP(
        "Sentence", "Items, shipping, discount and taxes come to {expected}, but the total is {actual}."
    ),
    "total.mismatch_unit": QT_TRANSLATE_NOOP(
        "Sentence",
        "The total {actual} fits only if each price is for one piece, but the settings say that prices are "
        "for the whole line ({expected}).",
    ),
    "total.mismatch_line": QT_TRANSLATE_NOOP(
        "Sentence",
        "The total {actual} fits only if each price is for the whole line, but the settings say that prices "
        "are for one piece ({expected}).",
    ),
    # Dates.
    "date.unreadable": QT_TRANSLATE_NOOP(
        "Sentence", "“{value}” is not a date. Write it like 2026-11-23 14:05 or 23.11.2026 14:05."
    ),
    "date.ambiguous": QT_TRANSLATE_NOOP(
        "Sentence", "“{value}” may mean {first} or {second}. Write the one that is meant."
    ),
    "date.impossible": QT_TRANSLATE_NOOP("Sentence", "There is no such date or time: “{value}”."),
    "date.serial": QT_TRANSLATE_NOOP(
        "Sentence", "“{value}” is a spreadsheet's day number. It stands for {meant}."
    ),
    "date.future": QT_TRANSLATE_NOOP("Sentence", "The date is in the future: {value}."),
    "date.old": QT_TRANSLATE_NOOP(
        "Sentence",
        "The order is more than a year old. Sending it may still start workflows that write to the customer.",
    ),
    # Words from a list.
    "status.unknown": QT_TRANSLATE_NOOP(
        "Sentence",
        "“{value}” is not a status. Choose New, In progress, Delivered, Cancelled or Abandoned cart.",
    ),
    "currency.contradicted": QT_TRANSLATE_NOOP(
        "Sentence", "The total is written with {sign}, but the currency is {currency}. Which one is right?"
    ),
    "currency.unknown": QT_TRANSLATE_NOOP(
        "Sentence", "“{value}” is not a currency code. Codes have three letters: UAH, USD, EUR."
    ),
    "source.other": QT_TRANSLATE_NOOP(
        "Sentence", "Yespo knows only Online and offline; “{value}” will count as online."
    ),
    "url.syntax": QT_TRANSLATE_NOOP(
        "Sentence", "“{value}” is not a full link. Links begin with https:// and a site's name."
    ),
    "url.scheme": QT_TRANSLATE_NOOP(
        "Sentence", "Only links that begin with https:// or http:// can be sent."
    ),
    "info.name_missing": QT_TRANSLATE_NOOP("Sentence", "Give “{value}” a name, or remove it."),
    "info.name_twice": QT_TRANSLATE_NOOP("Sentence", "Two entries are named “{name}”. Rename one of them."),
    # Against the other orders of the workspace.
    "order_id.duplicate": QT_TRANSLATE_NOOP(
        "Sentence", "Another order here has the ID {value}. At Yespo the later one would replace the earlier."
    ),
    "customer.forgotten": QT_TRANSLATE_NOOP(
        "Sentence",
        "This person was forgotten here because they asked for it. Does the order come with their consent?",
    ),
    "customer.other_email": QT_TRANSLATE_NOOP(
        "Sentence",
        "Customer {customer} has another e-mail in other orders: {other}. The order goes to whoever had this "
        "ID first.",
    ),
    "customer.other_phone": QT_TRANSLATE_NOOP(
        "Sentence",
        "Customer {customer} has another phone in other orders: {other}. The order goes to whoever had this "
        "ID first.",
    ),
    "email.other_customer": QT_TRANSLATE_NOOP(
        "Sentence", "In other orders this e-mail belongs to customer {other}. Is the customer ID right?"
    ),
    "phone.other_customer": QT_TRANSLATE_NOOP(
        "Sentence", "In other orders this phone belongs to customer {other}. Is the customer ID right?"
    ),
    # What only an import sees.
    "import.rows_disagree": QT_TRANSLATE_NOOP(
        "Sentence",
        "Rows of this order disagree in “{column}”: row {row} counts, not “{other}” in row {rows}.",
    ),
    "import.two_orders": QT_TRANSLATE_NOOP(
        "Sentence",
        "Rows {row} and {rows} have one order number, but another customer and date or total. If they are two orders, "
        "make the number by a pattern with one more column.",
    ),
    "import.two_shops": QT_TRANSLATE_NOOP(
        "Sentence",
        "Rows {row} and {rows} have the same order number but are of two shops: they may be two orders. If so, make "
        "the number by a pattern with the shop in it.",
    ),
    "import.broken_letters": QT_TRANSLATE_NOOP(
        "Sentence", "Letters of the file that cannot be written were taken out. Are its texts whole?"
    ),
    "import.extra_cells": QT_TRANSLATE_NOOP(
        "Sentence", "Row {rows} has more cells than the header; they were left out. Is a separator in a text?"
    ),
    "import.cut_amounts": QT_TRANSLATE_NOOP(
        "Sentence",
        "The decimals of an amount stood in a cell of their own in row {rows}; they were put together. Is it right?",
    ),
    "import.unknown_fields": QT_TRANSLATE_NOOP(
        "Sentence", "Yespo has no such fields, they were left out: {names}."
    ),
}
