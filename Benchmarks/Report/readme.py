"""The README's tables of figures: what stands between their marks is taken from Docs/benchmarks.md.

    <!-- from Docs/benchmarks.md: Sentences, F1 of exact boundaries -->
    <!-- end -->
"""

import re

MARKED = re.compile(r"(<!-- from Docs/benchmarks\.md: (.*?) -->\n).*?(<!-- end -->)", re.S)


def table(page, title):
    """The first table below a heading."""
    below = re.split(rf"^#+ {re.escape(title)}$", page, maxsplit=1, flags=re.M)
    rows = re.search(r"(^\|.*\n)+", below[1], flags=re.M) if len(below) == 2 else None
    return rows.group(0) if rows else None


def refresh(readme, page):
    """The README with its tables as they are in the page now; those that the page lacks stay."""

    def excerpt(match):
        found = table(page, match.group(2))
        return match.group(0) if found is None else f"{match.group(1)}\n{found}\n{match.group(3)}"

    return MARKED.sub(excerpt, readme)
