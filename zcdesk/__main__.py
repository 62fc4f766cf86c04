"""`python -m zcdesk` is the command `zcdesk`."""

import sys

from zcdesk.cli import main

sys.exit(main())
