# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Stand-in for get-pip, which ansible-test downloads for each virtual environment that it makes.

Python carries a pip of its own, so no download is needed. tools/lanes puts this file into the
cache of ansible-test.
"""

import subprocess
import sys

packages = [word for word in sys.argv[1:] if word not in ("--no-setuptools", "--no-wheel")]
subprocess.check_call(
    [sys.executable, "-m", "ensurepip", "--upgrade", "--default-pip"], stdout=subprocess.DEVNULL
)
sys.exit(subprocess.call([sys.executable, "-m", "pip", "install", "-q", *packages]))
