import DictumEnglish
import DictumKit

/// Finds the noun phrase of a source beside a cue, from the words alone.
struct SourcePhrase {
  private static let maximumTokens = 30
  let reading: Reading

  /// The phrase that ends right before a cue.
  ///
  /// - Parameters:
  ///   - cue: the cue's token.
  ///   - limit: the first token that may belong to the phrase.
  func before(cue: Int, limit: Int) -> TextSpan? {
    var end = cue
    while end > limit, isFiller(end - 1) { end -= 1 }
    guard end > limit else { return nil }
    if isPronoun(end - 1) { return reading.span(end - 1) }
    let first = max(limit, end - Self.maximumTokens)
    // “Hugh Hill, a doctor, said”: with a comma right before the cue the phrase reaches over an apposition.
    let endsWithComma = reading.word(end - 1) == ","
    if endsWithComma {
      end -= 1
      // “Holm said, adding”: the subject of the first verb is that of the second.
      if end > limit + 1, reading.is(end - 1, in: .reportingVerbs) { end -= 1 }
    }
    var commasLeft = endsWithComma ? 1 : 0
    var start = end
    // “Rep. Gwen Moore (D-Wis.) said”: what stands in parentheses is part of the phrase.
    if start > first, reading.word(start - 1) == ")" {
      while start > first, reading.word(start - 1) != "(" { start -= 1 }
      start -= start > first ? 1 : 0
    }
    while start > first {
      let word = reading.lowercased(start - 1)
      if word == "," {
        guard commasLeft > 0 else { break }
        commasLeft -= 1
      } else if isBoundary(start - 1, word) {
        break
      }
      start -= 1
    }
    guard start < end else { return nil }
    while start < end, !reading.isWord(start) || reading.is(start, in: .sourceLeads) { start += 1 }
    return reading.span(start..<end)
  }

  /// The phrase that begins right after a cue: “said Foreign Minister Hayashi”.
  ///
  /// - Parameter limit: the token after the last that may belong to the phrase.
  func after(cue: Int, limit: Int) -> TextSpan? {
    var start = cue + 1
    while start < limit, reading.is(start, in: .verbLeads) { start += 1 }
    guard start < limit, reading.isWord(start) else { return nil }
    if isPronoun(start) { return reading.span(start) }
    guard !reading.is(start, in: .sourceEnds) else { return nil }
    var end = start + 1
    let last = min(limit, start + Self.maximumTokens)
    while end < last {
      let word = reading.lowercased(end)
      if reading.is(end, in: .sourceEnds) || isStop(word) { break }
      end += 1
    }
    while end > start, !reading.isWord(end - 1) { end -= 1 }
    return reading.span(start..<end)
  }

  private func isFiller(_ index: Int) -> Bool {
    if reading.is(index, in: .verbLeads) { return true }
    if let part = reading.tokens[index].part { return part == .adverb }
    // “she coldly said”, but “the family said”.
    return reading.lowercased(index).hasSuffix("ly") && !reading.isCapitalised(index)
      && !(index > 0 && reading.is(index - 1, in: .determiners))
  }

  private func isBoundary(_ index: Int, _ word: String) -> Bool {
    if isStop(word) || reading.is(index, in: .clauseStarts) { return true }
    guard word == "and" || word == "or" else { return false }
    // “both Blinken and Hayashi said” joins names; “met reporters and he said” joins clauses.
    let joinsNames = index > 0 && reading.isCapitalised(index - 1) && reading.isCapitalised(index + 1)
    return !joinsNames
  }

  /// A full stop is none: within a sentence it belongs to an abbreviation (“Mr.”).
  private func isStop(_ word: String) -> Bool {
    [",", ";", ":", "!", "?", "—", "–", "--", "(", ")", "…", "”", "“", "\""].contains(word)
  }

  /// A pronoun that stands for a source on its own.
  private func isPronoun(_ index: Int) -> Bool { reading.is(index, in: .subjectPronouns) || reading.is(index, "who") }
}
