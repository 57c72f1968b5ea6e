from __future__ import annotations

import pytest

from annotator.ui.panel.definitions import Definitions

from .conftest import flush

pytestmark = pytest.mark.gui


@pytest.fixture
def definitions(session):
    session.go_to(2)
    definitions = Definitions()
    definitions.set_session(session)
    definitions.resize(420, 600)
    definitions.show()
    yield definitions
    definitions.close()
    definitions.deleteLater()
    flush()


def test_everything_the_codebook_says_of_the_questions_is_there(definitions, session):
    told = definitions.text
    for instruction in session.instructions:
        assert instruction in told
    for layer in ("frame", "stance"):
        for code in session.codebook.layer(layer).codes:
            assert code.definition["en"] in told
            for words in (code.include, code.exclude, code.examples):
                assert all(word in told for word in words.get("en", ()))
            assert all(case.text["en"] in told for case in code.counterexamples)
    for pair in session.codebook.pairs:
        assert pair.rule["en"] in told
        assert all(case.text["en"] in told for case in pair.cases)
    assert all(target.definition["en"] in told for target in session.codebook.targets)


def test_each_pair_rule_is_told_once(definitions, session):
    assert definitions.text.count(session.codebook.pairs[0].rule["en"]) == 1


def test_a_counterexample_names_the_right_answer_and_why(definitions):
    assert "→ No frame (A job title is not a claim about the economy.)" in definitions.text


def test_another_unit_brings_its_own_questions(definitions, session):
    assert "Cannot be overall" not in definitions.text
    session.go_to(session.n_stops - 1)
    definitions.refresh()
    assert "Taken as a whole" in definitions.text
    assert "Does a voice in this paragraph" not in definitions.text


def test_it_speaks_the_sessions_language(definitions, session):
    session.language = "it"
    definitions.refresh()
    assert "L'unità è il paragrafo così come appare" in definitions.text


def test_the_code_last_touched_comes_into_sight_once(definitions, session):
    session.press("3")
    definitions.refresh()
    box = definitions._boxes["frame", "ideological"]
    assert abs(definitions.scrolled_to - box.y()) < 20
    definitions._scroll.verticalScrollBar().setValue(0)
    definitions.refresh()
    assert definitions.scrolled_to == 0


def test_a_code_touched_before_it_opened_is_in_sight_at_once(session):
    session.go_to(2)
    session.press("3")
    opened = Definitions()
    opened.set_session(session)
    opened.resize(420, 600)
    opened.show()
    assert abs(opened.scrolled_to - opened._boxes["frame", "ideological"].y()) < 20
    opened.close()
    opened.deleteLater()


def test_without_a_session_it_is_empty(definitions):
    definitions.set_session(None)
    assert definitions.text == ""
