"""The table of labels: checked against the codebook; the unknown is listed, never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from annotator.errors import MergeError
from annotator.formats.label_names import Meaning, Question
from annotator.study.labels import LabelMap, Labels, read_map

if TYPE_CHECKING:
    from pathlib import Path

    from annotator.model import Codebook


def table(tmp_path: Path, text: str, codebook: Codebook) -> LabelMap:
    path = tmp_path / "labels.toml"
    path.write_text(text, "utf-8")
    return read_map(path, codebook)


def test_table_gives_meanings(tmp_path: Path, shipped: Codebook) -> None:
    text = """
    [labels]
    ECON = { layer = "frame", code = "economic" }
    Pro = { layer = "stance", target = "chinese_ai", holder = "unnamed", code = "favour" }
    Con = { layer = "stance", target = "chinese_ai", code = "against" }
    Nothing = { layer = "frame", state = "none" }
    Short = "frame:other"
    Person = false
    [questions.mood]
    ECON = "frame:ideological"
    [texts]
    why = "frame_other"
    remark = false
    """
    assert table(tmp_path, text, shipped) == LabelMap(
        {
            (None, "ECON"): Meaning(Question("frame"), "economic"),
            (None, "Pro"): Meaning(Question("stance", "chinese_ai", "unnamed"), "favour"),
            (None, "Con"): Meaning(Question("stance", "chinese_ai", "author"), "against"),
            (None, "Nothing"): Meaning(Question("frame"), state="none"),
            (None, "Short"): Meaning(Question("frame"), "other"),
            (None, "Person"): None,
            ("mood", "ECON"): Meaning(Question("frame"), "ideological"),
        },
        {"why": Question("frame_other"), "remark": None},
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[labels]\na = { layer = "x", code = "y" }', "“a”: x: y is not in the codebook"),
        ('[labels]\na = { layer = "frame" }', "frame: neither code nor state is not in"),
        ('[labels]\na = "frame"', "“a”: frame is not in the codebook"),
        ('[labels]\na = "economic"', "“a”: economic means several things"),
        ('[texts]\na = "frame"', "“a”: no layer frame is answered in words"),
        ('[labels]\na = { layer = "frame", colour = "y" }', "colour"),
        ("[labels", "cannot be used"),
    ],
)
def test_mistake_in_the_table_is_told(
    tmp_path: Path, shipped: Codebook, text: str, message: str
) -> None:
    with pytest.raises(MergeError, match=message):
        table(tmp_path, text, shipped)


def test_missing_table_is_told(tmp_path: Path, shipped: Codebook) -> None:
    with pytest.raises(MergeError, match="No such file"):
        read_map(tmp_path / "none.toml", shipped)


def test_label_left_out_is_counted(tmp_path: Path, shipped: Codebook) -> None:
    labels = Labels(
        shipped,
        table(
            tmp_path,
            "[labels]\nPerson = false\n[texts]\nwhy = false\nbecause = 'frame_other'",
            shipped,
        ),
    )
    assert labels.meaning("Person", "ner", None) is None
    assert labels.meaning("Person", None, None) is None
    assert labels.text("why") is None
    assert labels.text("because") == Question("frame_other")
    assert (labels.ignored, labels.unknown) == ({"Person": 2, "why": 1}, {})


def test_bare_code_is_of_the_layer_of_its_unit(shipped: Codebook) -> None:
    labels = Labels(shipped, LabelMap())
    assert labels.meaning("economic", "mood", "paragraph") == Meaning(Question("frame"), "economic")
    assert labels.meaning("economic", None, "document") == Meaning(
        Question("dominant_frame"), "economic"
    )
    labels.check(__file__)  # type: ignore[arg-type]


def test_unknown_and_ambiguous_labels_are_listed_together(
    tmp_path: Path, shipped: Codebook
) -> None:
    labels = Labels(shipped, LabelMap())
    for _ in range(2):
        assert labels.meaning("Pro", "mood", "paragraph") is None
    assert labels.meaning("economic", None, None) is not None
    assert labels.text("why") is None
    assert labels.text(None) is None
    with pytest.raises(MergeError) as caught:
        labels.check(tmp_path / "f.json")
    message = str(caught.value)
    assert "“Pro” (mood) × 2" in message
    assert "“chinese_ai:favour” [overall" not in message
    assert "typed words (why) × 1" in message
    assert "--map" in message


def test_many_unknown_labels_are_counted(tmp_path: Path, shipped: Codebook) -> None:
    labels = Labels(shipped, LabelMap())
    for number in range(30):
        labels.meaning(f"L{number:02}", None, None)
    with pytest.raises(MergeError, match="“L19” × 1 and 10 more"):
        labels.check(tmp_path)
