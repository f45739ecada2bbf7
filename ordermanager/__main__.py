"""`python -m ordermanager` is the command `ordermanager`."""

from __future__ import annotations

import sys

from ordermanager.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
