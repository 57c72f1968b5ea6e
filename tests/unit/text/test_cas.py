"""What is inside a CAS: structures of XMI and JSON, and what is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from annotator.errors import ImportFailed
from annotator.text.cas import is_json, is_linguistic, is_structural, root_of, structures
from tests.unit.text.cas_files import cas_json, xmi

WORD = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"


def types(content: bytes) -> list[str]:
    return [each.type for each in structures(content)]


def test_xmi_gives_types_and_features() -> None:
    found = list(structures(xmi('seg:Token begin="0" end="2" order="x"', "bare:Own")))
    assert [each.type for each in found] == [
        "uima.cas.NULL",
        WORD,
        "Own",
        "uima.cas.Sofa",
        "uima.cas.View",
    ]
    token = found[1]
    assert (token.id, token.number("begin"), token.number("end")) == ("2", 0, 2)
    assert (token.number("order"), token.number("none")) == (-1, -1)
    assert token.features["order"] == "x"


def test_json_gives_the_same() -> None:
    content = cas_json({"%TYPE": WORD, "begin": 0, "end": True})
    found = list(structures(content))
    assert [each.type for each in found] == ["uima.cas.Sofa", WORD]
    assert (found[1].id, found[1].number("begin"), found[1].number("end")) == ("2", 0, -1)
    assert is_json(b"\xef\xbb\xbf \n" + content)
    assert types(b"\xef\xbb\xbf" + content) == types(content)


def test_json_may_have_its_structures_by_number() -> None:
    data = json.loads(cas_json())
    data["%FEATURE_STRUCTURES"] = {"7": data["%FEATURE_STRUCTURES"][0]}
    assert [each.id for each in structures(json.dumps(data).encode())] == ["7"]


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b'{"a": \xff}',
        b"{" + b'"a":{' * 100_000,
        b'{"%FEATURE_STRUCTURES": 3}',
        b'{"%FEATURE_STRUCTURES": [3]}',
        b'{"%FEATURE_STRUCTURES": [{"%TYPE": 3}]}',
        b"",
        b"no XML",
        b"<a/>",
        xmi()[:-20],
        xmi() + b"<more/>",
        b'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"><a x="&undefined;"/></xmi:XMI>',
    ],
)
def test_what_is_no_cas_is_refused(content: bytes) -> None:
    with pytest.raises(ImportFailed):
        list(structures(content))


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE x>",
        '<!DOCTYPE x [<!ENTITY e "many">]>',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
        "<!-- first --><!DOCTYPE x>",
    ],
)
def test_document_type_is_refused(doctype: str) -> None:
    content = xmi('custom:Span begin="0" end="2"', head=doctype)
    for each in (content, content.decode().replace("UTF-8", "UTF-16").encode("utf-16")):
        with pytest.raises(ImportFailed, match="a document type"):
            list(structures(each))


def test_entities_that_grow_are_refused_before_they_do() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE x [<!ENTITY e0 "0123456789">{levels}]>'
    content = xmi(head=head).replace(b"<xmi:XMI ", b'<xmi:XMI grown="&e11;" ')
    with pytest.raises(ImportFailed):
        root_of(content)


def test_long_text_is_taken() -> None:
    content = xmi(text="a" * 11_000_000)
    (sofa,) = (each for each in structures(content) if each.type == "uima.cas.Sofa")
    assert len(sofa.features["sofaString"]) == 11_000_000


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (WORD, "structural"),
        ("de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData", "structural"),
        ("uima.tcas.DocumentAnnotation", "structural"),
        ("org.example.Sentence", "structural"),
        ("de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS", "linguistic"),
        ("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity", ""),
        ("webanno.custom.Span", ""),
    ],
)
def test_types_that_are_nobodys_answers(name: str, kind: Any) -> None:
    found = {"structural": is_structural(name), "linguistic": is_linguistic(name)}
    assert [each for each, holds in found.items() if holds] == ([kind] if kind else [])
