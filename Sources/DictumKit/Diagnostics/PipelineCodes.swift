// D1xx: what can be wrong with a pipeline file.

extension DiagnosticCode {
  public static let yamlSyntax = DiagnosticCode(
    "D101",
    "the pipeline file is not valid YAML",
    "The file could not be read as YAML. The caret shows where the reader stopped; look for a missing space after a "
      + "colon, uneven indentation, an unclosed bracket or quote."
  )
  public static let duplicateKey = DiagnosticCode(
    "D102",
    "a key appears twice",
    "One of the two values would be lost. Keep one of them."
  )
  public static let unknownKey = DiagnosticCode(
    "D103",
    "a key that nothing reads",
    "The key is not one of those that this place of the pipeline file knows. The message lists them; "
      + "`dictum stages NAME` documents a stage's settings."
  )
  public static let wrongType = DiagnosticCode(
    "D104",
    "a value of the wrong type",
    "The setting expects another kind of value. The message says which; `dictum stages NAME` shows the default."
  )
  public static let missingKey = DiagnosticCode(
    "D105",
    "a required key is missing",
    "A pipeline file needs `dictum: 1`, a `name` and its `stages`."
  )
  public static let unknownStage = DiagnosticCode(
    "D106",
    "a stage that no loaded plugin declares",
    "Check the spelling (`dictum stages` lists what is loaded) or load the plugin that declares it."
  )
  public static let emptyPipeline = DiagnosticCode(
    "D107",
    "a pipeline without stages",
    "A pipeline must list at least one stage under `stages:`."
  )
  public static let missingLayer = DiagnosticCode(
    "D108",
    "a stage needs a layer that no earlier stage provides",
    "Stages run in the order in which the file lists them. Put a stage that provides the layer before this one, or, "
      + "if your documents bring the layer along, name it under `given:`."
  )
  public static let invalidValue = DiagnosticCode(
    "D109",
    "a value that the setting does not allow",
    "The value has the right type but not a permitted value. The message says what is allowed."
  )
  public static let unsupportedVersion = DiagnosticCode(
    "D110",
    "a pipeline version that this Dictum does not read",
    "`dictum:` names the version of the pipeline format. This Dictum reads version 1."
  )
  public static let repeatedStage = DiagnosticCode(
    "D111",
    "two stages provide the same layer",
    "The second would overwrite the first. Remove one of the two."
  )
  public static let unknownLayer = DiagnosticCode(
    "D112",
    "a layer that no loaded plugin declares",
    "`given:` names layers that documents bring along. Check the spelling; the message lists the known layers."
  )

  /// D1xx in order.
  public static let undeclaredLayer = DiagnosticCode(
    "D114",
    "a stage provides a layer that no plugin declares",
    "Reports show only declared layers, so what the stage writes would vanish. Name the layer's key in the plugin's "
      + "declaration: `Plugin(…, layers: [LayerKey.mine])`. This is a fault in the plugin."
  )

  static let pipelineCodes: [DiagnosticCode] = [
    .yamlSyntax, .duplicateKey, .unknownKey, .wrongType, .missingKey, .unknownStage, .emptyPipeline, .missingLayer,
    .invalidValue, .unsupportedVersion, .repeatedStage, .unknownLayer, .undeclaredLayer,
  ]
}
