"""How rates are capped: what is allowed at once, how it comes back, and how much is remembered."""

from __future__ import annotations

from course_utils.classroom.limits import MOST_BUCKETS, Buckets


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self):
        return self.now


class TestABucket:
    def test_allows_so_many_at_once_and_so_many_a_second(self):
        clock = Clock()
        bucket = Buckets(size=10, rate=2, clock=clock).of("a")
        assert bucket.wait(10) == 0
        bucket.take(10)
        assert bucket.wait(1) == 0.5
        clock.now = 3.0
        assert bucket.wait(6) == 0
        assert bucket.wait(7) == 0.5

    def test_never_holds_more_than_its_size(self):
        clock = Clock()
        bucket = Buckets(size=10, rate=2, clock=clock).of("a")
        clock.now = 1e6
        assert bucket.wait(10) == 0
        bucket.take(10)
        assert bucket.wait(1) == 0.5

    def test_is_ones_own(self):
        buckets = Buckets(size=1, rate=1, clock=Clock())
        buckets.of("a").take(1)
        assert buckets.of("a").wait(1) == 1
        assert buckets.of("b").wait(1) == 0

    def test_is_forgotten_when_there_are_too_many_and_it_was_not_used_for_longest(self):
        buckets = Buckets(size=1, rate=1, clock=Clock())
        for who in range(MOST_BUCKETS):
            buckets.of(who).take(1)
        buckets.of(0)
        buckets.of("another")
        assert buckets.of(0).wait(1) == 1
        assert len(buckets._buckets) == MOST_BUCKETS
        assert buckets.of(1).wait(1) == 0
