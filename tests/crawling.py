"""Read the public site as a robot does: every address that leads from another one."""

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.conf import settings

NOT_READ = ("/admin/", "/documents/", "/static/", "/media/", "/_util/")
# Each choice of filters is an address that robots are asked not to follow: there is no end of them.
_ADDRESS = re.compile(r"(?:\bhref=\"([^\"]+)\"(?! rel=\"nofollow\")|<loc>([^<]+)</loc>)")


def addresses(text: str, base: str) -> set[str]:
    """Return the addresses of this site that a page or a sitemap leads to."""
    found = set()
    for groups in _ADDRESS.findall(text):
        url = urljoin(base, unescape(groups[0] or groups[1]).removeprefix(settings.BASE_URL))
        parts = urlsplit(url)
        if not parts.netloc and not parts.path.startswith(NOT_READ):
            found.add(parts._replace(fragment="").geturl())
    return found


def crawl(client, start, most: int = 800) -> dict[str, str]:
    """Return the text of every page that can be reached from `start`, by address."""
    read, waiting = {}, list(dict.fromkeys(start))
    while waiting:
        url = waiting.pop(0)
        if url in read:
            continue
        assert len(read) < most, "the crawl does not end"
        response = client.get(url)
        # A redirection is a page too: what it says is where it leads.
        text = response.content.decode() + response.get("Location", "")
        read[url] = text
        if response.status_code in {301, 302}:
            waiting.append(response["Location"])
        waiting += sorted(addresses(text, url) - set(read))
    return read
