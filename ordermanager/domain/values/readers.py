"""All readers in one place: each takes a field's text and returns its value or raises Unreadable.

Readers strip blanks themselves. An empty text is the caller's case: no reader accepts it.
"""

from __future__ import annotations

from ordermanager.domain.values.choices import read_currency, read_source, read_status
from ordermanager.domain.values.dates import read_date
from ordermanager.domain.values.emails import read_email
from ordermanager.domain.values.links import read_url
from ordermanager.domain.values.money import read_money
from ordermanager.domain.values.phones import read_phone
from ordermanager.domain.values.quantities import read_quantity
from ordermanager.domain.values.unreadable import Unreadable

__all__ = [
    "Unreadable",
    "read_currency",
    "read_date",
    "read_email",
    "read_money",
    "read_phone",
    "read_quantity",
    "read_source",
    "read_status",
    "read_url",
]
