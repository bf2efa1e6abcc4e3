// D2xx: what can be wrong with articles and other input. D3xx: stages and plugins. D4xx: models. D5xx: output.

extension DiagnosticCode {
  public static let fileNotFound = DiagnosticCode(
    "D201",
    "a file does not exist",
    "Check the path; it is relative to the folder in which the command runs."
  )
  public static let fileUnreadable = DiagnosticCode(
    "D202",
    "a file cannot be read",
    "The system's own reason is in the message: permissions, a folder, a failing disk."
  )
  public static let notUTF8 = DiagnosticCode(
    "D203",
    "a text is not UTF-8",
    "The message names the first byte that does not belong. If the file has another encoding, name it with "
      + "`--encoding` (windows-1252, iso-8859-1, …) or let `--encoding detect` guess it."
  )
  public static let textTooLong = DiagnosticCode(
    "D204",
    "a text is over the limit",
    "A document's text is limited to just under 2 GiB, and a batch's documents to `--limit` (50 MB). Split the file, or "
      + "raise the limit."
  )
  public static let malformedJSON = DiagnosticCode(
    "D205",
    "a line is not a JSON object",
    "Each input line must be one JSON object with at least `text`. The other lines were analysed all the same."
  )
  public static let invalidDocument = DiagnosticCode(
    "D206",
    "a document lacks something or has it in the wrong shape",
    "An input object needs `text` (a string). `id`, `title`, `date`, `url` and `language` are strings; layers have the "
      + "report's own shape."
  )
  public static let invalidLayer = DiagnosticCode(
    "D207",
    "a layer that came with a document is not in the report's shape",
    "Records need the fields that `dictum stages` documents, and spans that lie inside the text, on whole characters, "
      + "in the unit that the object's `offsets` names."
  )
  public static let unknownEncoding = DiagnosticCode(
    "D208",
    "an encoding that ICU does not know",
    "Use a name such as utf-8, windows-1252, iso-8859-15, gb18030."
  )
  public static let replacedSurrogate = DiagnosticCode(
    "D209",
    "a lone surrogate was replaced",
    "The JSON text held half of a surrogate pair (\\ud83d without its other half), which is no character. It was "
      + "replaced by U+FFFD so that the rest could be analysed."
  )
  public static let emptyArticle = DiagnosticCode(
    "D210",
    "an article is empty",
    "The file has no bytes, or nothing but white space, or no text was left once the page's frame was dropped."
  )
  public static let binaryFile = DiagnosticCode(
    "D211",
    "an article is a binary file",
    "Text holds no NUL bytes (UTF-16 with its byte order mark aside). The file's ending may be wrong."
  )
  public static let folderLoop = DiagnosticCode(
    "D212",
    "a link leads to a folder that was searched already",
    "The folder's articles are analysed once, under their first path. Remove the link to silence the record."
  )
  public static let damagedArchive = DiagnosticCode(
    "D213",
    "a compressed file is damaged",
    "The library's own reason is in the message. What came before the damage was analysed."
  )
  public static let repairedText = DiagnosticCode(
    "D214",
    "bytes of a text were repaired",
    "Bytes that are not UTF-8 in a text that otherwise is were read as windows-1252, or control characters that no text "
      + "has were dropped. The message says how many. If the text looks wrong, name its encoding with `--encoding`."
  )
  public static let unreadFormat = DiagnosticCode(
    "D215",
    "a file is of a format that is not read",
    "The message says what the file is. Docs/formats.md lists what is read; convert the file to one of those."
  )
  public static let damagedFile = DiagnosticCode(
    "D216",
    "a file is damaged",
    "It is of a format that is read, but what it holds cannot be taken apart; the reason is in the message."
  )
  public static let toolMissing = DiagnosticCode(
    "D217",
    "a program that reads a format is missing",
    "PDF is read with `pdftotext`, a program of its own: install poppler-utils, and run the same command again."
  )

  public static let stageFailed = DiagnosticCode(
    "D301",
    "a stage failed on a document",
    "The message names the stage and its reason. Other documents are not affected."
  )
  public static let undeclaredWrite = DiagnosticCode(
    "D302",
    "a stage wrote a layer that it does not declare",
    "A stage may write only the layers that its contract provides or extends. This is a fault in the stage: name the "
      + "layer in its contract."
  )
  public static let invalidRecord = DiagnosticCode(
    "D306",
    "a stage wrote a record that cannot be",
    "A place outside the text or inside a character, an id that appears twice, a reference to a record that is not "
      + "there, a number that is not finite or out of bounds. This is a fault in the stage; its document failed, others "
      + "are not affected. `StageRun` of DictumTesting finds the same in the stage's own tests."
  )
  public static let unwrittenLayer = DiagnosticCode(
    "D307",
    "a stage did not write a layer that it provides",
    "Where a stage finds nothing it must write an empty layer: a layer that is absent says that the stage did not run."
  )
  public static let duplicateStage = DiagnosticCode(
    "D303",
    "two plugins declare the same name",
    "Stage and layer names must be unique among the loaded plugins. Remove or rename one of the two."
  )
  public static let resourceMissing = DiagnosticCode(
    "D304",
    "a stage's resource file is missing",
    "A file that belongs to the stage was not found in any of the places that the message lists. Reinstall, or name "
      + "the folder with `--models`."
  )
  public static let icuFailed = DiagnosticCode(
    "D305",
    "ICU reported an error",
    "The message carries ICU's own error name. An unknown locale is the usual cause."
  )

  public static let processEnded = DiagnosticCode(
    "D308",
    "a process ended while it analysed an article",
    "The message says in which stage and how: a signal is a crash, or the system's want of memory (signal "
      + "9). The batch goes on past the article; `--isolate` keeps crashes to one article from the start."
  )
  public static let stageTimeLimit = DiagnosticCode(
    "D309",
    "a stage, or reading the file, ran over the time limit",
    "`--time-limit` gives reading and every stage so many seconds an article. The batch goes on past the article."
  )

  public static let outputFailed = DiagnosticCode(
    "D501",
    "a report could not be written",
    "The system's own reason is in the message: a full disk, permissions."
  )
  public static let outputGone = DiagnosticCode(
    "D502",
    "the out folder was removed while a batch ran",
    "It was made again and the batch went on; the reports that lay in it are gone. Run the same command again: it makes "
      + "those that are missing."
  )
  public static let foreignFolder = DiagnosticCode(
    "D503",
    "the out folder cannot be continued",
    "Its manifest.jsonl is not one of `dictum batch`, or another batch is writing there. Choose another --out folder."
  )
  public static let foreignTables = DiagnosticCode(
    "D504",
    "the file of tables cannot be continued",
    "It holds something else than an export of this version of Dictum. Name another file, or remove it to export anew."
  )
  public static let missingTokens = DiagnosticCode(
    "D505",
    "a report has no tokens",
    "CoNLL-U is a line a token. Put `tokens: true` under `report:` in the pipeline and make the reports again."
  )
  public static let usage = DiagnosticCode(
    "D601",
    "the command line was not understood",
    "`dictum help` lists the commands, `dictum help COMMAND` its options."
  )
  public static let serverFailed = DiagnosticCode(
    "D602",
    "the server cannot listen",
    "The system's own reason is in the message. A port in use is the usual one: choose another with `--port`."
  )

  static let inputCodes: [DiagnosticCode] = [
    .fileNotFound, .fileUnreadable, .notUTF8, .textTooLong, .malformedJSON, .invalidDocument, .invalidLayer,
    .unknownEncoding, .replacedSurrogate, .emptyArticle, .binaryFile, .folderLoop, .damagedArchive,
    .repairedText, .unreadFormat, .damagedFile, .toolMissing,
  ]
  static let stageCodes: [DiagnosticCode] = [
    .stageFailed, .undeclaredWrite, .duplicateStage, .resourceMissing, .icuFailed, .invalidRecord, .unwrittenLayer,
    .processEnded, .stageTimeLimit,
  ]
  static let otherCodes: [DiagnosticCode] = [
    .outputFailed, .outputGone, .foreignFolder, .foreignTables, .missingTokens, .usage, .serverFailed,
  ]

  /// Every code that Dictum itself uses, in order; plugins list theirs in their own declaration.
  public static let catalogue: [DiagnosticCode] = pipelineCodes + inputCodes + stageCodes + pluginCodes + otherCodes
}
