"""What a report says in Italian: templates for `str.format`. Imports nothing of the package.

The same keys and the same figures as in English.
"""

from __future__ import annotations

COEFFICIENTS = {
    "alpha": "L'alfa di Krippendorff",
    "percent": "L'accordo percentuale",
    "kappa": "Il kappa di Cohen",
    "weighted_kappa": "Il kappa ponderato (di Cohen)",
    "pi": "Il pi di Scott",
    "fleiss": "Il kappa di Fleiss",
    "conger": "Il kappa di Conger",
    "light": "Il kappa di Light",
    "ac1": "L'AC1 di Gwet",
    "ac2": "L'AC2 di Gwet",
    "bp": "Il coefficiente di Brennan e Prediger",
    "u": "L'u-alfa di Krippendorff per le parole evidenziate",
    "u_binary": "L'u-alfa binario di Krippendorff per le parole evidenziate",
    "cu": "Il cu-alfa di Krippendorff per le parole evidenziate",
    "ku": "Il (k)u-alfa di Krippendorff per le parole evidenziate",
    "alpha_u": "L'alfa-U di Krippendorff del 1995",
    "f1_exact": "L'F1 delle evidenziazioni uguali",
    "f1_overlap": "L'F1 delle evidenziazioni sovrapposte",
    "f1_character": "L'F1 dei caratteri evidenziati",
}

SHORT = {
    "alpha": "alfa",
    "percent": "percentuale",
    "kappa": "kappa di Cohen",
    "weighted_kappa": "kappa ponderato",
    "pi": "pi di Scott",
    "fleiss": "kappa di Fleiss",
    "conger": "kappa di Conger",
    "light": "kappa di Light",
    "ac1": "AC1",
    "ac2": "AC2",
    "bp": "Brennan–Prediger",
    "u": "u-alfa",
    "u_binary": "u-alfa binario",
    "cu": "cu-alfa",
    "ku": "(k)u-alfa",
    "alpha_u": "alfa-U 1995",
    "f1_exact": "F1, uguali",
    "f1_overlap": "F1, sovrapposte",
    "f1_character": "F1, caratteri",
}

MEANINGS = {
    "alpha": ": il disaccordo è pari a {share} % di quello che darebbe il caso.",
    "percent": ": in media sulle unità, questa quota di coppie di risposte è uguale.",
    "kappa": ": la quota di accordo oltre quella che darebbero le abitudini dei due annotatori.",
    "weighted_kappa": ": come il kappa di Cohen, ma risposte vicine concordano in parte.",
    "pi": ": la quota di accordo oltre il caso, dove il caso è quanto spesso i due insieme hanno "
    "dato ogni risposta.",
    "fleiss": ": la quota di accordo oltre il caso, dove il caso è quanto spesso tutti insieme "
    "hanno dato ogni risposta.",
    "conger": ": la quota di accordo oltre quella che darebbero le abitudini degli annotatori.",
    "light": ": la media del kappa di Cohen sulle coppie di annotatori.",
    "ac1": ": la quota di accordo oltre il caso, dove il caso conta solo le risposte difficili da "
    "decidere. Resta alto dove una risposta è rara: leggilo accanto ad alfa.",
    "ac2": ": come AC1, ma risposte vicine concordano in parte.",
    "bp": ": la quota di accordo oltre il caso, dove il caso dà ogni risposta possibile con la "
    "stessa frequenza.",
    "u": ": su quali parole evidenziare, e per quale codice, il disaccordo è pari a {share} % di "
    "quello che darebbe il caso.",
    "u_binary": ": su quali parole evidenziare, il disaccordo è pari a {share} % di quello che "
    "darebbe il caso.",
    "cu": ": sul codice delle parole evidenziate da entrambi, il disaccordo è pari a {share} % di "
    "quello che darebbe il caso. La formula è ancora da verificare su quella stampata.",
    "ku": ": su questo codice, nelle parole evidenziate da entrambi, il disaccordo è il {share} % "
    "di quello che darebbe il caso. La formula è ancora da verificare su quella stampata.",
    "alpha_u": ": la misura più vecchia per le parole evidenziate, per il confronto con lavori più "
    "vecchi; oltre due annotatori si comporta male.",
    "f1_exact": ": la quota di evidenziazioni che un altro annotatore ha segnato dallo stesso "
    "primo allo stesso ultimo carattere.",
    "f1_overlap": ": la quota di evidenziazioni di cui un altro annotatore ha segnato una parte.",
    "f1_character": ": la quota di caratteri evidenziati che anche un altro annotatore ha segnato.",
}

DISTANCES = {
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
}

STEPS = {
    None: "",
    "addressed": "Passo 1: il target è trattato? Qualunque posizione, o “non determinabile”, "
    "contro “non trattato”.",
    "position": "Passo 2: la posizione, dove almeno due annotatori ne hanno indicata una.",
    "position_without_aside": "La posizione ancora una volta, senza i codici fuori scala.",
    "holder": "Passo 3: di chi è la posizione, dove il target è trattato.",
    "with_cannot_tell": "Ancora una volta con “non determinabile” come risposta a sé.",
    "primary": "Il codice principale, dove entrambi hanno dato almeno un codice.",
    "evidence": "Le parole che gli annotatori hanno evidenziato.",
    "evidence_where_chosen": "Lo stesso, solo dove tutti hanno scelto il codice.",
}

STEP_NAMES = {
    None: "tutto",
    "addressed": "1 trattato",
    "position": "2 posizione",
    "position_without_aside": "2 posizione, senza i codici fuori scala",
    "holder": "3 voce",
    "with_cannot_tell": "con “non determinabile”",
    "primary": "codice principale",
    "evidence": "evidenza",
    "evidence_where_chosen": "evidenza, dove tutti hanno scelto il codice",
}

NUMBERS = ("nessun", "un", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove",
           "dieci", "undici", "dodici")  # fmt: skip

NOUNS = {
    "annotator": "{n} annotatori",
    "annotator_one": "un annotatore",
    "paragraph": "{n} paragrafi",
    "paragraph_one": "un paragrafo",
    "document": "{n} articoli",
    "document_one": "un articolo",
    "unit": "{n} unità",
    "unit_one": "un'unità",
    "target": "{n} unità (ciascuna un paragrafo e un target)",
    "target_one": "un'unità (un paragrafo e un target)",
    "holder": "{n} unità (ciascuna un paragrafo, un target e una voce)",
    "holder_one": "un'unità (un paragrafo, un target e una voce)",
    "holder_alone": "{n} unità (ciascuna un paragrafo e una voce)",
    "holder_alone_one": "un'unità (un paragrafo e una voce)",
}

SENTENCES = {
    "who": "{annotators} hanno codificato “{layer}” in {units}{of_documents}; {used}.",
    "who_one": "{annotators} ha codificato “{layer}” in {units}{of_documents}.",
    "of_documents": " di {n} articoli",
    "of_documents_one": " di un articolo",
    "used": "in comune ad almeno due: {n}",
    "used_one": "in comune ad almeno due: 1",
    "used_all": "in comune ad almeno due: {n}",
    "used_none": "in comune a due: 0",
    "again": "{units}{of_documents}; {used}.",
    "about": "“{layer}”: ",
    "toward": " Target: {target}.",
    "sets": " Più codici potevano valere insieme, e anche “nessuno di questi” era una risposta.",
    "value": "{coefficient} con {distance} è {value}",
    "value_plain": "{coefficient} è {value}",
    "drawn_unit": " (intervallo al {level} % da {low} a {high}, {draws} ricampionamenti bootstrap "
    "delle unità, seme {seed})",
    "drawn_document": " (intervallo al {level} % da {low} a {high}, {draws} ricampionamenti "
    "bootstrap degli articoli, seme {seed})",
    "computed": " (intervallo al {level} % da {low} a {high}, con formula)",
    "perfect": ": non si è osservato alcun disaccordo.",
    "percent": " L'accordo percentuale è {percent}.",
    "percent_ac1": " L'accordo percentuale è {percent}, l'AC1 di Gwet {ac1}.",
    "probability": " La probabilità che alfa sia sotto .667 è {low}, sotto .800 {high}.",
    "undefined_draws": " In {n} ricampionamenti il valore non era definito; sono esclusi.",
    "undefined_draws_one": " In un ricampionamento il valore non era definito; è escluso.",
    "below_chance": " Gli annotatori concordano meno di quanto darebbe il caso: cerca un codice "
    "inteso in modi opposti, o un errore nella tabella.",
    "paradox": " Quasi tutte le risposte sono uguali, perciò un solo disaccordo pesa molto: "
    "leggi accanto l'accordo osservato e la prevalenza.",
    "no_chance_left": " Tutte le risposte sono uguali, perciò non resta alcun caso da togliere: il "
    "valore è giusto, e non dice nulla delle unità in cui andrebbe bene un'altra risposta.",
    "lowest": " {code} ({share} % delle risposte): il suo alfa di {value}{interval} "
    "poggia su {n} risposte positive.",
    "lowest_one": " {code} ({share} % delle risposte): il suo alfa di {value}{interval} "
    "poggia su una sola risposta positiva.",
    "lowest_evidence": " {code}: {value}{interval}.",
    "interval": " (da {low} a {high})",
    "confused": " I codici più spesso scambiati fra loro sono {one} e {other}: {swapped} volte "
    "l'uno per l'altro, {beside} volte uno in più accanto.",
    "intra": " {annotators} hanno risposto a {units} una seconda volta{later}: con sé stessi "
    "raggiungono un alfa di {value}, il massimo che ci si può aspettare fra annotatori.",
    "intra_one": " {annotators} ha risposto a {units} una seconda volta{later}: con sé stesso "
    "raggiunge un alfa di {value}, il massimo che ci si può aspettare fra annotatori.",
    "later": ", a {days} giorni di distanza (mediana)",
    "later_one": ", a un giorno di distanza (mediana)",
    "single": " {n} unità sono state codificate da un solo annotatore e non contano.",
    "single_one": " Un'unità è stata codificata da un solo annotatore e non conta.",
    "cannot_tell": " Mancanti e non contate: {n} risposte “non determinabile”.",
    "cannot_tell_one": " Mancante e non contata: una risposta “non determinabile”.",
    "skipped": " {n} risposte sono state rimandate e non contano.",
    "skipped_one": " Una risposta è stata rimandata e non conta.",
    "by_rest": " Delle {n_none} risposte “non trattato”, {n} ({share} %) sono state date con un "
    "solo tasto a tutti i target rimasti.",
    "by_rest_one": " Delle {n_none} risposte “non trattato”, una ({share} %) è stata data con il "
    "tasto che risponde a tutti i target rimasti.",
    "conflicting": " {n} risposte non indicano un solo valore e contano come mancanti.",
    "conflicting_one": " Una risposta non indica un solo valore e conta come mancante.",
    "without_span": " {n} codici scelti non hanno parole evidenziate e qui contano come mancanti.",
    "without_span_one": " Un codice scelto non ha parole evidenziate e qui conta come mancante.",
    "pairs_undefined": " {n} coppie di annotatori non hanno un kappa proprio e sono escluse.",
    "pairs_undefined_one": " Una coppia di annotatori non ha un kappa proprio ed è esclusa.",
    "alone": " Senza unità in comune con altri: {names}.",
    "few_units": " Con così poche unità il valore può essere molto diverso nelle prossime: fai "
    "codificare altre unità a due annotatori prima di affidarti a questo.",
    "interval_undefined": " Non si dà un intervallo: in più del 5 % dei ricampionamenti il valore "
    "non era definito. Fai codificare altre unità a due annotatori.",
    "offered": "Questo target è offerto, non chiesto: l'assenza non è una risposta e non si può "
    "dare un coefficiente. È stato aggiunto in {n} unità: da un annotatore in {n_single}, da più "
    "d'uno in {n_used}.",
    "offered_one": "Questo target è offerto, non chiesto: l'assenza non è una risposta e non si "
    "può dare un coefficiente. È stato aggiunto in un'unità: da un annotatore in {n_single}, da "
    "più d'uno in {n_used}.",
    "text_answers": " Le risposte sono {n}.",
    "text_answers_one": " La risposta è una.",
    "made_with": "Calcolato con {program} da {source}{codebook}{rounds}.",
    "with_codebook": ", codebook {key} {version}",
    "in_rounds": ", tornate {rounds}",
    "in_rounds_one": ", tornata {rounds}",
    "cite": "Fonti: {references}",
}

REASONS = {
    "no_variation": "{coefficient} non è definito: tutte le risposte confrontabili sono uguali. È "
    "troppa poca variazione, non inaffidabilità; codifica unità in cui siano probabili altre "
    "risposte.",
    "no_pairable_units": "{coefficient} non è definito: nessuna unità è stata codificata da due "
    "annotatori. Fai codificare alcune unità a un secondo annotatore.",
    "one_annotator": "{coefficient} non è definito: ci sono risposte di un solo annotatore. Fai "
    "codificare alcune unità a un secondo annotatore.",
    "no_units": "{coefficient} non è definito: non ci sono ancora risposte. Codifica prima "
    "alcune unità.",
    "needs_two_annotators": "{coefficient} è definito per due annotatori, e qui non sono due con "
    "unità in comune: vedi la tabella delle coppie, o usa l'alfa di Krippendorff, o il kappa "
    "di Light o di Conger.",
    "not_comparable": "Nessun coefficiente confronta testo libero o target solo offerti. Leggi "
    "le risposte una accanto all'altra.",
    "overlapping_spans": "{coefficient} non è definito: un annotatore ha evidenziato le stesse "
    "parole per due codici, e ne ammette uno. Leggi i codici uno per uno.",
    "interval_undefined": "Non si dà un intervallo: in più del 5 % dei ricampionamenti il valore "
    "non era definito. Fai codificare altre unità a due annotatori.",
}

CAUTIONS = {
    "few_units": "{n} unità codificate da due o più: il valore è incerto. Fanne codificare almeno "
    "100 a due annotatori.",
    "few_units_one": "Una sola unità codificata da due o più: il valore è incerto. Fanne "
    "codificare almeno 100 a due annotatori.",
    "wide_interval": "L'intervallo è più largo di .20. Fai codificare altre unità a due "
    "annotatori.",
    "few_documents": "Solo {n} articoli: l'intervallo è troppo stretto. Fai codificare a due "
    "annotatori altri articoli piuttosto che altri paragrafi.",
    "few_documents_one": "Un solo articolo: l'intervallo è troppo stretto. Fai codificare a due "
    "annotatori altri articoli piuttosto che altri paragrafi.",
    "rare_code": "Meno di 20 risposte positive: {codes}. Scegli articoli in cui questi codici "
    "siano probabili.",
    "unused_code": "Mai usati: {codes}. Scegli articoli in cui siano probabili, o chiediti se "
    "il codebook ne ha bisogno.",
    "paradox": "L'accordo percentuale è {percent} benché il coefficiente sia basso: quasi tutte le "
    "risposte sono uguali. Leggi accanto la prevalenza e l'accordo positivo.",
    "paradox_codes": "Troppo poca variazione per giudicare: {codes}. Quasi tutte le risposte sono "
    "uguali, perciò un solo disaccordo pesa molto: leggi accanto ad alfa il numero di risposte "
    "positive.",
    "no_chance_left": "Tutte le risposte sono uguali, perciò non resta alcun caso da togliere. "
    "Codifica unità in cui siano probabili altre risposte.",
    "diverging": "AC1 ({ac1}) è molto sopra alfa ({alpha}): le risposte sono distribuite in modo "
    "molto diseguale. Riporta entrambi, con la prevalenza di ogni codice.",
    "diverging_codes": "AC1 supera alfa di più di .20: {codes}. Questi codici sono rari o molto "
    "frequenti. Riporta entrambi i valori, con la prevalenza.",
    "cannot_tell": "“Non determinabile”: {share} % delle risposte, che contano come mancanti. "
    "Guarda quelle unità, forse manca una regola; e riporta anche l'alfa che lo conta come "
    "risposta a sé.",
    "below_chance": "L'accordo è sotto il caso. Cerca un codice che gli annotatori intendono in "
    "modi opposti, o un errore nella tabella.",
    "undeclared_codes": "Non si sa quali codici si potevano scegliere, perciò AC1, AC2 e "
    "Brennan–Prediger contano i {n} che compaiono. Nomina tutti i codici (--order).",
    "undeclared_codes_one": "Non si sa quali codici si potevano scegliere, perciò AC1, AC2 e "
    "Brennan–Prediger contano il solo che compare. Nomina tutti i codici (--order).",
    "unequal_overlap": "Coppie con meno di 20 unità in comune: {pairs}. I loro valori dicono poco: "
    "dai a questi annotatori più articoli in comune.",
    "single_coded": "{share} % delle unità hanno un solo annotatore e non contano. "
    "Fanne codificare di più a due, o riporta la quota.",
    "empty_sets": "{share} % delle risposte sono “nessuno”: l'accordo è soprattutto accordo sul "
    "fatto che nulla si applica. Leggi i codici uno per uno.",
    "outlier_annotator": "Senza {names} alfa è più alto di oltre .05. Guarda dove le risposte "
    "sono diverse prima di escludere qualcuno: potrebbe essere chi legge il codebook così "
    "come è scritto.",
    "drift": "L'accordo è più basso che nel resto: {parts}. Guarda che cosa è cambiato: gli "
    "articoli, il codebook, un annotatore nuovo o stanco.",
    "duplicate_ratings": "{n} valutazioni comparivano due volte con lo stesso valore; ciascuna "
    "conta una volta. Controlla come è stata fatta la tabella.",
    "duplicate_ratings_one": "Una valutazione compariva due volte con lo stesso valore; conta una "
    "volta. Controlla come è stata fatta la tabella.",
    "mixed_versions": "Le risposte vengono da più versioni del codebook: {versions}. Confrontale "
    "(--by version) prima di riportarle insieme.",
    "older_left_out": "{n} risposte vengono da un codebook più vecchio in cui questa domanda "
    "significava altro; sono escluse. Fai rispondere di nuovo a queste unità.",
    "older_left_out_one": "Una risposta viene da un codebook più vecchio in cui questa domanda "
    "significava altro; è esclusa. Fai rispondere di nuovo a questa unità.",
    "planted_excluded": "{n} risposte ad articoli di controllo sono escluse, perché le risposte "
    "erano note in anticipo. Dillo nel lavoro.",
    "planted_excluded_one": "Una risposta a un articolo di controllo è esclusa, perché la risposta "
    "era nota in anticipo. Dillo nel lavoro.",
}

REMARKS = {
    "duplicate_ratings": "{n} valutazioni compaiono due volte con lo stesso valore; ciascuna conta "
    "una volta.",
    "duplicate_ratings_one": "Una valutazione compare due volte con lo stesso valore; conta una "
    "volta.",
    "numbers_nominal": "Tutti i valori sono numeri; si confrontano come nomi se non si indica una "
    "distanza (--distance interval, o --order).",
    "nearly_equal_values": "I valori “{one}” e “{other}” differiscono solo per spazi o maiuscole e "
    "contano come diversi.",
    "length_unknown": "Di {n} testi non si conosce la lunghezza (--length-column); si assume che "
    "finiscano dove finisce l'ultima evidenziazione.",
    "length_unknown_one": "Di un testo non si conosce la lunghezza (--length-column); si assume "
    "che finisca dove finisce l'ultima evidenziazione.",
    "older_left_out": "{n} risposte vengono da un codebook più vecchio in cui “{layer}” "
    "significava altro; sono escluse.",
    "older_left_out_one": "Una risposta viene da un codebook più vecchio in cui “{layer}” "
    "significava altro; è esclusa.",
}
