"""Projects of REFI-QDA for tests, made from pieces."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

NAMESPACE = "urn:QDA-XML:project:1.0"
USER = "11111111-1111-4111-8111-111111111111"
CODE = "22222222-2222-4222-8222-222222222222"
INNER = "33333333-3333-4333-8333-333333333333"
NOTE = "44444444-4444-4444-8444-444444444444"


def qde(sources: str, *, notes: str = "", head: str = "", more: str = "") -> str:
    """A project.qde with one user and two codes, one under the other."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{head}'
        f'<Project xmlns="{NAMESPACE}" name="P"><Users><User guid="{USER}" name="anna"/></Users>'
        f'<CodeBook><Codes><Code guid="{CODE}" name="frames" isCodable="true">'
        f'<Description>what it is about</Description><Code guid="{{{INNER.upper()}}}"'
        ' name="money" isCodable="true" color="#46AA00"/></Code></Codes></CodeBook>'
        '<Variables><Variable guid="v1" name="outlet" typeOfVariable="Text"/>'
        '<Variable guid="v2" name="published_on" typeOfVariable="Text"/>'
        '<Variable guid="v3" name="desk" typeOfVariable="Text"/></Variables>'
        f"<Sources>{sources}</Sources>{notes}{more}</Project>"
    )


def value(variable: str, words: str) -> str:
    return (
        f'<VariableValue><VariableRef targetGUID="{variable}"/><TextValue>{words}</TextValue>'
        "</VariableValue>"
    )


def selection(start: int, end: int, *, name: str = "", inner: str = "", more: str = "") -> str:
    """A selection that is coded with the outer code, or holds something else."""
    coding = f'<Coding guid="c" creatingUser="{USER}"><CodeRef targetGUID="{CODE}"/></Coding>'
    named = f' name="{name}"' if name else ""
    return (
        f'<PlainTextSelection guid="s"{named} startPosition="{start}" endPosition="{end}" {more}>'
        f"{inner or coding}</PlainTextSelection>"
    )


def qdpx(
    project: str | None, files: dict[str, bytes] | None = None, *, stored: bool = False
) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_STORED if stored else ZIP_DEFLATED) as packed:
        for name, content in (files or {}).items():
            packed.writestr(name, content)
        if project is not None:
            packed.writestr("project.qde", project)
    return out.getvalue()
