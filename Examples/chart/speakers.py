"""Draws who speaks how often in a corpus, as SVG: speakers.py CORPUS.db > speakers.svg"""

import sqlite3
import sys
from html import escape

rows = sqlite3.connect(sys.argv[1]).execute(
    "SELECT speaker, statements, articles FROM speakers ORDER BY statements DESC, speaker LIMIT 12"
).fetchall()
most = max((statements for _, statements, _ in rows), default=1)
print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 {28 * len(rows) + 20}" font-family="sans-serif" font-size="13">')
for number, (speaker, statements, articles) in enumerate(rows):
    y, width = 28 * number + 10, 360 * statements / most
    print(f'<text x="190" y="{y + 15}" text-anchor="end">{escape(speaker)}</text>')
    print(f'<rect x="200" y="{y}" width="{width:.0f}" height="20" fill="#1f5fa8"/>')
    print(f'<text x="{208 + width:.0f}" y="{y + 15}">{statements} in {articles} article{"s" * (articles != 1)}</text>')
print("</svg>")
