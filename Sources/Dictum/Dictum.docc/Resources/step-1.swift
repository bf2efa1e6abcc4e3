import Dictum

let dictum = try Dictum(pipeline: "Pipelines/quotes-small.yaml", models: ["Models"])
