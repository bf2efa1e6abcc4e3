public import DictumKit

// D4xx: what can be wrong with a model file.

extension DiagnosticCode {
  public static let modelNotFound = DiagnosticCode(
    "D401",
    "a model file is missing",
    "The message lists the places that were searched. Reinstall, or name the folder with `--models`."
  )
  public static let modelUnreadable = DiagnosticCode(
    "D402",
    "a model file cannot be read",
    "The system's own reason is in the message: permissions, a folder, a failing disk."
  )
  public static let modelCorrupt = DiagnosticCode(
    "D403",
    "a model file is damaged",
    "The file is cut off or its header contradicts its contents. Fetch it again."
  )
  public static let modelMismatch = DiagnosticCode(
    "D404",
    "a model file lacks a tensor or has it in another shape",
    "The file is well-formed but is not the model that its own description promises. Export it again with `Training/`."
  )
  public static let modelNotFinite = DiagnosticCode(
    "D405",
    "a model file holds a number that is not finite",
    "A weight is infinite or not a number: the training diverged or the file is damaged."
  )
  public static let modelChecksum = DiagnosticCode(
    "D406",
    "a model file is not the one that its checksum names",
    "`SHA256SUMS` beside the file names another content. Fetch the file again; after an export, write the list anew."
  )
  public static let modelUnsupported = DiagnosticCode(
    "D407",
    "a model that this Dictum does not read",
    "The message says what is unsupported: the format's version, a size, a kind of head."
  )
  public static let modelLacksHead = DiagnosticCode(
    "D408",
    "a model without the head that a stage needs",
    "The message names the head and lists those that the model has. Use another model or another stage."
  )
  public static let engineFailed = DiagnosticCode(
    "D409",
    "the matrix library reported an error",
    "The message carries oneDNN's own status. Lack of memory is the usual cause."
  )
  public static let processorUnsupported = DiagnosticCode(
    "D410",
    "the processor lacks instructions that the encoder needs",
    "The encoder is built for AVX2 and FMA (Intel since 2013, AMD since 2015). Pipelines without `encode` run anywhere."
  )

  /// D4xx in order.
  public static let modelCodes: [DiagnosticCode] = [
    .modelNotFound, .modelUnreadable, .modelCorrupt, .modelMismatch, .modelNotFinite, .modelChecksum,
    .modelUnsupported, .modelLacksHead, .engineFailed, .processorUnsupported,
  ]
}
