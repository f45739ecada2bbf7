"""A sender in a process of its own, to be killed: `python -m tests.faults.crash_sender FOLDER REQUESTS_AT_ONCE`."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from ordermanager.api.client import YespoClient
from ordermanager.sending.sender import Limits, Sender
from ordermanager.store.errors import SenderBusy
from ordermanager.store.workspace import Workspace


def main() -> None:
    logging.getLogger("ordermanager").setLevel(logging.CRITICAL)
    workspace = Workspace.create_or_open(Path(sys.argv[1]))
    account = workspace.accounts.get("test")
    client = YespoClient(account.base_url, "secret-key", total=20)
    limits = Limits(
        first_batch=10, batch_limit=25, offline_patience=20, wait_patience=30, in_flight=int(sys.argv[2])
    )
    sender = Sender(workspace, account, lambda: client, limits=limits)
    print("sending", flush=True)
    try:
        print(sender.run().as_json(), flush=True)
    except SenderBusy:
        print("busy", flush=True)


if __name__ == "__main__":
    main()
