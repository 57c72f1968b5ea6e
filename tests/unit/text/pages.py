"""Pages and books for the tests, made up."""

from __future__ import annotations

import io
import zipfile

PARAGRAPHS = [
    "The harbour council voted on Tuesday to close the old ferry line, after three years of losses that the town could no longer bear, said its treasurer in a long and tired speech.",  # noqa: E501
    "Fishermen in the gallery answered with whistles. For them the ferry is the only way to reach the auction hall before dawn, and the bridge adds forty minutes to every single trip.",  # noqa: E501
    "The line was opened in the year of the great flood, when nothing else crossed the water, and many here remember the day on which the first boat came in with bread and blankets.",  # noqa: E501
    "A decision on what will follow is expected before the summer. Until then a small boat will carry pupils and nurses, twice in the morning and twice in the evening, for a low fare.",  # noqa: E501
]
LEAD = "The council has closed a line that lost money for three years, and many are angry about it."


def page(*, head: str = "", before: str = "", body: str | None = None, after: str = "") -> str:
    """A page with menus and a footer around an article."""
    text = "".join(f"<p>{each}</p>" for each in PARAGRAPHS) if body is None else body
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/s'>Sport</a></li></ul></nav>"
        f"{before}<article>{text}</article>{after}"
        "<footer><p>All rights reserved by the people of the Gazette.</p></footer></body></html>"
    )


CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="in/book.opf"/></rootfiles></container>'
)
CHAPTER = (
    "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html><html"
    " xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body>{}</body></html>"
)


def package(spine: str = "<itemref idref='c2'/><itemref idref='c1'/><itemref idref='nav'/>") -> str:
    """The package of a book with two chapters, whose order is that of the spine."""
    return (
        "<package xmlns='http://www.idpf.org/2007/opf'><metadata"
        " xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>A book</dc:title><dc:creator>Ada"
        " Venn</dc:creator><dc:date>2021-05-06T00:00:00Z</dc:date><dc:language>en-GB</dc:language>"
        "<dc:creator/></metadata><manifest>"
        "<item id='c1' href='text/one%20a.xhtml#x' media-type='application/xhtml+xml'/>"
        "<item id='c2' href='text/two.xhtml' media-type='application/xhtml+xml'/>"
        f"<item id='p' href='p.png' media-type='image/png'/></manifest><spine>{spine}</spine>"
        "</package>"
    )


def book(**members: str | bytes) -> bytes:
    """A book; `members` replace those of the usual one."""
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "in/book.opf": package(),
        "in/text/one a.xhtml": CHAPTER.format("<h2>First</h2><p>The end&nbsp;is near.</p>"),
        "in/text/two.xhtml": CHAPTER.format("<a id='x'/><h1>Second</h1><p>It begins.</p>"),
        **members,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()
