import DictumKit

/// Marked texts for the reference page and the tests.
enum QuotesExamples {
  static let all: [StageExample] = [
    StageExample(
      "“⟦content The talks went well,⟧” ⟦source Minister Ada Okafor⟧ ⟦cue said⟧ on Tuesday.",
      "the source and the cue follow"
    ),
    StageExample(
      "\"⟦content We were not asked,⟧\" ⟦cue said⟧ ⟦source the mayor of Lund⟧, who was in Oslo.",
      "inverted order, straight marks"
    ),
    StageExample(
      "⟦source Okafor⟧ ⟦cue told⟧ reporters: “⟦content Nothing has been signed.⟧”",
      "the cue comes first"
    ),
    StageExample(
      "“⟦content If they come,⟧” ⟦source she⟧ ⟦cue added⟧, “⟦content we will be ready.⟧”",
      "one statement in two parts"
    ),
    StageExample(
      "“⟦content The road is closed,⟧” ⟦cue according to⟧ ⟦source the police⟧.",
      "according to"
    ),
    StageExample("⟦source OKAFOR⟧: “⟦content We begin at nine in the morning.⟧”", "a speaker's label"),
    StageExample("The so-called “peace plan” was never published.", "a scare quote is not a statement"),
    StageExample("He read “The Old Man and the Sea” twice.", "a title is not a statement"),
    StageExample("It’s the ministers’ first meeting since the ’90s.", "apostrophes are not quote marks"),
  ]
}
