"""Reads links: of the order, of a product, of a picture."""

from __future__ import annotations

import re

from ordermanager.domain.values.unreadable import Unreadable

MAX_LENGTH = 2048
"""Characters; browsers and mail programs cut longer links."""

_COMMON = re.compile(
    r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:[/?#][!-~]*)?"
).fullmatch
_ANY = re.compile(
    r"https?://(?:[^\s/?#@\\]+@)?(?:[\w.-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?(?:[/?#]\S*)?", re.IGNORECASE
).fullmatch
_BARE = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?:[/?#][!-~]*)?", re.IGNORECASE
).fullmatch
_OTHER_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE).match
_PORT = re.compile(r"[a-z0-9.-]+:[0-9]{1,5}(?:[/?#]|$)", re.IGNORECASE).match


def read_url(text: str) -> str:
    """The link as entered. Raises Unreadable: `url.scheme` for javascript:, file: …, else `url.syntax`.

    Proposals: `https://` in front of a bare site name, and blanks written as %20.
    """
    text = text.strip()
    if _COMMON(text) or (len(text) <= MAX_LENGTH and _ANY(text)):
        return text
    if _OTHER_SCHEME(text) and not _PORT(text):
        raise Unreadable("url.scheme", value=text)
    if len(text) > MAX_LENGTH:
        raise Unreadable("url.syntax", value=text)
    for better in (text.replace(" ", "%20"), f"https://{text}" if _BARE(text) else ""):
        if better != text and _ANY(better):
            raise Unreadable("url.syntax", better, value=text)
    raise Unreadable("url.syntax", value=text)
