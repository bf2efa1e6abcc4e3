package import DictumLinear

/// Features of the tagger that finds the content and the source of one cue: everything is seen from the cue.
///
/// One pass for each cue, as in labelling the arguments of one predicate (Gildea and Jurafsky, “Automatic Labeling of
/// Semantic Roles”, CL 2002): statements may nest, and which source and content belong to which cue needs no further
/// decision.
package struct RoleFeatures {
  private let text: AttributionText
  private let words: WordWindow
  private let sentence: Range<Int>
  private let cue: Range<Int>
  /// The cue's word that is a cue most often.
  private let head: Int
  private let around: FeatureHash
  private let following: FeatureHash
  /// How many of each there are before a token, from the sentence's start.
  private let counts: [Counts]

  private struct Counts {
    var commas = 0
    var stops = 0
    var cues = 0
    var edges = 0
    var links = 0
  }

  /// - Parameters:
  ///   - cue: tokens of the sentence.
  ///   - cues: the sentence's cues, this one and others.
  package init(_ text: AttributionText, sentence: Range<Int>, cue: Range<Int>, cues: some Sequence<Range<Int>>) {
    self.text = text
    words = text.words
    self.sentence = sentence
    self.cue = cue
    head = cue.max { text.cueRates[$0] < text.cueRates[$1] } ?? cue.lowerBound
    following = text.kind(cue.upperBound, sentence)
    around = text.kind(cue.lowerBound - 1, sentence).tagged(200, with: following)
    var beginsCue = [Bool](repeating: false, count: sentence.count)
    for other in cues where other != cue && sentence.contains(other.lowerBound) {
      beginsCue[other.lowerBound - sentence.lowerBound] = true
    }
    var counts = [Counts()]
    counts.reserveCapacity(sentence.count + 1)
    var here = Counts()
    for index in sentence {
      switch text.classes[index] {
      case .comma: here.commas += 1
      case .colon, .dash, .bracket, .stop: here.stops += 1
      case .that, .question, .conjunction: here.links += 1
      default: break
      }
      if beginsCue[index - sentence.lowerBound] { here.cues += 1 }
      if index > sentence.lowerBound, text.quotations[index] != text.quotations[index - 1] { here.edges += 1 }
      counts.append(here)
    }
    self.counts = counts
  }

  /// Adds the features of the sentence's tokens.
  package func add(to rows: inout FeatureRows) {
    for index in sentence {
      add(index, &rows.hashes)
      rows.endToken()
    }
  }

  private func word(_ index: Int) -> FeatureHash { words.lower(index, sentence) }
  private func kind(_ index: Int) -> FeatureHash { text.kind(index, sentence) }

  /// Tokens from the cue, negative before it, 0 inside; far ones are put together.
  private func distance(_ index: Int) -> Int {
    let tokens = index < cue.lowerBound ? index - cue.lowerBound : max(0, index - cue.upperBound + 1)
    switch abs(tokens) {
    case 0...6: return tokens
    case 7...8: return tokens.signum() * 7
    case 9...12: return tokens.signum() * 8
    case 13...20: return tokens.signum() * 9
    default: return tokens.signum() * 10
    }
  }

  /// What lies between a token and the cue.
  private func between(_ index: Int) -> Int {
    let side = index < cue.lowerBound ? 0 : index < cue.upperBound ? 1 : 2
    let from = min(index + 1, cue.upperBound) - sentence.lowerBound
    let to = max(index, cue.lowerBound) - sentence.lowerBound
    let (one, other) = (counts[min(from, to)], counts[max(from, to)])
    var state = side
    state = state * 3 + min(2, other.commas - one.commas)
    state = state * 2 + min(1, other.stops - one.stops)
    state = state * 3 + min(2, other.cues - one.cues)
    let edges =
      counts[max(index, cue.lowerBound) - sentence.lowerBound + 1].edges
      - counts[min(index, cue.lowerBound) - sentence.lowerBound + 1].edges
    state = state * 3 + min(2, edges)
    state = state * 2 + (text.quotations[index] != 0 ? 1 : 0)
    return state * 3 + min(2, other.links - one.links)
  }

  private func add(_ index: Int, _ out: inout [FeatureHash]) {
    let here = words.profiles[index]
    let steps = distance(index)
    let place = FeatureHash(number: steps + 16)
    let near = FeatureHash(number: max(-3, min(3, steps)) + 16)
    let side = FeatureHash(number: steps.signum() + 1)
    let cueWord = words.profiles[head].lower
    let kinds = kind(index)
    let state = between(index)
    let full = FeatureHash(number: state)
    // Without how often clauses are linked.
    let plain = FeatureHash(number: state / 3)
    out.append(side.tagged(201))
    out.append(place.tagged(202))
    out.append(place.tagged(203, with: cueWord))
    out.append(side.tagged(204, with: here.lower))
    out.append(side.tagged(205, with: word(index - 1)))
    out.append(side.tagged(206, with: word(index + 1)))
    out.append(place.tagged(207, with: here.lower))
    out.append(full.tagged(208))
    out.append(plain.tagged(209, with: kinds))
    let next = kind(index + 1)
    let previous = kind(index - 1)
    out.append(plain.tagged(210, with: next))
    out.append(plain.tagged(211, with: previous))
    out.append(plain.tagged(212, with: cueWord))
    out.append(place.tagged(213, with: kinds))
    if here.affixes > 2 { out.append(side.tagged(214, with: here.suffixes[2])) }
    if words.clusters[index] != 0 {
      out.append(side.tagged(215, with: words.fine(index)))
      out.append(near.tagged(216, with: words.coarse(index, sentence)))
    }
    out.append(side.tagged(217, with: words.coarse(index - 1, sentence)))
    out.append(side.tagged(218, with: words.coarse(index + 1, sentence)))
    out.append(around.tagged(219, with: near))
    out.append(around.tagged(220, with: plain))
    out.append(following.tagged(221, with: full))
    out.append(side.tagged(222, with: word(index - 1)).tagged(222, with: here.lower))
    out.append(side.tagged(223, with: here.lower).tagged(223, with: word(index + 1)))
    let ends = (index == sentence.lowerBound ? 1 : 0) + (index + 2 >= sentence.upperBound ? 2 : 0)
    out.append(FeatureHash(number: ends).tagged(224, with: plain))
    out.append(FeatureHash(number: ends).tagged(225, with: side).tagged(225, with: kinds))
    let three = previous.tagged(226, with: kinds).tagged(226, with: next)
    out.append(three.tagged(227, with: side))
    out.append(kind(index - 2).tagged(228, with: previous).tagged(228, with: side))
    out.append(next.tagged(229, with: kind(index + 2)).tagged(229, with: side))
    out.append(FeatureHash(number: Int(text.cueRates[head])).tagged(230, with: full))
    out.append(three.tagged(231, with: near))
    out.append(following.tagged(232, with: near).tagged(232, with: kinds))
    out.append(plain.tagged(233, with: here.lower))
    out.append(plain.tagged(234, with: word(index + 1)))
    out.append(plain.tagged(235, with: word(index - 1)))
    // How far the sentence's ends are, for what reaches to them.
    let toStart = min(4, index - sentence.lowerBound)
    let toEnd = min(4, sentence.upperBound - 1 - index)
    out.append(FeatureHash(number: toStart * 8 + toEnd).tagged(236, with: side))
    out.append(words.profiles[head].suffixes[min(1, max(0, words.profiles[head].affixes - 1))].tagged(237, with: near))
    out.append(words.fine(head).tagged(238, with: near))
    out.append(words.fine(head).tagged(239, with: plain))
    let sameQuotation = text.quotations[index] == text.quotations[head] ? 1 : 0
    let size = text.quotations[index] == 0 ? 0 : 2
    out.append(FeatureHash(number: sameQuotation + size).tagged(240, with: side).tagged(240, with: next))
    out.append(FeatureHash(number: sameQuotation + size).tagged(241, with: side).tagged(241, with: previous))
    out.append(FeatureHash(number: Int(text.cueRates[index])).tagged(242, with: plain))
  }
}
