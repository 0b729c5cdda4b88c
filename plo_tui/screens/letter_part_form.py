"""The form of one part of a letter's own words: that part and no more, checked as one types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from agenda.letter import LetterLine, Signature
from agenda.letter_of import letter_of
from agenda.letter_part_check import part_findings
from agenda.letter_place import Part
from agenda.letter_words import LetterKind
from agenda.words import LineKind, StaffRole
from plo_tui.screens.choosing_staff import StaffField, chosen_staff
from plo_tui.screens.plain_words import PlainWords
from plo_tui.store.verbs.letters import change_letter
from plo_tui.store.verbs.staff import change_telephone
from plo_tui.widgets.form_fields import LineField, TextField, TickField

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from agenda.letter import Letter
    from agenda.letter_place import LetterFinding
    from agenda.papers import Papers
    from agenda.records import LetterDraft, Staff
    from plo_tui.desk import Desk
    from plo_tui.widgets.form_field import FormField

FIELDS: dict[Part, tuple[str, ...]] = {
    Part.WHOLE: ("on",),
    Part.OPENING: ("opening",),
    Part.DECISION: ("decision", "last_day"),
    Part.COURT: ("court",),
    Part.WORRIES: ("examples_note",),
    Part.LINE: ("first_line",),
    Part.FAMILY: ("family_offer",),
    Part.LEGAL: ("legal_advice", "solicitor_list", "parental_pack"),
    Part.CLOSING: ("closing",),
    Part.SIGNATURE: ("signer_id", "ring_id", "telephone"),
}
"""The fields of each part of a letter's own words."""

_LABELS = {
    "on": "Date of the letter",
    "opening": "Why we are writing",
    "decision": "What we decided",
    "last_day": "New last day",
    "court": "Court",
    "examples_note": "On the examples",
    "first_line": "The first steps",
    "family_offer": "Family meeting",
    "legal_advice": "Legal advice",
    "solicitor_list": "List of solicitors",
    "parental_pack": "Parental pack",
    "closing": "Last words",
    "signer_id": "Who signs it",
    "ring_id": "Whom to ring",
    "telephone": "On which number",
}
_FOUND_AT = {
    "what": "first_line",
    "lines": "first_line",
    "signature.name": "signer_id",
    "signature.ring": "ring_id",
    "signature.telephone": "telephone",
}
"""Where a finding stands that the rules know by the name of another field."""


class LetterPartForm(PlainWords):
    """One part of one letter; True once it is saved."""

    READ = tuple(key for keys in FIELDS.values() for key in keys)

    def __init__(self, desk: Desk, papers: Papers, draft: LetterDraft, part: Part) -> None:
        super().__init__(desk, papers)
        self.draft = draft
        self.part = part
        self._letter = letter_of(papers, draft)
        self.title = f"{part}: the letter to {papers.name(None, draft.person_id)}"

    def fields(self) -> Iterator[FormField]:
        """Ask for what the part says."""
        for key in FIELDS[self.part]:
            if key != "last_day" or self.draft.kind is LetterKind.EXTENSION:
                yield self._field(key)

    def _field(self, key: str) -> FormField:
        label, value = _LABELS[key], getattr(self.draft, key, None)
        if key in ("on", "last_day"):
            return self.date_field(key, label, value)
        if key in ("signer_id", "ring_id"):
            role = StaffRole.TEAM_MANAGER if key == "signer_id" else StaffRole.SOCIAL_WORKER
            return StaffField(key, label, self.papers.staff, role, value)
        if key == "telephone":
            ring = self._staff(self.draft.ring_id)
            return LineField(
                key,
                label,
                ring.telephone if ring else "",
                help_text="It is kept with whom to ring: every letter that names them has it.",
            )
        if key in ("solicitor_list", "parental_pack"):
            return TickField(key, label, "it is enclosed with the letter", bool(value))
        return TextField(key, label, value or "", rows=5)

    # --- what is found, as one types

    def found_in(self, field: FormField) -> Sequence[LetterFinding]:
        """Return what the letter's rules find in this field as it is typed."""
        found = part_findings(
            self._as_typed(),
            self.part,
            FIELDS[self.part],
            self.papers.authority_policy,
            self.desk.days,
        )
        return [one for one in found if _FOUND_AT.get(one.field, one.field) == field.key]

    def _as_typed(self) -> Letter:
        """Return the letter with what is typed here in its place."""
        typed = {
            field.key: field.value
            for field in self.all_fields
            if not field.wrong and field.key not in ("signer_id", "ring_id", "telephone")
        }
        if (first := typed.pop("first_line", None)) is not None:
            line = LetterLine(str(first), LineKind.AGREEMENT, owner="You")
            typed["lines"] = (line,)
        if self.part is Part.SIGNATURE:
            typed["signature"] = self._signature()
        return replace(self._letter, **typed)

    def _signature(self) -> Signature:
        """Return who signs, and whom to ring on which number, as typed."""
        said = {field.key: str(field.typed).strip() for field in self.all_fields}
        return Signature(name=said["signer_id"], ring=said["ring_id"], telephone=said["telephone"])

    # --- saving

    async def save(self) -> bool:
        """Save what changed; whom to ring keeps the number."""
        values: dict[str, Any] = self.values()
        telephone = values.pop("telephone", None)
        for key in ("signer_id", "ring_id"):
            if key in values:
                values[key] = await chosen_staff(self, key)
        await self._save_telephone(values.get("ring_id"), telephone)
        if any(getattr(self.draft, key) != said for key, said in values.items()):
            done = await self.desk.do(change_letter, self.draft.id, self.draft.version, values)
            self.papers.take(done.changed)
        return True

    async def _save_telephone(self, ring_id: UUID | None, telephone: str | None) -> None:
        ring = self._staff(ring_id)
        if ring and telephone is not None and telephone != ring.telephone:
            done = await self.desk.do(change_telephone, ring.id, telephone)
            self.papers.take(done.changed)

    def _staff(self, key: UUID | None) -> Staff | None:
        member: Staff | None = self.papers.find("Staff", key)
        return member
