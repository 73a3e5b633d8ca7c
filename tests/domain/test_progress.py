import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience_desktop.domain.progress import Progress
from resilience_desktop.errors import CancelledError


def test_that_nobody_can_tell_how_far_work_is_that_tells_nothing():
    progress = Progress("Making the PDF")
    assert progress.words == "Making the PDF"
    assert progress.fraction is None
    progress.stage("Writing the file")
    assert (progress.words, progress.fraction) == ("Writing the file", None)


def test_that_the_parts_of_work_add_up():
    progress, seen = Progress(), []
    progress.stage("one", until=0.25)
    progress.tell(1, 2)
    seen.append(progress.fraction)
    progress.tell(2, 2)
    seen.append(progress.fraction)
    progress.stage("two")
    progress.tell(1, 3)
    seen.append(progress.fraction)
    assert seen == [0.125, 0.25, 0.5]


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 5)), max_size=5))
def test_that_work_never_goes_backwards(parts):
    progress, seen = Progress(), [0.0]
    for until, number in sorted(parts):
        progress.stage("part", until=until)
        seen.extend(progress.fraction for _ in progress.each(range(number)))
        seen.append(progress.fraction)
        assert seen[-1] == pytest.approx(until)
    assert seen == sorted(seen)
    assert all(0 <= fraction <= 1 for fraction in seen)


def test_that_each_passes_everything_on_until_it_is_stopped():
    progress = Progress()
    assert list(progress.each("abc")) == ["a", "b", "c"]
    passing = progress.each("abc")
    assert next(passing) == "a"
    progress.cancel()
    with pytest.raises(CancelledError, match=r"Stopped\. Nothing has changed\."):
        next(passing)


def test_that_stopped_work_goes_no_further():
    progress = Progress()
    assert progress.can_cancel
    progress.check()
    assert progress.cancel()
    assert progress.cancel()
    assert not progress.can_cancel
    for further in (progress.check, progress.finish, lambda: progress.stage("more")):
        with pytest.raises(CancelledError):
            further()


def test_that_it_is_too_late_to_stop_once_work_is_being_kept():
    progress = Progress()
    progress.finish()
    assert not progress.can_cancel
    assert not progress.cancel()
    assert not progress.cancelled
    progress.check()


def test_that_work_is_over_when_everyone_who_takes_part_is_done():
    progress = Progress()
    progress.end()  # nobody had begun
    progress = Progress()
    assert not progress.is_over
    progress.begin(pytest.fail)
    progress.begin(pytest.fail)
    progress.end()
    assert not progress.is_over
    progress.end()
    assert progress.is_over


def test_that_everyone_who_takes_part_hears_once_that_it_was_stopped():
    progress, told = Progress(), []
    progress.begin(lambda: told.append("one"))
    progress.begin(lambda: told.append("two"))
    progress.cancel()
    progress.cancel()
    assert told == ["one", "two"]
    assert progress.is_over
    progress.begin(lambda: told.append("late"))
    assert told == ["one", "two", "late"]


def test_that_nobody_hears_of_a_stop_that_came_too_late():
    progress = Progress()
    progress.begin(pytest.fail)
    progress.finish()
    assert not progress.cancel()


def test_that_work_is_either_kept_or_stopped_whoever_is_faster():
    for _ in range(200):
        progress, kept, barrier = Progress(), [], threading.Barrier(2)

        def work(progress=progress, kept=kept, barrier=barrier):
            barrier.wait()
            try:
                progress.finish()
            except CancelledError:
                kept.append(False)
            else:
                kept.append(True)

        thread = threading.Thread(target=work)
        thread.start()
        barrier.wait()
        stopped = progress.cancel()
        thread.join()
        assert kept == [not stopped]
