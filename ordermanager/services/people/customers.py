"""The customers of a workspace as a list: who has ordered here, how often, for how much."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ordermanager.domain.people.identity import Identity, email_key, phone_key
from ordermanager.domain.values.money import plain
from ordermanager.services.files.tables import Column, ColumnKind, write_table
from ordermanager.services.results import ExportResult
from ordermanager.store.errors import QueryInterrupted

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from ordermanager.services.context import Context
    from ordermanager.store.people.records import CustomerQuery, CustomerRow

_PAGE = 500


class CustomerService:
    """Any thread. `refresh` brings the list up to date: at a million orders seconds at first, then little."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._list = context.workspace.customer_list

    def refresh(
        self,
        on_progress: Callable[[int], None] | None = None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Bring the list up to date with the orders; returns whether it changed. While it is made for the first time
        `on_progress` hears percents, and where `is_cancelled` says yes it stays as it was."""
        try:
            return self._list.refresh(on_progress, is_cancelled)
        except QueryInterrupted:
            if not is_cancelled():
                raise
            return False

    def ids(self, query: CustomerQuery) -> array[int]:
        """The ids of all customers that `query` finds, in its order, as of the last `refresh`."""
        return self._list.ids(query)

    def rows(self, ids: Sequence[int]) -> list[CustomerRow]:
        """What the list shows of each."""
        return self._list.rows(ids)

    def lines(self, query: CustomerQuery) -> Iterator[CustomerRow]:
        """For the command line and for export: every customer that is found, as of now."""
        self.refresh()
        ids = self._list.ids(query)
        for begin in range(0, len(ids), _PAGE):
            yield from self._list.rows(ids[begin : begin + _PAGE])

    def export(self, path: Path, query: CustomerQuery) -> ExportResult:
        """The list as .csv, .xlsx or .json. Raises CannotWrite."""
        columns = [Column(name) for name in ("name", "email")]
        columns += [Column("phone", ColumnKind.PHONE), Column("externalCustomerId")]
        columns += [Column(name, ColumnKind.NUMBER) for name in ("orders", "sales", "total", "averageCheck")]
        columns += [Column("currency"), Column("lastOrder"), Column("lastSale")]
        rows = (
            [
                *(row.name, row.email, row.phone, row.external_customer_id, str(row.orders), str(row.sales)),
                *(plain(row.total), "" if row.average is None else plain(row.average)),
                *(row.currency, row.last_date, row.last_sale),
            ]
            for row in self.lines(replace(query, limit=None))
        )
        return ExportResult(path, write_table(path, columns, rows))

    def identity_of(self, row: CustomerRow) -> Identity:
        """Who a customer is, for looking them up at the account or forgetting them."""
        region = self._context.settings.get().region
        phone = phone_key(row.phone, region) or row.phone
        return Identity(row.external_customer_id, email_key(row.email) or row.email.lower(), phone)
