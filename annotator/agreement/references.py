"""What to cite for a coefficient, a distance, an interval. Imports nothing of the package."""

from __future__ import annotations

_UNITIZING = (
    "Krippendorff, K., Mathet, Y., Bouvry, S., & Widlöcher, A. (2016). On the reliability of "
    "unitizing textual continua: Further developments. Quality & Quantity, 50(6), 2347–2364."
)
_TO_BE_CHECKED = f"{_UNITIZING} (Formula still to be checked against print.)"
_SPAN_F1 = (
    "Hripcsak, G., & Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in "
    "information retrieval. Journal of the American Medical Informatics Association, 12(3), "
    "296–298."
)
_GWET_BOOK = (
    "Gwet, K. L. (2014). Handbook of inter-rater reliability (4th ed.). Gaithersburg, MD: Advanced "
    "Analytics."
)

COEFFICIENTS = {
    "alpha": "Hayes, A. F., & Krippendorff, K. (2007). Answering the call for a standard "
    "reliability measure for coding data. Communication Methods and Measures, 1(1), 77–89. "
    "Krippendorff, K. (2019). Content analysis: An introduction to its methodology (4th ed.). "
    "Thousand Oaks, CA: SAGE.",
    "percent": "Percent agreement: the mean over units of the share of equal pairs of answers.",
    "kappa": "Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and "
    "Psychological Measurement, 20(1), 37–46.",
    "weighted_kappa": "Cohen, J. (1968). Weighted kappa: Nominal scale agreement with provision "
    "for scaled disagreement or partial credit. Psychological Bulletin, 70(4), 213–220.",
    "pi": "Scott, W. A. (1955). Reliability of content analysis: The case of nominal scale coding. "
    "Public Opinion Quarterly, 19(3), 321–325.",
    "fleiss": "Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. "
    "Psychological Bulletin, 76(5), 378–382.",
    "conger": "Conger, A. J. (1980). Integration and generalization of kappas for multiple raters. "
    "Psychological Bulletin, 88(2), 322–328.",
    "light": "Light, R. J. (1971). Measures of response agreement for qualitative data: Some "
    "generalizations and alternatives. Psychological Bulletin, 76(5), 365–377.",
    "ac1": "Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence "
    "of high agreement. British Journal of Mathematical and Statistical Psychology, 61(1), 29–48.",
    "ac2": _GWET_BOOK,
    "bp": "Brennan, R. L., & Prediger, D. J. (1981). Coefficient kappa: Some uses, misuses, and "
    "alternatives. Educational and Psychological Measurement, 41(3), 687–699.",
    "u": _UNITIZING,
    "u_binary": _UNITIZING,
    "cu": _TO_BE_CHECKED,
    "ku": _TO_BE_CHECKED,
    "alpha_u": "Krippendorff, K. (1995). On the reliability of unitizing continuous data. "
    "Sociological Methodology, 25, 47–76.",
    "f1_exact": _SPAN_F1,
    "f1_overlap": _SPAN_F1,
    "f1_character": _SPAN_F1,
}

DISTANCES = {
    "masi": "Passonneau, R. (2006). Measuring agreement on set-valued items (MASI) for semantic "
    "and pragmatic annotation. Proceedings of the Fifth International Conference on Language "
    "Resources and Evaluation (LREC 2006). Genoa: ELRA.",
    "jaccard": "Jaccard, P. (1912). The distribution of the flora in the alpine zone. New "
    "Phytologist, 11(2), 37–50.",
    "ordinal_gwet": _GWET_BOOK,
}

BOOTSTRAP = (
    "Efron, B., & Tibshirani, R. J. (1993). An introduction to the bootstrap. New York: Chapman & "
    "Hall."
)
