"""The reader of large tables: a program of its own, so that one processor reads and checks while the other
writes into the workspace (apart.py).

`python -m ordermanager.services.imports.child` gets a Job on standard input from the program that starts it, and
says on standard output what wire.py knows. It opens no workspace and no connection to a server, and writes
no file but those that the system takes away with it. Of a workbook it gets, behind the job, what the reader says that
the program has started (importing/reading/child.py), or it starts one, which ends with it.
"""

from __future__ import annotations

import signal
import sys
from contextlib import closing, suppress
from itertools import chain, islice
from typing import IO, TYPE_CHECKING

from ordermanager.importing.errors import NotRecognised, ReadError
from ordermanager.services.imports.collecting import fewer_collections
from ordermanager.services.imports.job import read_job
from ordermanager.services.imports.sources import ready_blocks
from ordermanager.services.imports.wire import Block, End, Failure, read, said, write
from ordermanager.services.orders.order_block import larger, packed
from ordermanager.store.database.encoding import encode_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ordermanager.importing.plan import Plan
    from ordermanager.importing.tables.table import IgnoredRow
    from ordermanager.services.imports.job import Job
    from ordermanager.services.orders.order_block import OrderBlock
    from ordermanager.store.orders.product_rows import Product

AT_ONCE = 500
"""Orders in a message, where the job does not say how many."""

_MOST_PRODUCTS = 20_000


def main() -> int:
    """Read the job and say its orders; the exit code is 0 where the last message was written."""
    signal.signal(signal.SIGTERM, _leave)
    if sys.platform == "win32":  # where nobody is asked to leave, a process is ended
        from ordermanager.windows_job import limit_this_process

        limit_this_process()
    # by their numbers: a packaged window has no sys.stdin and sys.stdout
    with open(0, "rb", closefd=False) as stream:
        data = read(stream)
        if not data:  # the import for which it was started did not come
            return 0
        job = read_job(data)
        with open(1, "wb", closefd=False) as output, suppress(BrokenPipeError):
            try:
                with fewer_collections():
                    _say_orders(job, stream, output)
            except ReadError as error:
                write(output, _failure(error))
            return 0
    return 1


def _leave(*_: object) -> None:
    """Nobody wants the orders any more; leaving properly ends the reader of a workbook."""
    sys.exit(1)


def _say_orders(job: Job, follows: IO[bytes], output: IO[bytes]) -> None:
    with closing(job.plan(follows)) as plan, ready_blocks(plan, job.rules, job.now) as blocks:
        products = _SaidProducts()
        for block in packed(blocks, job.packs) if job.packs else larger(blocks, AT_ONCE):
            forget, new = products.forget_many(), products.add(block)
            notes = {place: encode_findings(found) for place, found in block.notes.items()}
            block.remarks, block.notes = {}, {}
            write(output, Block(plan.counts.rows_read, forget, new, block, notes))
        write(output, _end(plan))


class _SaidProducts:
    """The products that were said. Most are the very object that was said before, which is found in a third of the time
    that it takes to find it by its texts.
    """

    def __init__(self) -> None:
        self._places: dict[Product, int] = {}
        self._objects: dict[int, int] = {}  # of those in `_places`, which lives as long

    def forget_many(self) -> bool:
        """Begin anew where there are too many; whether it was so."""
        if len(self._places) <= _MOST_PRODUCTS:
            return False
        self._places.clear()
        self._objects.clear()
        return True

    def add(self, block: OrderBlock) -> list[Product]:
        """Put places for the products of a block, and give those that are new."""
        places, known, others = self._objects, len(self._places), dict[int, int]()
        for key, product in {id(each): each for each in chain.from_iterable(block.products)}.items():
            if key not in places:
                next_place = len(self._places)
                place = self._places.setdefault(product, next_place)
                (places if place == next_place else others)[key] = place
        if others:
            places = places | others
        block.products = [[places[id(each)] for each in own] for own in block.products]
        return list(islice(self._places, known, None))


def _end(plan: Plan) -> End:
    counts, table = plan.counts, plan.table
    return End(
        counts.rows_read,
        counts.orders,
        counts.items,
        counts.rows_ignored,
        list(_ignored(counts.ignored)),
        [(one.word, one.status, one.count, one.rows, one.column) for one in counts.statuses],
        list(map(said, counts.notes)),
        list(map(said, table.notes)),
        list(_ignored(table.left_out)),
        table.left_out_count,
    )


def _ignored(rows: list[IgnoredRow]) -> Iterator[tuple[int, tuple[str, dict[str, object]]]]:
    return ((each.row, said(each.reason)) for each in rows)


def _failure(error: ReadError) -> Failure:
    return Failure(*said(error.sentence), not isinstance(error, NotRecognised))


if __name__ == "__main__":
    sys.exit(main())
