public import DictumKit

/// What Dictum learns of this module: its name, its stages, its layers. Package.swift lists the folder.
public enum ReadingGradePlugin {
  /// The plugin's declaration.
  public static let plugin = Plugin(
    name: "ReadingGrade",
    version: "1.0.0",
    summary: "How hard a text is to read. An example to copy.",
    stages: [StageFactory(ReadingGradeStage.self)],
    layers: [LayerKey.readingGrades]
  )
}
