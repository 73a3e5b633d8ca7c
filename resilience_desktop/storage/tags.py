"""Which tags there are: those that entries have, and those that were made to be used."""

from __future__ import annotations

import json

from resilience_desktop.domain.tag import Tag
from resilience_desktop.storage.repository import Repository

_USED = (
    "SELECT seq, tag FROM entry_tags "
    "UNION ALL SELECT seq, word FROM record_details WHERE part = 'tag'"
)


class Tags(Repository):
    """Repository of the tags."""

    def all(self) -> list[Tag]:
        """Return every tag, those used most first."""
        rows = self.db.execute(
            f"""
            WITH used (seq, word) AS ({_USED})
            SELECT word, coalesce(t.of, ?), coalesce(t.archived, 0), coalesce(u.used, 0)
            FROM (SELECT word FROM tags UNION SELECT word FROM used) AS w
            LEFT JOIN tags AS t USING (word)
            LEFT JOIN (SELECT word, count(DISTINCT seq) AS used
                       FROM used GROUP BY word) AS u USING (word)
            ORDER BY 4 DESC, word
            """,  # noqa: S608
            [Tag("?").group],
        ).fetchall()
        return [Tag(word, of, bool(archived), used) for word, of, archived, used in rows]

    def kept(self) -> list[Tag]:
        """Return the tags of which more is known than that entries have them."""
        rows = self.db.execute("SELECT word, of, archived FROM tags ORDER BY word").fetchall()
        return [Tag(word, of, bool(archived)) for word, of, archived in rows]

    def put(self, tag: Tag) -> None:
        """Write which group a tag is in, and whether it is offered."""
        self.db.execute(
            "INSERT INTO tags (word, of, archived) VALUES (?, ?, ?) ON CONFLICT (word) "
            "DO UPDATE SET of = excluded.of, archived = excluded.archived",
            [tag.word, tag.group, int(tag.archived)],
        )

    def drop(self, word: str) -> None:
        """Forget what is known of a tag; entries keep it."""
        self.db.execute("DELETE FROM tags WHERE word = ?", [word])

    def items_with(self, word: str) -> list[str]:
        """Return the ids of what has a tag, in the bin and sealed ones too."""
        rows = self.db.execute(
            f"SELECT DISTINCT i.id FROM ({_USED}) AS u JOIN items AS i USING (seq) "  # noqa: S608
            "WHERE u.tag = ?",
            [word],
        ).fetchall()
        return [id_ for (id_,) in rows]

    def rename_in_drafts(self, old: str, new: str) -> None:
        """Give what is being written the new name of a tag too."""
        for slot, body in self.db.execute("SELECT slot, body FROM drafts").fetchall():
            draft = json.loads(body)
            if old in draft["tags"]:
                draft["tags"] = renamed(draft["tags"], old, new)
                self.db.execute(
                    "UPDATE drafts SET body = ? WHERE slot = ?",
                    [json.dumps(draft, ensure_ascii=False), slot],
                )


def renamed(tags: list[str] | tuple[str, ...], old: str, new: str) -> list[str]:
    """Return tags with one renamed, each once."""
    return list(dict.fromkeys(new if tag == old else tag for tag in tags))
