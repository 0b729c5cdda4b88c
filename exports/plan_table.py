"""The plan as the meeting left it: a table of lines, the assessments, and the bottom line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.consent_words import consent_words
from agenda.words import EntryKind, LineKind, LineState
from exports.said import numbered
from exports.who import NONE_RECORDED
from exports.wordml import cell, heading, labelled, lead_in, lettered, paragraph, quiet, run, table
from exports.words import listed, sentence, short_date, when

if TYPE_CHECKING:
    from agenda.minuted_plan import MinutedAnswer, MinutedLine
    from agenda.minutes import MinutedConsent, Paragraph

_TEXT = "PLOTableText"
_PART = "PLOTablePart"


def plan(lines: tuple[MinutedLine, ...]) -> str:
    """Return the plan, every line but the bottom lines; nothing where there is none."""
    steps = [line for line in lines if line.kind is not LineKind.BOTTOM_LINE]
    if not steps:
        return ""
    return heading(1, "The plan") + table(
        "The plan",
        "Each row is one line of the plan: its number, what will happen, who does it with what "
        "support from us, by when, how we will know, and each parent's answer.",
        [
            ("No.", 6),
            ("What will happen", 32),
            ("Who, and our support", 21),
            ("By when", 19),
            ("How we will know", 18),
            ("Each parent's answer", 19),
        ],
        [_line(line) for line in steps],
    )


def _line(line: MinutedLine) -> tuple[str, ...]:
    return (
        cell(str(line.number)),
        _what(line),
        _who(line),
        _by_when(line),
        cell(line.measure) or cell("Not recorded"),
        answer_lines(line.answers),
    )


def _what(line: MinutedLine) -> str:
    worry = f"Worry {line.concern}" if line.concern else ""
    about = f"For {listed(line.children)}" if line.children else ""
    links = " · ".join(filter(None, (worry, about)))
    return (
        paragraph(_TEXT, run(line.what, bold=True))
        + lettered(line.parts, _PART)
        + state(line)
        + labelled("For the children", line.child_benefit, _TEXT)
        + labelled("Child protection plan goal", line.goal, _TEXT)
        + labelled("If it does not work", line.contingency, _TEXT)
        + (paragraph(_TEXT, quiet(links)) if links else "")
    )


def state(line: MinutedLine) -> str:
    """Return what the meeting did with a line, and how it has ended: `Agreed · Done`."""
    if line.state is LineState.DROPPED:
        return paragraph(_TEXT, run(sentence(line.state), bold=True))
    ended = f" · {sentence(line.finished)}" if line.finished else ""
    if line.state is LineState.DRAFT:
        return paragraph(_TEXT, run(f"Not decided today{ended}", bold=True))
    words = run(f"{sentence(line.state)}{ended}", bold=True)
    if line.state is LineState.AMENDED and line.drafted_as:
        return paragraph(_TEXT, words, run(f" from “{line.drafted_as}”"))
    return paragraph(_TEXT, words)


def _who(line: MinutedLine) -> str:
    owner = run(line.owner or "Nobody named", bold=True)
    ours = run(" (for the local authority)") if line.owner_is_ours else ""
    return (
        paragraph(_TEXT, owner, ours)
        + labelled("Helped by", line.helper, _TEXT)
        + labelled("Our support", line.support, _TEXT)
    )


def _by_when(line: MinutedLine) -> str:
    week = f"Week {line.due_week}" if line.due and line.due_week else ""
    exception = (
        labelled("After the window, because", line.exception, _TEXT) if line.exception else ""
    )
    return (cell(*when(line), week) or cell("No date")) + exception


def answer_lines(answers: tuple[MinutedAnswer, ...]) -> str:
    """Return each party's own answer on a line of its own, as the content of a cell."""
    if not answers:
        return cell(NONE_RECORDED)
    return "".join(
        paragraph(_TEXT, run(f"{given.name}: ", bold=True), run(_answer(given)))
        for given in answers
    )


def _answer(given: MinutedAnswer) -> str:
    return f"{given.answer}: {given.conditions}" if given.conditions else given.answer.value


def assessments(lines: tuple[MinutedLine, ...], consents: tuple[MinutedConsent, ...]) -> str:
    """Return the assessments in the plan, and the consents asked for."""
    planned = [line for line in lines if line.kind is LineKind.ASSESSMENT]
    if not planned and not consents:
        return ""
    return (
        heading(1, "Assessments and consents")
        + (_assessment_table(planned) if planned else labelled("Assessments", NONE_RECORDED))
        + (_consent_table(consents) if consents else labelled("Consents", NONE_RECORDED))
    )


def _assessment_table(planned: list[MinutedLine]) -> str:
    return table(
        "Assessments",
        "Each row is one assessment: its line in the plan, what it is, who does it, and when.",
        [("Line", 7), ("Assessment", 43), ("Who", 22), ("Sessions and report", 28)],
        [
            (
                cell(str(line.number)),
                paragraph(_TEXT, run(line.what)) + state(line),
                cell(line.owner or "Nobody named"),
                cell(*when(line)) or cell("No date"),
            )
            for line in planned
        ],
    )


def _consent_table(consents: tuple[MinutedConsent, ...]) -> str:
    return table(
        "Consents",
        "Each row is one consent asked for: of whom, to what, and the answer.",
        [("Consent asked of", 28), ("To", 30), ("Answer", 42)],
        [(cell(asked.name), cell(sentence(asked.purpose)), _consent(asked)) for asked in consents],
    )


def _consent(asked: MinutedConsent) -> str:
    back = f"Taken back on {short_date(asked.taken_back_on)}" if asked.taken_back_on else ""
    return cell(sentence(consent_words(asked)), back, asked.note)


def bottom_line(lines: tuple[MinutedLine, ...], explained: tuple[Paragraph, ...]) -> str:
    """Return what must not happen, what follows if it does, and how that was explained."""
    limits = [line for line in lines if line.kind is LineKind.BOTTOM_LINE]
    if not limits and not explained:
        return ""
    limit_table = (
        table(
            "The bottom line",
            "Each row is one bottom line: its number in the plan, what must not happen, what "
            "follows if it does, and each parent's answer.",
            [("No.", 6), ("What must not happen", 37), ("What follows", 35), ("Answers", 27)],
            [_limit(line) for line in limits],
        )
        if limits
        else ""
    )
    said = numbered(explained, under=EntryKind.CONSEQUENCE)
    title = lead_in("Consequences explained") if said else ""
    return heading(1, "The bottom line and what follows") + limit_table + title + said


def _limit(line: MinutedLine) -> tuple[str, ...]:
    what = paragraph(_TEXT, run(line.what, bold=True)) + lettered(line.parts, _PART) + state(line)
    follows = cell(line.consequence, line.contingency) or cell("Not recorded")
    return cell(str(line.number)), what, follows, answer_lines(line.answers)
