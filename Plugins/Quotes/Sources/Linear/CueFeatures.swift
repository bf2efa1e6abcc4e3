package import DictumLinear

/// Features of the tagger that finds cues.
package enum CueFeatures {
  /// Adds the features of a sentence's tokens.
  package static func add(_ sentence: Range<Int>, of text: AttributionText, to rows: inout FeatureRows) {
    for index in sentence {
      add(index, sentence, text, &rows.hashes)
      rows.endToken()
    }
  }

  private static func add(
    _ index: Int,
    _ sentence: Range<Int>,
    _ text: AttributionText,
    _ out: inout [FeatureHash]
  ) {
    let words = text.words
    func kind(_ distance: Int) -> FeatureHash { text.kind(index + distance, sentence) }
    func coarse(_ distance: Int) -> FeatureHash { words.coarse(index + distance, sentence) }
    let here = words.profiles[index]
    let rate = FeatureHash(number: Int(text.cueRates[index]))
    out.append(FeatureHash().tagged(101))
    out.append(here.lower.tagged(102))
    words.addNeighbours(of: index, sentence, from: 103, to: &out)
    out.append(here.lower.tagged(109, with: kind(-1)))
    out.append(here.lower.tagged(110, with: kind(1)))
    out.append(kind(-1).tagged(111, with: rate))
    out.append(kind(1).tagged(112, with: rate))
    let before = kind(-2).tagged(113, with: kind(-1))
    let after = kind(1).tagged(114, with: kind(2))
    out.append(before.tagged(115, with: kind(0)))
    out.append(after.tagged(116, with: kind(0)))
    out.append(kind(-1).tagged(117, with: kind(1)).tagged(117, with: rate))
    out.append(before.tagged(118, with: rate))
    out.append(after.tagged(119, with: rate))
    for length in 0..<here.affixes { out.append(here.suffixes[length].tagged(120)) }
    if here.affixes > 2 { out.append(here.prefixes[here.affixes - 1].tagged(121)) }
    if words.clusters[index] != 0 {
      out.append(words.fine(index).tagged(122))
      out.append(coarse(0).tagged(123, with: kind(-1)))
      out.append(coarse(0).tagged(124, with: kind(1)))
      out.append(coarse(0).tagged(125, with: kind(0)))
      out.append(words.fine(index).tagged(135, with: kind(1)))
    }
    out.append(coarse(-1).tagged(126))
    out.append(coarse(1).tagged(127))
    out.append(coarse(-1).tagged(128, with: coarse(0)))
    out.append(coarse(0).tagged(129, with: coarse(1)))
    let marks = FeatureHash(number: quoting(index, sentence, text))
    out.append(marks.tagged(130, with: rate))
    out.append(marks.tagged(131, with: here.lower))
    out.append(marks.tagged(132, with: kind(-1)).tagged(132, with: kind(1)))
    // The verb may be the second cue of its sentence, or stand behind another candidate.
    var left = 0
    for other in max(sentence.lowerBound, index - 6)..<index { left = max(left, Int(text.cueRates[other])) }
    var right = 0
    for other in (index + 1)..<max(index + 1, min(sentence.upperBound, index + 5)) {
      right = max(right, Int(text.cueRates[other]))
    }
    out.append(FeatureHash(number: left * 8 + right).tagged(133, with: rate))
    out.append(FeatureHash(number: left * 8 + right).tagged(134, with: kind(0)))
    let place = (index == sentence.lowerBound ? 1 : 0) + (index + 1 == sentence.upperBound ? 2 : 0)
    out.append(FeatureHash(number: place).tagged(136, with: kind(0)))
    out.append(here.shape.tagged(137))
  }

  /// How quotations lie around a token: inside one, or one ends before it or begins after it, near by or in the sentence.
  private static func quoting(_ index: Int, _ sentence: Range<Int>, _ text: AttributionText) -> Int {
    if text.quotations[index] != 0 { return 1 }
    var state = 0
    for distance in 1...8 where sentence.contains(index - distance) && text.quotations[index - distance] != 0 {
      state |= distance <= 3 ? 2 : 4
      break
    }
    for distance in 1...8 where sentence.contains(index + distance) && text.quotations[index + distance] != 0 {
      state |= distance <= 3 ? 8 : 16
      break
    }
    return state
  }
}
