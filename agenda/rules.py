"""Every rule of practice, in one table. `docs/rules.md` prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda import (
    concern_rules,
    court_tracker,
    coverage,
    date_rules,
    decision_rules,
    extension,
    extension_rules,
    issue_rules,
    people_rules,
    plan_rules,
    progress_rules,
    slippage,
    smart,
    smart_needs,
    take_away_rules,
    tidying,
    trajectory_rules,
    words_rules,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agenda.finding import Rule

_TABLE: tuple[Rule, ...] = (
    coverage.ITEM,
    smart_needs.WHAT,
    smart_needs.OWNER,
    smart_needs.DUE,
    smart_needs.MEASURE,
    smart_needs.RHYTHM,
    smart_needs.UNTIL,
    smart_needs.SESSIONS,
    smart_needs.REPORT,
    smart_needs.CONSEQUENCE,
    smart.BEFORE_MEETING,
    smart.PAST_WINDOW,
    smart.VAGUE,
    smart.TWO_OWNERS,
    smart.TWO_ACTIONS,
    smart.NON_WORKING_DAY,
    smart.AFTER_FINAL,
    smart.NO_CONCERN,
    smart.NO_CHILD,
    words_rules.LONG_SENTENCE,
    words_rules.HARD,
    plan_rules.UNDECIDED,
    plan_rules.ANSWER,
    plan_rules.PARENTING_ASSESSMENT,
    plan_rules.SUPPORT,
    plan_rules.BOTTOM_LINE,
    plan_rules.CONTINGENCY,
    plan_rules.CONCERN_WITHOUT_LINE,
    plan_rules.PROTECTION_GOAL,
    concern_rules.LIMIT,
    concern_rules.EXAMPLE,
    concern_rules.OLD_EXAMPLE,
    concern_rules.DANGER_STATEMENT,
    people_rules.PARENTAL_RESPONSIBILITY,
    people_rules.CHOICE,
    people_rules.LETTER,
    people_rules.ASKED,
    people_rules.MINUTE_TAKER,
    people_rules.ATTENDANCE,
    progress_rules.OUTCOME,
    progress_rules.EVIDENCE,
    progress_rules.WHY,
    progress_rules.HELP,
    trajectory_rules.TRAJECTORY,
    trajectory_rules.TRAJECTORY_EVIDENCE,
    trajectory_rules.JUDGEMENT,
    trajectory_rules.JUDGEMENT_REASONS,
    decision_rules.OUTCOME,
    decision_rules.REASONS,
    decision_rules.REJECTED,
    decision_rules.CONSULTED,
    decision_rules.VIEWS,
    decision_rules.CHILD_VIEW,
    decision_rules.NEXT_DATE,
    decision_rules.AFTER_CLOSE,
    decision_rules.BIRTH_PLAN,
    decision_rules.CONSIDERED,
    decision_rules.AUTHORITY,
    extension_rules.RISK,
    extension.NEW_END,
    extension.ONCE,
    extension_rules.TRACKER,
    extension_rules.REVIEW_BOOKED,
    issue_rules.FAMILY_OFFER,
    issue_rules.LETTER,
    issue_rules.LEGAL,
    slippage.CONSIDER_MIDWAY,
    court_tracker.LAST_TRACKER,
    date_rules.FINAL,
    date_rules.FINAL_IN_WINDOW,
    date_rules.FINAL_WORKING_DAY,
    date_rules.MIDWAY,
    date_rules.FAMILY_IN_WINDOW,
    take_away_rules.WITHHELD,
    take_away_rules.APART,
    tidying.UNPLACED,
    tidying.SPEAKER,
    tidying.LONG_SENTENCE,
    tidying.HARD,
)

RULES: Mapping[str, Rule] = {rule.key: rule for rule in _TABLE}
"""Every rule by its key, in the order the documents print them."""


def rules_table() -> str:
    """Return the rules as Markdown, as they stand in `docs/rules.md`."""
    lines = ["| Rule | Level | What it asks | Source |", "|---|---|---|---|"]
    lines += [
        f"| `{rule.key}` | {rule.level} | {rule.title} | {rule.source} |" for rule in RULES.values()
    ]
    return "\n".join(lines)
