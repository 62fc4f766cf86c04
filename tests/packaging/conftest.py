from __future__ import annotations

import sys
from pathlib import Path

# Behind everything else: `packaging` is also the name of a library the tests use.
sys.path.append(str(Path(__file__).parent.parent.parent / "packaging"))
