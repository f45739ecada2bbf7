"""Why a file cannot be read: one sentence that names the file, the place where it is known, and what to
do.
"""

from __future__ import annotations

from ordermanager.domain.sentences import KnownError


class ReadError(KnownError):
    """A file that cannot be read. `row` counts from 1 as spreadsheets do, `column` is a letter (`B`) or a
    header.

    Every template may use {file}; those that use {row} or {column} are given them.
    """

    exit_code = 3

    def __init__(
        self, template: str, *, file: str, row: int | None = None, column: str = "", **values: object
    ) -> None:
        self.file = file
        self.row = row
        self.column = column
        super().__init__(template, file=file, row=row, column=column, **values)


class NotRecognised(ReadError):
    """The file was read, but no column can be taken for the order number: a layout, profile or mapping must
    say which.
    """


def column_letter(index: int) -> str:
    """The letters of a column counted from 0, as spreadsheets name it: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
