"""Checking letters to parents before they go to legal, and writing one for Word."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from agenda.finding import Level
from agenda.letter_check import letter_findings
from agenda.letter_reading import read_letter
from agenda.letter_words import LetterKind
from plo_tui.cli import DONE, REFUSED
from plo_tui.cli.at_desk import desk_of
from plo_tui.cli.checked_file import text_or_code
from plo_tui.cli.open_store import opened
from plo_tui.cli.printing import say
from plo_tui.store.problems import Refused

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from agenda.letter_place import LetterFinding
    from agenda.papers import Papers
    from agenda.records import LetterDraft


def check_letter(asked: Namespace) -> int:
    """Print each finding of a letter on a line, with its level, its place and what to change."""
    if asked.case and asked.file is None:
        return _check_in_store(asked)
    if asked.case or asked.file is None:
        raise Refused("Name the file of one letter, or a case with --case CASE.")
    name = str(asked.file)
    text = text_or_code(asked.file)
    if isinstance(text, int):
        return text
    letter, wrong = read_letter(text, name)
    if letter is None:
        say(str(problem) for problem in wrong)
        return REFUSED
    desk = desk_of(asked)
    found = letter_findings(letter, desk.policy, desk.days, asked.other_child or ())
    if not found:
        say([f"{name}: nothing to change. Letter {letter.kind}, to {letter.to.name}."])
        return DONE
    say(_lines(found))
    return REFUSED


def export_letter(asked: Namespace) -> int:
    """Write the letter to one parent, and keep to whom it is given out."""
    from agenda.given_out import own_copy
    from agenda.letter_given import why_not_so_called
    from agenda.letter_of import letter_of
    from agenda.printed import printed_letter
    from exports.safe_file import write_whole
    from plo_tui.giving_out import write_given_out
    from plo_tui.letter_document import letter_document
    from plo_tui.store.reading.papers import read_papers

    desk = desk_of(asked)
    with opened(desk) as store:
        case = store.case(asked.case)
        papers = store.read(read_papers, case.case_id, None, desk.policy, desk.today())
        draft = _one(_letters(papers, asked), papers, case.reference)
        letter, is_cleared = letter_of(papers, draft), bool(draft.frozen)
        printed = printed_letter(letter, draft)
        name = papers.name(None, draft.person_id)
        if asked.to or not is_cleared:  # a draft is for whoever reads it here, not for the parent
            del printed["to_person_id"]
        to = asked.to or (name if is_cleared else own_copy(store.me().name))
        if why := why_not_so_called(papers, draft, asked.output.name):
            raise Refused(why)
        template = asked.template or desk.settings.template
        made = letter_document(papers, draft, to, template, draft=asked.draft)
        writes = partial(write_whole, made, asked.output)
        write_given_out(store.do, case.case_id, printed, to, writes)
    stands = "cleared by legal" if is_cleared else "DRAFT, not cleared by legal"
    say([f"The {letter.kind.called} to {name} ({stands}): {asked.output}"])
    return DONE


def _check_in_store(asked: Namespace) -> int:
    """Check the letters of a case that are not cleared yet, or the one that is named."""
    from agenda.letter_checked import checked_letter
    from plo_tui.store.reading.letters import other_children
    from plo_tui.store.reading.papers import read_papers

    desk, code = desk_of(asked), DONE
    with opened(desk) as store:
        case = store.case(asked.case)
        papers = store.read(read_papers, case.case_id, None, desk.policy, desk.today())
        others = [*store.read(other_children, case.case_id), *(asked.other_child or ())]
        letters = _letters(papers, asked)
        if not letters:
            _one(letters, papers, case.reference)
        for draft in letters:
            found = checked_letter(papers, draft, desk.days, others)
            called = f"Letter {draft.kind}, to {papers.name(None, draft.person_id)}"
            told = [f"{called}: nothing to change."] if not found else [f"{called}:"]
            say([*told, *_lines(found)])
            open_still = any(one.level is not Level.NOTE for one in found)
            code = REFUSED if open_still else code
    return code


def _letters(papers: Papers, asked: Namespace) -> list[LetterDraft]:
    """Return the letters of a case that are meant, the latest of each kind to each person.

    Raises:
        Refused: where there is no such kind.
    """
    kind = _kind(asked.kind) if asked.kind else None
    whose = (asked.whose or "").strip().casefold()
    found = []
    for draft in papers.letters:
        person = papers.find("Person", draft.person_id)
        names = {person.full_name.casefold(), person.known_as.casefold()} if person else set()
        is_latest = papers.letter_to(draft.kind, draft.person_id) is draft
        if is_latest and kind in (None, draft.kind) and (not whose or whose in names):
            found.append(draft)
    return found


def _kind(words: str) -> LetterKind:
    """Return the kind of letter that words begin to name.

    Raises:
        Refused: where they name none, or more than one.
    """
    meant = [kind for kind in LetterKind if kind.startswith(words.strip().lower())]
    if len(meant) != 1:
        kinds = ", ".join(LetterKind)
        raise Refused(f"There is no one letter “{words}”. The kinds are: {kinds}.")
    return meant[0]


def _one(letters: list[LetterDraft], papers: Papers, reference: str) -> LetterDraft:
    """Return the one letter that is meant.

    Raises:
        Refused: where there is none, or more than one, with what to add.
    """
    if not letters:
        raise Refused(f"{reference} has no such letter. Begin it in the app: “before the meeting”.")
    if len(letters) > 1:
        told = "; ".join(f"{one.kind}, to {papers.name(None, one.person_id)}" for one in letters)
        raise Refused(f"{reference} has more than one: {told}. Add --for NAME, or --kind KIND.")
    return letters[0]


def _lines(found: Iterable[LetterFinding]) -> Iterable[str]:
    for one in found:
        offered = f" For example: {one.example}." if one.example else ""
        passed = f" Passed: {one.passed}." if one.passed else ""
        yield (
            f"{one.level} · {one.where.in_words} · {one.sentence}{offered}{passed} ({one.rule.key})"
        )
