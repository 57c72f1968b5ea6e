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
    from annotator.store import Store
    from annotator.text.importing import article_files

    with Store.open(project, wait_ms=10_000) as store:
        intake = _Intake(store, keep_duplicates=keep_duplicates, dry_run=dry_run)
        files = [path for path in article_files(paths) if not _is_beside(path, project)]
        for path in steps(files, "Importing"):
            intake.take(path, encoding=encoding, lang=lang)
    done = "would be taken in" if dry_run else "taken in"
    click.echo(f"{intake.taken} {done}, {intake.there} already there, {intake.failed} failed")
    return 2 if intake.failed else 0


def _is_beside(path: Path, project: Path) -> bool:
    """Whether this file is the open project's journal, met where its own folder is walked."""
    beside = {f"{project.name}-{end}" for end in ("wal", "shm", "journal")}
    return path.name in beside and path.parent.resolve() == project.parent.resolve()


class _Intake:
    """Takes in one article after the other, says what became of each, and counts."""

    def __init__(self, store: Store, *, keep_duplicates: bool, dry_run: bool):
        self._store = store
        self._keep_duplicates = keep_duplicates
        self._dry_run = dry_run
        self._would_be_there: set[str] = set()
        self.taken = self.there = self.failed = 0

    def take(self, path: Path, *, encoding: str | None, lang: str | None) -> None:
        """Take a file in, or say why not."""
        from annotator.errors import ImportFailed
        from annotator.text.importing import read_article

        try:
            article = read_article(path, encoding=encoding, lang=lang)
        except ImportFailed as error:
            self.failed += 1
            click.echo(f"failed    {error}", err=True)
            return
        if self._is_there(article):
            self.there += 1
            click.echo(f"there     {path}: already in the project")
        else:
            self.taken += 1
            click.echo(f"taken in  {path}: {in_words(article)}")
        for remark in article.remarks:
            click.echo(f"          {remark}")

    def _is_there(self, article: Article) -> bool:
        """Whether the article was there already; if not, it is taken in."""
        if not self._dry_run:
            added = self._store.add_article(article, keep_duplicates=self._keep_duplicates)
            return added.already_there
        if self._keep_duplicates:
            return False
        from annotator.model import sha256_hex

        seen = {sha256_hex(article.content), sha256_hex(article.text)}
        is_there = bool(seen & self._would_be_there) or bool(self._store.find_article(article))
        self._would_be_there |= seen
        return is_there


def in_words(article: Article) -> str:
    """`44 paragraphs (1 byline, 3 headings); author "…" (from "Di …")`."""
    kinds = [paragraph.kind for paragraph in article.paragraphs]
    special = [f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds) if kind != "body"]
    words = "1 paragraph" if len(kinds) == 1 else f"{len(kinds)} paragraphs"
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
