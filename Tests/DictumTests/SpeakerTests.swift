import Dictum
import DictumKit
import Foundation
import Testing

@Suite("who speaks, by the standard pipeline")
struct SpeakerTests {
  private static let news = "dictum: 1\nname: n\nstages: [segment, encode, syntax, entities, quotes]\n"

  @Test(
    "the head of the source speaks, or its apposition, and roles stand for whoever was introduced so",
    arguments: [
      ("The plan is dead, John Smith's spokeswoman, Ann Lee, said on Monday.", [["Ann Lee"]]),
      ("Former aides to John Smith said that the vote had been a mistake.", [["Former aides to John Smith"]]),
      (
        "A report by the Finance Ministry said that prices would fall next year. The report said that wages would rise.",
        [["Finance Ministry"], ["Finance Ministry"]]
      ),
      (
        "Sen. Mary Kim said that the bridge was unsafe. \"It has to be shut at once,\" the senator said.",
        [["Mary Kim"], ["Mary Kim"]]
      ),
      ("Tom Hill and his lawyers said that the charges were false.", [["Tom Hill", "his lawyers"]]),
      (
        "A spokesman for Acme Motors said that the plant would close in May. The spokesman said that nobody would lose a job.",
        [["A spokesman for Acme Motors"], ["A spokesman for Acme Motors"]]
      ),
      (
        "Two ministers, Ann Lee and Tom Hill, said that the bridge was unsafe.",
        [["Ann Lee", "Tom Hill"]]
      ),
      ("A Reuters/Ipsos poll showed that most voters wanted a new mayor.", [["A Reuters/Ipsos poll"]]),
      (
        "Junta leader Aung Kyaw met reporters on Monday. The junta said that the figures were wrong.",
        [["The junta"]]
      ),
      (
        "\"The talks have failed and will not go on,\" US Secretary of State Mary Kim said in a speech.",
        [["Mary Kim"]]
      ),
      (
        "The party got money from Tom Hill, a longtime donor who says that taxes are too high.",
        [["Tom Hill"]]
      ),
      ("Mary Kim was said to have taken the money from the church.", [[]]),
      ("Several residents said that they were afraid.", [["Several residents"]]),
    ]
  )
  func speakers(text: String, expected: [[String]]) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let dictum = try Dictum(yaml: Array(Self.news.utf8), models: [root.appending(path: "Models").path])
    let document = try dictum.analyse(text, id: "a")
    let names = Dictionary(uniqueKeysWithValues: document[.entities].map { ($0.id, $0.name) })
    #expect(document[.quotes].map { $0.speakers.compactMap { names[$0] } } == expected)
  }
}
