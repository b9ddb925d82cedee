# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# PRIVATE to the collection: may change or go at any time, without notice.
"""Whether the libraries that speak HTTP are there, and new enough."""

from __future__ import annotations

import traceback

#: The library that is missing, for people; None if nothing is.
MISSING_LIBRARY: str | None = None
#: Why it counts as missing: a traceback, or a version.
IMPORT_ERROR: str | None = None

try:
    import requests
    import urllib3
    from urllib3.util.retry import Retry
except ImportError:
    MISSING_LIBRARY, IMPORT_ERROR = "requests", traceback.format_exc()
else:
    if not hasattr(Retry, "DEFAULT_ALLOWED_METHODS"):
        # requests 2.25 and newer are content with it.
        MISSING_LIBRARY = "urllib3 >= 1.26"
        versions = (f"{each.__name__} {each.__version__}" for each in (urllib3, requests))
        IMPORT_ERROR = " with ".join(versions)
