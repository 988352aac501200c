"""How often somebody may do something: buckets that fill at a steady rate."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable

MOST_BUCKETS = 2_000


class Bucket:
    """Holds up to ``size`` tokens and gains ``rate`` of them a second."""

    def __init__(self, size: float, rate: float, clock: Callable[[], float]) -> None:
        self._size, self._rate, self._clock = size, rate, clock
        self._held, self._seen = size, clock()

    def wait(self, tokens: float) -> float:
        """The seconds until there are so many tokens; 0 where there are now."""
        now = self._clock()
        self._held = min(self._size, self._held + (now - self._seen) * self._rate)
        self._seen = now
        return max(0.0, (min(tokens, self._size) - self._held) / self._rate)

    def take(self, tokens: float) -> None:
        """Take tokens that ``wait`` said there are."""
        self._held -= tokens


class Buckets:
    """A bucket for everyone; the one not used for longest makes room when there are too many."""

    def __init__(
        self, size: float, rate: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._make = lambda: Bucket(size, rate, clock)
        self._buckets: OrderedDict[Hashable, Bucket] = OrderedDict()

    def of(self, whom: Hashable) -> Bucket:
        """The bucket of one of them."""
        if whom not in self._buckets:
            self._buckets[whom] = self._make()
            if len(self._buckets) > MOST_BUCKETS:
                self._buckets.popitem(last=False)
        self._buckets.move_to_end(whom)
        return self._buckets[whom]
