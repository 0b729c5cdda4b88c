"""Whether a family can read a line of the plan: long sentences and hard words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.finding import Finding, Level, Rule
from agenda.reading_guide import hard_words, long_sentences, reading_age

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agenda import records
    from agenda.papers import Papers

LONG_SENTENCE = Rule(
    "words.long_sentence",
    Level.SHOULD,
    "No sentence of the plan is too long.",
    "GOV.UK style guide; Somerset 2018: simplest language. A reading guide",
)
HARD = Rule(
    "words.hard",
    Level.SHOULD,
    "The plan is in plain words.",
    "Somerset 2018, Initial PLO letter: simplest language. A reading guide",
)

_FIELDS = ("what", "support", "measure", "rhythm", "consequence", "contingency", "child_benefit")
_MOST_OFFERED = 3
_SHOWN = 40
"""Characters of a long sentence that are shown: enough to find it by."""


def reading_findings(line: records.PlanLine, papers: Papers, place: str) -> Iterator[Finding]:
    """Give at most one finding for each field with a long sentence, and one for hard words."""
    policy = papers.policy
    texts = {field: text for field in _FIELDS if (text := str(getattr(line, field)))}
    texts["what"] = "\n".join([line.what, *(part.text for part in papers.parts(line.id))])
    for field, text in texts.items():
        for sentence, count in long_sentences(text, policy.plan.sentence_words)[:1]:
            told = (
                f"Line {line.number} has a sentence of {count} words, read at about age "
                f"{reading_age(sentence)} (a guide): “{sentence[:_SHOWN]}…”. Make it two."
            )
            yield Finding(LONG_SENTENCE, told, "", line.id, place, field)
    found = {field: hard_words(text, policy) for field, text in texts.items()}
    hard = list(dict.fromkeys(pair for pairs in found.values() for pair in pairs))
    if hard:
        offered = ", ".join(f"“{word}” ({plain})" for word, plain in hard[:_MOST_OFFERED])
        told = f"Line {line.number} has hard words, with plainer ones behind them: {offered}."
        field = next(field for field, pairs in found.items() if pairs)
        yield Finding(HARD, told, hard[0][1], line.id, place, field)
