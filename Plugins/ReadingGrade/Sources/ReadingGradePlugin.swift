public import DictumKit

/// What Dictum learns of this module: its name, its stages, its layers. The build finds it by the folder's name.
public enum ReadingGradePlugin {
  /// The plugin's declaration.
  public static let plugin = Plugin(
    name: "ReadingGrade",
    summary: "How hard a text is to read. An example to copy.",
    stages: [StageFactory(ReadingGradeStage.self)],
    layers: [LayerKey.readingGrades]
  )
}
