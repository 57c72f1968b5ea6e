"""How far annotators agree: ratings, distances, coefficients, intervals, report.

numpy only: no SQLite, no Qt, no agreement library. May import `annotator.model` and
`annotator.errors`.
"""

from annotator.agreement.options import Options
from annotator.agreement.ratings import Evidence, LayerAnswers
from annotator.agreement.rendering import render
from annotator.agreement.reporting import report
from annotator.agreement.results import Agreement, Report

__all__ = ["Agreement", "Evidence", "LayerAnswers", "Options", "Report", "render", "report"]
