"""Which orders may have arrived before with the same status, so that their event could come a second time.

The server knows an order by its externalOrderId, so that decides here too: an order that was deleted and made anew, or
stands here twice, is one order there.
"""

from __future__ import annotations

from ordermanager.store.settings import RESTORED_AT

_RESTORED = f"(SELECT json_extract(value, '$') FROM settings WHERE key = '{RESTORED_AT}')"  # noqa: S608
# What only went to an account for practice reached nobody, unless that one is to be sent to again.
_ARRIVED = """((e.kind <> 'rejected' OR e.times_doubtful > 0)
    AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.id = e.account_id AND a.is_sandbox = 1 AND a.is_default = 0))"""
_GOES_BEFORE = "(p.state IN ('queued', 'sending') AND p.order_id <> {order})"
_EARLIER = f"""EXISTS (SELECT 1 FROM revisions p LEFT JOIN events e ON e.id = p.id
    WHERE p.external_order_id = {{row}}.external_order_id AND p.status = {{row}}.status {{only}}
        AND ({_GOES_BEFORE} OR {_ARRIVED}))"""  # noqa: S608
_FROM_BEFORE = f"{{date}} <> '' AND {{date}} <= {_RESTORED}"

MAY_COME_TWICE = f"""({_EARLIER.format(row="r", only="AND p.id <= r.id", order="r.order_id")}
    OR EXISTS (SELECT 1 FROM state_changes c WHERE c.revision_id = r.id AND c.old = 'held')
    OR (r.queued_at > {_RESTORED}
        AND EXISTS (SELECT 1 FROM orders d WHERE d.id = r.order_id AND {_FROM_BEFORE.format(date="d.date")})))"""  # noqa: S608
"""Of a revision `r` that waits: it, or an earlier one of its order with this status, has arrived or may have; it was
held when a backup was restored; or it was queued since, and is of an order from before."""

READY_MAY_COME_TWICE = f"""({_EARLIER.format(row="o", only="", order="o.id")}
    OR {_FROM_BEFORE.format(date="o.date")})"""
"""The same of an order `o` that is not queued yet."""
