"""A call that does not return is ended; one that returns is left alone."""

from __future__ import annotations

import signal
import threading
import time

import pytest

from course_utils.checking.deadline import TookTooLongError, within


def loop_for_ever():
    while True:
        pass


def loop_and_swallow_exceptions():
    count = 0
    while True:
        try:
            count += 1
        except BaseException:
            count = 0


def watching():
    return [thread for thread in threading.enumerate() if "_look" in thread.name]


class TestWithin:
    def test_gives_the_result_of_quick_work(self):
        assert within(1.0, lambda: 42) == 42

    def test_passes_on_an_exception(self):
        with pytest.raises(ZeroDivisionError):
            within(1.0, lambda: 1 / 0)

    def test_ends_a_loop(self):
        with pytest.raises(TookTooLongError):
            within(0.1, loop_for_ever)

    def test_ends_a_loop_that_swallows_exceptions(self):
        with pytest.raises(TookTooLongError):
            within(0.1, loop_and_swallow_exceptions)

    @pytest.mark.skipif(not hasattr(signal, "pthread_kill"), reason="needs signals to threads")
    def test_ends_a_sleep(self):
        begin = time.monotonic()
        with pytest.raises(TookTooLongError):
            within(0.1, lambda: time.sleep(20))
        assert time.monotonic() - begin < 10

    def test_passes_on_an_interrupt_that_is_not_ours(self):
        def interrupted():
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            within(1.0, interrupted)

    def test_leaves_no_interrupt_behind(self):
        """Work that ends just as its time does: whichever it is, nothing is raised afterwards."""
        for _ in range(20):
            try:
                within(0.06, lambda: time.sleep(0.06))
            except TookTooLongError:
                continue
        time.sleep(0.2)

    def test_restores_the_interrupt_handler(self):
        before = signal.getsignal(signal.SIGINT)
        with pytest.raises(TookTooLongError):
            within(0.1, loop_for_ever)
        assert signal.getsignal(signal.SIGINT) is before

    def test_works_when_interrupts_are_ignored(self):
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            with pytest.raises(TookTooLongError):
                within(0.1, loop_for_ever)
        finally:
            signal.signal(signal.SIGINT, before)

    def test_its_thread_ends_when_there_is_nothing_to_watch(self):
        within(1.0, lambda: None)
        patience = time.monotonic() + 30
        while watching() and time.monotonic() < patience:
            time.sleep(0.1)
        assert not watching()
