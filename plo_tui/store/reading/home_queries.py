"""The questions that the home list asks of the store.

However many cases there are, a page looks at its own rows only: the meetings to come are walked
in the order of their index, and the other cases in the order of their references, until the page
is full. Only a search looks at every case, and at nothing but the words that are searched.
"""

from __future__ import annotations

_TO_COME = """{0}.state <> 'concluded' AND {0}.withdrawn_at IS NULL
        AND ({0}.state = 'live' OR {0}.planned_on IS NOT NULL)"""
"""What makes a meeting one to come, wherever the question asks it: the same everywhere."""

_LISTED = "c.withdrawn_at IS NULL AND c.purged_at IS NULL"
"""Which cases the list holds: those neither withdrawn nor purged under retention."""

# `live` stands before `planned` in the alphabet as in the list, so one index gives the order.
# A case stands where the first of its meetings to come puts it.
_CASES = """
WITH {found}
coming AS MATERIALIZED (
    SELECT m.state AS state, m.planned_on AS next_on, coalesce(m.planned_at, '') AS next_at,
        c.reference AS reference, c.id AS id, c.chair_id AS chair_id
    FROM meeting m
    JOIN preproceedings e ON e.id = m.episode_id
    JOIN "case" c ON c.id = e.case_id
    WHERE {m_to_come} AND {listed} {only_found}
    AND NOT EXISTS (
        SELECT 1 FROM preproceedings f JOIN meeting o ON o.episode_id = f.id
        WHERE f.case_id = c.id AND {o_to_come}
        AND (o.state, coalesce(o.planned_on, ''), o.id)
            < (m.state, coalesce(m.planned_on, ''), m.id))
    ORDER BY m.state, m.planned_on, next_at, c.reference LIMIT :upto
),
others AS MATERIALIZED (
    SELECT 'nothing to come' AS state, '' AS next_on, '' AS next_at,
        c.reference AS reference, c.id AS id, c.chair_id AS chair_id
    FROM "case" c
    WHERE {listed} {only_found}
    AND NOT EXISTS (
        SELECT 1 FROM preproceedings f JOIN meeting o ON o.episode_id = f.id
        WHERE f.case_id = c.id AND {o_to_come})
    ORDER BY c.reference LIMIT :upto - (SELECT count(*) FROM coming)
),
page AS (
    SELECT 0 AS turn, coming.* FROM coming UNION ALL SELECT 1, others.* FROM others
    ORDER BY turn, state, next_on, next_at, reference LIMIT :upto OFFSET :offset
)
SELECT page.id, page.reference, s.name, p.id, p.ended_on
FROM page
LEFT JOIN staff s ON s.id = page.chair_id
LEFT JOIN preproceedings p ON p.id = (
    SELECT max(q.id) FROM preproceedings q WHERE q.case_id = page.id AND q.withdrawn_at IS NULL)
ORDER BY page.turn, page.state, page.next_on, page.next_at, page.reference
"""

MEETINGS = """
SELECT e.case_id, m.id, m.number, m.kind, m.planned_on, m.state, m.effective, m.minutes_due_on,
    m.episode_id, CASE m.kind WHEN 'initial' THEN m.policy_text ELSE '' END,
    (SELECT min(t.started_at) FROM sitting t WHERE t.meeting_id = m.id AND t.withdrawn_at IS NULL),
    CASE m.state WHEN 'live' THEN m.adjourned_at END,
    CASE m.state WHEN 'live' THEN m.resumes_on END,
    octet_length(v.frozen), v.issued_at,
    (SELECT count(*) FROM approval a WHERE a.version_id = v.id AND a.withdrawn_at IS NULL)
FROM meeting m JOIN preproceedings e ON e.id = m.episode_id
LEFT JOIN minutesversion v ON v.id = (
    SELECT w.id FROM minutesversion w WHERE w.meeting_id = m.id ORDER BY w.number DESC LIMIT 1)
WHERE m.withdrawn_at IS NULL AND e.case_id IN ({cases}) ORDER BY m.number, m.id
"""
"""The meetings of a page's cases. Asking for the length of the minutes does not read them.

A meeting's adjournment stands behind its long columns, so it is asked of running ones only.
"""

CHILDREN = """
SELECT case_id, initials, id, (
    SELECT group_concat(l.episode_id) FROM episodechild l
    WHERE l.child_id = child.id AND l.withdrawn_at IS NULL)
FROM child WHERE withdrawn_at IS NULL AND case_id IN ({cases}) ORDER BY position
"""
"""The children of a page's cases, with the episodes each is in."""

DECISIONS = """
SELECT e.case_id, e.id, m.id, m.kind, m.number, m.effective, m.adjourned_at,
    d.id, d.child_id, d.outcome, d.new_end, d.tracker_on,
    a.id, a.answer, a.given_at, x.id, x.rule, x.reason, s.id, s.name
FROM decision d
JOIN meeting m ON m.id = d.meeting_id AND m.withdrawn_at IS NULL
JOIN preproceedings e ON e.id = m.episode_id
LEFT JOIN authority a ON a.decision_id = d.id AND a.withdrawn_at IS NULL
LEFT JOIN exceptionalreason x
    ON x.case_id = e.case_id AND x.about = d.id AND x.withdrawn_at IS NULL
LEFT JOIN staff s ON s.id = x.by_staff_id
WHERE d.withdrawn_at IS NULL AND e.case_id IN ({cases})
"""
"""The decisions of a page's cases, one row for each answer and each reason there is."""

# A line break stands between name and initials: no one can search for it.
_FOUND = """
found AS MATERIALIZED (
    SELECT c.id AS id FROM "case" c WHERE instr(folded(c.reference), :words)
    UNION ALL SELECT c.id FROM "case" c WHERE c.chair_id IN (
        SELECT s.id FROM staff s WHERE instr(folded(s.name), :words))
    UNION ALL SELECT k.case_id FROM child k WHERE k.withdrawn_at IS NULL
        AND instr(folded(k.full_name || char(10) || k.initials), :words)
),
"""


def cases_query(*, searched: bool) -> str:
    """Return the question for a page of cases: all, or those that hold `:words`.

    A search needs the SQL function `folded`, which returns a text as it is compared: SQLite's
    own functions know the capitals of English letters only.
    """
    return _CASES.format(
        found=_FOUND if searched else "",
        listed=_LISTED,
        only_found="AND c.id IN (SELECT id FROM found)" if searched else "",
        m_to_come=_TO_COME.format("m"),
        o_to_come=_TO_COME.format("o"),
    )
