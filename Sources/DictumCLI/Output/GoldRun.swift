import DictumEvaluation
import DictumKit
import DictumReports
import DictumRuntime
import DictumSystem

/// A pipeline run over the documents of a gold set, without their gold.
struct GoldRun {
  struct Answers {
    var reports: [String: Annotation]
    var failed: Int
    /// The layers of the reports; nil when they were read from a file.
    var provided: Set<String>?
  }

  private struct Answer: Sendable {
    let line: [UInt8]
    let annotation: Annotation?
    let error: DictumError?
  }

  private let session: Session
  private let arguments: Arguments
  private let pipeline: Pipeline
  private let reader: DocumentReader
  private let writer: ReportWriter

  init(_ path: String, _ arguments: Arguments, _ session: Session) throws(DictumError) {
    self.session = session
    self.arguments = arguments
    let plan = try session.plan(path)
    let resources = try session.resources(arguments)
    pipeline = try Pipeline(plan, resources: resources)
    // Gold's targets are part of the question; its other layers would be the answer.
    let incoming = plan.incoming
    reader = DocumentReader(layers: plan.layers.filter { $0.name == "targets" && incoming.contains($0.name) })
    var options = plan.report
    options.offsets = .unicodeScalar
    options.tokens = true
    options.text = false
    writer = ReportWriter(run: pipeline.description, options: options, layout: .ndjson)
  }

  /// What the pipeline makes of the documents; those that fail are reported and have no answer.
  func answers(to gold: [Annotation]) throws(DictumError) -> Answers {
    var answers = Answers(
      reports: [:],
      failed: 0,
      provided: Set(pipeline.plan.stages.flatMap(\.contract.provides).map(\.name))
    )
    var saved: [UInt8] = []
    let isSaving = arguments.value(EvaluateCommand.save) != nil
    var rest = gold[...]
    let (pipeline, reader, writer) = (pipeline, reader, writer)
    try OrderedWorkers(jobs: try arguments.count(.jobs) ?? 1).run {
      rest.popFirst()
    } work: { (document) -> Answer in
      do throws(DictumError) {
        var answer = try reader.document(from: document.question, fallbackID: "")
        try pipeline.run(&answer)
        let line = writer.report(on: answer)
        return Answer(line: line, annotation: try Annotation(json: line), error: nil)
      } catch {
        let record = ErrorRecord(id: document.id, line: nil, error: error).json
        return Answer(line: record, annotation: nil, error: error.named(document.id ?? ""))
      }
    } take: { (answer) in
      if isSaving { saved += answer.line }
      if let annotation = answer.annotation, let id = annotation.id { answers.reports[id] = annotation }
      guard let error = answer.error else { return }
      session.complain(error)
      answers.failed += 1
    }
    if let file = arguments.value(EvaluateCommand.save) { try FileOutput.replace(file, with: saved) }
    return answers
  }
}
