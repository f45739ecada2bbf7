"""Knows people again who were forgotten here, without keeping who they are: by keyed hashes."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ordermanager.domain.people.identity import Identity
    from ordermanager.store.workspace import Workspace

_KEY = "erased_people_key"


class ForgottenPeople:
    """Any thread. Whether there are any (`are_any`) is looked up once: checking orders costs nothing where there are
    none.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.are_any = workspace.people.any_erased()

    def knows(self, identity: Identity) -> bool:
        """Whether somebody with this customer ID, e-mail or phone was forgotten here."""
        return (
            self.are_any
            and bool(identity)
            and self._workspace.people.was_erased(hashes_of(self._workspace, identity))
        )


def hashes_of(workspace: Workspace, identity: Identity) -> list[bytes]:
    """One for each of the three that is given; keyed, so that the list of them tells nobody who they are."""
    key = bytes.fromhex(_key(workspace))
    given = {
        "customer": identity.external_customer_id,
        "email": identity.email,
        "phone": identity.phone,
    }
    return [
        hmac.new(key, f"{name}:{value}".encode("utf-8", "replace"), hashlib.sha256).digest()
        for name, value in given.items()
        if value
    ]


def _key(workspace: Workspace) -> str:
    found = workspace.settings.get(_KEY)
    if not found and not workspace.read_only:
        found = secrets.token_hex(32)
        workspace.settings.put(_KEY, found)
    return str(found or "00")
