# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The calls on links, and the scopes that open them."""

from __future__ import annotations

from ..http.auth import ANY_SCOPE, READ_FILES, READ_ROOMS, WRITE_FILES, WRITE_ROOMS
from ..http.routing import Route
from . import reads, writes

ROUTES = [
    Route("files/rooms/<int:id>/links", "GET", reads.list_links, READ_ROOMS),
    Route("files/rooms/<int:id>/links", "PUT", writes.put_link, WRITE_ROOMS),
    Route("files/rooms/<int:id>/link", "GET", reads.get_primary, READ_ROOMS),
    Route("files/folder/<int:id>/link", "POST", writes.make_primary, WRITE_FILES),
    Route("files/folder/<int:id>/links", "GET", reads.list_of_folder, READ_FILES),
    Route("files/folder/<int:id>/links", "PUT", writes.put_folder_link, WRITE_FILES),
    Route("files/file/<int:id>/links", "GET", reads.list_of_file, READ_FILES),
    Route("files/file/<int:id>/links", "PUT", writes.put_document_link, WRITE_FILES),
    Route("files/share/<token>", "GET", reads.open_link, ANY_SCOPE, anonymous=True),
    Route(
        "files/share/<token>/password",
        "POST",
        reads.open_with_password,
        ANY_SCOPE,
        anonymous=True,
    ),
]
