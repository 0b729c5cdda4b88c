"""The minutes in Word, in the order in which a court, a solicitor and a family read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.cutting import LEFT_OUT
from agenda.edition import changed_sentences
from agenda.steps import Step
from agenda.who_may import why_closed_to_minutes
from agenda.words import OfferAnswer
from exports.approval import FAIR_RECORD, approval, circulation, dates, reasons
from exports.decisions import decided, decisions, windows
from exports.document import Paper, made
from exports.instructions import instructions
from exports.outcomes_table import outcomes
from exports.page_marks import marks_of_edition
from exports.plan_table import assessments, bottom_line, plan
from exports.problems import NotApproved
from exports.safe_file import nothing_first, write_whole
from exports.said import concerns, documents, sections
from exports.trajectories import which_way
from exports.who import advice, attendance, children
from exports.wordml import body, cell, facts, heading, labelled, paragraph, quiet, run, table
from exports.words import long_date, sentence, short_date

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agenda.edition import Edition
    from agenda.minutes import MinutedHelp, MinutedNetwork, Minutes


def write_minutes(
    edition: Edition,
    to: Path,
    *,
    template: Path | None = None,
    draft: bool = False,
    first: Callable[[], None] = nothing_first,
) -> None:
    """Write minutes as a Word document: the same edition and template, the same bytes.

    Args:
        edition: the frozen minutes and where their approval stands.
        to: the file to write; one that is there is replaced, whole or not at all.
        template: an authority's own Word file (`.docx` or `.dotx`), for its styles, header
            and footer; our own look without one.
        draft: whether minutes that are not approved may be written, with DRAFT across every page.
        first: done when the document is ready, before its file is written: what keeps that it
            is given out.

    Raises:
        NotApproved: where an approval is missing and no draft was asked for.
        TemplateNotWord: where the template cannot be used.
        CannotWrite: where the file cannot be written; what was there before is left as it was.
    """
    write_whole(minutes_made(edition, template, draft=draft), to, first)


def minutes_made(edition: Edition, template: Path | None, *, draft: bool = False) -> bytes:
    """Return minutes as the bytes of a Word document; `write_minutes` says what may be raised."""
    why = why_closed_to_minutes(Step.FINAL_DOCUMENT, edition.state)
    if why and not draft:
        raise NotApproved(why)
    title = f"{edition.minutes.title}, {edition.minutes.reference}"
    return made(Paper(marks_of_edition(edition), title, _content(edition)), template)


def _content(edition: Edition) -> str:
    minutes = edition.minutes
    return "".join(
        (
            _opening(edition),
            children(minutes.children),
            attendance(minutes),
            advice(minutes.advice),
            documents(minutes.documents),
            concerns(minutes.concerns),
            sections("What was said", minutes.sections),
            sections("Views", minutes.views),
            _network(minutes.network),
            outcomes(minutes.plan),
            which_way(minutes.concerns, minutes.judgements),
            decisions(minutes.decisions),
            assessments(minutes.plan, minutes.consents),
            instructions(minutes.instructions),
            plan(minutes.plan),
            bottom_line(minutes.plan, minutes.consequences),
            dates(minutes.dates),
            reasons(minutes.reasons),
            circulation(minutes.circulation),
            approval(edition),
        )
    )


def _opening(edition: Edition) -> str:
    minutes = edition.minutes
    return (
        paragraph("Title", run(minutes.title))
        + paragraph("Subtitle", run("Public Law Outline: pre-proceedings meeting"))
        + facts(
            "The meeting",
            "The case, the meeting, who chaired it and who took the minutes.",
            [
                ("Case reference", cell(minutes.reference)),
                ("Meeting", cell(_meeting(minutes))),
                ("Chair", cell(minutes.chair)),
                ("Minute-taker", cell(minutes.minute_taker)),
                ("PLO window", cell(*windows(minutes))),
                ("Decision", cell(*decided(minutes.decisions))),
                ("Version", cell(_version(minutes))),
                ("Copy", cell(*_copy(minutes))),
                ("Status", cell(edition.stands, *changed_sentences(edition))),
            ],
        )
        + body(quiet(FAIR_RECORD))
    )


def _meeting(minutes: Minutes) -> str:
    return f"Meeting {minutes.number}: {minutes.kind.heading.lower()}, {long_date(minutes.on)}"


def _copy(minutes: Minutes) -> list[str]:
    """Return whom a copy is for, and that something is left out; nothing of the whole minutes."""
    if not minutes.copy_for:
        return []
    return [f"For {minutes.copy_for}", LEFT_OUT if minutes.leaves_out else ""]


def _version(minutes: Minutes) -> str:
    reason = f". Reason for this version: {minutes.version_reason}"
    return f"{minutes.version}{reason if minutes.version_reason else ''}"


def _network(network: MinutedNetwork | None) -> str:
    if network is None:
        return ""
    offered = long_date(network.offered_on) if network.offered_on else "Not recorded"
    by = f" ({network.answered_by})" if network.answered_by else ""
    answer = (
        "Not recorded"
        if network.answer is OfferAnswer.NOT_ASKED
        else f"{sentence(network.answer)}{by}"
    )
    names_by = long_date(network.names_by) if network.names_by else ""
    return (
        heading(1, "Family network and family group decision making")
        + labelled("A family group meeting was offered", offered)
        + labelled("The family's answer", answer)
        + labelled("Names of those who could help, by", names_by)
        + (_helpers(network.helpers) if network.helpers else "")
    )


def _helpers(helpers: tuple[MinutedHelp, ...]) -> str:
    return table(
        "Who could help",
        "Each row is one person: who they are, how they could help, and whether they could care "
        "for the children.",
        [("Who", 26), ("How they could help", 40), ("Could care for the children", 34)],
        [
            (cell(helper.name, sentence(helper.relation)), cell(helper.help), _care(helper))
            for helper in helpers
        ],
    )


def _care(helper: MinutedHelp) -> str:
    if not helper.could_care:
        return cell("Not named as a carer")
    by = helper.viability_by
    return cell("Yes", f"Viability assessment by {short_date(by)}" if by else "")
