"""The milliseconds of the same thing done again and again."""

from dataclasses import dataclass, field

WARM_UP = 2


class WrongAnswer(Exception):
    """What is measured did not answer as it should; its times would mean nothing."""


@dataclass
class Times:
    """The milliseconds of each time."""

    times: list[float] = field(default_factory=list)

    @property
    def p50(self) -> float:
        return percentile(self.times, 50)

    @property
    def p95(self) -> float:
        return percentile(self.times, 95)


def percentile(values: list[float], rank: int) -> float:
    """Return the value below or at which `rank` per cent of `values` lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * rank // 100) - 1)]
