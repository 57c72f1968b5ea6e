"""Whatever bytes a CAS or TSV file has: it is read, or refused in words."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import ImportFailed, RecordError
from annotator.formats.catalogue import FORMATS
from annotator.formats.recognising import recognise
from annotator.text.reading import Options, read_articles
from tests.unit.text.cas_files import cas_json, type_system, xmi

if TYPE_CHECKING:
    from pathlib import Path

NER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
TYPES = type_system("webanno.custom.Span", ("value", "uima.cas.String")).encode()
TSV = (
    "#FORMAT=WebAnno TSV 3.3\n#T_SP=a.B|value\n#T_RL=a.R|kind|BT_a.B\n\n\n"
    "#Text=Il 😀 sale.\n1-1\t0-2\tIl\tX[1]|Y\t_\t_\n1-2\t3-5\t😀\tX[1]\tk\t1-1\n\n"
    "#Text=B\\n\n2-1\t12-13\tB\t*\t_\t_\n2-1.1\t12-12\t\tZ\\[\t_\t_\n"
).encode()
WHOLE = {
    "uima-xmi": (
        "a.xmi",
        xmi(
            'custom:Span begin="0" end="5" value="x"',
            'seg:Sentence begin="0" end="11"',
            'ner:NamedEntity begin="3" end="5" value="y"',
            'meta:DocumentMetaData begin="0" end="11" documentTitle="T"',
        ),
    ),
    "uima-json": (
        "a.json",
        cas_json(
            {"%TYPE": NER, "begin": 0, "end": 5, "value": "x"},
            {"%TYPE": "webanno.custom.Span", "begin": 3, "end": 5, "@to": 2, "#n": 0.5},
            types={
                NER: {
                    "%SUPER_TYPE": "uima.tcas.Annotation",
                    "value": {"%RANGE": "uima.cas.String"},
                }
            },
        ),
    ),
    "webanno-tsv": ("a.tsv", TSV),
}
scraps = st.sampled_from(
    [b"", b"<", b">", b'"', b"0", b"-1", b"99999999999", b"&", b"\t", b"\n", b"\xff", b"]", b"\\"]
)


def take(name: str, path: Path) -> None:
    """Read a file in every way; nothing but a refusal may come of it."""
    recognise(path)
    documents = []
    with suppress(RecordError):
        documents = list(FORMATS[name].load().read(path))
    for document in documents:
        for answer in document.answers:
            for span in answer.spans:
                assert document.text[span.start : span.end] == span.text
        assert all(str(remark) for remark in document.remarks)
    with suppress(ImportFailed):
        assert list(read_articles(path, Options(form=name)))


@pytest.mark.parametrize("name", sorted(WHOLE))
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_damaged_file_is_read_or_refused(name: str, tmp_path: Path, data: st.DataObject) -> None:
    file, content = WHOLE[name]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 8)))
    scrap = data.draw(scraps)
    (tmp_path / "TypeSystem.xml").write_bytes(TYPES)
    (tmp_path / file).write_bytes(content[:start] + scrap + content[end:])
    take(name, tmp_path / file)


@pytest.mark.parametrize("name", sorted(WHOLE))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_cut_or_flipped_file_is_read_or_refused(
    name: str, tmp_path: Path, data: st.DataObject
) -> None:
    file, content = WHOLE[name]
    end = data.draw(st.integers(0, len(content)))
    changed = bytearray(content[:end] if data.draw(st.booleans()) else content)
    for _ in range(data.draw(st.integers(0, 3))):
        if changed:
            changed[data.draw(st.integers(0, len(changed) - 1))] ^= 1 << data.draw(
                st.integers(0, 7)
            )
    (tmp_path / file).write_bytes(bytes(changed))
    take(name, tmp_path / file)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_damaged_types_are_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TYPES)))
    end = data.draw(st.integers(start, min(len(TYPES), start + 30)))
    (tmp_path / "TypeSystem.xml").write_bytes(TYPES[:start] + data.draw(scraps) + TYPES[end:])
    (tmp_path / "a.xmi").write_bytes(WHOLE["uima-xmi"][1])
    take("uima-xmi", tmp_path / "a.xmi")
