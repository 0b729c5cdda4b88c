"""`plo-tui verify` and `plo-tui history`, as an auditor and a screen reader meet them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from made_demo import LOGIN, demo

from plo_tui.cli import main
from plo_tui.store.connection import connect
from plo_tui.store.folder import STORE
from plo_tui.store.opening import prepare

SHOWN = pytest.CaptureFixture[str]
MARSH = "PLO-2026-003"
FORGE = """UPDATE minutesversion SET frozen = replace(frozen, '"text":"', '"text":"X')"""


@pytest.fixture(autouse=True)
def nobodys_own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLO_TUI_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.delenv("PLO_TUI_STORE", raising=False)
    monkeypatch.setenv("LOGNAME", LOGIN)


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(demo(tmp_path / "demo"))


def sql(store: str, query: str) -> None:
    plain = connect(Path(store) / STORE, prepare(Path(store)))
    plain.execute(query)
    plain.close()


def said(shown: SHOWN, *words: str) -> tuple[int, str]:
    """The exit code, and what was printed on standard output."""
    code = main(words)
    return code, shown.readouterr().out


def test_a_whole_store_says_so_with_the_head_of_each_case(store: str, capsys: SHOWN) -> None:
    code, out = said(capsys, "verify", "--store", store)
    assert code == 0
    whole, *heads = out.splitlines()
    assert re.fullmatch(r"Whole: \d+ pages, \d+ journal lines in 5 cases, 4 approvals\.", whole)
    assert len(heads) == 5
    for head in heads:
        assert re.fullmatch(r"Head of PLO-\d{4}-\d{3}: ([0-9a-f]{4} ){15}[0-9a-f]{4}\.", head)


def test_what_is_found_is_a_line_each_and_an_exit_of_one(store: str, capsys: SHOWN) -> None:
    sql(store, FORGE)
    code, out = said(capsys, "verify", "--store", store)
    assert code == 1
    assert any("changed after approval" in line for line in out.splitlines())
    assert "Whole" not in out
    code, out = said(capsys, "verify", "--json", "--store", store)
    found = json.loads(out)
    assert code == 1
    assert found["whole"] is False
    assert {"where", "what"} == set(found["faults"][0])
    assert len(found["heads"]) == 6


def test_a_seal_from_a_copy_is_found_or_not(store: str, capsys: SHOWN) -> None:
    _, out = said(capsys, "verify", "--store", store)
    [seal] = [line for line in out.splitlines() if MARSH in line]
    groups = seal.removesuffix(".").split(": ")[1].split()
    code, out = said(capsys, "verify", "--seal", *groups[:6], "--store", store)
    assert code == 0
    assert out.startswith(f"Found: {MARSH}, journal line ")
    code, out = said(capsys, "verify", "--seal", " ".join(groups).upper(), "--store", store)
    assert code == 0
    sql(store, "DELETE FROM journalpayload")
    sql(store, "DELETE FROM journal WHERE of_id IS NOT NULL")
    sql(store, "DELETE FROM journal")
    code, out = said(capsys, "verify", "--seal", *groups, "--store", store)
    assert code == 1
    assert out == (
        "Not found: the record was cut or rebuilt since that copy was made, or the seal was "
        "mistyped.\n"
    )


@pytest.mark.parametrize("typed", [["3f2a"], ["hello", "there", "this", "is", "no", "seal"]])
def test_what_is_no_seal_is_refused_with_how_to_type_it(
    store: str, capsys: SHOWN, typed: list[str]
) -> None:
    assert main(["verify", "--store", store, "--seal", *typed]) == 1
    assert "at least its first 6 groups" in capsys.readouterr().err


def test_a_seal_in_json(store: str, capsys: SHOWN) -> None:
    _, out = said(capsys, "verify", "--json", "--store", store)
    head = json.loads(out)["heads"][0]
    _, out = said(capsys, "verify", "--json", "--seal", head["seal"], "--store", store)
    found = json.loads(out)
    assert (found["found"], found["case"], found["line"]) == (True, head["case"], head["lines"])
    _, out = said(capsys, "verify", "--json", "--seal", "0" * 64, "--store", store)
    assert json.loads(out) == {"found": False}


def test_minutes_changed_after_approval_are_named_by_show_and_export(
    store: str, capsys: SHOWN, tmp_path: Path
) -> None:
    sql(store, FORGE)
    _, out = said(capsys, "show", MARSH, "--store", store)
    assert "CHANGED AFTER APPROVAL" in out
    _, out = said(capsys, "show", MARSH, "--meeting", "1", "--store", store)
    first, second, *_ = out.splitlines()[1:]
    assert first == "CHANGED AFTER APPROVAL."
    assert second.startswith("Changed after approval: these are no longer the words that ")
    to = tmp_path / "minutes.docx"
    code, out = said(capsys, "export", "minutes", MARSH, "--meeting", "1", "-o", str(to),
                     "--store", store)  # fmt: skip
    assert code == 0
    assert "(CHANGED AFTER APPROVAL)" in out


def test_minutes_that_cannot_be_read_are_one_sentence(store: str, capsys: SHOWN) -> None:
    sql(store, "UPDATE minutesversion SET frozen = '{'")
    assert main(["show", MARSH, "--meeting", "1", "--store", store]) == 1
    assert "can no longer be read" in capsys.readouterr().err
    code, out = said(capsys, "verify", "--store", store)
    assert code == 1
    assert "not those of their fingerprint" in out


def test_a_history_is_printed_in_plain_lines(store: str, capsys: SHOWN) -> None:
    code, out = said(capsys, "history", MARSH, "--meeting", "1", "--store", store)
    assert code == 0
    assert "Version 1\nApproved as chair: " in out
    code, out = said(
        capsys, "history", MARSH, "--meeting", "1", "--paragraph", "1", "--store", store
    )
    assert code == 0
    assert re.search(r"^1\. .+ wrote it, ", out, flags=re.MULTILINE)
    assert main(["history", MARSH, "--paragraph", "9999", "--store", store]) == 1
    assert "no paragraph 9999" in capsys.readouterr().err
