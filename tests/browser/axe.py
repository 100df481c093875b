"""Automatic accessibility checks with axe-core, in the page as it stands."""

from functools import cache

from tests.requirements import AXE

# Rules of WCAG 2.0 to 2.2, levels A and AA, of RGAA 4, and axe's best practices.
TAGS = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "RGAAv4",
    "best-practice",
]
_RUN = """async ([tags, iframes]) => {
  const result = await axe.run(document, {
    runOnly: {type: 'tag', values: tags},
    rules: {'target-size': {enabled: true}},
    resultTypes: ['violations'],
    preload: false,
    iframes,
  });
  return {
    rules: result.violations.length + result.passes.length + result.incomplete.length,
    violations: result.violations.map(rule => ({
      id: rule.id,
      help: rule.help,
      nodes: rule.nodes.map(node => node.html.slice(0, 200) + ' — ' + node.failureSummary),
    })),
  };
}"""


@cache
def _source() -> str:
    return AXE.read_text(encoding="utf-8")


def violations(page, frames: bool = True) -> list[str]:
    """Return one line for each element of `page` that breaks a rule.

    Without `frames`, what a frame shows is left out: a preview of Wagtail brings an axe of its
    own, which does not answer another version.

    The script goes in through the debugger: the policy of a reading page lets none run.
    """
    if not page.evaluate("() => typeof axe !== 'undefined'"):
        page.evaluate(_source())
    result = page.evaluate(_RUN, [TAGS, frames])
    assert result["rules"] > 10, "axe looked at almost nothing"
    return [
        f"{rule['id']}: {rule['help']}: {node}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]
