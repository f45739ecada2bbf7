"""Runs two pieces of work in turn and compares their medians."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comparison:
    """Seconds of ours and of the baseline, run by run, in turn."""

    name: str
    ours: tuple[float, ...]
    baseline: tuple[float, ...]
    baseline_name: str
    goal: float | None

    @property
    def ratio(self) -> float:
        return statistics.median(self.ours) / statistics.median(self.baseline)

    def __str__(self) -> str:
        goal = f" (goal ≤ {self.goal:g})" if self.goal else ""
        return (
            f"{self.name}: {self.ratio:.2f} × {self.baseline_name}{goal}; "
            f"median {statistics.median(self.ours):.3f} s against {statistics.median(self.baseline):.3f} s, "
            f"{len(self.ours)} runs"
        )


def compare(
    name: str,
    ours: Callable[[], float],
    baseline: Callable[[], float],
    baseline_name: str,
    *,
    runs: int = 3,
    goal: float | None = None,
) -> Comparison:
    """Run baseline and ours in turn, `runs` times each. Each returns its own seconds, so that set-up does not count."""
    baseline_times, our_times = in_turn(baseline, ours, runs=runs)
    return Comparison(name, our_times, baseline_times, baseline_name, goal)


def in_turn(*works: Callable[[], float], runs: int = 3) -> list[tuple[float, ...]]:
    """Run each of `works` in turn, `runs` times; the seconds of each, run by run."""
    rounds = [[work() for work in works] for _ in range(runs)]
    return list(zip(*rounds, strict=True))


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
