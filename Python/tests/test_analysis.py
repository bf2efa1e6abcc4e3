from collections.abc import Iterator

import pytest

import dictum

TEXTS = ["\u201cWe won,\u201d Ann said.", "Nobody spoke.", "\u201cNo,\u201d said Bob."]


@pytest.fixture
def analyser() -> Iterator[dictum.Analyser]:
    with dictum.Analyser("quotes-rules") as running:
        yield running


def contents(reports: Iterator[dictum.Report | dictum.DictumError]) -> list[list[str]]:
    found = []
    for report in reports:
        assert isinstance(report, dictum.Report)
        found.append([part["text"] for quote in report.quotes for part in quote["spans"]])
    return found


def test_reports_come_in_order_over_one_process(analyser: dictum.Analyser) -> None:
    expected = [["We won,"], [], ["No,"]]
    assert contents(analyser.analyse(TEXTS)) == expected
    assert contents(analyser.analyse(TEXTS * 40)) == expected * 40
    assert analyser.is_running


def test_analyse_keeps_its_process() -> None:
    assert contents(dictum.analyse(TEXTS, "quotes-rules")) == contents(dictum.analyse(TEXTS, "quotes-rules"))
    assert len(contents(dictum.analyse("\u201cYes,\u201d Ann said.", "quotes-rules"))) == 1


def test_a_loop_that_is_left_costs_the_next_nothing(analyser: dictum.Analyser) -> None:
    for report in analyser.analyse(TEXTS * 3):
        assert report
        break
    assert contents(analyser.analyse(TEXTS)) == [["We won,"], [], ["No,"]]


def test_articles_may_bring_what_is_known(analyser: dictum.Analyser) -> None:
    known = {"title": "Won", "date": "2024-01-03", "url": "https://example.org/1", "language": "en"}
    known |= {"author": "Ann Lee", "site": "The Courier"}
    (report,) = analyser.analyse([{"id": "x", "text": TEXTS[0]} | known])
    assert isinstance(report, dictum.Report)
    assert report.id == "x"
    assert {name: report[name] for name in known} == known
    assert {name: getattr(report, name) for name in known} == known


def test_an_error_in_the_place_of_a_report(analyser: dictum.Analyser) -> None:
    good, bad, last = analyser.analyse([TEXTS[0], {"id": "x", "text": 3}, TEXTS[2]], errors="return")
    assert isinstance(good, dictum.Report)
    assert isinstance(last, dictum.Report)
    assert isinstance(bad, dictum.DictumError)
    assert bad.code == "D206"
    with pytest.raises(dictum.DictumError, match="D206"):
        list(analyser.analyse([{"id": "x", "text": 3}]))


def test_a_pipeline_that_is_wrong(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(dictum.DictumError, match="no pipeline is called `newz`"):
        dictum.Analyser("newz")
    path = tmp_path_factory.mktemp("pipeline") / "bad.yaml"
    path.write_text("dictum: 1\nname: bad\nstages:\n  - segmnet\n")
    with dictum.Analyser(path) as analyser, pytest.raises(dictum.DictumError) as caught:
        list(analyser.analyse(TEXTS))
    assert caught.value.code == "D106"


def test_a_notebook_shows_who_said_what(analyser: dictum.Analyser) -> None:
    (report,) = analyser.analyse(["\u201cWe <won>,\u201d Ann said."])
    assert isinstance(report, dictum.Report)
    html = report._repr_html_()
    assert "<won>" not in html
    assert "won" in html
