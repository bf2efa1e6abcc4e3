"""What a reader does with the pages, done by a browser: see Scripts/test-pages."""
import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unittest

import axe_core_python
from playwright.sync_api import sync_playwright

from reports import HOSTILE, report

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DICTUM = os.environ["DICTUM"]
AXE = (pathlib.Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 860}


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        out = pathlib.Path(cls.folder.name)
        (out / "reports").mkdir()
        for number in range(30):
            name = out / "reports" / f"a{number:02}.json"
            month = number % 7 + 1
            name.write_text(json.dumps(report(number, f"Harbour {number} {HOSTILE}", f"2026-0{month}-11")), "utf-8")
        cls.page_file = (out / "page.html").as_uri()
        cls.site = (out / "site").as_uri()
        subprocess.run([DICTUM, "view", out / "reports" / "a00.json", "-o", out / "page.html"], check=True)
        subprocess.run([DICTUM, "view", out / "reports", "-o", out / "site", "--title", HOSTILE], check=True,
                       stdout=subprocess.DEVNULL)
        cls.server = subprocess.Popen(
            [DICTUM, "serve", "Pipelines/quotes-rules.yaml", "--port", "18422", "--corpus", out / "site"],
            cwd=ROOT, stdout=subprocess.PIPE, text=True,
        )
        cls.server.stdout.readline()
        cls.desk = "http://localhost:18422"
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()
        cls.server.terminate()
        assert cls.server.wait(15) == 0
        cls.server.stdout.close()
        cls.folder.cleanup()

    def open(self, address, viewport=None, **options):
        self.problems = []
        page = self.browser.new_page(viewport=viewport or DESKTOP, **options)
        page.on("console", lambda m: self.problems.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: self.problems.append(str(e)))
        self.addCleanup(page.close)
        page.goto(address)
        return page

    def check(self, page):
        """Nothing went wrong, and nothing of the article became a part of the page."""
        self.assertEqual(self.problems, [])
        self.assertNotEqual(page.title(), "owned")
        self.assertEqual(page.evaluate("document.querySelectorAll('img, [onerror]').length"), 0)
        self.assertNotRegex(page.content(), "[\u202a-\u202e\u200b\x1b]")

    def test_a_click_on_a_person_lights_all_places(self):
        page = self.open(self.page_file)
        page.get_by_role("button", name="Bo Ek").click()
        self.assertEqual(page.get_by_role("button", name="Bo Ek").get_attribute("aria-pressed"), "true")
        lit = page.locator(".text .lit").all_inner_texts()
        self.assertIn("He", lit)
        self.assertTrue(any("wasted our money" in text for text in lit), lit)
        self.assertFalse(any("must be built" in text for text in lit), lit)
        self.assertIn("Bo Ek: 3 mentions and 2 statements lit.", page.inner_text("#status"))
        page.keyboard.press("Escape")
        self.assertEqual(page.locator(".lit").count(), 0)
        self.check(page)

    def test_keyboard_alone(self):
        page = self.open(self.page_file)
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("document.activeElement.className"), "skip")
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('button.light')"):
                break
        self.assertGreater(page.locator(".text .lit").count(), 0)
        page.keyboard.press("Enter")
        self.assertEqual(page.evaluate("document.activeElement.getAttribute('aria-pressed')"), "true")
        page.get_by_label("Confidence").focus()
        page.keyboard.press("Space")
        self.assertTrue(page.locator(".statements .confidence").first.is_visible())
        self.check(page)

    def test_possible_positions_show_on_demand(self):
        page = self.open(self.page_file)
        self.assertFalse(page.locator(".side.possible").first.is_visible())
        page.get_by_label("Possible ones").check()
        self.assertTrue(page.locator(".side.possible").first.is_visible())

    def test_without_script(self):
        page = self.browser.new_context(java_script_enabled=False).new_page()
        self.addCleanup(page.close)
        page.goto(self.page_file)
        self.assertTrue(page.get_by_text("wasted our money").first.is_visible())
        page.get_by_label("Possible ones").check()
        self.assertTrue(page.locator(".side.possible").first.is_visible())

    def test_phone_and_dark(self):
        for address in [self.page_file, *(f"{self.site}/{name}" for name in SITE_PAGES)]:
            page = self.open(address, PHONE, color_scheme="dark")
            self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), 360, address)
            self.check(page)

    def test_print(self):
        for address in (self.page_file, f"{self.site}/positions.html"):
            page = self.open(address)
            self.assertGreater(len(page.pdf(format="A4")), 5_000)
            page.emulate_media(media="print")
            self.assertTrue(page.get_by_role("heading").first.is_visible())

    def test_the_matrix_leads_down_to_the_words(self):
        page = self.open(f"{self.site}/positions.html")
        page.get_by_role("link", name="Bo Ek on Ann Lee: 0 for, 30 against").click()
        self.assertRegex(page.url, r"people/\d+\.html#t\d+")
        stand = page.locator(".stand:target")
        self.assertIn("She has wasted our money", stand.inner_text())
        stand.get_by_role("link").first.click()
        self.assertIn("/articles/", page.url)
        self.assertIn("She has wasted our money", "".join(page.locator(".said.target").all_inner_texts()))
        self.check(page)

    def test_search(self):
        page = self.open(f"{self.site}/index.html")
        page.get_by_label("Search statements").fill("wasted mon")
        page.keyboard.press("Enter")
        page.get_by_text("30 statements").wait_for()
        page.locator("#results").get_by_text("She has wasted our money").first.wait_for()
        page.get_by_role("searchbox").fill("number 17")
        page.get_by_text("1 statement", exact=True).wait_for()
        self.assertEqual(page.locator("mark").all_inner_texts(), ["number", "17"])
        self.check(page)

    def test_network_and_dates(self):
        page = self.open(f"{self.site}/network.html")
        page.locator(".ties").get_by_role("link", name="30 against").first.click()
        self.assertIn("/people/", page.url)
        page.goto(f"{self.site}/timeline.html")
        page.get_by_role("link", name="2026-03", exact=True).click()
        self.assertIn("Harbour 2", page.inner_text("main"))
        self.check(page)

    def test_the_desk(self):
        page = self.open(self.desk)
        page.get_by_label("Article").fill(f"“We won {HOSTILE},” Ann said.")
        page.get_by_role("button", name="Read it").click()
        page.get_by_text("We won").first.wait_for()
        self.check(page)
        page = self.open(f"{self.desk}/corpus/index.html")
        page.get_by_role("link", name="Positions").click()
        self.assertIn("Who stands where", page.inner_text("h1"))
        page.goto(f"{self.desk}/corpus/search.html?q=wasted")
        page.get_by_text("30 statements").wait_for()
        self.check(page)

    def test_accessibility(self):
        addresses = [self.page_file, self.desk, *(f"{self.site}/{name}" for name in SITE_PAGES)]
        for scheme in ("light", "dark"):
            for address in addresses:
                page = self.open(address, color_scheme=scheme, bypass_csp=True)
                page.evaluate(AXE)
                found = page.evaluate("axe.run()")["violations"]
                page.close()
                self.assertEqual(
                    [(v["id"], v["nodes"][0]["html"][:200], v["nodes"][0].get("failureSummary")) for v in found], [],
                    f"{address} {scheme}",
                )


SITE_PAGES = [
    "index.html", "people/index.html", "people/1.html", "positions.html", "network.html", "timeline.html",
    "search.html", "dates/2026-03.html", "articles/0/1.html",
]


def terminal(text):
    """What a terminal shows of a text with colours, as a page."""
    inks = {"0": "</span>", "1": '<span class="strong">', "2": '<span class="faint">', "31": '<span class="against">',
            "32": '<span class="favor">'}
    lines = html.escape(text.replace("\r", "")).split("\n")[:34]
    body = re.sub("\x1b\\[(\\d+)m", lambda m: inks[m[1]], "\n".join(lines))
    return f"""<!DOCTYPE html><meta charset="utf-8"><style>
      body {{ margin: 0; padding: 1.25rem 1.5rem; background: #161512; color: #d8d4ca }}
      pre {{ margin: 0; font: 15px/1.45 "DejaVu Sans Mono", monospace }}
      .strong {{ font-weight: bold; color: #fff }} .faint {{ color: #8f8a80 }}
      .against {{ color: #ff8f7a }} .favor {{ color: #5fcf9f }}</style><pre>{body}</pre>"""


def screenshots():
    """The pictures of the README, of the sample article and the articles of Tests/Golden."""
    images = ROOT / "Docs" / "images"
    images.mkdir(exist_ok=True)
    sample = (ROOT / "Examples" / "trilateral.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        out = pathlib.Path(folder)
        articles = out / "articles"
        articles.mkdir()
        article = {"title": "Blinken and Hayashi meet in Tokyo", "date": "2023-04-17", "text": sample}
        (articles / "trilateral.json").write_text(json.dumps(article), encoding="utf-8")
        for file in (ROOT / "Tests" / "Golden" / "articles").glob("*.txt"):
            if file.name != "trilateral.txt":
                (articles / file.name).write_bytes(file.read_bytes())
        run = lambda *words: subprocess.run([DICTUM, *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        run("batch", "Pipelines/news.yaml", articles, "--out", out / "reports")
        run("view", out / "reports" / "trilateral.json.json", "-o", out / "page.html")
        run("view", out / "reports", "-o", out / "site", "--title", "Seven articles")
        command = f"stty cols 92; {DICTUM} run Pipelines/news.yaml Examples/trilateral.txt --summary --out {folder}/out"
        shown = subprocess.run(["env", "-u", "NO_COLOR", "TERM=xterm", "script", "-qec", command, "/dev/null"], cwd=ROOT,
                               check=True, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True).stdout
        (out / "terminal.html").write_text(terminal(shown), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        shots = [
            ("terminal", out / "terminal.html", {"width": 900, "height": 780}, "dark"),
            ("page", out / "page.html", DESKTOP, "light"),
            ("page-phone-dark", out / "page.html", PHONE, "dark"),
            ("site", out / "site" / "index.html", DESKTOP, "light"),
            ("positions", out / "site" / "positions.html", DESKTOP, "light"),
            ("network", out / "site" / "network.html", {"width": 1280, "height": 1100}, "dark"),
        ]
        for name, file, viewport, scheme in shots:
            page = browser.new_page(viewport=viewport, color_scheme=scheme)
            page.goto(file.as_uri())
            page.screenshot(path=images / f"{name}.png")
        server = subprocess.Popen([DICTUM, "serve", "Pipelines/news.yaml", "--port", "18423", "--corpus", out / "site"],
                                  cwd=ROOT, stdout=subprocess.PIPE)
        server.stdout.readline()
        page = browser.new_page(viewport=DESKTOP)
        page.goto("http://localhost:18423/")
        page.get_by_label("Title").fill("Blinken and Hayashi meet in Tokyo")
        page.get_by_label("Article").fill(sample)
        page.screenshot(path=images / "desk.png")
        server.terminate()
        server.wait()
        browser.close()


def opening(site):
    """How long a browser takes with each kind of page of a site, and with a search in it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name in ("index.html", "people/index.html", "people/1.html", "positions.html", "network.html", "timeline.html",
                     "articles/0/1.html"):
            page = browser.new_page(viewport=DESKTOP)
            begin = time.monotonic()
            page.goto(f"{pathlib.Path(site).resolve().as_uri()}/{name}")
            page.screenshot()
            print(f"{name}: {time.monotonic() - begin:.2f} s until it is drawn")
            page.close()
        page = browser.new_page(viewport=DESKTOP)
        begin = time.monotonic()
        page.goto(f"{pathlib.Path(site).resolve().as_uri()}/search.html?q=president+said")
        page.locator("#results li").first.wait_for()
        print(f"search: {time.monotonic() - begin:.2f} s until {page.inner_text('#found')} are listed")
        browser.close()


if __name__ == "__main__":
    if "--opening" in sys.argv:
        opening(sys.argv[-1])
    elif "--screenshots" in sys.argv:
        screenshots()
    else:
        unittest.main(verbosity=2)
