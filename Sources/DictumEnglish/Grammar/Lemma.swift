package import DictumKit

package enum Lemma {
  package static func of(_ word: String, as part: PartOfSpeech) -> String { word.lowercased() }
}
