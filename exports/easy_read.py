"""The easy-read copy of plan and minutes for one reader: large, one idea on a line, plain words.

It has what the meeting settled, and no paragraph of what anybody said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.cutting import LEFT_OUT_OF_PLAN
from agenda.decision_words import Trajectory
from agenda.minuting_dates import LAST_DAY
from agenda.reading_guide import hard_words, sentences
from agenda.words import LineKind, LineOutcome, LineState, ParentAnswer
from exports.document import Paper, made
from exports.family_decisions import until_when
from exports.page_marks import marks_of_edition
from exports.wordml import labelled, paragraph, plain, points, run
from exports.words import listed, long_date, sentence, when

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from agenda.edition import Edition
    from agenda.minuted_plan import MinutedLine
    from agenda.minutes import MinutedConcern, MinutedDate, Minutes
    from agenda.policy import Policy

_TEXT, _FIRST, _POINT = "PLOEasyText", "PLOEasyFirst", "PLOEasyPoint"

_DRAFT = "This is a draft. It may still change."
_MORE = "The full minutes say more. You can ask for them."
_WRONG = "If something here is wrong, tell us or your solicitor."
_WAY = {
    Trajectory.REDUCED: "We are less worried about this now.",
    Trajectory.SAME: "We are as worried about this as before.",
    Trajectory.INCREASED: "We are more worried about this now.",
}
_OWN_ANSWERS = {
    ParentAnswer.AGREED: "You agreed to",
    ParentAnswer.WITH_CONDITIONS: "You agreed, on a condition, to",
    ParentAnswer.NOT_AGREED: "You have not agreed to",
}


@dataclass(frozen=True, slots=True)
class EasyRead:
    """What an easy-read copy is made from.

    Attributes:
        edition: the minutes, cut for the reader (`agenda.copy_edition.copy_of`).
        ring: whom to ring, a line for each.
        policy: the authority's, for its hard words and the plainer ones.
    """

    edition: Edition
    ring: str
    policy: Policy


def easy_read_made(easy: EasyRead, template: Path | None) -> bytes:
    """Return an easy-read copy as the bytes of a Word document, in 16 points.

    Args:
        easy: the reader's own edition, whom to ring, and the authority's hard words.
        template: an authority's own Word file (`.docx` or `.dotx`); our own look without one.

    Raises:
        TemplateNotWord: where the template cannot be used.
    """
    title = f"Easy read: our meeting and our plan, {easy.edition.minutes.reference}"
    return made(Paper(marks_of_edition(easy.edition), title, _content(easy)), template)


def _content(easy: EasyRead) -> str:
    minutes = easy.edition.minutes
    lines = [line for line in minutes.plan if line.state is not LineState.DROPPED]
    going_on = [line for line in lines if line.finished is None]
    steps = [line for line in going_on if line.kind is not LineKind.BOTTOM_LINE]
    own = [line for line in steps if line.owner and line.owner == minutes.copy_for]
    ours = [line for line in steps if line.owner_is_ours]
    content = (
        _opening(easy)
        + _part("Who was there", _present(minutes))
        + _part("What we are worried about", "".join(map(_worry, minutes.concerns)))
        + _part("What was agreed", _agreed(minutes, going_on))
        + _part("What you do", _steps(own))
        + _part("What we do", _steps(ours, who=True))
        + _part("What others do", _steps([one for one in steps if one not in own + ours], who=True))
        + _part("Done", _done(lines))
        + _part("What must not happen", _limits(going_on))
        + _part("What happens next", _dates(minutes.dates))
        + _part("Whom to ring", _texts(filter(None, map(str.strip, easy.ring.split("\n")))))
    )
    return content + _part(
        "Words we use", _words(plain(content.replace("</w:p>", "\n")), easy.policy)
    )


def _part(title: str, content: str) -> str:
    return paragraph("PLOEasyHeading", run(title)) + content if content else ""


def _texts(texts: Iterable[str], style: str = _TEXT) -> str:
    return "".join(paragraph(style, run(text)) for text in texts)


def _opening(easy: EasyRead) -> str:
    minutes = easy.edition.minutes
    days = dict.fromkeys(sitting.on for sitting in minutes.sittings) or {minutes.on: None}
    names = listed([child.full_name for child in minutes.children])
    told = (
        f"We met on {listed([long_date(day) for day in days])}.",
        f"We met about {names}." if names else "",
        _DRAFT if easy.edition.state.is_draft else "",
        _MORE,
        LEFT_OUT_OF_PLAN if minutes.leaves_out else "",
        _WRONG,
    )
    whose = f"This is for {minutes.copy_for}." if minutes.copy_for else ""
    return (
        paragraph("PLOEasyTitle", run("Our meeting and our plan"))
        + (paragraph(_TEXT, run(whose, bold=True)) if whose else "")
        + _texts(filter(None, told))
    )


def _present(minutes: Minutes) -> str:
    """Return everyone who was there, each on a line and once; the reader is `you`."""
    who = dict.fromkeys(
        (one.name, "you" if one.name == minutes.copy_for else one.role)
        for sitting in minutes.sittings
        for one in sitting.present
    )
    return points((f"{name}, {role}" if role else name for name, role in who), _POINT)


def _worry(worry: MinutedConcern) -> str:
    way = _WAY[worry.trajectory.trajectory] if worry.trajectory else ""
    return paragraph(_FIRST, run(f"{worry.number}. {worry.heading}", bold=True)) + _texts(
        [*sentences(worry.summary), *filter(None, [way])]
    )


def _agreed(minutes: Minutes, lines: list[MinutedLine]) -> str:
    told = [said for text in until_when(minutes) for said in sentences(text)]
    for answer, words in _OWN_ANSWERS.items():
        numbers = [
            str(line.number)
            for line in lines
            for given in line.answers
            if given.name == minutes.copy_for and given.answer is answer
        ]
        if numbers:
            told.append(f"{words} step{'s' * (len(numbers) > 1)} {listed(numbers)}.")
    return _texts(told)


def _steps(steps: list[MinutedLine], *, who: bool = False) -> str:
    return "".join(_step(step, who=who) for step in steps)


def _step(step: MinutedLine, *, who: bool) -> str:
    what, *more = sentences(step.what) or [""]
    return (
        paragraph(_FIRST, run(f"{step.number}. {what}", bold=True))
        + _texts(more)
        + points(step.parts, _POINT)
        + (labelled("Who", step.owner or "Not named yet", _TEXT) if who else "")
        + "".join(labelled("When", said, _TEXT) for said in when(step))
        + labelled("Our help", step.support, _TEXT)
        + labelled("Help from", step.helper, _TEXT)
        + _texts(["This is not agreed yet."] if step.state is LineState.DRAFT else [])
    )


def _done(lines: list[MinutedLine]) -> str:
    return points(
        (f"{one.number}. {one.what}" for one in lines if one.finished is LineOutcome.DONE), _POINT
    )


def _limits(lines: list[MinutedLine]) -> str:
    return "".join(
        paragraph(_FIRST, run(f"{line.number}. {line.what}", bold=True))
        + points(line.parts, _POINT)
        + labelled("If it does happen", line.consequence, _TEXT)
        for line in lines
        if line.kind is LineKind.BOTTOM_LINE
    )


def _dates(dates: Iterable[MinutedDate]) -> str:
    return "".join(
        paragraph(_FIRST, run(row.what.replace(LAST_DAY, "Last day of our plan"), bold=True))
        + labelled("When", f"{long_date(row.on)}{f' at {row.at}' if row.at else ''}", _TEXT)
        + labelled("Where", row.place, _TEXT)
        for row in dates
    )


def _words(text: str, policy: Policy) -> str:
    """Return each hard word that stands in the copy, with a plainer one, in their order."""
    hard = dict(hard_words(text, policy))
    return "".join(
        paragraph(
            _TEXT,
            run(sentence(word), bold=True),
            run(f": {plainer.partition(', and say')[0].partition(', or say')[0]}."),
        )
        for word, plainer in sorted(hard.items())
    )
