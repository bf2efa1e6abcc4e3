import DictumKit
package import DictumLinear

/// Finds attributions without an encoder: a chain finds cues, a second one each cue's content and source.
package struct LinearAttributor: Sendable {
  /// An attribution as token ranges.
  package struct Found: Sendable {
    package var cue: Range<Int>
    package var contents: [Range<Int>] = []
    package var sources: [Range<Int>] = []
    /// From 0 to 1.
    package var confidence: Double = 0
  }

  /// A sentence is looked at this far from a cue, in tokens.
  private static let widestReach = 80
  private static let narrowestReach = 10
  /// A sentence with more cues is none; what is looked at from its cues must not multiply.
  private static let mostCues = 10

  let cueModel: LinearModel
  let roleModel: LinearModel
  package let tables: AttributionTables
  /// What speaks for a cue, as a log potential; chosen on PolNeAR dev.
  package var lift: Float = 1.4
  /// The chains are surer than they are right by about this much, on PolNeAR dev.
  private static let calibration = 0.82

  package init(cueModel: LinearModel, roleModel: LinearModel, tables: AttributionTables) {
    self.cueModel = cueModel
    self.roleModel = roleModel
    self.tables = tables
  }

  /// The attributions of a text, in order of their cues.
  package func attributions(in text: AttributionText) -> [Found] {
    var found: [Found] = []
    var rows = FeatureRows()
    for sentence in text.sentences {
      let cues = Self.cues(in: sentence, of: text, model: cueModel, lift: lift, rows: &rows)
      for cue in cues {
        let window = Self.window(sentence, cue.range, cues: cues.count)
        rows.removeAll()
        RoleFeatures(text, sentence: window, cue: cue.range, cues: cues.lazy.map(\.range)).add(to: &rows)
        let scores = roleModel.scores(rows)
        if let roles = roles(scores, window, cue) { found.append(roles) }
      }
    }
    return found
  }

  private func roles(_ scores: [Float], _ window: Range<Int>, _ cue: (range: Range<Int>, confidence: Float)) -> Found? {
    scores.withUnsafeBufferPointer { scores in
      let labels = roleModel.decoder.decode(scores)
      let contents = AttributionLabels.runs(.content, labels)
      guard !contents.isEmpty else { return nil }
      let marginals = ForwardBackward(roleModel.potentials, scores).marginals
      var sum: Float = 0
      var count: Float = 0
      for token in contents.joined() {
        for label in 5..<9 { sum += marginals[token * AttributionLabels.roleCount + label] }
        count += 1
      }
      let confidence = Double(min(1, sum / count) * cue.confidence)
      func moved(_ range: Range<Int>) -> Range<Int> {
        range.lowerBound + window.lowerBound..<range.upperBound + window.lowerBound
      }
      return Found(
        cue: cue.range,
        contents: contents.map(moved),
        sources: AttributionLabels.runs(.source, labels).map(moved),
        confidence: confidence * Self.calibration
      )
    }
  }

  /// The part of a sentence that a cue's roles are looked for in.
  package static func window(_ sentence: Range<Int>, _ cue: Range<Int>, cues: Int) -> Range<Int> {
    let reach = cues <= mostCues ? widestReach : max(narrowestReach, widestReach * mostCues / 2 / cues)
    return max(sentence.lowerBound, cue.lowerBound - reach)..<min(sentence.upperBound, cue.upperBound + reach)
  }

  /// The cues of a sentence with how sure the chain is of each.
  package static func cues(
    in sentence: Range<Int>,
    of text: AttributionText,
    model: LinearModel,
    lift: Float,
    rows: inout FeatureRows
  ) -> [(range: Range<Int>, confidence: Float)] {
    guard sentence.contains(where: { text.tokens[$0].kind == .word || text.classes[$0] == .colon }) else { return [] }
    rows.removeAll()
    CueFeatures.add(sentence, of: text, to: &rows)
    var scores = model.scores(rows)
    let labels = AttributionLabels.cueCount
    for token in 0..<sentence.count { scores[token * labels] -= lift }
    return scores.withUnsafeBufferPointer { scores in
      let cues = AttributionLabels.cues(model.decoder.decode(scores))
      guard !cues.isEmpty else { return [] }
      let marginals = ForwardBackward(model.potentials, scores).marginals
      return cues.map { cue in
        let sure = cue.map { 1 - marginals[$0 * labels] }.max() ?? 0
        return (cue.lowerBound + sentence.lowerBound..<cue.upperBound + sentence.lowerBound, sure)
      }
    }
  }
}
