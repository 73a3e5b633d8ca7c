"""What a record comes to in a list and in a count: the plain model of what storage reads."""

from resilience_desktop.domain.record_brief import NOTHING_RATED, RecordBrief, RecordFacts


def brief_of(record):
    """The row of a record."""
    hot = record.hot_thought
    details = [*(trigger.word for trigger in record.triggers), *record.tags]
    return RecordBrief(
        id=record.id,
        at=record.at.wall,
        finished=record.finished,
        starred=record.starred,
        form=record.form,
        situation=record.situation if record.situation.strip() else ", ".join(details),
        thought=(hot.text, hot.belief_before, hot.belief_after) if hot else NOTHING_RATED,
        balanced_thought=record.balanced_thought,
        label=record.label,
        patterns=tuple(
            [p.pattern for p in record.patterns if p.main]
            + [p.pattern for p in record.patterns if not p.main]
        ),
        feelings=tuple((f.word, f.before, f.after) for f in record.feelings),
        not_ready=record.not_ready,
        never_share=record.never_share,
    )


def facts_of(records):
    """What is counted of the finished ones, the newest first."""
    finished = [record for record in records if record.finished]
    finished.sort(key=lambda record: (record.at.day, record.at.utc), reverse=True)
    return [RecordFacts.of(record) for record in finished]
