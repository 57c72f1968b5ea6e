"""Small CAS files: XMI by its elements, JSON by its structures."""

from __future__ import annotations

import json
from typing import Any

SEGMENTATION = "http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore"
METADATA = "http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore"
NER = "http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore"
POS = "http:///de/tudarmstadt/ukp/dkpro/core/api/lexmorph/type/pos.ecore"
NAMES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        "xmi": "http://www.omg.org/XMI",
        "cas": "http:///uima/cas.ecore",
        "tcas": "http:///uima/tcas.ecore",
        "seg": SEGMENTATION,
        "meta": METADATA,
        "ner": NER,
        "pos": POS,
        "custom": "http:///webanno/custom.ecore",
        "ours": "http:///annotator/layer.ecore",
        "bare": "http:///uima/noNamespace.ecore",
    }.items()
)


def xmi(*elements: str, text: str = "Il 😀 sale.", head: str = "") -> bytes:
    """A CAS of one view; elements are `ner:NamedEntity begin="0" end="2"`, numbered from 2."""
    lines = [
        f'<{element} xmi:id="{number}" sofa="1"/>' for number, element in enumerate(elements, 2)
    ]
    members = " ".join(str(number) for number in range(2, len(lines) + 2))
    attribute = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "&#10;")
    return "\n".join(
        [
            f'<?xml version="1.0" encoding="UTF-8"?>{head}',
            f'<xmi:XMI {NAMES} xmi:version="2.0"><cas:NULL xmi:id="0"/>',
            *lines,
            '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text"',
            f' sofaString="{attribute}"/><cas:View sofa="1" members="{members}"/></xmi:XMI>',
        ]
    ).encode()


def cas_json(
    *structures: dict[str, Any], text: str = "Il 😀 sale.", types: Any = None, **more: Any
) -> bytes:
    """A CAS of one view in JSON; the structures are numbered from 2, lists are in no view."""
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView"}
    found = [
        {"%ID": number, **({} if "%ELEMENTS" in each else {"@sofa": 1}), **each}
        for number, each in enumerate(structures, 2)
    ]
    members = [each["%ID"] for each in found if "@sofa" in each]
    data = {
        "%TYPES": {} if types is None else types,
        "%FEATURE_STRUCTURES": [{**sofa, "sofaString": text}, *found],
        "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}},
        **more,
    }
    return json.dumps(data).encode()


def type_system(name: str, *features: tuple[str, str], parent: str = "uima.tcas.Annotation") -> str:
    """A description of one type; features have a name and a range."""
    listed = "".join(
        f"<featureDescription><name>{feature}</name><description/><rangeTypeName>{kind}"
        "</rangeTypeName></featureDescription>"
        for feature, kind in features
    )
    return (
        '<?xml version="1.0"?><typeSystemDescription'
        ' xmlns="http://uima.apache.org/resourceSpecifier"><types><typeDescription>'
        f"<name>{name}</name><description/><supertypeName>{parent}</supertypeName>"
        f"<features>{listed}</features></typeDescription></types></typeSystemDescription>"
    )
