import DictumEnglish
import DictumKit
import Testing

@Suite("Dictionary forms")
struct LemmaTests {
  @Test(
    "regular and irregular forms",
    arguments: [
      (
        PartOfSpeech.noun,
        "ministers minister Cities city boxes box laws law glass glass news news women woman crises crisis"
      ),
      (
        .verb,
        """
        said say went go denies deny watches watch making make hoping hope stopped stop called call passing pass creating \
        create reading read raised raise charged charge changing change reported report visiting visit inviting invite \
        handled handle solved solve helped help agreed agree lying lie tried try admitted admit explaining explain \
        determined determine declared declare opening open decided decide issued issue needed need
        """
      ),
      (.auxiliary, "is be ’s be wo will ca can had have did do"),
      (.adjective, "better good worst bad green green"), (.properNoun, "Paris Paris"),
      (.particle, "n’t not to to ’s ’s"), (.pronoun, "them they me I ’s ’s"), (.determiner, "an a those that"),
    ]
  )
  func forms(_ part: PartOfSpeech, _ pairs: String) {
    let words = pairs.split(whereSeparator: \.isWhitespace).map(String.init)
    for index in stride(from: 0, to: words.count, by: 2) {
      #expect(Lemma.of(words[index], as: part) == words[index + 1], "\(words[index])")
    }
  }
}
