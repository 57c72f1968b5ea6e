"""A plan in words, in English or Italian: what each way asks for, and how far to trust it.

May import nothing but plans and numerals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.agreement.numerals import percentage, three_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from annotator.agreement.plans import Curve, Pilot, Plan, Size

_WORDS = {
    "en": {
        "pilot": "The pilot {source}, layer {layer}: {n_units} units coded by two or more{of}; "
        "they agree on {percent} % of the pairs.",
        "of": " in {n_articles} articles",
        "by_unit": "Its articles are too few to be redrawn (fewer than 5), or not known: units "
        "were redrawn, and the true numbers are larger.",
        "needed": "Simulation, {code} ({share} % of the answers): the 95 % interval of alpha is no "
        "wider than ± {half} from {size} on ({draws} draws, seed {seed}).",
        "not_needed": "Simulation, {code} ({share} % of the answers): even with {n} units the 95 % "
        "interval of alpha is wider than ± {half}, or undefined in more than 5 % of the draws "
        "({draws} draws, seed {seed}).",
        "no_codes": "No code was given in the pilot, so nothing was redrawn.",
        "krippendorff": "Krippendorff's formula: to tell an alpha of {lowest} from a lower one at "
        "5 % (one-sided), for a code in {share} % of the units, {size}. It takes units as "
        "independent; paragraphs of one article are not, so this is too low.",
        "no_krippendorff": "Krippendorff's formula needs the prevalence of the rarest code "
        "(--prevalence, or a pilot).",
        "lacy_riffe": "Lacy and Riffe's formula: in a corpus of {corpus} units, for an agreement "
        "of {expected} % give or take 5 points, {size}. It takes units as independent, too.",
        "no_lacy_riffe": "Lacy and Riffe's formula needs the size of the corpus (--corpus).",
        "size": "{n} units",
        "size_articles": "{n} units ({n_articles} articles)",
        "work": " That is {n_answers} answers by {annotators} annotators.",
        "all": " That is at least half of the corpus: code everything twice.",
        "end": "Never fewer than 10 articles: one article, however long, cannot show that a rare "
        "code is reliable.",
    },
    "it": {
        "pilot": "Il pilota {source}, livello {layer}: {n_units} unità codificate da due o più"
        "{of}; sono d'accordo nel {percent} % delle coppie.",
        "of": " in {n_articles} articoli",
        "by_unit": "Gli articoli sono troppo pochi per essere ricampionati (meno di 5), o non sono "
        "noti: si sono ricampionate le unità, e i numeri veri sono più grandi.",
        "needed": "Simulazione, {code} ({share} % delle risposte): l'intervallo al 95 % di alfa "
        "non supera ± {half} a partire da {size} ({draws} estrazioni, seme {seed}).",
        "not_needed": "Simulazione, {code} ({share} % delle risposte): anche con {n} unità "
        "l'intervallo al 95 % di alfa supera ± {half}, o non è definito in più del 5 % delle "
        "estrazioni ({draws} estrazioni, seme {seed}).",
        "no_codes": "Nel pilota non è stato dato nessun codice: non si è ricampionato nulla.",
        "krippendorff": "Formula di Krippendorff: per distinguere un alfa di {lowest} da uno più "
        "basso al 5 % (a una coda), con un codice nel {share} % delle unità, {size}. Considera le "
        "unità indipendenti; i paragrafi di un articolo non lo sono, quindi è troppo poco.",
        "no_krippendorff": "La formula di Krippendorff richiede la frequenza del codice più raro "
        "(--prevalence, o un pilota).",
        "lacy_riffe": "Formula di Lacy e Riffe: in un corpus di {corpus} unità, per un accordo del "
        "{expected} % più o meno 5 punti, {size}. Anch'essa considera le unità indipendenti.",
        "no_lacy_riffe": "La formula di Lacy e Riffe richiede la dimensione del corpus (--corpus).",
        "size": "{n} unità",
        "size_articles": "{n} unità ({n_articles} articoli)",
        "work": " Sono {n_answers} risposte di {annotators} annotatori.",
        "all": " È almeno metà del corpus: si codifichi tutto due volte.",
        "end": "Mai meno di 10 articoli: un solo articolo, per quanto lungo, non può mostrare che "
        "un codice raro è affidabile.",
    },
}


def sentences_of(plan: Plan) -> list[str]:
    """The plan as paragraphs, what to trust most first."""
    return list(_Telling(plan).sentences())


class _Telling:
    def __init__(self, plan: Plan):
        self._plan = plan
        self._say = _WORDS[plan.wanted.language]

    def sentences(self) -> Iterator[str]:
        plan, wanted, say = self._plan, self._plan.wanted, self._say
        if plan.pilot:
            yield from self._of_pilot(plan.pilot)
        if plan.krippendorff is None or wanted.prevalence is None:
            yield say["no_krippendorff"]
        else:
            yield say["krippendorff"].format(
                lowest=three_digits(wanted.lowest),
                share=percentage(wanted.prevalence),
                size=self._size(plan.krippendorff),
            ) + self._after(plan.krippendorff)
        if plan.lacy_riffe is None:
            yield say["no_lacy_riffe"]
        else:
            yield say["lacy_riffe"].format(
                corpus=wanted.corpus,
                expected=percentage(wanted.expected),
                size=self._size(plan.lacy_riffe),
            ) + self._after(plan.lacy_riffe)
        yield say["end"]

    def _of_pilot(self, pilot: Pilot) -> Iterator[str]:
        say = self._say
        yield say["pilot"].format(
            source=pilot.source,
            layer=pilot.layer,
            n_units=pilot.n_units,
            of=say["of"].format(n_articles=pilot.n_articles) if pilot.n_articles else "",
            percent=percentage(pilot.percent),
        )
        if pilot.cluster == "unit":
            yield say["by_unit"]
        if not pilot.curves:
            yield say["no_codes"]
        for curve in pilot.curves:
            yield self._of_code(curve)

    def _of_code(self, curve: Curve) -> str:
        wanted, needed = self._plan.wanted, curve.needed
        words = self._say["not_needed" if needed is None else "needed"].format(
            code=curve.code,
            share=percentage(curve.prevalence),
            half=three_digits(wanted.half_width),
            size="" if needed is None else self._size(needed),
            n=curve.points[-1].n,
            draws=wanted.draws,
            seed=wanted.seed,
        )
        return words if needed is None else words + self._after(needed)

    def _size(self, size: Size) -> str:
        key = "size" if size.n_articles is None else "size_articles"
        return self._say[key].format(n=size.n_units, n_articles=size.n_articles)

    def _after(self, size: Size) -> str:
        wanted = self._plan.wanted
        n_units = min(size.n_units, wanted.corpus or size.n_units)
        words = self._say["work"].format(
            n_answers=n_units * wanted.annotators, annotators=wanted.annotators
        )
        return words + (self._say["all"] if size.is_nearly_all else "")
