"""What a page takes over the network, as Chromium counts it."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass
class Traffic:
    """The requests of one page: bytes received, headers included, by address."""

    kinds: dict[str, str] = field(default_factory=dict)
    received: dict[str, int] = field(default_factory=dict)

    @property
    def kilobytes(self) -> float:
        return sum(self.received.values()) / 1000

    @property
    def hosts(self) -> set[str]:
        """The hosts that were asked; an address inside the page (`data:`) has none."""
        return {urlsplit(url).netloc for url in self.received} - {""}

    def of_kind(self, kind: str) -> list[str]:
        """Return the addresses of a kind of Chromium's: Document, Stylesheet, Script, Image."""
        return [url for url, own in self.kinds.items() if own == kind]

    def __str__(self):
        lines = [f"{self.kilobytes:.1f} kB in {len(self.received)} requests"]
        lines += [
            f"  {size / 1000:7.1f} kB  {self.kinds.get(url, '')}  {url}"
            for url, size in sorted(self.received.items(), key=lambda item: -item[1])
        ]
        return "\n".join(lines)


def watch(page) -> Traffic:
    """Return a `Traffic` that counts from now on; the cache is empty and stays so."""
    traffic, addresses = Traffic(), {}
    session = page.context.new_cdp_session(page)

    def asked(event):
        addresses[event["requestId"]] = event["request"]["url"]
        traffic.kinds[event["request"]["url"]] = event.get("type", "")

    def done(event):
        url = addresses[event["requestId"]]
        size = int(event["encodedDataLength"])
        traffic.received[url] = traffic.received.get(url, 0) + size

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", done)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    return traffic


def read_to_the_end(page, address: str) -> None:
    """Open `address` and scroll through it as a reader does, until nothing more is loaded."""
    page.goto(address)
    height, step = page.evaluate("[document.body.scrollHeight, innerHeight]")
    for _screen in range(0, height, step):
        page.mouse.wheel(0, step)
        page.wait_for_timeout(50)
    page.wait_for_load_state("networkidle")
    page.wait_for_function("[...document.images].every(image => image.complete)")
