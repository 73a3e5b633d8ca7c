"""What of the toolkit the lock page may offer: names of the app's skills, if somebody says so."""

from __future__ import annotations

from resilience_desktop.domain.changes import Changes
from resilience_desktop.domain.toolkit import Comfort, OwnSkill, Toolkit
from resilience_desktop.services.journal import Journal
from resilience_desktop.services.toolkit_when_locked import skills_when_locked
from resilience_desktop.storage.skill_copy import keep_skill_copy, skill_copy_in

CANAL = OwnSkill("Walk to the canal")
MINE = Toolkit(
    chosen=("slow_breathing", CANAL.id, "box_breathing"),
    comforts=((Comfort.SOOTHE, "The blue blanket"),),
)
OF_THE_APP = ("slow_breathing", "box_breathing")


def kept(journal):
    journal.toolkit.keep_skill(CANAL)
    journal.toolkit.keep(MINE)
    return journal


def test_that_nothing_is_offered_unless_somebody_says_so(journal):
    kept(journal).toolkit_when_locked.match_copy()
    assert not journal.toolkit_when_locked.is_shown()
    assert skills_when_locked(journal.folder) == ()
    assert not skill_copy_in(journal.folder).exists()


def test_that_only_skills_of_the_app_are_in_the_copy_and_nothing_that_was_written(journal):
    changes = kept(journal).toolkit_when_locked.show(is_shown=True)
    assert changes == Changes(toolkit=True)
    assert skills_when_locked(journal.folder) == OF_THE_APP
    content = skill_copy_in(journal.folder).read_text()
    assert CANAL.id not in content
    assert "canal" not in content
    assert "blanket" not in content


def test_that_the_copy_goes_when_somebody_changes_their_mind(journal):
    kept(journal).toolkit_when_locked.show(is_shown=True)
    journal.toolkit_when_locked.show(is_shown=False)
    assert not skill_copy_in(journal.folder).exists()


def test_that_it_may_be_wanted_before_anything_is_chosen(journal):
    journal.toolkit_when_locked.show(is_shown=True)
    assert skills_when_locked(journal.folder) == ()


def test_that_opening_the_journal_puts_right_what_is_in_the_copy(folder):
    journal, _ = Journal.create(folder, None)
    kept(journal).toolkit_when_locked.show(is_shown=True)
    journal.close()
    keep_skill_copy(folder, ["moon_gazing"])
    assert skills_when_locked(folder) == ()
    Journal.open(folder).close()
    assert skills_when_locked(folder) == OF_THE_APP


def test_that_leave_to_keep_it_is_given_for_one_folder_only(journal):
    kept(journal).toolkit_when_locked.show(is_shown=True)
    assert "toolkit_shown_when_locked" not in dict(journal.contents().settings)


def test_that_it_goes_with_everything_else(folder):
    journal, _ = Journal.create(folder, None)
    kept(journal).toolkit_when_locked.show(is_shown=True)
    journal.delete_everything()
    assert not skill_copy_in(folder).exists()
