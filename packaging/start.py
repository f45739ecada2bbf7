"""Where the packaged program begins; an installed one begins at `ordermanager.cli.main:main` by itself."""

import sys

from ordermanager.cli.main import main

sys.exit(main())
