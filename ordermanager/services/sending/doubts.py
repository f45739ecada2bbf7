"""Helps to decide about a request of which nobody knows whether it arrived, by asking who is known at Yespo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ordermanager.domain.people.identity import Identity
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.services.context import Context
    from ordermanager.services.people.contacts import ContactService

MOST_ASKED = 5
"""Customers looked up for one batch: a few tell as much as a thousand, which would hold up everything else."""
_LOOKED_AT = 50


@dataclass(frozen=True, slots=True)
class Clue:
    """What the look-up says: of `asked` customers without an earlier order here so many are `known` at Yespo."""

    asked: int
    known: int
    sentence: Sentence


class DoubtService:
    """An order creates the contact of a customer who is not known yet (yespo-api.md 4.3). So where first-time customers
    of a batch are known, it has probably arrived; where they are not, it probably has not. Proof is neither.
    """

    def __init__(self, context: Context, contacts: ContactService) -> None:
        self._workspace = context.workspace
        self._contacts = contacts

    def clue(self, batch_id: int) -> Clue:
        """Ask the batch's account. Raises KnownError where it cannot be asked."""
        asked = known = 0
        for account, identity in self._newcomers(batch_id):
            asked += 1
            known += self._contacts.is_known(identity, account)
            if asked == MOST_ASKED:
                break
        template = _NOBODY_NEW if not asked else _ALL if known == asked else _NONE if not known else _SOME
        return Clue(asked, known, Sentence(template, {"asked": asked, "known": known}))

    def _newcomers(self, batch_id: int) -> Iterator[tuple[str, Identity]]:
        """Customers of the batch's undecided orders with no order accepted here before, each once."""
        batch = next(
            (each for each in self._workspace.batches.unconfirmed_batches() if each.batch_id == batch_id),
            None,
        )
        seen: set[Identity] = set()
        for revision_id in batch.revision_ids[:_LOOKED_AT] if batch is not None else ():
            revision = self._workspace.revisions.get(revision_id)
            identity = Identity(revision.external_customer_id, revision.email, revision.phone)
            assert batch is not None
            name = batch.account_name
            if identity and identity not in seen and not self._contacts.had_orders(identity, name):
                yield name, identity
            seen.add(identity)


_NOBODY_NEW = QT_TRANSLATE_NOOP(
    "Sentence",
    "A look-up cannot tell here: all these customers had orders before, so Yespo knows them in any case.",
)
_ALL = QT_TRANSLATE_NOOP(
    "Sentence",
    "Yespo knows all {asked} new customers that were looked up. The orders have probably arrived: "
    "mark them as accepted.",
)
_NONE = QT_TRANSLATE_NOOP(
    "Sentence",
    "Yespo knows none of {asked} new customers that were looked up. The orders have probably not arrived: "
    "send them again.",
)
_SOME = QT_TRANSLATE_NOOP(
    "Sentence",
    "Yespo knows {known} of {asked} new customers that were looked up. Some may be known from elsewhere; "
    "look at single orders in Yespo: Automation, Orders.",
)
