import Dictum
import DictumKit

let dictum = try Dictum(pipeline: "Pipelines/quotes-small.yaml", models: ["Models"])
let document = try dictum.analyse("“We won,” Ann Lee said.", id: "victory")
print(String(decoding: dictum.report(on: document, layout: .ndjson), as: UTF8.self))
