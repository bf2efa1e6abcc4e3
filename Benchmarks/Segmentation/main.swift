import DictumKit
import Segmentation
import Foundation
let data = try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1]))
let text = try SourceText(validating: Array(data))
let stage = try SegmentStage(settings: SegmentSettings(), resources: Resources())
for _ in 0..<3 {
let clock = ContinuousClock()
var d = Document(id: "x", text: text)
let t = try clock.measure { try stage.annotate(&d) }
let s = Double(t.components.attoseconds) * 1e-18 + Double(t.components.seconds)
print(d[.sentences].count, d[.tokens].count, Double(text.count) / 1e6 / s, "MB/s")
}
