"""Dictum in Python: analyse texts, and load reports as tables.

>>> import dictum
>>> for report in dictum.analyse(["“We won,” Ann said."], pipeline="quotes-rules"):
...     print(report.quotes)

The program does the work; this package starts it, keeps it running and reads what it writes.
"""

from dictum.analysis import Analyser, analyse
from dictum.corpus import Corpus
from dictum.errors import DictumError
from dictum.report import Report
from dictum.spacy_doc import to_spacy

__version__ = "0.1.0"
__all__ = ["Analyser", "Corpus", "DictumError", "Report", "analyse", "to_spacy"]
