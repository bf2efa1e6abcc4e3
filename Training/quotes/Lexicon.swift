import DictumLinear
import Quotes

/// How often each word is part of a cue, learned from the training documents.
struct Lexicon {
  private(set) var counts: [UInt64: UInt32] = [:]

  private static func counts(_ document: GoldDocument) -> [UInt64: (seen: Int, inCue: Int)] {
    var counts: [UInt64: (seen: Int, inCue: Int)] = [:]
    for token in document.text.tokens.indices { counts[document.text.word(token).value, default: (0, 0)].seen += 1 }
    for token in Set(document.attributions.flatMap(\.cue)) {
      counts[document.text.word(token).value, default: (0, 0)].inCue += 1
    }
    return counts
  }

  init(_ documents: [GoldDocument]) {
    var sums: [UInt64: (seen: Int, inCue: Int)] = [:]
    for document in documents {
      sums.merge(Self.counts(document)) { ($0.seen + $1.seen, $0.inCue + $1.inCue) }
    }
    for (word, sum) in sums where sum.seen >= 3 {
      counts[word] = UInt32(min(sum.seen, 0xFFFF)) << 16 | UInt32(min(sum.inCue, 0xFFFF))
    }
  }

  /// The documents' texts with rates to which the document itself did not contribute, as those of new texts are.
  func leavingOneOut(_ documents: [GoldDocument]) -> [GoldDocument] {
    documents.map { document in
      var text = document.text
      let own = Self.counts(document)
      for token in text.tokens.indices {
        let word = text.word(token).value
        var rate = CueRate(counts[word] ?? 0)
        rate.seen -= own[word]?.seen ?? 0
        rate.inCue -= own[word]?.inCue ?? 0
        text.cueRates[token] = rate.bucket
      }
      return GoldDocument(text: text, attributions: document.attributions)
    }
  }
}
