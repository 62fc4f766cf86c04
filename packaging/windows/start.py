"""Start zcdesk from the folder it was installed to.

Nothing of another Python on this PC is looked at: the interpreter runs isolated, and the only
places for modules are the two folders beside this file.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "app"), os.path.join(HERE, "lib")]
os.environ.setdefault("ZCDESK_RESOURCES", os.path.join(HERE, "app", "resources"))

from zcdesk.cli import main  # noqa: E402 - found only on the path above

sys.exit(main())
