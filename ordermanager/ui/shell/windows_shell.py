"""What is said to Windows' own shell; elsewhere nothing is to be said."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes

    _ANYBODY = 0xFFFFFFFF
    """ASFW_ANY."""

    def be_a_program() -> None:
        """Have a place and a picture of our own in the task bar, and not Python's."""
        if not getattr(sys, "frozen", False):  # a packaged program has both by itself
            ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("OrderManager")

    def let_another_come_forward() -> None:
        """Give away that a person has just started us: only who has that may bring a window to the front."""
        ctypes.windll.user32.AllowSetForegroundWindow(_ANYBODY)

else:

    def be_a_program() -> None:
        """Nothing."""

    def let_another_come_forward() -> None:
        """Nothing."""
