"""`python -m plo_tui`: the same as the command `plo-tui`."""

import sys

from plo_tui.cli import main

sys.exit(main())
