"""Backups, restoring and passphrases from the command line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from opened_store import PASSPHRASE, prepare

from plo_tui import remembered
from plo_tui.cli import main
from plo_tui.store.opening import unlock
from plo_tui.store.problems import WrongSecret
from plo_tui.store.recovery_key import recovery_key_of

if TYPE_CHECKING:
    from pathlib import Path

ANOTHER = "gravel saturday lamp otter"
SHOWN = pytest.CaptureFixture[str]


class Kept:
    """A keyring in the place of the computer's own."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.held.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.held[service, name] = secret

    def delete_password(self, service: str, name: str) -> None:
        del self.held[service, name]


@pytest.fixture(autouse=True)
def nobodys_own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLO_TUI_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.delenv("PLO_TUI_STORE", raising=False)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    prepare(tmp_path / "store")
    return tmp_path / "store"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "secret.txt"
    file.write_text(f"{PASSPHRASE}\r\nanother line\n", encoding="utf-8-sig")
    return file


def typed(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Sit at a terminal and type these when a secret is asked for; return what was asked."""
    left, asked = list(answers), []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        if not left:
            raise EOFError
        return left.pop(0)

    monkeypatch.setattr("plo_tui.cli.secret.getpass", answer)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    return asked


def test_a_command_takes_the_first_line_of_a_file(store: Path, secret: Path, capsys: SHOWN) -> None:
    for words in (
        ["cases", "--store", str(store), "--passphrase-file", str(secret)],
        ["--passphrase-file", str(secret), "--store", str(store), "cases"],
    ):
        assert main(words) == 0
        assert capsys.readouterr().out == "There is no case yet.\n"


def test_a_command_without_a_terminal_says_what_it_needs(store: Path, capsys: SHOWN) -> None:
    assert main(["cases", "--store", str(store)]) == 2
    assert "is locked. Give its passphrase or its recovery key." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "cannot be read"), (b"", "first line is empty"), (b"\xff\xfe\xff", "not UTF-8")],
)
def test_a_file_that_will_not_do_is_named(
    store: Path, tmp_path: Path, content: bytes | None, said: str, capsys: SHOWN
) -> None:
    file = tmp_path / "other.txt"
    if content is not None:
        file.write_bytes(content)
    assert main(["cases", "--store", str(store), "--passphrase-file", str(file)]) == 2
    assert said in capsys.readouterr().err


def test_the_terminal_is_asked_three_times(
    store: Path, capsys: SHOWN, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = typed(monkeypatch, "wrong", PASSPHRASE)
    assert main(["cases", "--store", str(store)]) == 0
    assert asked == ["Passphrase, or recovery key: "] * 2
    assert "type it again" in capsys.readouterr().err
    asked = typed(monkeypatch, "wrong", "wrong", "wrong", PASSPHRASE)
    assert main(["cases", "--store", str(store)]) == 2
    assert len(asked) == 3
    typed(monkeypatch)
    assert main(["cases", "--store", str(store)]) == 2
    assert "No passphrase was given" in capsys.readouterr().err


def test_a_backup_is_written_and_restored(
    store: Path, secret: Path, tmp_path: Path, capsys: SHOWN
) -> None:
    file, again = tmp_path / "copy.plobackup", tmp_path / "again"
    secretly = ["--passphrase-file", str(secret)]
    assert main(["backup", str(file), "--store", str(store), *secretly]) == 0
    assert f"Backup: {file}." in capsys.readouterr().out
    assert main(["backup", str(file), "--store", str(store), *secretly]) == 1
    assert "not replaced" in capsys.readouterr().err
    assert main(["restore", str(file), "--store", str(again), *secretly]) == 0
    assert "Every page of it was checked." in capsys.readouterr().out
    assert main(["cases", "--store", str(again), *secretly]) == 0
    assert main(["restore", str(file), "--store", str(again), *secretly]) == 2
    assert main(["restore", str(secret), "--store", str(tmp_path / "x"), *secretly]) == 2
    assert "not a backup of plo-tui" in capsys.readouterr().err


def test_the_passphrase_is_changed(
    store: Path, secret: Path, tmp_path: Path, capsys: SHOWN, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["passphrase", "--store", str(store), "--passphrase-file", str(secret)]
    typed(monkeypatch, "password1234")
    assert main(words) == 1
    assert "soon be guessed" in capsys.readouterr().err
    typed(monkeypatch, ANOTHER, PASSPHRASE)
    assert main(words) == 1
    assert "not the same. The passphrase was not changed." in capsys.readouterr().err
    assert unlock(store, PASSPHRASE)
    new = tmp_path / "new.txt"
    new.write_text(ANOTHER, encoding="utf-8")
    assert main([*words, "--new-passphrase-file", str(new)]) == 0
    assert "The passphrase was changed" in capsys.readouterr().out
    assert unlock(store, ANOTHER)
    with pytest.raises(WrongSecret):
        unlock(store, PASSPHRASE)


def test_a_new_recovery_key_is_printed_once(store: Path, secret: Path, capsys: SHOWN) -> None:
    words = ["passphrase", "--store", str(store), "--passphrase-file", str(secret)]
    assert main([*words, "--new-recovery-key"]) == 0
    recovery = capsys.readouterr().out.splitlines()[0]
    assert recovery_key_of(recovery) == recovery
    assert unlock(store, recovery)


def test_the_keyring_opens_it_where_the_settings_say_so(
    store: Path, secret: Path, tmp_path: Path, capsys: SHOWN, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring = Kept()
    monkeypatch.setattr(remembered, "_keyring", lambda: keyring)
    remember = ["passphrase", "--remember", "--store", str(store)]
    assert main([*remember, "--passphrase-file", str(secret)]) == 0
    assert list(keyring.held.values()) == [PASSPHRASE]
    assert main(["cases", "--store", str(store)]) == 2
    (tmp_path / "config.toml").write_text("keyring = true\n", encoding="utf-8")
    assert main(["cases", "--store", str(store)]) == 0
    assert main(["passphrase", "--forget", "--store", str(store)]) == 0
    assert keyring.held == {}
    assert main(["cases", "--store", str(store)]) == 2
    capsys.readouterr()


def test_a_computer_without_a_keyring_says_so(
    store: Path, secret: Path, capsys: SHOWN, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> Kept:
        raise ImportError

    monkeypatch.setattr(remembered, "_keyring", none)
    words = ["passphrase", "--remember", "--store", str(store), "--passphrase-file", str(secret)]
    assert main(words) == 1
    assert "no keyring" in capsys.readouterr().err
    assert main(["passphrase", "--forget", "--store", str(store)]) == 0


def test_a_demo_has_no_passphrase_to_change(tmp_path: Path, capsys: SHOWN) -> None:
    prepare(tmp_path / "demo", demo=True)
    assert main(["passphrase", "--store", str(tmp_path / "demo")]) == 1
    assert "its key is public" in capsys.readouterr().err
