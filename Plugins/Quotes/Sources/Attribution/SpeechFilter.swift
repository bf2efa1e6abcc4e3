import DictumKit

/// Tells what was said from what was thought, wanted or expected: PolNeAR, on which the tagger learned, counts both as
/// attributions.
struct SpeechFilter: Sendable {
  private static let thinking = """
    think believe want hope fear expect plan seek prefer know feel seem appear see consider decide learn worry wish \
    intend like love hate doubt suspect imagine understand realise realize remember forget look need try aim view favor \
    favour regard assume dream guess hear find tend trust
    """
  private static let irregular: Set<String> = [
    "thought", "sought", "knew", "known", "felt", "saw", "seen", "understood", "forgot", "forgotten", "planned",
    "planning", "preferred", "preferring", "heard", "found", "forgetting", "tried", "tries", "worried", "worries",
  ]

  private let forms: Set<String>
  private let cues = CueLexicon()

  init() {
    var forms = Self.irregular
    for base in Self.thinking.split(separator: " ").map(String.init) {
      forms.formUnion(CueLexicon.inflections(of: base))
    }
    self.forms = forms
  }

  /// Whether a statement was said or written, as far as its cue tells: quotations without a cue were.
  func isSpeech(_ quote: Quote, in text: SourceText) -> Bool {
    let words = quote.cue.flatMap { text[$0.span].lowercased().split { !$0.isLetter }.map(String.init) }
    return words.contains(where: cues.isCue) || !words.contains(where: forms.contains)
  }
}
