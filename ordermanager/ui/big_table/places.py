"""Rows stay where they are while a person works on them: a list is sorted when it is asked for, not under the hand."""

from __future__ import annotations

from array import array


def keep_places(shown: array[int], found: array[int]) -> array[int]:
    """What was `found`, with those that were shown already in the places where they stood.

    Who is new stands behind the one that it follows in `found`. Where most are new, it is `found` itself. For any
    thread: takes time in proportion to the part that is different.
    """
    least = min(len(shown), len(found))
    begin = _same_at_begin(shown, found, least)
    end = _same_at_end(shown, found, least - begin)
    was = shown[begin : len(shown) - end]
    now = found[begin : len(found) - end]
    known = set(was)
    behind: dict[int, list[int]] = {}
    last = _FIRST
    new = 0
    for one in now:
        if one in known:
            last = one
        else:
            behind.setdefault(last, []).append(one)
            new += 1
    if new > max(_FEW, len(was)):
        return found
    there = set(now)
    middle = array("q", behind.get(_FIRST, ()))
    for one in was:
        if one in there:
            middle.append(one)
            middle.extend(behind.get(one, ()))
    return shown[:begin] + middle + found[len(found) - end :]


_FIRST = -1
_FEW = 100


def _same_at_begin(one: array[int], other: array[int], most: int) -> int:
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _same_at_end(one: array[int], other: array[int], most: int) -> int:
    least, a, b = 0, len(one), len(other)
    while least < most:
        middle = (least + most + 1) // 2
        if one[a - middle : a - least] == other[b - middle : b - least]:
            least = middle
        else:
            most = middle - 1
    return least
