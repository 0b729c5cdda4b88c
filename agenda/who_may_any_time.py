"""The verbs that the table of who may do what leaves open in every stage."""

from __future__ import annotations

AT_ANY_TIME: tuple[str, ...] = (
    "add_staff",
    "change_telephone",
    "new_case",
    "begin_episode",
    "change_case",
    "add_child",
    "change_child",
    "add_person",
    "change_person",
    "add_goal",
    "set_relationship",
    "set_representation",
    "withhold",
    "change_withheld",
    "withdraw_withheld",
    "keep_apart",
    "withdraw_kept_apart",
    "plan_meeting",
    "record_referral",
    "approve_referral",
    "take_back_approval",
    "add_expert",
    "change_expert",
    "withdraw_expert",
    "book_legal_planning",
    "consider_midway",
    "park_item",
    "tick_prompt",
    "replace_words",
    "give_out",
    "mark_not_written",
    "put_back_invitation",
    "take_back_upload",
    "purge",
    "add_help_given",
    "change_help_given",
    "withdraw_help_given",
    "begin_letter",
    "change_letter",
    "leave_out_of_letter",
    "put_back_in_letter",
    "leave_parent_out",
    "take_back_leaving_out",
    "record_turn",
    "clear_letter",
    "reopen_letter",
    "deliver_letter",
)
"""Verbs that no stage closes: who is who, what is booked, and what no minutes say.

What comes before legal planning is no step of a meeting. `approve_referral` takes a head of
service's approval only.

`clear_letter` and `leave_parent_out` take the authority's solicitor's word only: given here by
themselves, or recorded on their behalf with how they gave it.

`replace_words` reaches only texts that may be changed where they stand.
"""
