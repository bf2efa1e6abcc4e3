import Dictum
import DictumKit

let dictum = try Dictum(pipeline: "Pipelines/quotes-small.yaml", models: ["Models"])
let articles = AsyncStream<Document> { stream in
  for path in CommandLine.arguments.dropFirst() {
    stream.yield(Document(id: path, text: SourceText("“We won,” Ann Lee said in \(path).")))
  }
  stream.finish()
}

for try await result in dictum.analyse(articles, jobs: 2) {
  switch result {
  case .success(let document): print(document.id, document[.quotes].count)
  case .failure(let error): print(error)
  }
}
