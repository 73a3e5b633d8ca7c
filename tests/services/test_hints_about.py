"""What is asked about a thought: seldom wrong, never about what must not be argued with."""

import pytest

from resilience_desktop import content
from resilience_desktop.domain.pattern_hints import MOST_HINTS
from resilience_desktop.services.patterns import FEELING, hints_about

FITTING = [
    ("She must be annoyed with me.", {"mind_reading"}),
    ("They think I'm boring", {"mind_reading"}),
    ("Everyone could see I was shaking.", {"mind_reading"}),
    ("Mara hates me now.", {"mind_reading"}),
    ("He must think I am a beginner", {"mind_reading"}),
    ("my boss is avoiding me", {"mind_reading"}),
    ("Everyone must think I am stupid", {"mind_reading"}),
    ("everybody must think i'm odd", {"mind_reading"}),
    ("My new team must all think I bluffed my way in", {"mind_reading"}),
    ("The whole class probably thinks I'm slow", {"mind_reading"}),
    ("They’ll think I am lazy if I leave at five", {"mind_reading"}),
    ("Nobody likes me there", {"mind_reading"}),
    ("No one cares about me in this house", {"mind_reading"}),
    ("She finds me boring, I could tell", {"mind_reading"}),
    ("He will think less of me after this", {"mind_reading"}),
    ("They were judging me when I walked in", {"mind_reading"}),
    ("My sister thinks I’m a lost cause", {"mind_reading"}),
    ("I'm such an idiot.", {"labeling"}),
    ("I'm not good enough for them", {"labeling"}),
    ("Im a failure and always was", {"labeling"}),
    ("I am a terrible friend", {"labeling"}),
    ("I'm pathetic", {"labeling"}),
    ("I am worthless.", {"labeling"}),
    ("I should have known better.", {"should_statements"}),
    ("I shouldn’t feel like this", {"should_statements"}),
    ("I should be over this by now", {"should_statements"}),
    ("People should be on time, always", {"should_statements"}),
    ("I'm supposed to be the strong one", {"should_statements"}),
    ("If I say it wrong it will be a disaster", {"catastrophizing"}),
    ("I'll lose my job over this", {"catastrophizing"}),
    ("My heart is racing, something terrible is about to happen", {"catastrophizing"}),
    ("I will end up alone.", {"catastrophizing"}),
    ("There is no point in trying, they'll say no", {"fortune_telling"}),
    ("I'm going to fail the exam", {"fortune_telling"}),
    ("I'll never be happy again", {"fortune_telling"}),
    ("what if I fail tomorrow", {"fortune_telling"}),
    ("I always get it wrong", {"overgeneralization"}),
    ("Nothing ever works out for me", {"overgeneralization"}),
    ("I can't do anything right", {"overgeneralization"}),
    ("I ruin everything", {"overgeneralization"}),
    ("I skipped a run, so the whole plan is pointless", {"all_or_nothing"}),
    ("I ate one biscuit, the whole day is ruined", {"all_or_nothing"}),
    ("It was a complete failure", {"all_or_nothing"}),
    ("It doesn’t count, anyone could have done it", {"discounting_positive"}),
    ("I just got lucky", {"discounting_positive"}),
    ("She was only being nice", {"discounting_positive"}),
    ("All I can think of is that one question", {"mental_filter"}),
    ("Nine were kind, but one of them looked away", {"mental_filter"}),
    ("I feel like a fraud", {"emotional_reasoning"}),
    (
        "I feel guilty, so I must have done something wrong",
        {"emotional_reasoning", "personalization"},
    ),
    ("It's all my fault", {"personalization"}),
    ("The room went quiet. I must have said something.", {"personalization"}),
    ("I let everyone down", {"personalization"}),
    ("He ruined my day", {"blaming"}),
    ("Everyone else has a family by now", {"comparing"}),
    ("Everybody my age has a house except me", {"comparing"}),
    ("She is so much better than me at this", {"comparing"}),
    ("It was a huge mistake", {"magnification_minimization"}),
    ("My part was nothing special", {"magnification_minimization"}),
    ("It has to be perfect or I can’t send it", {"perfectionism"}),
    ("The draft isn't good enough", {"perfectionism"}),
    ("I can't stop thinking about what I said", {"rumination"}),
    ("Why am I like this?", {"rumination"}),
    ("I keep replaying the call", {"rumination"}),
]
"""Thoughts, and all that may be asked about them."""

FEELINGS = [
    "I am sad",
    "I'm so anxious.",
    "I feel really guilty and ashamed today",
    "scared",
    "I feel awful",
    "i'm tired, empty and lonely",
    "I felt humiliated!",
]

PLAIN = [
    # Ordinary and true
    "The train leaves at six and I am still at home.",
    "The doctor said the knee will not get better.",
    "I have to pay the rent on Friday.",
    "I should call the plumber.",
    "We should leave at nine.",
    "It must be raining.",
    "I must buy milk",
    "I always have tea in the morning.",
    "I never liked that street.",
    "I never learned to swim",
    "Everyone came to the party.",
    "No one was home.",
    "It was the perfect day for a walk.",
    "The total was forty pounds",
    "I only said hello.",
    "It is just around the corner.",
    "What if we took the bus?",
    "I feel like having soup",
    "I feel like he did not listen.",
    "She made me tea.",
    "I moved here because of him.",
    "Other people were waiting too",
    "There was someone ahead of me",
    "We are behind schedule",
    "A huge dog ran past",
    "He made a mistake in the bill",
    "The soup was terrible",
    "I think I am late",
    "I thought I was early",
    "I'll never forget how kind he was",
    "I won't be there on Monday",
    "The bus left, so I must wait",
    "She has not replied since Tuesday.",
    "They gave the job to somebody else.",
    "My mother died in spring.",
    "I lost my thread for ten seconds",
    "I am a nurse",
    "I am late for work",
    "I was there at eight",
    # Words that look like cues and are none
    "Everyone can see the sea from here",
    "Everyone hates Mondays",
    "I must think about the menu",
    "They all saw the film but me",
    "I was told that the manager should be fired",
    "The party was a complete disaster, and we laughed about it",
    "This must be the worst possible weather",
    "Everyone else is out this evening",
    "I should have some money left by Friday",
    "I should have lunch at one",
    "I shouldn't have to pay twice",
    "I'm supposed to be at the station at nine",
    "I won't be able to come on Monday",
    "I know I'll get a letter when it is ready",
    "I know it will all work out",
    "People always ask for the blue one",
    "No one ever calls the old number",
    "I practised the tune over and over",
    "The wheels go round and round",
    "All I can think about is dinner",
    "Why can't I just write this page",
    "I phoned because I feel better now",
    "My old laptop is completely useless",
    "I am so sick of maths",
    # What is said not to be so
    "It was not even my fault",
    "It wasn't even my fault",
    "It is not my fault",
    "They don't hate me",
    "I am not a failure",
    "This isn’t the end of the world",
    "It's not nothing special",
    # What must not be argued with
    "He hit me and says it is my own doing",
    "It was his fault, he pushed me",
    "The pain is unbearable",
    "I can't cope any more",
    "I want to die, I'm such a burden",
    "I am worthless and want to kill myself",
    # In other languages, English cues say nothing
    "Ich bin traurig",
    "Sie denkt sicher, ich bin dumm",
    "Je suis triste",
    "أنا حزين",
    "我很难过",
    "",
    "...",
]


def asked(thought, without=()):
    return [hint.pattern for hint in hints_about(thought, without)]


@pytest.mark.parametrize(("thought", "may_be"), FITTING)
def test_that_what_is_asked_fits_the_thought(thought, may_be):
    found = set(asked(thought))
    assert found
    assert found <= may_be


@pytest.mark.parametrize("thought", PLAIN)
def test_that_nothing_is_asked_about_what_is_plain_or_must_be_left_alone(thought):
    assert asked(thought) == []


@pytest.mark.parametrize("thought", FEELINGS)
def test_that_a_bare_feeling_may_be_no_thought(thought):
    (hint,) = hints_about(f" {thought}\n")
    assert (hint.pattern, hint.words) == (FEELING, (thought,))
    assert asked(thought, [FEELING]) == []


@pytest.mark.parametrize(
    "thought",
    [
        "I am sad because she left",
        "I feel sad that it is over",
        "I am late and sad about it, since he waited",
        "The sad dog",
        "I am sad, I am not",
    ],
)
def test_that_a_feeling_with_more_to_it_is_not_asked_about(thought):
    assert FEELING not in asked(thought)


def test_that_the_same_words_bring_up_one_question_only():
    assert asked("He must think I am stupid") == ["mind_reading"]
    assert asked("He must think I am stupid, and I'm a failure") == ["mind_reading", "labeling"]


def test_that_what_was_turned_down_is_not_asked_again():
    thought = "I should have known, they think I'm a failure"
    first = asked(thought)
    assert len(first) == MOST_HINTS
    assert set(asked(thought, first)).isdisjoint(first)
    everything = [pattern.id for pattern in content.thinking_patterns()]
    assert asked(thought, everything) == []


def test_that_of_the_made_up_thoughts_few_are_asked_about_wrongly():
    right = wrong = 0
    for practice in content.practice_thoughts():
        for pattern in asked(practice.words):
            fits = pattern in (practice.pattern, *practice.also)
            right, wrong = right + fits, wrong + (not fits)
    assert right >= 8
    assert wrong <= right // 8


def test_that_every_example_of_the_library_is_asked_about_rightly_or_not_at_all():
    found = 0
    for pattern in content.thinking_patterns():
        patterns = asked(pattern.example)
        assert not patterns or pattern.id in patterns, pattern.id
        found += bool(patterns)
    assert found >= 10
