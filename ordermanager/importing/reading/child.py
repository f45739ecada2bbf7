"""The reader of workbooks: a program of its own with memory and time limits, because three small hostile
files are known that end any process that reads them (faults.md 4.6).

`python -m ordermanager.importing.reading.child FORMAT [SHEET]` reads a workbook from standard input and writes lines
of JSON: first `{"sheets": …, "sheet": name, "why": …}`, then `{"rows": first number, "bytes": count}`, each
with so many bytes of packed rows behind it (packed_rows.py), `{"merged": …}` where cells are merged, at last
`{"end": true}`; or `{"error": code, …}` instead. For a large XLSX workbook `{"head": count}` stands before that
many first rows, and `{"again": true}` behind them where they are to be forgotten and come once more
(quick_book.py). It writes no file and opens no connection.
"""

from __future__ import annotations

import io
import sys

from ordermanager.importing.reading.child_output import Output, Refused
from ordermanager.importing.reading.process_limits import limit_this_process


def main(arguments: list[str]) -> int:
    """Read standard input; the exit code is 0 where the last line was written."""
    limit_this_process()
    # by their numbers: a packaged window has no sys.stdin and sys.stdout
    output = Output(open(1, "wb", closefd=False))  # noqa: SIM115 - open as long as the process
    try:
        from ordermanager.importing.reading.sheets import read_workbook

        with open(0, "rb", closefd=False) as workbook:
            seekable = workbook if workbook.seekable() else io.BytesIO(workbook.read())
            read_workbook(arguments[0], arguments[1] if len(arguments) > 1 else "", seekable, output)
        output.say(end=True)
    except Refused as refusal:
        output.say(**refusal.answer)
    except MemoryError:
        output.say(error="too_large")
    except BrokenPipeError:
        return 1
    except BaseException as error:  # calamine's panics do not derive from Exception
        output.say(error=_code(error))
    return 0


def _code(error: BaseException) -> str:
    kind = type(error).__name__
    if kind == "PasswordError" or "password" in str(error).lower():
        return "password"
    return "broken"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
