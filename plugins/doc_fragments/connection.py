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
      - The notes of the module say which scopes the key needs, and whose it has to be. Where they
        do not, it needs C(accounts:read), and C(accounts:write) to change something, and must
        belong to the portal's owner or to a DocSpace administrator. A key without restriction has
        all scopes.
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
        C(openssl rehash) makes it. A relative path begins in the folder of the playbook, and on
        another machine in the one where Ansible runs modules there.
      - Without this option, the file or folder in environment variable E(REQUESTS_CA_BUNDLE) or
        E(CURL_CA_BUNDLE) counts, and else the list that comes with the Python package requests.
        A relative path in them begins in the same folder. E(SSL_CERT_FILE) and E(SSL_CERT_DIR) do
        not count.
      - An empty path is an error. Only O(validate_certs=false) switches the verification off.
    type: path
  client_cert:
    description:
      - A file with a certificate in PEM format to show to the portal, or to a proxy in front of it
        that wants one. It may hold the certificate's key too.
      - A relative path begins where that of O(ca_path) does.
    type: path
  client_key:
    description:
      - A file with the key of the certificate, if it is not in O(client_cert). The key must not be
        encrypted.
      - Requires O(client_cert).
    type: path
  timeout:
    description:
      - Seconds to wait for an answer.
    type: int
    default: 30
  retry_for:
    description:
      - Seconds to go on trying while the connection to the portal fails, or the portal answers that
        it is overloaded or restarting (429, 502, 503, 504). They are counted from the first failure
        after which no request has succeeded. The default suits a restart of the portal.
      - Only requests that are safe to repeat are sent again. These are those that read, those that
        come to the same if they are carried out twice, and whatever has never reached the portal.
        The pauses grow from 0 to 4 seconds, and further if the portal stays away for minutes.
      - If the portal itself asks for a pause, it gets one of up to 60 seconds, even if this option
        is less.
      - With V(0), each request is sent once.
      - An unknown host name, a certificate that is not trusted, a proxy that refuses and an answer
        that does not come within O(timeout) end the task at once. So does the keyword C(timeout)
        of a task when its time is over.
    type: int
    default: 30
requirements:
  - requests >= 2.25
  - urllib3 >= 1.26
notes:
  - On a local connection, the module runs in Ansible's own process, which saves the time to start
    another one, and a loop uses one connection to the portal. It runs as a process of its own, with
    the same results, if the task asks for one (C(become), C(async), C(environment), another
    C(ansible_python_interpreter)), if the Python that runs Ansible has no requests, or an urllib3
    that is too old, or if the variable C(onlyoffice_docspace_direct) is false.
  - Proxies are taken from the environment variables E(HTTPS_PROXY), E(HTTP_PROXY) and E(NO_PROXY).
    The proxies in the settings of macOS do not count.
  - Redirects are not followed.
"""
