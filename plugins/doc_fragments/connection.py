# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations


class ModuleDocFragment:
    """The options that say which portal to talk to, and as whom."""

    DOCUMENTATION = r"""
options:
  base_url:
    description:
      - The portal's address, such as V(https://portal.example.com).
      - If the value is not specified in the task, the value of environment variable
        E(DOCSPACE_BASE_URL) will be used instead.
    type: str
    required: true
  api_key:
    description:
      - An API key of the portal (V(sk-...)) or an access token, with or without C(Bearer) in front.
      - The key needs the scope C(accounts:read), and C(accounts:write) for modules that change
        something, or no restriction. It must belong to the portal's owner or to a DocSpace
        administrator.
      - With the keyword C(environment) of a task, Ansible shows the key in the list of processes
        and with C(-vvv). Set the environment variable where Ansible is started.
      - If the value is not specified in the task, the value of environment variable
        E(DOCSPACE_API_KEY) will be used instead.
    type: str
    required: true
  validate_certs:
    description:
      - Whether to verify the portal's TLS certificate. With V(false), anybody in between can take
        the API key.
      - If the value is not specified in the task, the value of environment variable
        E(DOCSPACE_VALIDATE_CERTS) will be used instead.
    type: bool
    default: true
  ca_path:
    description:
      - A file of CA certificates to trust instead of the usual ones, or a folder of them as
        C(openssl rehash) makes it.
      - Without this option, the file or folder in environment variable E(REQUESTS_CA_BUNDLE) or
        E(CURL_CA_BUNDLE) counts, and else the list that comes with the Python package requests.
        E(SSL_CERT_FILE) and E(SSL_CERT_DIR) do not count.
    type: path
  timeout:
    description:
      - Seconds to wait for an answer.
    type: int
    default: 30
requirements:
  - requests >= 2.25
notes:
  - On a local connection, the module runs in Ansible's own process, which saves the time to start
    another one, and a loop uses one connection to the portal. It runs as a process of its own, with
    the same results, if the task asks for one (C(become), C(async), C(environment), another
    C(ansible_python_interpreter)), if the Python that runs Ansible has no requests, or if the
    variable C(onlyoffice_docspace_direct) is false.
  - Proxies are taken from the environment variables E(HTTPS_PROXY), E(HTTP_PROXY) and E(NO_PROXY).
  - Redirects are not followed. Requests that are safe to repeat are repeated up to three times
    when the connection fails or the portal is overloaded or restarting.
"""
