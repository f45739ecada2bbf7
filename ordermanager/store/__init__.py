"""The workspace: one SQLite database with orders, revisions, outbox and history. The only SQL of the program; no Qt.

Begin at `workspace.Workspace`; one class per file answers one kind of question, records are plain values.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ordermanager.store.backups import restore_workspace
    from ordermanager.store.database.encoding import (
        decode_draft,
        decode_findings,
        digest,
        draft_hash,
        encode_and_hash,
        encode_draft,
        encode_findings,
        texts_to_json,
    )
    from ordermanager.store.database.migrate import Migration, known_migrations
    from ordermanager.store.database.sqlite import sqlite_version
    from ordermanager.store.database.text_keys import clean, name_key, order_key
    from ordermanager.store.errors import (
        QueryInterrupted,
        SenderBusy,
        WorkspaceDamaged,
        WorkspaceError,
        WorkspaceFull,
        WorkspaceLocked,
        WorkspaceNewer,
        WorkspaceReadOnly,
        WorkspaceUnreadable,
    )
    from ordermanager.store.history.deletions import DeletionRow
    from ordermanager.store.history.query import EventFilters, EventQuery
    from ordermanager.store.history.records import ChangeRecord, EventRow, TimelineEntry
    from ordermanager.store.history.sorts import EVENT_SORTS
    from ordermanager.store.imports.records import ImportRecord, UndoResult
    from ordermanager.store.imports.scratch import Remembered
    from ordermanager.store.imports.staging import StagedOrder, Staging, StoredOrder
    from ordermanager.store.imports.staging_schema import StagedQuery
    from ordermanager.store.insights.insights import Completeness
    from ordermanager.store.orders.filters import OrderFilters
    from ordermanager.store.orders.lists import ORDER_SORTS
    from ordermanager.store.orders.product_rows import Product, product_of
    from ordermanager.store.orders.query import OrderQuery, OrderRow
    from ordermanager.store.orders.ready_items import ReadyItem
    from ordermanager.store.orders.records import OrderKey, OrderRecord, ProductSuggestion, SaveItem
    from ordermanager.store.orders.rows import summary_values
    from ordermanager.store.outbox.records import (
        AttemptRecord,
        AttemptResult,
        Balance,
        BatchMember,
        ClaimedBatch,
        Fate,
        Forecast,
        KeptAnswer,
        MemberOutcome,
        Outcomes,
        QueueItem,
        RevisionRecord,
        RunLine,
        RunRecord,
    )
    from ordermanager.store.outbox.sender_lock import SenderLock
    from ordermanager.store.people.customer_list import CUSTOMER_SORTS
    from ordermanager.store.people.erasing import Erased, StillWaiting
    from ordermanager.store.people.people import KnownOfPerson
    from ordermanager.store.people.person_search import PersonalText
    from ordermanager.store.people.records import ContactCard, CustomerQuery, CustomerRow, CustomerSuggestion
    from ordermanager.store.records import AccountChange, AccountRecord, CheckReport
    from ordermanager.store.times import from_text, to_text
    from ordermanager.store.workspace import Workspace

__all__ = [
    "CUSTOMER_SORTS",
    "EVENT_SORTS",
    "ORDER_SORTS",
    "AccountChange",
    "AccountRecord",
    "AttemptRecord",
    "AttemptResult",
    "Balance",
    "BatchMember",
    "ChangeRecord",
    "CheckReport",
    "ClaimedBatch",
    "Completeness",
    "ContactCard",
    "CustomerQuery",
    "CustomerRow",
    "CustomerSuggestion",
    "DeletionRow",
    "Erased",
    "EventFilters",
    "EventQuery",
    "EventRow",
    "Fate",
    "Forecast",
    "ImportRecord",
    "KeptAnswer",
    "KnownOfPerson",
    "MemberOutcome",
    "Migration",
    "OrderFilters",
    "OrderKey",
    "OrderQuery",
    "OrderRecord",
    "OrderRow",
    "Outcomes",
    "PersonalText",
    "Product",
    "ProductSuggestion",
    "QueryInterrupted",
    "QueueItem",
    "ReadyItem",
    "Remembered",
    "RevisionRecord",
    "RunLine",
    "RunRecord",
    "SaveItem",
    "SenderBusy",
    "SenderLock",
    "StagedOrder",
    "StagedQuery",
    "Staging",
    "StillWaiting",
    "StoredOrder",
    "TimelineEntry",
    "UndoResult",
    "Workspace",
    "WorkspaceDamaged",
    "WorkspaceError",
    "WorkspaceFull",
    "WorkspaceLocked",
    "WorkspaceNewer",
    "WorkspaceReadOnly",
    "WorkspaceUnreadable",
    "clean",
    "decode_draft",
    "decode_findings",
    "digest",
    "draft_hash",
    "encode_and_hash",
    "encode_draft",
    "encode_findings",
    "from_text",
    "known_migrations",
    "name_key",
    "order_key",
    "product_of",
    "restore_workspace",
    "sqlite_version",
    "summary_values",
    "texts_to_json",
    "to_text",
]

# Each name is loaded from its file when it is first asked for: a window that starts needs few of them.
_HOMES = {
    "backups": ("restore_workspace",),
    "database.encoding": (
        "decode_draft",
        "decode_findings",
        "digest",
        "draft_hash",
        "encode_and_hash",
        "encode_draft",
        "encode_findings",
        "texts_to_json",
    ),
    "database.migrate": (
        "Migration",
        "known_migrations",
    ),
    "database.sqlite": ("sqlite_version",),
    "database.text_keys": (
        "clean",
        "name_key",
        "order_key",
    ),
    "errors": (
        "QueryInterrupted",
        "SenderBusy",
        "WorkspaceDamaged",
        "WorkspaceError",
        "WorkspaceFull",
        "WorkspaceLocked",
        "WorkspaceNewer",
        "WorkspaceReadOnly",
        "WorkspaceUnreadable",
    ),
    "history.deletions": ("DeletionRow",),
    "history.query": (
        "EventFilters",
        "EventQuery",
    ),
    "history.records": (
        "ChangeRecord",
        "EventRow",
        "TimelineEntry",
    ),
    "history.sorts": ("EVENT_SORTS",),
    "imports.records": (
        "ImportRecord",
        "UndoResult",
    ),
    "imports.scratch": ("Remembered",),
    "imports.staging": (
        "StagedOrder",
        "Staging",
        "StoredOrder",
    ),
    "imports.staging_schema": ("StagedQuery",),
    "insights.insights": ("Completeness",),
    "orders.filters": ("OrderFilters",),
    "orders.lists": ("ORDER_SORTS",),
    "orders.product_rows": (
        "Product",
        "product_of",
    ),
    "orders.query": (
        "OrderQuery",
        "OrderRow",
    ),
    "orders.ready_items": ("ReadyItem",),
    "orders.records": (
        "OrderKey",
        "OrderRecord",
        "ProductSuggestion",
        "SaveItem",
    ),
    "orders.rows": ("summary_values",),
    "outbox.records": (
        "AttemptRecord",
        "AttemptResult",
        "Balance",
        "BatchMember",
        "ClaimedBatch",
        "Fate",
        "Forecast",
        "KeptAnswer",
        "MemberOutcome",
        "Outcomes",
        "QueueItem",
        "RevisionRecord",
        "RunLine",
        "RunRecord",
    ),
    "outbox.sender_lock": ("SenderLock",),
    "people.customer_list": ("CUSTOMER_SORTS",),
    "people.erasing": (
        "Erased",
        "StillWaiting",
    ),
    "people.people": ("KnownOfPerson",),
    "people.person_search": ("PersonalText",),
    "people.records": (
        "ContactCard",
        "CustomerQuery",
        "CustomerRow",
        "CustomerSuggestion",
    ),
    "records": (
        "AccountChange",
        "AccountRecord",
        "CheckReport",
    ),
    "times": (
        "from_text",
        "to_text",
    ),
    "workspace": ("Workspace",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

if not TYPE_CHECKING:  # a type checker must go on saying which names there are

    def __getattr__(name: str) -> object:
        if name not in _HOME_OF:
            raise AttributeError(f"ordermanager.store has no {name}")
        value = getattr(import_module(f"ordermanager.store.{_HOME_OF[name]}"), name)
        globals()[name] = value
        return value
