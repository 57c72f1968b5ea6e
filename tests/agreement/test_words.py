"""The sentences of a report: one of a thing and many."""

from __future__ import annotations

from annotator.agreement.sentences import SENTENCES, counted


def test_one_of_a_thing_is_said_in_the_singular():
    assert counted(SENTENCES["en"], "single", 1).startswith(" One unit was")
    assert counted(SENTENCES["en"], "single", 2).startswith(" {n} units were")
    assert counted(SENTENCES["it"], "of_documents", 1) == " di un documento"
    assert counted(SENTENCES["it"], "sets", 1) == SENTENCES["it"]["sets"]
