"""Changing a letter: each piece in its own words, or in the record that it is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on, work

from agenda.letter_apart_rules import OWN_TIME
from agenda.letter_checked import still_open
from agenda.letter_place import Part
from agenda.letter_sources import LEFT_OUT
from agenda.plainer import plainer_words, with_plainer
from agenda.words import LineKind, MeetingKind
from plo_tui.screens.letter_frame import LetterFrame
from plo_tui.store.verbs.concerns import change_concern, change_example
from plo_tui.store.verbs.help_given import change_help_given
from plo_tui.store.verbs.letters import change_letter, leave_out_of_letter, put_back_in_letter
from plo_tui.store.verbs.planning import change_line
from plo_tui.widgets.letter_needs import LetterNeeds
from plo_tui.widgets.letter_page import LetterPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from agenda.letter_place import LetterFinding
    from agenda.letter_sources import Source

_NEW_LINE = {
    Part.LINE: LineKind.ACTION,
    Part.VISIT: LineKind.VISIT,
    Part.BOTTOM_LINE: LineKind.BOTTOM_LINE,
}
_CHANGES: dict[str, Callable[..., Any]] = {
    "LetterDraft": change_letter,
    "Concern": change_concern,
    "ConcernExample": change_example,
    "HelpGiven": change_help_given,
    "PlanLine": change_line,
}
"""The verb that changes each record of which a letter tells a text."""
_FIELD_OF = {
    ("Concern", "paragraphs"): "summary",
    ("ConcernExample", "examples"): "text",
    ("HelpGiven", "outcome"): "came_of",
    ("LetterDraft", "what"): "first_line",
}
"""The record's own name for a field, where the letter has another for it."""


class LetterEditing(LetterFrame):
    """The part of the drafting screen that changes what the letter says."""

    # --- opening a piece

    def action_open_part(self) -> None:
        """Change the piece under the cursor, or go to the finding under it."""
        if isinstance(self.focused, LetterPage | LetterNeeds):
            self.focused.action_select()

    @on(LetterPage.Chosen)
    def _chosen(self) -> None:
        self.say("")
        if self.draft.frozen:
            self.say("Legal has cleared this letter, so it is read only. r opens it again.")
        elif form := self._form_here():
            self.app.push_screen(form)

    @on(LetterNeeds.Go)
    def _go(self, event: LetterNeeds.Go) -> None:
        """Go to where a finding is put right; from the piece itself, open it."""
        page = self.query_one(LetterPage)
        is_here = page.here == event.row.piece
        page.go_to(event.row.piece)
        page.focus()
        if is_here and not self.draft.frozen and (form := self._form_here()):
            self.app.push_screen(form)

    def _form_here(self) -> Screen[Any] | None:
        """Return the form of the piece under the cursor; None where there is none."""
        piece, source = self.piece, self.source
        if piece is None or self.papers is None:
            return None
        if source and source.kind != "LetterDraft":
            return self._form_of(source)
        if piece.part is Part.MEETING:
            from plo_tui.screens.meeting_form import MeetingForm

            return MeetingForm(self.desk, self.papers, kind=MeetingKind.INITIAL)
        is_list = piece.part in (Part.HELP, *_NEW_LINE)
        if is_list and not (piece.part is Part.LINE and (source or not self.draft.first_line)):
            return self._new_here(piece.part)
        from plo_tui.screens.letter_part_form import LetterPartForm

        return LetterPartForm(self.desk, self.papers, self.draft, piece.part)

    def _form_of(self, source: Source) -> Screen[Any]:
        """Return the form of a record that the letter tells."""
        from plo_tui.screens.example_form import ExampleForm
        from plo_tui.screens.help_form import HelpForm
        from plo_tui.screens.invitations_form import InvitationsForm
        from plo_tui.screens.line_form import LineForm
        from plo_tui.screens.meeting_form import MeetingForm
        from plo_tui.screens.worry_form import WorryForm

        assert self.papers is not None  # noqa: S101 - a source is of the papers
        desk, papers, key = self.desk, self.papers, source.key
        if source.kind == "ConcernExample":
            return ExampleForm(desk, papers, papers.find("ConcernExample", key))  # type: ignore[arg-type]
        if source.kind == "Concern":
            return WorryForm(desk, papers, key)
        if source.kind == "HelpGiven":
            return HelpForm(desk, papers, key)
        if source.kind == "Meeting":
            form = InvitationsForm if self._lacks_own_time() else MeetingForm
            return form(desk, papers, key)
        return LineForm(desk, papers, key, kind=papers.find("PlanLine", key).kind)  # type: ignore[union-attr]

    def _lacks_own_time(self) -> bool:
        """Whether the reader must not meet another, and has no time of their own yet."""
        found = [one for row in self.drafted.found.values() for one in row] if self.drafted else []
        return any(one.rule is OWN_TIME and not one.passed for one in found)

    def action_add_to_letter(self) -> None:
        """Add a worry, help or a line, by where the cursor is."""
        self.say("")
        part = self.piece.part if self.piece else Part.WHOLE
        if part in (Part.WORRIES, Part.WORRY, Part.HELP, *_NEW_LINE):
            self.app.push_screen(self._new_here(part))
        else:
            self.say("Go to the worries, the help or what needs to happen: n adds one there.")

    def _new_here(self, part: Part) -> Screen[Any]:
        from plo_tui.screens.help_form import HelpForm
        from plo_tui.screens.line_form import LineForm
        from plo_tui.screens.worry_form import WorryForm

        assert self.papers is not None  # noqa: S101 - there is a piece
        if part is Part.HELP:
            return HelpForm(self.desk, self.papers)
        if part in _NEW_LINE:
            return LineForm(self.desk, self.papers, kind=_NEW_LINE[part])
        return WorryForm(self.desk, self.papers)

    def action_change_recipient(self) -> None:
        """Change who the letter is to: name and address."""
        from plo_tui.screens.person_form import PersonForm

        self.say("")
        if self.papers:
            self.app.push_screen(PersonForm(self.desk, self.papers, self.draft.person_id))

    # --- going on, plainer words, reasons

    def action_next_need(self) -> None:
        """Go to the next piece in which something is to be put right, round to the first."""
        page = self.query_one(LetterPage)
        found = self.drafted.found if self.drafted else {}
        keys = list(found)
        at = keys.index(page.here) + 1 if page.here in keys else 0
        for key in (*keys[at:], *keys[:at]):
            if found[key]:
                page.go_to(key)
                page.focus()
                return
        self.say("Nothing is left to put right.")

    def hard_here(self) -> LetterFinding | None:
        """Return the hard word at the cursor: the first in the piece that can be changed here."""
        from agenda.letter_words_rules import HARD

        piece = self.piece
        if piece is None or self.drafted is None or self.draft.frozen:
            return None
        found = self.drafted.found[piece.key]
        return next((one for one in found if one.rule is HARD), None)

    async def action_plainer_in_letter(self) -> None:
        """Put the plainer word in the place of the hard one at the cursor."""
        found = self.hard_here()
        if found is None or self.papers is None:
            self.say("There is no hard word here.")
            return
        source = self.source
        kind = source.kind if source else "LetterDraft"
        row = self.papers.find(kind, source.key if source else self.letter_id)
        field = _FIELD_OF.get((kind, found.where.field), found.where.field)
        text = getattr(row, field, None)
        if row is None or kind not in _CHANGES or not isinstance(text, str):
            self.say("This word stands in a list of its own: press Enter and change it there.")
            return
        written = found.where.words
        plain = dict(plainer_words(text, self.papers.authority_policy)).get(written, "")
        changed = with_plainer(text, written, plain)
        if plain and await self.do(_CHANGES[kind], row.id, row.version, {field: changed}):
            self.say(f"“{written}” is now “{plain}”. Read the sentence again.")

    def action_pass_need(self) -> None:
        """Record why a MUST at the cursor may stay."""
        from plo_tui.screens.reason_form import ReasonForm

        self.say("")
        piece = self.piece
        found = still_open(self.drafted.found[piece.key]) if self.drafted and piece else []
        if found and self.papers:
            self.app.push_screen(ReasonForm(self.desk, self.papers, found[0]))

    # --- leaving out

    @work(exclusive=True, group="form")
    async def action_leave_out(self) -> None:
        """Leave what is under the cursor out of this letter, or put it back."""
        from plo_tui.screens.why_asked_form import WhyAskedForm

        if about := self.left_out_here:
            await self.do(put_back_in_letter, self.letter_id, about)
            return
        source, piece = self.source, self.piece
        if source is None or piece is None or self.papers is None:
            return
        form = WhyAskedForm(
            self.desk,
            self.papers,
            f"Leave out of this letter: {piece.name}",
            f"{piece.heading} {piece.text}".strip().replace("\n", " ")[:300],
            leave_out_of_letter,
            lambda why: (self.letter_id, source.key, why),
        )
        if await self.app.push_screen_wait(form):
            self.say("Left out of this letter alone. It stands at the end; o puts it back.")

    def can_leave_out(self) -> bool:
        """Whether what is under the cursor can be left out of one letter, or put back."""
        if self.papers is None or self.draft.frozen:
            return False
        source = self.source
        return self.left_out_here is not None or (source is not None and source.kind in LEFT_OUT)
