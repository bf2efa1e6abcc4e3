import DictumKit

/// Finds the noun phrase of a source beside a cue, from the words alone.
struct SourcePhrase {
  private static let maximumTokens = 30
  let tokens: TokenSequence
  let cues: CueLexicon

  /// The phrase that ends right before a cue.
  ///
  /// - Parameters:
  ///   - cue: the cue's token.
  ///   - limit: the first token that may belong to the phrase.
  func before(cue: Int, limit: Int) -> Span? {
    var end = cue
    while end > limit, isFiller(end - 1) { end -= 1 }
    guard end > limit else { return nil }
    if CueLexicon.pronouns.contains(tokens.lowercased(end - 1)) { return tokens.span(end - 1) }
    let first = max(limit, end - Self.maximumTokens)
    // “Hugh Hill, a doctor, said”: with a comma right before the cue the phrase reaches over an apposition.
    let endsWithComma = tokens.word(end - 1) == ","
    if endsWithComma {
      end -= 1
      // “Holm said, adding”: the subject of the first verb is that of the second.
      if end > limit + 1, cues.isCue(tokens.lowercased(end - 1)) { end -= 1 }
    }
    var commasLeft = endsWithComma ? 1 : 0
    var start = end
    // “Rep. Gwen Moore (D-Wis.) said”: what stands in parentheses is part of the phrase.
    if start > first, tokens.word(start - 1) == ")" {
      while start > first, tokens.word(start - 1) != "(" { start -= 1 }
      start -= start > first ? 1 : 0
    }
    while start > first {
      let word = tokens.lowercased(start - 1)
      if word == "," {
        guard commasLeft > 0 else { break }
        commasLeft -= 1
      } else if isBoundary(start - 1, word) {
        break
      }
      start -= 1
    }
    guard start < end else { return nil }
    while start < end, !tokens.isWord(start) || isLeading(tokens.lowercased(start)) { start += 1 }
    return tokens.span(start..<end)
  }

  /// The phrase that begins right after a cue: “said Foreign Minister Hayashi”.
  ///
  /// - Parameter limit: the token after the last that may belong to the phrase.
  func after(cue: Int, limit: Int) -> Span? {
    var start = cue + 1
    while start < limit, CueLexicon.betweenSourceAndCue.contains(tokens.lowercased(start)) { start += 1 }
    guard start < limit, tokens.isWord(start) else { return nil }
    if CueLexicon.pronouns.contains(tokens.lowercased(start)) { return tokens.span(start) }
    guard !CueLexicon.endsSource.contains(tokens.lowercased(start)) else { return nil }
    var end = start + 1
    let last = min(limit, start + Self.maximumTokens)
    while end < last {
      let word = tokens.lowercased(end)
      if CueLexicon.endsSource.contains(word) || isStop(word) { break }
      end += 1
    }
    while end > start, !tokens.isWord(end - 1) { end -= 1 }
    return tokens.span(start..<end)
  }

  private func isFiller(_ index: Int) -> Bool {
    let word = tokens.lowercased(index)
    return CueLexicon.betweenSourceAndCue.contains(word) || (word.hasSuffix("ly") && !tokens.isCapitalised(index))
  }

  private func isBoundary(_ index: Int, _ word: String) -> Bool {
    if isStop(word) || CueLexicon.startsClause.contains(word) { return true }
    guard word == "and" || word == "or" else { return false }
    // “both Blinken and Hayashi said” joins names; “met reporters and he said” joins clauses.
    let joinsNames = index > 0 && tokens.isCapitalised(index - 1) && tokens.isCapitalised(index + 1)
    return !joinsNames
  }

  /// A full stop is none: within a sentence it belongs to an abbreviation (“Mr.”).
  private func isStop(_ word: String) -> Bool {
    [",", ";", ":", "!", "?", "—", "–", "--", "(", ")", "…", "”", "“", "\""].contains(word)
  }

  /// Words that stand before a source without belonging to it.
  private func isLeading(_ word: String) -> Bool {
    ["and", "but", "so", "then", "as", "when", "later", "meanwhile", "still", "yet", "instead", "indeed"].contains(word)
  }
}
