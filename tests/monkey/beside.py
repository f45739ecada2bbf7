"""A script beside the window of the monkey: random commands of the command line on the same workspace."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_HEADERS = (
    "externalOrderId,externalCustomerId,totalCost,currency,status,date,email,phone,firstName,"
    "externalItemId,name,quantity,cost,url,imageUrl"
)
_CODES = (0, 1, 2, 3, 4)
_LONGEST = 120.0
_PLAIN = (
    "queue", "queue", "withdraw --all", "send --yes", "send --yes", "check", "backups --make", "orders --limit 5",
    "history --limit 5", "duplicates", "doctor", "insights", "segment", "resolve --accepted --all",
)  # fmt: skip


@contextmanager
def script(workspace: Path, seed: int, found: Callable[[str], None]) -> Iterator[None]:
    """Within this, one command follows another; `found` hears of each that ends as none may."""
    stop = threading.Event()

    def go() -> None:
        dice = random.Random(seed)
        environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
        while not stop.wait(dice.random() * 1.5):
            words = _words(dice, workspace.parent)
            done = subprocess.run(
                [sys.executable, "-m", "ordermanager", "--workspace", str(workspace), *words],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                env=environment,
                timeout=_LONGEST,
                check=False,
            )
            if done.returncode not in _CODES or "Traceback" in done.stderr:
                found(f"beside the window: {' '.join(words)} ended with {done.returncode}\n{done.stderr}")

    thread = threading.Thread(target=go, name="script")
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(_LONGEST)


def _words(dice: random.Random, home: Path) -> list[str]:
    """A command. No backup is restored and nobody forgotten, or the history could not be compared with the server's."""
    choice = dice.random()
    if choice < 0.6:
        return dice.choice(_PLAIN).split()
    if choice < 0.7:
        return ["undo-import", str(dice.randint(1, 9))]
    if choice < 0.75:
        return ["export", "orders", str(home / "beside_orders.csv")]
    file, first = home / f"beside_{dice.randint(1, 3)}.csv", dice.randint(0, 60)
    status = dice.choice(("INITIALIZED", "DELIVERED", "CANCELLED"))
    lines = [
        f"BES-{number},C{number},{dice.randint(1, 900)},UAH,{status},2026-11-28 10:00,b{number}@shop.example,"
        f"067{number:07d},Ім'я,S1,Чайник,1,5,https://shop.example/a,https://shop.example/a.png"
        for number in range(first, first + dice.randint(1, 60))
    ]
    file.write_text("\n".join((_HEADERS, *lines)), "utf-8")
    return ["import", str(file)]
