"""What a review decided, as the family's plan says it: until when we go on, or that it ends.

A decision that is not authorised yet says so in the same breath.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.decision_sentences import decided_alike, whose
from agenda.decision_words import AfterClose, Outcome, Standing
from agenda.words import ChildPlan
from exports.words import long_date

if TYPE_CHECKING:
    from agenda.decision_sentences import Alike
    from agenda.minuted_decision import MinutedDecision, MinutedWindow
    from agenda.minutes import Minutes

_NOT_YET = "This is not final: a senior manager has to agree first. Until then our plan goes on."
_PROPOSED = {
    Outcome.CLOSE: "pre-proceedings end for {names}",
    Outcome.ISSUE: "we ask a court to decide about {names}",
    Outcome.RETURN: "our managers and lawyers meet again about {names}",
    Outcome.AT_BIRTH: "we ask a court to decide about {names} at the birth",
}
_ENDED = {
    Outcome.CLOSE: "Pre-proceedings have ended for {names}.",
    Outcome.ISSUE: "We will ask a court to decide about {names}.",
    Outcome.RETURN: (
        "Our managers and lawyers will meet again about {names} and decide what happens next."
    ),
    Outcome.AT_BIRTH: "We will ask a court to decide about {names} at the birth.",
}
_TO_COURT = "Please talk to your solicitor straight away."
_AFTER = {
    AfterClose.CONTINUES: "The {plan} goes on.",
    AfterClose.REFER: "We will ask for a new plan for them.",
    AfterClose.RECOMMEND_ENDING: (
        "We will say to the child protection conference that its plan should end. Only the "
        "conference can decide that."
    ),
    AfterClose.NO_PLAN: "No other plan follows.",
}


def names_each_child(minutes: Minutes) -> bool:
    """Whether children are spoken of one by one, and not as one family with one plan."""
    return bool(minutes.decisions) or any(window.is_over for window in minutes.windows)


def until_when(minutes: Minutes) -> list[str]:
    """Return until when the plan goes on for whom, or that it ends: a text for each paragraph."""
    if not names_each_child(minutes):
        return [f"This plan runs until {long_date(minutes.window_end)}."]
    decided = {(one.name, one.initials) for one in minutes.decisions}
    others = [
        _not_decided(child.full_name, window)
        for child, window in zip(minutes.children, minutes.windows, strict=False)
        if (child.full_name, child.initials) not in decided
    ]
    return [_decided(alike, minutes) for alike in decided_alike(minutes.decisions)] + others


def all_has_ended(minutes: Minutes) -> bool:
    """Whether pre-proceedings are over for every child, by this meeting or an earlier one."""
    ended = sum(one.has_ended for one in minutes.decisions)
    ended += sum(window.is_over for window in minutes.windows)
    return 0 < len(minutes.children) <= ended


def _not_decided(name: str, window: MinutedWindow) -> str:
    if window.is_over:
        return f"For {name}, pre-proceedings ended at an earlier meeting."
    return f"For {name}, nothing new was decided: {_runs_until(window)}"


def _decided(alike: Alike, minutes: Minutes) -> str:
    decision, names = alike[0], whose(alike)
    if decision.outcome is Outcome.CONTINUE:
        return f"For {names}, {_runs_until(decision.window)}"
    if decision.outcome is Outcome.EXTEND:
        return _extended(decision, names)
    proposed = _PROPOSED[decision.outcome].format(names=names)
    if decision.standing is Standing.REFUSED:
        runs = _runs_until(decision.window)
        return f"It was proposed that {proposed}. This was not agreed: {runs}"
    said = [f"It is proposed that {proposed}.", _NOT_YET]
    if decision.has_ended:
        said = [_ENDED[decision.outcome].format(names=names)]
    if decision.outcome in (Outcome.ISSUE, Outcome.AT_BIRTH):
        said.append(_TO_COURT)
    if decision.has_ended and decision.after_close:
        said.append(_AFTER[decision.after_close].format(plan=_other_plan(alike, minutes)))
    if decision.letter_by:
        said.append(f"You will have a letter about it by {long_date(decision.letter_by)}.")
    return " ".join(said)


def _other_plan(alike: Alike, minutes: Minutes) -> str:
    """Return what the children's own plan is called, such as `child protection plan`."""
    named = {one.name for one in alike}
    plans = {child.plan for child in minutes.children if child.full_name in named}
    return plans.pop() if len(plans) == 1 and plans != {ChildPlan.NONE} else "children's own plan"


def _extended(decision: MinutedDecision, names: str) -> str:
    runs = _runs_until(decision.window)
    if decision.standing is Standing.AUTHORISED:
        return f"There is more time for {names}: {runs}"
    if decision.standing is Standing.PROVISIONAL:
        return f"We want more time for {names}: {runs}"
    if decision.standing is Standing.RECOMMENDED:
        more = f", until {long_date(decision.new_end)}" if decision.new_end else ""
        return (
            f"We recommend more time for {names}{more}. This is not final: a senior manager has "
            f"to agree first. As it stands, {runs}"
        )
    return f"More time for {names} was not agreed: {runs}"


def _runs_until(window: MinutedWindow) -> str:
    runs = f"this plan runs until {long_date(window.last_day)}."
    if window.forum_on is None or window.otherwise is None:
        return runs
    return (
        f"{runs} This is not certain yet: our managers decide on {long_date(window.forum_on)} "
        f"({window.forum}). If they do not agree, it runs until {long_date(window.otherwise)}."
    )
