"""`annotator import`: articles into a project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.progress import steps

if TYPE_CHECKING:
    from annotator.model import Article
    from annotator.store import Store


@click.command("import")
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("paths", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(["text"]), help="The only one so far: plain text."
)
@click.option("--encoding", help="The encoding of the files; else it is found out.")
@click.option("--lang", help="The language of the articles (it, en …); else it is found out.")
@click.option("--keep-duplicates", is_flag=True, help="Take an article in again as a copy.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, write nothing.")
def import_articles(
    project: Path,
    paths: tuple[Path, ...],
    *,
    form: str | None,  # noqa: ARG001 - one format so far
    encoding: str | None,
    lang: str | None,
    keep_duplicates: bool,
    dry_run: bool,
) -> int:
    """Take articles into PROJECT; a folder is walked.

    A file that cannot be taken is listed with its reason, and the rest goes in.
    """
    from annotator.errors import ImportFailed
    from annotator.store import Store
    from annotator.text.importing import article_files, read_article

    taken = already = failed = 0
    with Store.open(project, wait_ms=10_000) as store:
        for path in steps(list(article_files(paths)), "Importing"):
            try:
                article = read_article(path, encoding=encoding, lang=lang)
            except ImportFailed as error:
                failed += 1
                click.echo(f"failed    {error}", err=True)
                continue
            if _put(store, article, keep_duplicates=keep_duplicates, dry_run=dry_run):
                taken += 1
                click.echo(f"taken in  {path}: {in_words(article)}")
            else:
                already += 1
                click.echo(f"there     {path}: already in the project")
            for remark in article.remarks:
                click.echo(f"          {remark}")
    done = "would be taken in" if dry_run else "taken in"
    click.echo(f"{taken} {done}, {already} already there, {failed} failed")
    return 2 if failed else 0


def _put(store: Store, article: Article, *, keep_duplicates: bool, dry_run: bool) -> bool:
    """Whether the article was (or would be) taken in."""
    if dry_run:
        return keep_duplicates or store.find_article(article) is None
    return not store.add_article(article, keep_duplicates=keep_duplicates).already_there


def in_words(article: Article) -> str:
    """`44 paragraphs (1 byline, 3 headings); author "…" (from "Di …")`."""
    kinds = [paragraph.kind for paragraph in article.paragraphs]
    special = [f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds) if kind != "body"]
    words = f"{len(kinds)} paragraphs"
    if special:
        words += f" ({', '.join(special)})"
    if article.encoding:
        words += f", {article.encoding}"
    seen: set[str] = set()
    for candidate in article.candidates:
        if candidate.field not in seen:
            seen.add(candidate.field)
            words += f", {candidate.field.replace('published_on', 'date')} “{candidate.value}”"
    return words

