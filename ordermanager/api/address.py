"""The address of an account: brought into one form, and refused where a key or an order could be
overheard."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult, urlsplit

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse

_VERSION = re.compile(r"/v\d+(/orders)?$")


class BadAddress(WrongUse):
    """The text is not an address that orders could be sent to."""

    is_of_account = True


class InsecureAddress(BadAddress):
    """Plain http to anything but this computer itself."""


def normalise_base_url(text: str) -> str:
    """The address as `https://host[:port]/…/api`, from one with or without the scheme, `/api`, `/api/` or
    `/api/v1`.

    Raises InsecureAddress for http outside loopback and BadAddress for anything else that cannot be right.
    """
    entered = text.strip()
    parts = _split(entered if "://" in entered else f"https://{entered}", entered)
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme == "http" and not is_loopback(host):
        raise InsecureAddress(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "{address} is not secure: customers' data and the key would be readable on the way. Use "
                "https://.",
            ),
            address=_without_user(parts),
        )
    path = _VERSION.sub("", parts.path.rstrip("/"))
    if not path.endswith("/api"):
        path += "/api"
    bracketed = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port is not None else ""
    return f"{parts.scheme}://{bracketed}{port}{path}"


def is_loopback(host: str) -> bool:
    """Whether `host` is literally this computer: 127.0.0.0/8, ::1 or localhost."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _split(text: str, entered: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        good = (
            parts.scheme in ("https", "http")
            and _is_host(parts.hostname or "")
            and (parts.port is None or parts.port > 0)
            and not (parts.query or parts.fragment)
            and not any(sign.isspace() or not sign.isprintable() for sign in text)
        )
    except ValueError:  # a bracket without its partner, a port that is not a number
        good = False
    if not good:
        raise BadAddress(
            QT_TRANSLATE_NOOP(
                "Sentence", "“{address}” is not the address of an API. It looks like https://yespo.io/api."
            ),
            address="…" if "@" in entered else entered,
        )
    if parts.username is not None or parts.password is not None:
        raise BadAddress(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "The address must not contain a user name or password. The key has a field of its own.",
            )
        )
    return parts


def _is_host(host: str) -> bool:
    """Whether a look-up could find it: labels of at most 63 characters, also when written in ASCII."""
    try:
        return bool(host.rstrip(".")) and (":" in host or bool(host.encode("idna")))
    except UnicodeError:
        return False


def _without_user(parts: SplitResult) -> str:
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
