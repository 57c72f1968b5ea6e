"""What a report says in English: templates for `str.format`. Imports nothing of the package.

They explain and do not judge. A key with `_one` is the same sentence about one thing.
"""

from __future__ import annotations

# Where a sentence begins with it.
COEFFICIENTS = {
    "alpha": "Krippendorff's alpha",
    "percent": "Percent agreement",
    "kappa": "Cohen's kappa",
    "weighted_kappa": "Weighted kappa (Cohen's)",
    "pi": "Scott's pi",
    "fleiss": "Fleiss' kappa",
    "conger": "Conger's kappa",
    "light": "Light's kappa",
    "ac1": "Gwet's AC1",
    "ac2": "Gwet's AC2",
    "bp": "Brennan and Prediger's coefficient",
    "u": "Krippendorff's u-alpha for marked words",
    "u_binary": "Krippendorff's binary u-alpha for marked words",
    "cu": "Krippendorff's cu-alpha for marked words",
    "ku": "Krippendorff's (k)u-alpha for marked words",
    "alpha_u": "Krippendorff's alpha-U of 1995",
    "f1_exact": "F1 of equal spans",
    "f1_overlap": "F1 of overlapping spans",
    "f1_character": "F1 of marked characters",
}

# In tables.
SHORT = {
    "alpha": "alpha",
    "percent": "percent",
    "kappa": "Cohen's kappa",
    "weighted_kappa": "weighted kappa",
    "pi": "Scott's pi",
    "fleiss": "Fleiss' kappa",
    "conger": "Conger's kappa",
    "light": "Light's kappa",
    "ac1": "AC1",
    "ac2": "AC2",
    "bp": "Brennan–Prediger",
    "u": "u-alpha",
    "u_binary": "binary u-alpha",
    "cu": "cu-alpha",
    "ku": "(k)u-alpha",
    "alpha_u": "alpha-U 1995",
    "f1_exact": "F1, equal spans",
    "f1_overlap": "F1, overlap",
    "f1_character": "F1, characters",
}

# After the value: what it is.
MEANINGS = {
    "alpha": ": annotators disagreed {share} % as much as chance would make them.",
    "percent": ": in the mean over units, this share of the pairs of answers is equal.",
    "kappa": ": the share of agreement beyond what the two annotators' own habits would give.",
    "weighted_kappa": ": like Cohen's kappa, but answers that lie near each other agree in part.",
    "pi": ": the share of agreement beyond chance, where chance is how often both together gave "
    "each answer.",
    "fleiss": ": the share of agreement beyond chance, where chance is how often all together gave "
    "each answer.",
    "conger": ": the share of agreement beyond what the annotators' own habits would give.",
    "light": ": the mean of Cohen's kappa over the pairs of annotators.",
    "ac1": ": the share of agreement beyond chance, where chance counts only answers that are hard "
    "to decide. It stays high where one answer is rare, so read it beside alpha.",
    "ac2": ": like AC1, but answers that lie near each other agree in part.",
    "bp": ": the share of agreement beyond chance, where chance gives every possible answer "
    "equally often.",
    "u": ": where words were marked, and for which code, annotators disagreed {share} % as much as "
    "chance would make them.",
    "u_binary": ": about which words to mark, annotators disagreed {share} % as much as chance "
    "would make them.",
    "cu": ": about the code of words that both marked, annotators disagreed {share} % as much as "
    "chance would make them. The formula is still to be checked against the printed one.",
    "ku": ": about this code on words that both marked, annotators disagreed {share} % as much as "
    "chance would make them. The formula is still to be checked against the printed one.",
    "alpha_u": ": the older measure for marked words, for comparison with older papers; it "
    "misbehaves beyond two annotators.",
    "f1_exact": ": the share of marked spans that another annotator marked from the same first to "
    "the same last character.",
    "f1_overlap": ": the share of marked spans of which another annotator marked a part.",
    "f1_character": ": the share of marked characters that another annotator marked too.",
}

DISTANCES = {
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
}

STEPS = {
    None: "",
    "addressed": "Step 1: is the target addressed? Any position, or “cannot tell”, against “not "
    "addressed”.",
    "position": "Step 2: the position, where at least two annotators gave one.",
    "position_without_aside": "The position once more, without the codes beside the scale.",
    "holder": "Step 3: whose position it is, where the target is addressed.",
    "with_cannot_tell": "Once more with “cannot tell” as an answer of its own.",
    "primary": "The primary code, where both gave at least one code.",
    "evidence": "The words that annotators marked as evidence.",
    "evidence_where_chosen": "The same, only where all chose the code.",
}

STEP_NAMES = {
    None: "all",
    "addressed": "1 addressed",
    "position": "2 position",
    "position_without_aside": "2 position, without codes beside the scale",
    "holder": "3 holder",
    "with_cannot_tell": "with “cannot tell”",
    "primary": "primary code",
    "evidence": "evidence",
    "evidence_where_chosen": "evidence, where all chose the code",
}

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
           "eleven", "twelve")  # fmt: skip

NOUNS = {
    "annotator": "{n} annotators",
    "annotator_one": "one annotator",
    "paragraph": "{n} paragraphs",
    "paragraph_one": "one paragraph",
    "document": "{n} articles",
    "document_one": "one article",
    "unit": "{n} units",
    "unit_one": "one unit",
    "target": "{n} units (a paragraph and a target each)",
    "target_one": "one unit (a paragraph and a target)",
    "holder": "{n} units (a paragraph, a target and a holder each)",
    "holder_one": "one unit (a paragraph, a target and a holder)",
    "holder_alone": "{n} units (a paragraph and a holder each)",
    "holder_alone_one": "one unit (a paragraph and a holder)",
}

SENTENCES = {
    "who": "{annotators} coded “{layer}” in {units}{of_documents}; {used}.",
    "who_one": "{annotators} coded “{layer}” in {units}{of_documents}.",
    "of_documents": " of {n} articles",
    "of_documents_one": " of one article",
    "used": "{n} were coded by at least two",
    "used_one": "one was coded by at least two",
    "used_all": "all {n} were coded by at least two",
    "used_none": "none was coded by two",
    "again": "{units}{of_documents}; {used}.",
    "about": "“{layer}”: ",
    "toward": " Target: {target}.",
    "sets": " Several codes could apply together, and “none of them” was an answer too.",
    "value": "{coefficient} with {distance} is {value}",
    "value_plain": "{coefficient} is {value}",
    "drawn_unit": " ({level} % interval {low} to {high}, {draws} bootstrap draws over units, seed "
    "{seed})",
    "drawn_document": " ({level} % interval {low} to {high}, {draws} bootstrap draws over "
    "articles, seed {seed})",
    "computed": " ({level} % interval {low} to {high}, by formula)",
    "perfect": ": no disagreement was observed.",
    "percent": " Percent agreement is {percent}.",
    "percent_ac1": " Percent agreement is {percent}, Gwet's AC1 {ac1}.",
    "probability": " The probability that alpha lies below .667 is {low}, below .800 {high}.",
    "undefined_draws": " In {n} draws the value was undefined; they are left out.",
    "undefined_draws_one": " In one draw the value was undefined; it is left out.",
    "below_chance": " Annotators agreed less than chance would make them: look for a code that "
    "they understand in opposite ways, or for a slip in the table.",
    "paradox": " Nearly all answers are the same, so that one disagreement weighs much: read "
    "observed agreement and prevalence beside it.",
    "no_chance_left": " All answers are the same, so that no chance is left to take off: the value "
    "is right, and says nothing about units in which another answer would fit.",
    "lowest": " {code} occurs in {share} % of the answers; its alpha of {value}{interval} rests on "
    "{n} positive answers.",
    "lowest_one": " {code} occurs in {share} % of the answers; its alpha of {value}{interval} "
    "rests on one positive answer.",
    "lowest_evidence": " {code}: {value}{interval}.",
    "interval": " ({low} to {high})",
    "confused": " The codes most often taken for each other are {one} and {other}: {swapped} times "
    "one for the other, {beside} times one more beside it.",
    "intra": " {annotators} answered {units} a second time{later}: with themselves they reach an "
    "alpha of {value}, which is the most that can be expected between annotators.",
    "intra_one": " {annotators} answered {units} a second time{later}: with themselves they reach "
    "an alpha of {value}, which is the most that can be expected between annotators.",
    "later": ", in the median {days} days later",
    "later_one": ", in the median one day later",
    "single": " {n} units were coded by one annotator only and do not count.",
    "single_one": " One unit was coded by one annotator only and does not count.",
    "cannot_tell": " Missing and not counted: {n} answers “cannot tell”.",
    "cannot_tell_one": " Missing and not counted: one answer “cannot tell”.",
    "skipped": " {n} answers were put off and do not count.",
    "skipped_one": " One answer was put off and does not count.",
    "by_rest": " Of the {n_none} answers “not addressed”, {n} ({share} %) were given by one key to "
    "all targets that were left.",
    "by_rest_one": " Of the {n_none} answers “not addressed”, one ({share} %) was given by the key "
    "that answers all targets that are left.",
    "conflicting": " {n} answers name no single value and count as missing.",
    "conflicting_one": " One answer names no single value and counts as missing.",
    "without_span": " {n} chosen codes have no words marked and count as missing here.",
    "without_span_one": " One chosen code has no words marked and counts as missing here.",
    "pairs_undefined": " {n} pairs of annotators have no kappa of their own and are left out.",
    "pairs_undefined_one": " One pair of annotators has no kappa of its own and is left out.",
    "alone": " Sharing no unit with anybody: {names}.",
    "few_units": " With so few units the value may be quite different in the next ones: code more "
    "units twice before relying on it.",
    "interval_undefined": " No interval is given: in more than 5 % of the draws the value was "
    "undefined. Code more units twice.",
    "offered": "This target is offered, not asked, so that absence is no answer and no coefficient "
    "can be given. It was added in {n} units: by one annotator in {n_single}, by several in "
    "{n_used}.",
    "offered_one": "This target is offered, not asked, so that absence is no answer and no "
    "coefficient can be given. It was added in one unit: by one annotator in {n_single}, by "
    "several in {n_used}.",
    "text_answers": " There are {n} answers.",
    "text_answers_one": " There is one answer.",
    "made_with": "Computed with {program} from {source}{codebook}{rounds}.",
    "with_codebook": ", codebook {key} {version}",
    "in_rounds": ", rounds {rounds}",
    "in_rounds_one": ", round {rounds}",
    "cite": "Sources: {references}",
}

# Why there is no value.
REASONS = {
    "no_variation": "{coefficient} is undefined: all answers that could be compared are the same. "
    "This is too little variation, not unreliability; code units in which other answers are "
    "likely.",
    "no_pairable_units": "{coefficient} is undefined: no unit was coded by two annotators. Let a "
    "second annotator code some of the same units.",
    "one_annotator": "{coefficient} is undefined: there are answers of one annotator only. Let a "
    "second annotator code some of the same units.",
    "no_units": "{coefficient} is undefined: there are no answers yet. Code some units first.",
    "needs_two_annotators": "{coefficient} is defined for two annotators, and here it is not two "
    "who share units: see the table of pairs, or take Krippendorff's alpha, or Light's or "
    "Conger's kappa.",
    "not_comparable": "No coefficient compares free text or targets that are only offered. Read "
    "the answers side by side.",
    "overlapping_spans": "{coefficient} is undefined: an annotator marked the same words for two "
    "codes, and it allows one. Read the codes one by one.",
    "interval_undefined": "No interval is given: in more than 5 % of the draws the value was "
    "undefined. Code more units twice.",
}

CAUTIONS = {
    "few_units": "{n} units coded by two or more: the value is uncertain. Code at least 100 twice.",
    "few_units_one": "One unit coded by two or more: the value is uncertain. Code at least 100 "
    "twice.",
    "wide_interval": "The interval is wider than .20. Code more units twice.",
    "few_documents": "Only {n} articles: the interval is too narrow. Code more articles twice "
    "rather than more paragraphs.",
    "few_documents_one": "Only one article: the interval is too narrow. Code more articles twice "
    "rather than more paragraphs.",
    "rare_code": "Fewer than 20 positive answers: {codes}. Choose articles in which these codes "
    "are likely.",
    "unused_code": "Nobody used: {codes}. Choose articles in which it is likely, or ask whether "
    "the codebook needs it.",
    "paradox": "Percent agreement is {percent} although the coefficient is low: nearly all answers "
    "are the same. Read prevalence and positive agreement beside it.",
    "paradox_codes": "Too little variation to judge: {codes}. Nearly all answers are the same "
    "there, so that one disagreement weighs much: read the positive counts beside alpha.",
    "no_chance_left": "All answers are the same, so that no chance is left to take off. Code units "
    "in which other answers are likely.",
    "diverging": "AC1 ({ac1}) lies far above alpha ({alpha}): the answers are spread very "
    "unevenly. Report both, with the prevalence of each code.",
    "diverging_codes": "AC1 lies more than .20 above alpha: {codes}. These codes are rare or very "
    "frequent. Report both figures, with the prevalence.",
    "cannot_tell": "“Cannot tell” makes up {share} % of the answers and counts as missing. Look at "
    "those units, a rule may be lacking; and report alpha with it as an answer of its own too.",
    "below_chance": "Agreement lies below chance. Look for a code that annotators understand in "
    "opposite ways, or for a slip in the table.",
    "undeclared_codes": "The codes that could be chosen are not known, so that AC1, AC2 and "
    "Brennan–Prediger count the {n} that occur. Name all codes (--order).",
    "undeclared_codes_one": "The codes that could be chosen are not known, so that AC1, AC2 and "
    "Brennan–Prediger count the one that occurs. Name all codes (--order).",
    "unequal_overlap": "Pairs with fewer than 20 shared units: {pairs}. Their values say little: "
    "give these annotators more of the same articles.",
    "single_coded": "{share} % of the units were coded by one annotator only and do not count. "
    "Have more of them coded twice, or report the share.",
    "empty_sets": "{share} % of the answers are “none”: agreement is mostly agreement that nothing "
    "applies. Read the codes one by one.",
    "outlier_annotator": "Without {names} alpha is higher by more than .05. Look at where they "
    "answer otherwise before leaving anybody out: they may be the one who reads the codebook as "
    "it is written.",
    "drift": "Agreement is lower than in the rest: {parts}. Look at what changed there: the "
    "articles, the codebook, a new or a tired annotator.",
    "duplicate_ratings": "{n} ratings stood twice with the same value; each counts once. Look at "
    "how the table was made.",
    "duplicate_ratings_one": "One rating stood twice with the same value; it counts once. Look at "
    "how the table was made.",
    "mixed_versions": "Answers were made with several versions of the codebook: {versions}. "
    "Compare them (--by version) before reporting them as one.",
    "older_left_out": "{n} answers were made with an older codebook in which this question meant "
    "something else; they are left out. Have these units answered again.",
    "older_left_out_one": "One answer was made with an older codebook in which this question meant "
    "something else; it is left out. Have the unit answered again.",
    "planted_excluded": "{n} answers to planted articles are left out, since their answers were "
    "known beforehand. Say so in the paper.",
    "planted_excluded_one": "One answer to a planted article is left out, since its answer was "
    "known beforehand. Say so in the paper.",
}

# Notes on what was read.
REMARKS = {
    "duplicate_ratings": "{n} ratings stand twice with the same value; each counts once.",
    "duplicate_ratings_one": "One rating stands twice with the same value; it counts once.",
    "numbers_nominal": "All values are numbers; they are compared as names unless a distance is "
    "named (--distance interval, or --order).",
    "nearly_equal_values": "The values “{one}” and “{other}” differ only in spaces or capitals and "
    "count as different.",
    "length_unknown": "The length of {n} texts is not known (--length-column); each is taken to "
    "end where its last span ends.",
    "length_unknown_one": "The length of one text is not known (--length-column); it is taken to "
    "end where its last span ends.",
    "older_left_out": "{n} answers were made with an older codebook in which “{layer}” meant "
    "something else; they are left out.",
    "older_left_out_one": "One answer was made with an older codebook in which “{layer}” meant "
    "something else; it is left out.",
}
