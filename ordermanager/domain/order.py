"""The order that goes to the API: every field read and valid (yespo-api.md 1.1, 1.2)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel

from ordermanager.domain.statuses import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

Text = Annotated[str, StringConstraints(min_length=1)]
Money = Annotated[Decimal, Field(allow_inf_nan=False)]


class _ApiModel(BaseModel):
    """JSON names are the API's (camelCase), Python names are snake_case; both may be used to build one."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, frozen=True, extra="forbid")


class OrderItem(_ApiModel):
    """One orderItem: eight fields; only the id and the quantity are always there (newest required list)."""

    external_item_id: Text
    quantity: Annotated[Decimal, Field(allow_inf_nan=False, gt=0)]
    name: Text | None = None
    category: Text | None = None
    cost: Money | None = None
    url: Text | None = None
    image_url: Text | None = None
    description: Text | None = None


class Order(_ApiModel):
    """One order: 22 fields. `items` is None where items are left out (rule set no-items)."""

    external_order_id: Text
    total_cost: Money
    status: Status
    date: AwareDatetime
    currency: Text | None = None
    external_customer_id: Text | None = None
    email: Text | None = None
    phone: Text | None = None
    first_name: Text | None = None
    last_name: Text | None = None
    shipping: Money | None = None
    discount: Money | None = None
    taxes: Money | None = None
    restore_url: Text | None = None
    status_description: Text | None = None
    store_id: Text | None = None
    source: Text | None = None
    delivery_method: Text | None = None
    payment_method: Text | None = None
    delivery_address: Text | None = None
    additional_info: dict[str, str] | None = None
    items: tuple[OrderItem, ...] | None = None


_Model = TypeVar("_Model", Order, OrderItem)
_DEFAULTS: dict[type[Order] | type[OrderItem], dict[str, None]] = {
    model: {name: None for name, field in model.model_fields.items() if not field.is_required()}
    for model in (Order, OrderItem)
}


def build_order(values: Mapping[str, Any]) -> Order:
    """The order of values that a check has read: a second check would take longer than the reading did."""
    items = values.get("items")
    lines = tuple(_construct(OrderItem, item) for item in items) if items else None
    return _construct(Order, {**values, "items": lines})


def _construct(model: type[_Model], values: Mapping[str, Any]) -> _Model:
    """`model_construct` without what it does for models with extras and private parts: half its time."""
    made = model.__new__(model)
    object.__setattr__(made, "__dict__", {**_DEFAULTS[model], **values})
    object.__setattr__(made, "__pydantic_fields_set__", set(values))
    object.__setattr__(made, "__pydantic_extra__", None)
    object.__setattr__(made, "__pydantic_private__", None)
    return made
