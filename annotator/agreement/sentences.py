"""The sentences of a report in English and Italian: templates for `str.format`.

They explain and do not judge. Imports nothing of the package.
"""

from __future__ import annotations

COEFFICIENTS = {
    "en": {
        "alpha": "Krippendorff's alpha",
        "kappa": "Cohen's kappa",
        "percent": "Percent agreement",
    },
    "it": {
        "alpha": "L'alfa di Krippendorff",
        "kappa": "Il kappa di Cohen",
        "percent": "L'accordo percentuale",
    },
}

DISTANCES = {
    "en": {
        "nominal": "nominal distance",
        "ordinal_krippendorff": "ordinal distance (Krippendorff's)",
        "ordinal_gwet": "ordinal distance (Gwet's)",
        "interval": "interval distance",
        "linear": "linear distance",
        "ratio": "ratio distance",
        "masi": "MASI distance",
        "jaccard": "Jaccard distance",
        "scale": "the scale table as distance",
        "table": "a distance table",
    },
    "it": {
        "nominal": "distanza nominale",
        "ordinal_krippendorff": "distanza ordinale (di Krippendorff)",
        "ordinal_gwet": "distanza ordinale (di Gwet)",
        "interval": "distanza a intervalli",
        "linear": "distanza lineare",
        "ratio": "distanza a rapporti",
        "masi": "distanza MASI",
        "jaccard": "distanza di Jaccard",
        "scale": "la tabella della scala come distanza",
        "table": "una tabella di distanze",
    },
}

STEPS = {
    "en": {
        None: "",
        "addressed": " Step 1: is the target addressed? Any position, or “cannot tell”, against "
        "“not addressed”.",
        "position": " Step 2: the position, where at least two annotators gave one.",
        "position_without_aside": " The position once more, without the codes beside the scale.",
        "with_cannot_tell": " Once more with “cannot tell” as an answer of its own.",
        "primary": " The primary code, where both gave at least one code.",
    },
    "it": {
        None: "",
        "addressed": " Passo 1: il target è trattato? Qualunque posizione, o “non determinabile”, "
        "contro “non trattato”.",
        "position": " Passo 2: la posizione, dove almeno due annotatori ne hanno indicata una.",
        "position_without_aside": " La posizione ancora una volta, senza i codici fuori scala.",
        "with_cannot_tell": " Ancora una volta con “non determinabile” come risposta a sé.",
        "primary": " Il codice principale, dove entrambi hanno dato almeno un codice.",
    },
}

SENTENCES = {
    "en": {
        "who": "{n_annotators} annotators coded “{layer}” in {n_units} units{of_documents}; "
        "{n_used} were coded by at least two.",
        "of_documents": " of {n_documents} documents",
        "of_documents_one": " of one document",
        "toward": " Target: {target}.",
        "sets": " Several codes could apply, and none was an answer.",
        "value": "{coefficient} with {distance} is {value}",
        "value_plain": "{coefficient} is {value}",
        "drawn_unit": " ({level} % interval {low} to {high}, {draws} bootstrap draws over units, "
        "seed {seed})",
        "drawn_document": " ({level} % interval {low} to {high}, {draws} bootstrap draws over "
        "documents, seed {seed})",
        "chance": ": annotators disagreed {share} % as much as chance would make them.",
        "perfect": ": no disagreement was observed.",
        "percent": ": in the mean over units, this share of the pairs of answers is equal.",
        "kappa": ": the share of agreement beyond what the two annotators' own habits would give.",
        "probability": " The probability that alpha lies below .667 is {low}, below .800 {high}.",
        "undefined_draws": " In {undefined} draws the value was undefined; they are left out.",
        "below_chance": " Annotators agreed less than chance would make them: look for a code that "
        "they understand in opposite ways, or for a slip in the table.",
        "paradox": " Nearly all answers are the same, so that one disagreement weighs much: read "
        "observed agreement and prevalence beside it.",
        "lowest": " {code} occurs in {share} % of the answers; its alpha of {value}{interval} "
        "rests on {n} positive answers.",
        "lowest_one": " {code} occurs in {share} % of the answers; its alpha of {value}{interval} "
        "rests on one positive answer.",
        "interval": " ({low} to {high})",
        "single": " {n} units were coded by one annotator only and do not count.",
        "single_one": " One unit was coded by one annotator only and does not count.",
        "missing": " Missing and not counted: {n_cannot_tell} answers “cannot tell”, {n_skipped} "
        "skipped.",
        "conflicting": " {n} answers name no single value and count as missing.",
        "alone": " Sharing no unit with anybody: {names}.",
        "few_units": " With so few units the value may be quite different in the next ones: code "
        "more units twice before relying on it.",
        "no_variation": "{coefficient} is undefined: all answers that could be compared are the "
        "same. This is too little variation, not unreliability; code units in which other answers "
        "are likely.",
        "no_pairable_units": "{coefficient} is undefined: no unit was coded by two annotators. "
        "Let a second annotator code some of the same units.",
        "one_annotator": "{coefficient} is undefined: there are answers of one annotator only. "
        "Let a second annotator code some of the same units.",
        "no_units": "{coefficient} is undefined: there are no answers yet.",
        "needs_two_annotators": "{coefficient} is defined for two annotators, and there are "
        "{n_annotators}: see the table of pairs, or take Krippendorff's alpha.",
        "not_comparable": "No coefficient compares free text. There are {n_ratings} answers.",
        "offered": "This target is offered, not asked, so that absence is no answer and no "
        "coefficient can be given. It was added in {n_units} units: by one annotator in "
        "{n_single}, by several in {n_used}.",
        "interval_undefined": " No interval is given: in more than 5 % of the draws the value was "
        "undefined. Code more units twice.",
    },
    "it": {
        "who": "{n_annotators} annotatori hanno codificato “{layer}” in {n_units} unità"
        "{of_documents}; {n_used} sono state codificate da almeno due.",
        "of_documents": " di {n_documents} documenti",
        "of_documents_one": " di un documento",
        "toward": " Target: {target}.",
        "sets": " Più codici potevano valere insieme, e nessuno era una risposta.",
        "value": "{coefficient} con {distance} è {value}",
        "value_plain": "{coefficient} è {value}",
        "drawn_unit": " (intervallo al {level} % da {low} a {high}, {draws} ricampionamenti "
        "bootstrap delle unità, seme {seed})",
        "drawn_document": " (intervallo al {level} % da {low} a {high}, {draws} ricampionamenti "
        "bootstrap dei documenti, seme {seed})",
        "chance": ": il disaccordo è il {share} % di quello che darebbe il caso.",
        "perfect": ": non si è osservato alcun disaccordo.",
        "percent": ": in media sulle unità, questa quota di coppie di risposte è uguale.",
        "kappa": ": la quota di accordo oltre quella che darebbero le abitudini dei due "
        "annotatori.",
        "probability": " La probabilità che alfa sia sotto .667 è {low}, sotto .800 {high}.",
        "undefined_draws": " In {undefined} ricampionamenti il valore non era definito; sono "
        "esclusi.",
        "below_chance": " Gli annotatori concordano meno di quanto darebbe il caso: cercate un "
        "codice inteso in modi opposti, o un errore nella tabella.",
        "paradox": " Quasi tutte le risposte sono uguali, perciò un solo disaccordo pesa molto: "
        "leggete accanto l'accordo osservato e la prevalenza.",
        "lowest": " {code} compare nel {share} % delle risposte; il suo alfa di {value}{interval} "
        "poggia su {n} risposte positive.",
        "lowest_one": " {code} compare nel {share} % delle risposte; il suo alfa di "
        "{value}{interval} poggia su una sola risposta positiva.",
        "interval": " (da {low} a {high})",
        "single": " {n} unità sono state codificate da un solo annotatore e non contano.",
        "single_one": " Un'unità è stata codificata da un solo annotatore e non conta.",
        "missing": " Mancanti e non contate: {n_cannot_tell} risposte “non determinabile”, "
        "{n_skipped} saltate.",
        "conflicting": " {n} risposte non indicano un solo valore e contano come mancanti.",
        "alone": " Senza unità in comune con altri: {names}.",
        "few_units": " Con così poche unità il valore può essere molto diverso nelle prossime: "
        "fate codificare altre unità a due annotatori prima di affidarvi a questo.",
        "no_variation": "{coefficient} non è definito: tutte le risposte confrontabili sono "
        "uguali. È troppa poca variazione, non inaffidabilità; codificate unità in cui siano "
        "probabili altre risposte.",
        "no_pairable_units": "{coefficient} non è definito: nessuna unità è stata codificata da "
        "due annotatori. Fate codificare alcune unità a un secondo annotatore.",
        "one_annotator": "{coefficient} non è definito: ci sono risposte di un solo annotatore. "
        "Fate codificare alcune unità a un secondo annotatore.",
        "no_units": "{coefficient} non è definito: non ci sono ancora risposte.",
        "needs_two_annotators": "{coefficient} è definito per due annotatori, e qui sono "
        "{n_annotators}: vedete la tabella delle coppie, o usate l'alfa di Krippendorff.",
        "not_comparable": "Nessun coefficiente confronta testo libero. Le risposte sono "
        "{n_ratings}.",
        "offered": "Questo target è offerto, non chiesto: l'assenza non è una risposta e non si "
        "può dare un coefficiente. È stato aggiunto in {n_units} unità: da un annotatore in "
        "{n_single}, da più d'uno in {n_used}.",
        "interval_undefined": " Non si dà un intervallo: in più del 5 % dei ricampionamenti il "
        "valore non era definito. Fate codificare altre unità a due annotatori.",
    },
}

CAUTIONS = {
    "en": {
        "few_units": "{n} units coded by two or more: the value is uncertain. Code at least 100 "
        "twice.",
        "wide_interval": "The interval is wider than .20. Code more units twice.",
        "few_documents_one": "Only one document: the interval is too narrow. Code more articles "
        "twice rather than more paragraphs.",
        "few_documents": "Only {n} documents: the interval is too narrow. Code more articles twice "
        "rather than more paragraphs.",
        "rare_code": "Fewer than 20 positive answers: {codes}. Choose articles in which these "
        "codes are likely.",
        "unused_code": "Nobody used: {codes}.",
        "paradox": "Percent agreement is {percent} although the coefficient is low: nearly all "
        "answers are the same. Read prevalence and positive agreement.",
        "paradox_codes": "Too little variation to judge: {codes}. Nearly all answers are the same "
        "there, so that one disagreement weighs much: read the positive counts beside alpha.",
        "cannot_tell": "“Cannot tell” makes up {share} % of the answers and counts as missing. "
        "Look at those units: a rule may be lacking.",
        "below_chance": "Agreement lies below chance. Look for a code that annotators understand "
        "in opposite ways.",
        "unequal_overlap": "Pairs with fewer than 20 shared units: {pairs}. Their values say "
        "little.",
        "single_coded": "{share} % of the units were coded by one annotator only and do not count.",
        "empty_sets": "{share} % of the answers are “none”: agreement is mostly agreement that "
        "nothing applies. Read the codes one by one.",
    },
    "it": {
        "few_units": "{n} unità codificate da due o più: il valore è incerto. Fatene codificare "
        "almeno 100 a due annotatori.",
        "wide_interval": "L'intervallo è più largo di .20. Fate codificare altre unità a due "
        "annotatori.",
        "few_documents_one": "Un solo documento: l'intervallo è troppo stretto. Fate codificare a "
        "due annotatori altri articoli piuttosto che altri paragrafi.",
        "few_documents": "Solo {n} documenti: l'intervallo è troppo stretto. Fate codificare a due "
        "annotatori altri articoli piuttosto che altri paragrafi.",
        "rare_code": "Meno di 20 risposte positive: {codes}. Scegliete articoli in cui questi "
        "codici siano probabili.",
        "unused_code": "Mai usati: {codes}.",
        "paradox": "L'accordo percentuale è {percent} benché il coefficiente sia basso: quasi "
        "tutte le risposte sono uguali. Leggete la prevalenza e l'accordo positivo.",
        "paradox_codes": "Troppo poca variazione per giudicare: {codes}. Quasi tutte le risposte "
        "sono uguali, perciò un solo disaccordo pesa molto: leggete accanto ad alfa il numero di "
        "risposte positive.",
        "cannot_tell": "“Non determinabile” è il {share} % delle risposte e conta come mancante. "
        "Guardate quelle unità: forse manca una regola.",
        "below_chance": "L'accordo è sotto il caso. Cercate un codice che gli annotatori intendono "
        "in modi opposti.",
        "unequal_overlap": "Coppie con meno di 20 unità in comune: {pairs}. I loro valori dicono "
        "poco.",
        "single_coded": "Il {share} % delle unità è stato codificato da un solo annotatore e non "
        "conta.",
        "empty_sets": "Il {share} % delle risposte è “nessuno”: l'accordo è soprattutto accordo "
        "sul fatto che nulla si applica. Leggete i codici uno per uno.",
    },
}

REMARKS = {
    "it": {
        "duplicate_ratings": "{n} valutazioni compaiono due volte con lo stesso valore; ciascuna "
        "conta una volta.",
        "numbers_nominal": "Tutti i valori sono numeri; si confrontano come nomi se non si indica "
        "una distanza (--distance interval, o --order).",
        "nearly_equal_values": "I valori “{one}” e “{other}” differiscono solo per spazi o "
        "maiuscole e contano come diversi.",
    },
}

REFERENCES = {
    "alpha": "Krippendorff, K. (2011). Computing Krippendorff's Alpha-Reliability.",
    "kappa": "Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and "
    "Psychological Measurement 20(1), 37-46.",
    "percent": "Observed agreement, the mean over units of the share of equal pairs.",
    "masi": "Passonneau, R. (2006). Measuring agreement on set-valued items (MASI). LREC.",
    "ordinal_gwet": "Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th edition.",
}


def counted(words: dict[str, str], key: str, n: int) -> str:
    """The sentence of this name for so many: English and Italian say one thing otherwise."""
    return words.get(f"{key}_one", words[key]) if n == 1 else words[key]
