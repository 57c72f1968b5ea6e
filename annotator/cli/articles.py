"""`annotator import`: articles into a project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.progress import steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.model import Article
    from annotator.store import Store
    from annotator.study.intake import FileFate
    from annotator.text.reading import Options

_FORMATS = (
    *("text", "html", "epub", "docx", "rtf", "odt", "pdf", "nexis", "qdpx"),
    *("uima-xmi", "uima-json", "webanno-tsv"),
    *("csv", "tsv", "jsonl", "json", "zip"),
)
_COLUMNS = ("text", "title", "author", "outlet", "date", "url", "lang")


def _column_options(command: Callable[..., int]) -> Callable[..., int]:
    for name in reversed(_COLUMNS):
        command = click.option(
            f"--{name}-column", metavar="NAME", help=f"Of a table: the column of the {name}."
        )(command)
    return command


@click.command("import")
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("paths", type=click.Path(path_type=Path), nargs=-1)
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), help="The files' form; else it is found out."
)
@click.option("--encoding", help="The encoding of the files; else it is found out.")
@click.option("--lang", help="The language of the articles (it, en …); else it is found out.")
@click.option(
    "--metadata", type=click.Path(path_type=Path), help="A table of metadata, a row a file."
)
@_column_options
@click.option("--keep-duplicates", is_flag=True, help="Take an article in again as a copy.")
@click.option("--no-source", is_flag=True, help="Keep the hash of the files, not their bytes.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, write nothing.")
@click.option("--json", "as_json", is_flag=True, help="The report as JSON, one line a file.")
def import_articles(
    project: Path,
    paths: tuple[Path, ...],
    *,
    metadata: Path | None,
    keep_duplicates: bool,
    dry_run: bool,
    as_json: bool,
    **said: str | bool | None,
) -> int:
    """Take articles into PROJECT; a folder is walked.

    A file that cannot be taken is listed with its reason, and the rest goes in.
    """
    from annotator.store import Store
    from annotator.study.intake import Intake, Wishes
    from annotator.text.importing import article_files

    if not paths and metadata is None:
        raise click.UsageError("Name the files to import, or a table with --metadata.")
    rows = _read_metadata(metadata)
    wishes = Wishes(options=_options(said), keep_duplicates=keep_duplicates, dry_run=dry_run)
    report = _Report(dry_run=dry_run, as_json=as_json)
    with Store.open(project, wait_ms=10_000) as store:
        intake = Intake(store, wishes)
        files = [path for path in article_files(paths) if not _is_beside(path, project)]
        for path in steps(files, "Importing"):
            report.tell(intake.take(path))
        if rows is not None:
            _join(store, rows, dry_run=dry_run, as_json=as_json)
    report.end()
    return 2 if report.failed else 0


def _options(said: dict[str, str | bool | None]) -> Options:
    from annotator.text.reading import Options

    columns = {name: said[f"{name}_column"] for name in _COLUMNS}
    fields = {"date": "published_on"}
    return Options(
        form=_word(said["form"]),
        encoding=_word(said["encoding"]),
        lang=_word(said["lang"]),
        columns={fields.get(name, name): str(each) for name, each in columns.items() if each},
        keep_source=not said["no_source"],
    )


def _word(value: str | bool | None) -> str | None:
    return value if isinstance(value, str) else None


def _is_beside(path: Path, project: Path) -> bool:
    """Whether this file is the open project's journal, met where its own folder is walked."""
    beside = {f"{project.name}-{end}" for end in ("wal", "shm", "journal")}
    return path.name in beside and path.parent.resolve() == project.parent.resolve()


def _read_metadata(path: Path | None) -> dict[str, dict[str, str]] | None:
    """The table, read before anything is written."""
    if path is None:
        return None
    from annotator.study.metadata_table import read_metadata

    return read_metadata(path)


def _join(store: Store, rows: dict[str, dict[str, str]], *, dry_run: bool, as_json: bool) -> None:
    from annotator.study.metadata_table import join

    with store.write():
        joined = join(store, rows, dry_run=dry_run)
    if as_json:
        import msgspec

        said = {"metadata_changed": joined.n_changed, "remarks": [str(r) for r in joined.remarks]}
        click.echo(msgspec.json.encode(said).decode())
        return
    for remark in joined.remarks:
        click.echo(f"metadata  {remark}")
    verb = "would say" if dry_run else "say"
    click.echo(f"metadata  {joined.n_changed} articles {verb} something new")


class _Report:
    """Says what became of each file, and counts."""

    def __init__(self, *, dry_run: bool, as_json: bool):
        self._done = "would be taken in" if dry_run else "taken in"
        self._as_json = as_json
        self.taken = self.there = self.failed = 0

    def tell(self, fate: FileFate) -> None:
        """One file."""
        self.taken += fate.n_taken
        self.there += fate.n_there
        self.failed += fate.n_failed
        if self._as_json:
            click.echo(_as_json(fate))
            return
        for error in fate.failures:
            click.echo(f"failed    {error}", err=True)
        if fate.n_failed > len(fate.failures):
            click.echo(f"failed    … and {fate.n_failed - len(fate.failures)} more", err=True)
        if fate.first is not None:
            click.echo(_line(fate))
        for remark in fate.remarks:
            click.echo(f"          {remark}")

    def end(self) -> None:
        """The sum."""
        if not self._as_json:
            click.echo(
                f"{self.taken} {self._done}, {self.there} already there, {self.failed} failed"
            )


def _line(fate: FileFate) -> str:
    assert fate.first is not None
    if fate.n_taken + fate.n_there > 1:
        there = f", {fate.n_there} already there" if fate.n_there else ""
        return (
            f"taken in  {fate.path}: {fate.n_taken} articles, {fate.n_paragraphs} paragraphs{there}"
        )
    if fate.n_there:
        return f"there     {fate.path}: already in the project"
    return f"taken in  {fate.path}: {in_words(fate.first)}"


def _as_json(fate: FileFate) -> str:
    import msgspec

    said = {
        "file": str(fate.path),
        "taken": fate.n_taken,
        "there": fate.n_there,
        "failed": fate.n_failed,
        "paragraphs": fate.n_paragraphs,
        "labels_ignored": fate.n_labels,
        "failures": [str(error) for error in fate.failures],
        "remarks": [{"slug": each.slug, "words": str(each)} for each in fate.remarks],
    }
    return msgspec.json.encode(said).decode()


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
