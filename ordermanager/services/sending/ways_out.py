"""By which of its addresses this computer would reach the internet, as its own routes say: nothing is sent."""

from __future__ import annotations

import socket

_ANYWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses kept for examples (RFC 5737, RFC 3849): nobody has them, and the way to them is that to everybody else."""


def ways_out() -> frozenset[str]:
    """One address for each kind of network; none while this computer is cut off."""
    found = set()
    for family, somewhere in _ANYWHERE:
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as asking:
                asking.connect((somewhere, 9))  # of a datagram's socket: only chooses the way
                found.add(str(asking.getsockname()[0]))
        except OSError:
            continue
    return frozenset(found)
