"""Every field of the API's order and orderItem (yespo-api.md 1.1, 1.2): forms, checks, imports read this."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP


class Kind(StrEnum):
    """What a field's text means, and so how it is read, edited and written."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    MONEY = "money"
    QUANTITY = "quantity"
    DATE = "date"
    STATUS = "status"
    CURRENCY = "currency"
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    SOURCE = "source"
    PAIRS = "pairs"  # additionalInfo: flat text -> text


class Group(StrEnum):
    """The section of the form where a field stands."""

    ORDER = "order"
    CUSTOMER = "customer"
    MONEY = "money"
    DELIVERY = "delivery"
    MORE = "more"
    ITEM = "item"


class Field(NamedTuple):
    """`name` is the API's, verbatim; `attribute` its Python name; `label` is English, `ui` translates it."""

    name: str
    attribute: str
    kind: Kind
    group: Group
    label: str


ORDER_FIELDS: tuple[Field, ...] = (
    Field(
        "externalOrderId", "external_order_id", Kind.TEXT, Group.ORDER, QT_TRANSLATE_NOOP("Field", "Order ID")
    ),
    Field("status", "status", Kind.STATUS, Group.ORDER, QT_TRANSLATE_NOOP("Field", "Status")),
    Field("date", "date", Kind.DATE, Group.ORDER, QT_TRANSLATE_NOOP("Field", "Date")),
    Field("totalCost", "total_cost", Kind.MONEY, Group.MONEY, QT_TRANSLATE_NOOP("Field", "Total")),
    Field("currency", "currency", Kind.CURRENCY, Group.MONEY, QT_TRANSLATE_NOOP("Field", "Currency")),
    Field(
        "externalCustomerId",
        "external_customer_id",
        Kind.TEXT,
        Group.CUSTOMER,
        QT_TRANSLATE_NOOP("Field", "Customer ID"),
    ),
    Field("email", "email", Kind.EMAIL, Group.CUSTOMER, QT_TRANSLATE_NOOP("Field", "E-mail")),
    Field("phone", "phone", Kind.PHONE, Group.CUSTOMER, QT_TRANSLATE_NOOP("Field", "Phone")),
    Field("firstName", "first_name", Kind.TEXT, Group.CUSTOMER, QT_TRANSLATE_NOOP("Field", "First name")),
    Field("lastName", "last_name", Kind.TEXT, Group.CUSTOMER, QT_TRANSLATE_NOOP("Field", "Last name")),
    Field("shipping", "shipping", Kind.MONEY, Group.MONEY, QT_TRANSLATE_NOOP("Field", "Shipping")),
    Field("discount", "discount", Kind.MONEY, Group.MONEY, QT_TRANSLATE_NOOP("Field", "Discount")),
    Field("taxes", "taxes", Kind.MONEY, Group.MONEY, QT_TRANSLATE_NOOP("Field", "Taxes")),
    Field(
        "deliveryMethod",
        "delivery_method",
        Kind.TEXT,
        Group.DELIVERY,
        QT_TRANSLATE_NOOP("Field", "Delivery method"),
    ),
    Field(
        "deliveryAddress",
        "delivery_address",
        Kind.LONG_TEXT,
        Group.DELIVERY,
        QT_TRANSLATE_NOOP("Field", "Delivery address"),
    ),
    Field(
        "paymentMethod",
        "payment_method",
        Kind.TEXT,
        Group.DELIVERY,
        QT_TRANSLATE_NOOP("Field", "Payment method"),
    ),
    Field(
        "statusDescription",
        "status_description",
        Kind.TEXT,
        Group.MORE,
        QT_TRANSLATE_NOOP("Field", "Status description"),
    ),
    Field("restoreUrl", "restore_url", Kind.URL, Group.MORE, QT_TRANSLATE_NOOP("Field", "Link to order")),
    Field("storeId", "store_id", Kind.TEXT, Group.MORE, QT_TRANSLATE_NOOP("Field", "Store ID")),
    Field("source", "source", Kind.SOURCE, Group.MORE, QT_TRANSLATE_NOOP("Field", "Source")),
    Field(
        "additionalInfo",
        "additional_info",
        Kind.PAIRS,
        Group.MORE,
        QT_TRANSLATE_NOOP("Field", "Additional info"),
    ),
)
"""The order's own fields; with `items` they are the API's 22."""

ITEM_FIELDS: tuple[Field, ...] = (
    Field("externalItemId", "external_item_id", Kind.TEXT, Group.ITEM, QT_TRANSLATE_NOOP("Field", "Item ID")),
    Field("name", "name", Kind.TEXT, Group.ITEM, QT_TRANSLATE_NOOP("Field", "Name")),
    Field("quantity", "quantity", Kind.QUANTITY, Group.ITEM, QT_TRANSLATE_NOOP("Field", "Quantity")),
    Field("cost", "cost", Kind.MONEY, Group.ITEM, QT_TRANSLATE_NOOP("Field", "Price")),
    Field("category", "category", Kind.TEXT, Group.ITEM, QT_TRANSLATE_NOOP("Field", "Category")),
    Field("url", "url", Kind.URL, Group.ITEM, QT_TRANSLATE_NOOP("Field", "Link")),
    Field("imageUrl", "image_url", Kind.URL, Group.ITEM, QT_TRANSLATE_NOOP("Field", "Image link")),
    Field(
        "description", "description", Kind.LONG_TEXT, Group.ITEM, QT_TRANSLATE_NOOP("Field", "Description")
    ),
)

ORDER_FIELD: dict[str, Field] = {field.name: field for field in ORDER_FIELDS}
ITEM_FIELD: dict[str, Field] = {field.name: field for field in ITEM_FIELDS}
