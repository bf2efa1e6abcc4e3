import Testing

/// A bar stands where one sentence ends and the next begins; in the text itself there is a space.
@Suite("English sentences")
struct EnglishSentenceTests {
  @Test(
    "initials and titles go on",
    arguments: [
      "Secretary Antony J. Blinken arrived on Monday.|He met Mr. Kishida and Gen. Park.",
      "J. K. Rowling wrote to Dr. S. Patel.|She did not reply.",
      "Sen. Ruiz and Rep. Okafor voted no.|So did Gov. Hale.",
      "It was signed by George W. Bush in 2003.|The law still stands.",
      "We asked Prof. Lindqvist of St. Andrews.|Nobody answered.",
    ]
  )
  func initials(_ expected: String) throws { #expect(try sentences(uncut(expected)) == expected) }

  @Test(
    "abbreviations with several full stops",
    arguments: [
      "The U.S. Senate met at 9 a.m. on Monday.|It adjourned at 5 p.m.|Nobody complained.",
      "She moved to the U.S. in 1998 and stayed.|He did not.",
      "He works for Acme Inc. in Ohio.|She works for Brown & Co. as a clerk.",
      "Bring fruit, e.g. apples, i.e. something sweet.|Then we eat.",
      "They export to the U.K., the U.S. and Japan.|Sales rose.",
    ]
  )
  func dotted(_ expected: String) throws { #expect(try sentences(uncut(expected)) == expected) }

  @Test(
    "numbers",
    arguments: [
      "Sales rose 4.5 percent to $1.2 million.|Costs fell.",
      "See No. 7 on p. 55 of Vol. 3 for more.|It is short.",
      "The vote was 3-2.|It took 1,250.75 seconds.",
      "She was born in 1990.|The house was sold in 2001.",
    ]
  )
  func numbers(_ expected: String) throws { #expect(try sentences(uncut(expected)) == expected) }

  @Test(
    "quote marks stay with their sentence",
    arguments: [
      "“We won.”|“Did you?” she asked.|“Yes!” he said.",
      "\"We won.\"|\"Did you?\" she asked.",
      "He said: “It is over.”|The crowd left.",
      "She asked, “Why now?”|Nobody knew.",
      "He called it “a mistake.”|“I was wrong,” he added.",
      "The plan (see the annex) is ready.|(It took a year.)|We start now.",
    ]
  )
  func marks(_ expected: String) throws { #expect(try sentences(uncut(expected)) == expected) }

  @Test(
    "ellipses, and marks in a row",
    arguments: [
      "The law ... was repealed in May.|Nobody noticed.", "I waited… and then she came.|It was late.",
      "What?!|You cannot be serious!!!|I am.",
    ]
  )
  func ellipses(_ expected: String) throws { #expect(try sentences(uncut(expected)) == expected) }

  @Test(
    "addresses are one piece",
    arguments: [
      "Write to jane.doe@example.com or see http://www.example.com/a.b?c=d!e.|Thank you.",
      "The site www.example.org has it.|Look there.",
    ]
  )
  func addresses(_ expected: String) throws { #expect(try sentences(uncut(expected)) == expected) }

  @Test(
    "date lines and picture credits",
    arguments: [
      "Thursday, May 7, 2015|The council met in Lyon.", "A view of the harbour|Image: Ann Lee.",
      "US President Barack Obama spoke.|He was brief.",
    ]
  )
  func newsroom(_ expected: String) throws { #expect(try sentences(uncut(expected)) == expected) }

  @Test("the number of a list item belongs to the item")
  func lists() throws {
    #expect(
      try sentences("1. Open the lid.\n2. Take it out.\n3) Close it.")
        == "1. Open the lid.|2. Take it out.|3) Close it."
    )
    #expect(try sentences("a) cut the paper\nb) fold it") == "a) cut the paper|b) fold it")
    #expect(try sentences("- bread\n- milk\n• butter") == "- bread|- milk|• butter")
  }

  @Test("a heading ends without a full stop")
  func headings() throws {
    #expect(
      try sentences("Talks resume\n\nThe minister met her colleague. They agreed.")
        == "Talks resume|The minister met her colleague.|They agreed."
    )
    #expect(
      try sentences("Talks resume in Geneva\nThe minister met her colleague on Monday in Geneva. They agreed on it.")
        == "Talks resume in Geneva|The minister met her colleague on Monday in Geneva.|They agreed on it."
    )
  }

  @Test("a wrapped line goes on")
  func wrapped() throws {
    let text = """
      The minister met her colleague on Monday to discuss the long
      delayed agreement on water. They agreed to meet again in the
      autumn, when Mr. Keller will have returned from the northern
      islands.
      """
    let document = try segmented(text)
    #expect(document[.sentences].count == 2)
  }

  @Test("the lines of a menu are sentences of their own, and a sentence in short lines is none")
  func menus() throws {
    #expect(try sentences("home\nour products\nnews, dates\n") == "home|our products|news, dates")
    #expect(try sentences("Home\nAbout us\nSign in") == "Home|About us|Sign in")
    #expect(
      try sentences("The rain fell\nall day and the river\nrose.") == "The rain fell\nall day and the river\nrose."
    )
    #expect(try sentences("rain fell\nall day and the river\nrose.") == "rain fell\nall day and the river\nrose.")
  }

  @Test("paragraphs are counted by blank lines")
  func paragraphs() throws {
    let document = try segmented("One. Two.\n\n\n Three.\r\n \r\nFour\nfive.\n\n")
    #expect(document[.sentences].map(\.paragraph) == [0, 0, 1, 2])
    #expect(document[.sentences].map(\.id) == ["s0", "s1", "s2", "s3"])
  }

  @Test("lines wider than any wrapping leaves them are paragraphs")
  func wideLines() throws {
    let line =
      "The council met on Monday to speak of the bridge, which had been closed for a year, and of the costs of a new one. "
    let document = try segmented(line + "It rained.\nNobody came.\n" + line)
    #expect(document[.sentences].map(\.paragraph) == [0, 0, 1, 2])
  }

  @Test("without suppressions ICU's list of abbreviations is not used, the stage's own rules are")
  func withoutSuppressions() throws {
    #expect(try sentences("Mr. Aso came. He left.", suppressions: false) == "Mr. Aso came.|He left.")
  }
}
