import DictumKit

/// The JSON Schema (draft 2020-12) of pipeline files, made from the settings that the loaded stages declare: what an
/// editor completes and checks. Order and layers are the planner's.
public enum PipelineSchema {
  /// The schema as UTF-8 JSON, ended by a line feed.
  public static func json(_ registry: Registry) -> [UInt8] {
    let stages = registry.stageNames.compactMap { registry.stage($0) }
    let named = stages.map { "\(quoted($0.name)): \(settings(of: $0))" }.joined(separator: ",\n        ")
    let alone = stages.filter { stage in !stage.settings.contains(where: \.isRequired) }.map { quoted($0.name) }
      .joined(separator: ", ")
    let layers = registry.layers.map { quoted($0.name) }.joined(separator: ", ")
    let report = ReportOptions.fields.map {
      "\(quoted($0.name)): {\"description\": \(quoted($0.summary)), \"allOf\": [\($0.schema)]}"
    }.joined(separator: ", ")
    let text = """
      {"$schema": "https://json-schema.org/draft/2020-12/schema",
       "title": "Dictum pipeline, version 1",
       "type": "object",
       "required": ["dictum", "name"],
       "anyOf": [{"required": ["stages"]}, {"required": ["extends"]}],
       "additionalProperties": false,
       "properties": {
        "dictum": {"const": 1, "description": "the version of this format"},
        "name": {"type": "string", "description": "the pipeline's name, for reports"},
        "extends": {"type": "string", "description": "a pipeline file, relative to this one, that this one changes"},
        "plugins": {"type": "array", "items": {"type": "string"}, "description": "libraries by name or path"},
        "disable": {"type": "array", "items": {"type": "string"}, "description": "stages that are left out"},
        "given": {"type": "array", "items": {"enum": [\(layers)]}, "description": "layers that documents bring along"},
        "report": {"type": "object", "additionalProperties": false, "properties": {\(report)}},
        "stages": {"type": "array", "description": "in the order in which they run", "items": {"anyOf": [
         {"enum": [\(alone)]},
         {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": false, "properties": {
              \(named)}},
         {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties":
          {"type": "object", "required": ["stage"], "properties": {
           "stage": {"enum": [\(stages.map { quoted($0.name) }.joined(separator: ", "))]}}}}]}}}}

      """
    return Array(text.utf8)
  }

  private static func settings(of stage: StageFactory) -> String {
    let properties =
      stage.settings.map { setting in
        let value = setting.isRequired ? "" : ", \"default\": \(setting.defaultValue)"
        return "\(quoted(setting.name)): {\"description\": \(quoted(setting.summary)), \"allOf\": [\(setting.schema)]"
          + "\(value)}"
      } + ["\"keep\": {\"const\": \"given\"}", "\"stage\": {\"const\": \(quoted(stage.name))}"]
    let required = stage.settings.filter(\.isRequired).map { quoted($0.name) }.joined(separator: ", ")
    let kind = required.isEmpty ? "[\"object\", \"null\"]" : "\"object\""
    return """
      {"description": \(quoted(stage.summary)), "type": \(kind), "required": [\(required)], \
      "additionalProperties": false, "properties": {\(properties.joined(separator: ", "))}}
      """
  }

  private static func quoted(_ text: String) -> String { text.json }
}
