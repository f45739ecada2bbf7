"""All readers in one place: each takes a field's text and returns its value or raises Unreadable.

Readers strip blanks themselves. An empty text is the caller's case: no reader accepts it.
"""

from __future__ import annotations

from ordermanager.domain.choices import read_currency, read_source, read_status
from ordermanager.domain.dates import read_date
from ordermanager.domain.emails import read_email
from ordermanager.domain.links import read_url
from ordermanager.domain.money import read_money
from ordermanager.domain.phones import read_phone
from ordermanager.domain.quantities import read_quantity
from ordermanager.domain.unreadable import Unreadable

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
