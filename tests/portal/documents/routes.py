# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls on documents, and the scopes that open them."""

from __future__ import annotations

from ..http.auth import READ_FILES, WRITE_FILES
from ..http.routing import Route
from . import reads, writes

ROUTES = [
    Route("files/@my", "GET", reads.own_documents, READ_FILES),
    Route("files/@my/text", "POST", writes.create_own_text, WRITE_FILES),
    Route("files/@share", "GET", reads.shared_documents, READ_FILES),
    Route("files/<int:id>", "GET", reads.get_folder, READ_FILES),
    Route("files/<int:id>/text", "POST", writes.create_text, WRITE_FILES),
    Route("files/folder/<int:id>", "GET", reads.get_folder_alone, READ_FILES),
    Route("files/folder/<int:id>", "POST", writes.create_folder, WRITE_FILES),
    Route("files/folder/<int:id>", "PUT", writes.rename_folder, WRITE_FILES),
    Route("files/folder/<int:id>", "DELETE", writes.delete_folder, WRITE_FILES),
    Route("files/folder/<int:id>/share", "GET", reads.list_shares, READ_FILES),
    Route("files/folder/<int:id>/share", "PUT", writes.share_folder, WRITE_FILES),
    Route("files/file/<int:id>/share", "PUT", writes.share_file, WRITE_FILES),
]
