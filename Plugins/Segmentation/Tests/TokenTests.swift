import DictumKit
import Testing

@Suite("Tokens")
struct TokenTests {
  @Test(
    "clitics are split off, with either apostrophe",
    arguments: [
      ("I don't know; it's Japan’s.", "I do n't know ; it 's Japan ’s ."),
      ("They'll say we’ve won, I'd guess.", "They 'll say we ’ve won , I 'd guess ."),
      ("CAN'T WON’T", "CA N'T WO N’T"), ("O'Brien, ma'am", "O'Brien , ma'am"),
      ("the workers' café’s", "the workers ' café ’s"), ("the 1990's and the U.S.'s", "the 1990 's and the U.S. 's"),
    ]
  )
  func clitics(_ text: String, _ expected: String) throws { #expect(try tokens(text) == expected) }

  @Test(
    "a full stop stays with its abbreviation only",
    arguments: [
      ("Mr. J. Keller left the U.S. at 5 p.m.", "Mr. J. Keller left the U.S. at 5 p.m."),
      ("No. 5, no.", "No. 5 , no ."), ("It is I.", "It is I ."), ("pp. 3-4", "pp. 3 - 4"),
      ("Acme Inc. grew.", "Acme Inc. grew ."),
    ]
  )
  func abbreviations(_ text: String, _ expected: String) throws { #expect(try tokens(text) == expected) }

  @Test(
    "marks, numbers and addresses",
    arguments: [
      ("well-known U.S.-led talks", "well - known U.S. - led talks"),
      ("Wait... what?! Yes--no…", "Wait ... what ?! Yes -- no …"),
      ("$1,200.50 (4.5%)", "$ 1,200.50 ( 4.5 % )"), ("“Yes,” she said", "“ Yes , ” she said"),
      ("See http://a.example/b_(c)?d=e. (www.b.example)", "See http://a.example/b_(c)?d=e . ( www.b.example )"),
      ("http://a.example/café now", "http://a.example/café now"),
    ]
  )
  func marks(_ text: String, _ expected: String) throws { #expect(try tokens(text) == expected) }

  @Test(
    "words that are written as one",
    arguments: [
      ("You cannot, I dont and we’re gonna.", "You can not , I do nt and we ’re gon na ."),
      ("alot of want and cane", "a lot of want and cane"), ("at 10am, $5k or 7:30pm", "at 10 am , $ 5 k or 7:30 pm"),
      ("the 5th A380", "the 5th A380"),
    ]
  )
  func fused(_ text: String, _ expected: String) throws { #expect(try tokens(text) == expected) }

  @Test(
    "times, dates, affixes, topics and faces are one token",
    arguments: [
      ("7:30 on 11/9/2001, 2001-11-09", "7:30 on 11/9/2001 , 2001-11-09"), ("won 3:1, 5-10", "won 3 : 1 , 5 - 10"),
      ("call 555-010-9999", "call 555-010-9999"),
      ("e-mail, non-violent, pro-Paris", "e-mail , non-violent , pro - Paris"),
      ("a well-read, not-so-co-op", "a well - read , not - so - co - op"), ("R&D at A & B", "R&D at A & B"),
      ("#topic, C# and #5", "#topic , C # and # 5"), ("Nice :) ;-( :-D", "Nice :) ;-( :-D"),
      ("as follows:(a) and (b:)", "as follows : ( a ) and ( b :)"), ("<<He left.>> $$$", "<< He left . >> $$$"),
    ]
  )
  func inner(_ text: String, _ expected: String) throws { #expect(try tokens(text) == expected) }

  @Test("a full stop without a space behind it")
  func missingSpace() throws {
    #expect(try tokens("They left them.They're gone.") == "They left them . They 're gone .")
    #expect(try tokens("See example.com or Node.js.") == "See example.com or Node.js .")
  }

  @Test("kinds")
  func kinds() throws {
    let document = try segmented("In 2024 she’s paid $5 + 3.5%, 東京 👍!")
    let kinds = document[.tokens].map { "\(document.text[$0.span]):\($0.kind.rawValue)" }
    #expect(
      kinds == [
        "In:word", "2024:number", "she:word", "’s:word", "paid:word", "$:symbol", "5:number", "+:symbol", "3.5:number",
        "%:punctuation", ",:punctuation", "東京:word", "👍:symbol", "!:punctuation",
      ]
    )
  }

  @Test("other languages keep their apostrophes and full stops")
  func otherLanguages() throws {
    #expect(try tokens("l'homme n'est pas Dr. No.", locale: "fr") == "l'homme n'est pas Dr . No .")
  }
}
