# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Write the page of failure codes anew: docs/docsite/rst/failure_codes.rst."""

from __future__ import annotations

import sys

from .failure_page import PAGE, ROOT, page
from .raised import AstError, read_failures

if __name__ == "__main__":
    try:
        PAGE.write_text(page(read_failures(ROOT / "plugins")), encoding="utf-8")
    except (AstError, LookupError) as error:
        sys.exit(f"pages: {error}")
