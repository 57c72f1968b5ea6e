from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.cli import run
from annotator.errors import Unavailable
from annotator.store.engine import sqlite3
from annotator.study.blind import refuse_while_blind

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.store import Store


@pytest.fixture
def rounds(make_project: Callable[..., Store]) -> Store:
    """A blind pilot and a blind training beside an ordinary main round."""
    store = make_project()
    raw = sqlite3.connect(store.path)
    for key in ("pilot", "training"):
        raw.execute(
            "INSERT INTO round(key, kind, codebook, settings)"
            """ VALUES(?, ?, '1.0.0', '{"blind":true}')""",
            (key, key),
        )
    raw.commit()
    raw.close()
    return store


def test_open_blind_round_is_named(rounds: Store) -> None:
    with pytest.raises(Unavailable, match="the round pilot is blind"):
        refuse_while_blind(rounds)
    with pytest.raises(Unavailable, match="the round training is blind"):
        refuse_while_blind(rounds, ["training"])


def test_round_beside_a_blind_one_can_be_compared_alone(rounds: Store) -> None:
    refuse_while_blind(rounds, ["main"])


def test_blind_round_that_is_closed_can_be_compared(rounds: Store) -> None:
    with rounds.write():
        rounds._file.run("UPDATE round SET closed_at='2026-01-01T00:00:00Z' WHERE key='pilot'")
    refuse_while_blind(rounds)
    assert [one.is_open for one in rounds.rounds() if one.key == "pilot"] == [False]


@pytest.mark.parametrize("command", ["agreement", "plan"])
def test_commands_refuse_it(
    rounds: Store, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rounds.close()
    assert run([command, str(rounds.path)]) == 2
    assert "wait until it is closed" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options",
    [
        ["--by", "paragraph"],
        ["--format", "csv", "--by", "paragraph", "--final"],
        ["--format", "csv", "--by", "document"],
        ["--format", "hf"],
    ],
)
def test_nothing_that_puts_its_answers_together_is_exported(
    rounds: Store, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    rounds.close()
    out = rounds.path.with_name("out")
    assert run(["export", str(rounds.path), *options, "-o", str(out)]) == 2
    assert "the round pilot is blind" in capsys.readouterr().err
    assert not out.exists()
    assert run(["export", str(rounds.path), *options, "-o", str(out), "--round", "main"]) == 0


def test_its_answers_one_by_one_can_be_exported(rounds: Store) -> None:
    rounds.close()
    out = rounds.path.with_name("out.jsonl")
    assert run(["export", str(rounds.path), "-o", str(out)]) == 0
