# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The pictures that a room can have."""

from __future__ import annotations

COVERS = (
    *("schedule", "suitcase", "flag", "film", "hash", "feather"),
    *("house", "life_buoy", "mail", "face_1", "anchor", "img"),
    *("zap", "share", "umbrella", "label", "package", "shield"),
    *("telephone", "heart", "star", "comment_1", "planet", "loupe"),
    *("human", "file_3", "cart", "percent", "video_camera", "medal"),
    *("cloud", "truck", "book_open", "lock_security", "check mark", "folder"),
    *("comment_2", "file_empty", "layers", "bookmark", "dollar", "calendar"),
    *("face_3", "archive", "file_1", "headphones", "face_2", "bell"),
    *("gift", "watch", "camera", "pen", "clipboard", "file_2"),
    *("sliders", "map"),
)
#: The drawings of those that were seen.
DRAWINGS = {
    "anchor": (
        '<svg width="20" height="20" fill="none" xmlns="http://www.w3.org/2000/svg"><g '
        'clip-path="url(#a)"><path fill-rule="evenodd" clip-rule="evenodd" d="M10 2a2 2'
        " 0 1 0 0 4 2 2 0 0 0 0-4zM6 4a4 4 0 1 1 5 3.874v10.063a8 8 0 0 0 6.803-6.174.5"
        "2.52 0 0 0-.14-.493A.912.912 0 0 0 17 11h-.7a1 1 0 1 1 0-2h.7c1.578 0 3.174 1."
        "347 2.754 3.204a10 10 0 0 1-19.508 0C-.174 10.347 1.422 9 3 9h.7a1 1 0 1 1 0 2"
        "H3a.912.912 0 0 0-.664.27.52.52 0 0 0-.14.493A8 8 0 0 0 9 17.937V7.874A4.002 4"
        '.002 0 0 1 6 4z" fill="#657077"/></g><defs><clipPath id="a"><path fill="#fff" '
        'd="M0 0h20v20H0z"/></clipPath></defs></svg>'
    ),
    "bell": (
        '<svg width="20" height="20" fill="none" xmlns="http://www.w3.org/2000/svg"><pa'
        'th fill-rule="evenodd" clip-rule="evenodd" d="M8.881 17.527a1 1 0 0 0-1.775.92'
        "v.002l.002.003.002.004.006.011a1.225 1.225 0 0 0 .054.095 2.924 2.924 0 0 0 .6"
        "43.719C8.29 19.663 9.007 20 10 20c.993 0 1.71-.337 2.187-.72a2.922 2.922 0 0 0"
        " .643-.718 1.869 1.869 0 0 0 .054-.095l.006-.01.002-.005.001-.003.001-.002a1 1"
        " 0 0 0-1.775-.92.915.915 0 0 1-.181.192c-.148.119-.43.281-.938.281-.507 0-.79-"
        ".163-.938-.28a.916.916 0 0 1-.181-.193zM16.564 14C15.69 12.653 15 10.287 15 6c"
        "0-1.702-1.901-4-5-4S5 4.298 5 6c0 4.287-.69 6.653-1.564 8h13.128zM10 0C6 0 3 3"
        " 3 6c0 4.172-.688 6.075-1.257 6.935l-.005.007C1.403 13.448 1 14.058 1 14.664 1"
        " 15.402 1.598 16 2.336 16h15.328c.738 0 1.336-.598 1.336-1.336 0-.606-.403-1.2"
        '16-.738-1.722l-.005-.007C17.688 12.075 17 10.172 17 6c0-3-3-6-7-6z" fill="#657'
        '077"/></svg>'
    ),
    "cloud": (
        '<svg width="20" height="20" fill="none" xmlns="http://www.w3.org/2000/svg"><pa'
        'th d="M13.075 12.625c-.417-.298-.537-.857-.37-1.341A5.502 5.502 0 0 0 8.91 4.1'
        "83C8.403 4.048 8 3.62 8 3.096c0-.585.498-1.054 1.07-.932A7.503 7.503 0 0 1 14."
        '47 12.27c-.221.557-.909.702-1.396.354z" fill="#657077"/><path fill-rule="eveno'
        'dd" clip-rule="evenodd" d="m7.131 14.988.184.012H15a3 3 0 1 0-.255-5.99l-1.541'
        ".129-.512-1.46a5.5 5.5 0 1 0-5.56 7.309zm7.448-7.97A7.5 7.5 0 1 0 7 16.983V17h"
        '8.001a5 5 0 1 0-.42-9.983z" fill="#657077"/></svg>'
    ),
}
