"""The table of who may do what with a decision, and with the minutes: sign-off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.stages import Stage
from agenda.steps import (
    APPROVED,
    BEFORE,
    CLOSED,
    NEVER_IN_THE_WAY,
    OPEN,
    RECORD,
    Row,
    Step,
    Whose,
    closed,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONCLUDE_FIRST = "Conclude the meeting first: minutes are approved after it."
_CHAIR_HAS = "The chair has approved these minutes. A change needs a new version."
_CHAIR_FIRST = "The chair approves first; then legal approves what the chair approved."
_LEGAL_HAS = "Legal has approved these minutes."
_NEED_BOTH = "These minutes still need the approval of chair and legal."
_NEED_LEGAL = "These minutes still need the approval of legal."
_ISSUED = "These minutes have been issued. A change needs a new version."
_ISSUE_FIRST = "Only issued minutes are marked as uploaded. Issue them first."
_AS_THEY_ARE = "These minutes are not approved yet: change them as they are."
_UNDECIDED = "This meeting is adjourned, so it decides nothing yet. Resume it first."
_NOTHING_YET = "This meeting has not begun: there is nothing to take home yet."
_NO_PAGES = "These minutes are approved: the family gets those, not a page of what was written."
_NOT_APPROVED = (
    "These minutes are not approved: {}. Have them approved, or ask for the marked draft."
)
_SIGN_OFF = "Sutton 2019, PLO Meetings: out once approved by the chair and the legal team"

MINUTES_ROWS: Mapping[Step, Row] = {
    Step.DECIDE: Row(
        "Record what a review decides for a child, as recommended",
        Whose.ANYONE,
        closed((_UNDECIDED, [Stage.ADJOURNED]), (CLOSED, APPROVED)),
        "It is a recommendation until somebody with the authority answers. An urgent one does not "
        "wait for the day of the review; in an adjourned one, resume it first with one key.",
        NEVER_IN_THE_WAY,
        ("record_decision",),
    ),
    Step.AUTHORISE: Row(
        "Record that a decision is authorised or refused",
        Whose.ANYONE,
        closed((_UNDECIDED, [Stage.ADJOURNED])),
        "Authorities differ in who answers: the person, their role and the forum are printed.",
        "Sutton 2019, PLO Review; Ofsted on management oversight",
        ("answer_decisions",),
        on_behalf="with the forum and the time",
    ),
    Step.AUTHORISE_EXTENSION: Row(
        "Record that an extension is authorised or refused",
        Whose.CONSULTEE,
        closed((_UNDECIDED, [Stage.ADJOURNED])),
        "The policy names whose answer it is (`extension.consultee`).",
        "Sutton 2019, PLO Review: discussed with the HOS at the Court Tracker Meetings",
        ("answer_decisions",),
        others="An extension is answered by the {consultee}, at the {forum}. {name} is {role}.",
        on_behalf="with the forum and the time",
    ),
    Step.APPROVE_AS_CHAIR: Row(
        "Approve the minutes as the chair",
        Whose.CHAIR,
        closed(
            (_CONCLUDE_FIRST, BEFORE),
            (_CHAIR_HAS, APPROVED),
        ),
        "Whoever chaired answers for what was said. One who is ill or away can approve by email "
        "or by telephone, and another records it.",
        _SIGN_OFF,
        ("approve",),
        others="Only {chair}, who chaired this meeting, approves as the chair: here, or recorded "
        "on their behalf.",
        no_chair="No chair is named for this meeting. Name one in the case, then approve.",
        on_behalf="with how it was given, and when",
    ),
    Step.APPROVE_FOR_LEGAL: Row(
        "Approve the minutes for legal",
        Whose.LAWYER,
        closed(
            (_CONCLUDE_FIRST, BEFORE),
            (_CHAIR_FIRST, OPEN),
            (_LEGAL_HAS, [Stage.BY_BOTH, Stage.ISSUED]),
        ),
        "Two people, never one: the second pair of eyes is the point of it.",
        _SIGN_OFF,
        ("approve",),
        others="Legal approval is the authority's solicitor's: they give it here themselves, or "
        "record it on their behalf.",
        chair_too="The chair cannot also approve for legal. Name the authority's solicitor.",
        on_behalf="with how it was given, and when",
    ),
    Step.ISSUE: Row(
        "Issue the minutes, and record to whom they go",
        Whose.ANYONE,
        closed(
            (_NEED_BOTH, [*BEFORE, *OPEN]),
            (_NEED_LEGAL, [Stage.BY_CHAIR]),
            (_ISSUED, [Stage.ISSUED]),
        ),
        "Both have approved: sending them out is office work.",
        _SIGN_OFF,
        ("issue",),
    ),
    Step.UPLOAD: Row(
        "Mark the minutes as uploaded to the case-management system",
        Whose.ANYONE,
        closed((_ISSUE_FIRST, [*BEFORE, *OPEN, Stage.BY_CHAIR, Stage.BY_BOTH])),
        "It says where the record is kept. The mark can be taken back at any time.",
        "Sutton 2019: business support uploads to the child's electronic file",
        ("mark_uploaded",),
    ),
    Step.NEW_VERSION: Row(
        "Begin a new version of approved minutes, with a reason",
        Whose.ANYONE,
        closed((_AS_THEY_ARE, [*BEFORE, *OPEN])),
        "What was approved stays, and the new version needs both approvals again.",
        RECORD,
        ("begin_new_version",),
    ),
    Step.ASK_CORRECTION: Row(
        "Record a correction that somebody asks for",
        Whose.ANYONE,
        closed((_AS_THEY_ARE, [Stage.DRAFT, Stage.BY_CHAIR])),
        "It goes by the version that is to be corrected: one that both approved, also after a new "
        "one was begun.",
        "Own: what a family asks is never lost",
        ("record_correction",),
        never=frozenset(BEFORE),
    ),
    Step.ANSWER_CORRECTION: Row(
        "Accept a correction, or annex it with a reply",
        Whose.CHAIR_OR_HEAD,
        {},
        "The chair knows what was said. A family does not wait for a chair who is ill or has "
        "left: then the head of service answers, under their own name.",
        "Own: as the minutes, it is the chair's to answer",
        ("accept_correction", "annex_correction"),
        others="Only {chair}, who chaired this meeting, answers corrections. Where they cannot, a "
        "head of service does.",
        no_chair="No chair is named for this meeting, so a head of service answers corrections.",
        never=frozenset({*BEFORE, Stage.DRAFT}),
    ),
    Step.PAGES: Row(
        "Release pages for the family to take home",
        Whose.CHAIR,
        closed((_NOTHING_YET, [Stage.BOOKED]), (_NO_PAGES, [*APPROVED, Stage.REOPENED])),
        "Nobody has approved these words yet, so whoever chairs answers for them in person.",
        "Own: until the minutes are approved, the chair alone speaks for the meeting",
        ("release_pages",),
        others="Only the chair releases pages: {chair} does it, signed in as themselves.",
        no_chair="Only the chair releases pages, and none is named. Name one in the case first.",
    ),
    Step.FINAL_DOCUMENT: Row(
        "Write the minutes in Word without DRAFT across the page",
        Whose.ANYONE,
        closed(
            (_NOT_APPROVED.format("the meeting is not concluded"), BEFORE),
            (_NOT_APPROVED.format("the chair and legal have not approved them"), OPEN),
            (_NOT_APPROVED.format("the chair has approved them, legal has not"), [Stage.BY_CHAIR]),
        ),
        "Before that, they can be written with DRAFT across every page.",
        _SIGN_OFF,
        (),
        never=frozenset({Stage.BOOKED}),
    ),
}
"""Each step with a decision and with the minutes."""
