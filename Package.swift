// swift-tools-version: 6.2
import PackageDescription

// Targets are layers: Kit <- English, System, JSON <- ModelFile <- Linear, Neural, Runtime, Reports <- Reading, Corpus
// <- Batch, Export, Pages <- Server <- CLI <- dictum. A plugin names what it needs up to Neural, never Runtime.
// A build with `--explicit-target-dependency-import-check error` (`make test`) refuses imports that are not listed here.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// The encoder's kernels and the linear models are written for AVX2 and FMA, and optimised in debug builds, too: tests run
/// whole models.
#if arch(x86_64)
  let vectorised: [SwiftSetting] = strict + [.unsafeFlags(["-Xcc", "-march=x86-64-v3", "-O"])]
#else
  let vectorised: [SwiftSetting] = strict + [.unsafeFlags(["-O"])]
#endif

/// A C library that a thin shim in `Sources/System` names.
func shim(_ name: String, pkgConfig: String? = nil, package: String? = nil) -> Target {
  .systemLibrary(
    name: name,
    path: "Sources/System/\(name)",
    pkgConfig: pkgConfig,
    providers: package.map { [.apt([$0])] }
  )
}

let shims: [Target] = [
  shim("CArchive", pkgConfig: "libarchive", package: "libarchive-dev"),
  shim("CCSV", package: "libcsv-dev"),
  shim("CCrypto", pkgConfig: "libcrypto", package: "libssl-dev"),
  shim("CDNNL", package: "libdnnl-dev"),
  shim("CICU", pkgConfig: "icu-i18n", package: "libicu-dev"),
  shim("CJansson", pkgConfig: "jansson", package: "libjansson-dev"),
  shim("CMarkdown", pkgConfig: "libcmark", package: "libcmark-dev"),
  shim("CMicrohttpd", pkgConfig: "libmicrohttpd", package: "libmicrohttpd-dev"),
  shim("CSpawn"),
  shim("CSQLite", pkgConfig: "sqlite3", package: "libsqlite3-dev"),
  shim("CXML", pkgConfig: "libxml-2.0", package: "libxml2-dev"),
  shim("CYAML", pkgConfig: "yaml-0.1", package: "libyaml-dev"),
]

/// A plugin: the target of `Plugins/NAME/Sources` and that of `Plugins/NAME/Tests`.
///
/// - Parameters:
///   - uses: what the sources import besides DictumKit.
///   - tests: what the tests import besides the plugin, DictumKit and DictumTesting.
func plugin(_ name: String, uses: [Target.Dependency] = [], tests: [Target.Dependency] = []) -> [Target] {
  [
    .target(name: name, dependencies: ["DictumKit"] + uses, path: "Plugins/\(name)/Sources", swiftSettings: strict),
    .testTarget(
      name: "\(name)Tests",
      dependencies: [.byName(name: name), "DictumKit", "DictumTesting"] + tests,
      path: "Plugins/\(name)/Tests",
      swiftSettings: strict
    ),
  ]
}

/// The plugins that `dictum` is built with. `dictum new-stage` adds a line.
let plugins: [[Target]] = [
  plugin("Encoder", uses: ["DictumModelFile", "DictumNeural"], tests: ["DictumNeural", "Segmentation"]),
  plugin(
    "Entities",
    uses: ["CICU", "DictumEnglish", "DictumLinear", "DictumModelFile", "DictumNeural"],
    tests: ["DictumEnglish", "DictumNeural", "Encoder", "Segmentation"]
  ),
  plugin("Exec", uses: ["DictumHash", "DictumJSON", "DictumSystem"]),
  plugin(
    "Opinions",
    uses: ["DictumEnglish", "DictumLinear", "DictumModelFile", "DictumNeural"],
    tests: ["DictumEnglish", "DictumNeural", "Encoder", "Segmentation", "Syntax"]
  ),
  plugin(
    "Quotes",
    uses: ["CICU", "DictumEnglish", "DictumLinear", "DictumModelFile", "DictumNeural"],
    tests: ["DictumEnglish", "DictumLinear", "Segmentation"]
  ),
  plugin("ReadingGrade", tests: ["Segmentation"]),
  plugin("Segmentation", uses: ["CICU", "DictumEnglish", "DictumModelFile"], tests: ["CICU", "DictumHash"]),
  plugin(
    "Syntax",
    uses: ["DictumEnglish", "DictumLinear", "DictumModelFile", "DictumNeural"],
    tests: ["DictumNeural", "Encoder", "Segmentation"]
  ),
]

/// The tests of a layer, with what they import besides it and DictumKit.
func tests(of layer: String, with others: [Target.Dependency] = [], fixtures: Bool = false) -> Target {
  .testTarget(
    name: "\(layer)Tests",
    dependencies: [.byName(name: layer), "DictumKit"] + others,
    resources: fixtures ? [.copy("Fixtures")] : [],
    swiftSettings: strict
  )
}

/// A program for work on Dictum, with what it imports besides DictumKit.
func tool(_ name: String, in path: String, uses: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: ["DictumKit"] + uses, path: path, swiftSettings: strict)
}

/// What programs that train on analysed articles import.
let analysis: [Target.Dependency] = ["Segmentation", "Encoder", "Syntax", "Entities", "Quotes", "Opinions"]
let training: [Target.Dependency] = ["DictumEnglish", "DictumLinear", "DictumModelFile", "LinearTraining"]

/// What `Scripts/fuzz` builds, and nothing else: libFuzzer must be linked.
let fuzzing = [shim("CFuzzer"), tool("fuzz", in: "Fuzzing/Runner", uses: ["FuzzTargets", "CFuzzer"])]

let package = Package(
  name: "dictum",
  products: [
    .library(name: "Dictum", targets: ["Dictum"]),
    .library(name: "DictumKit", targets: ["DictumKit"]),
    .library(name: "DictumReports", targets: ["DictumReports"]),
    .library(name: "DictumRuntime", targets: ["DictumRuntime"]),
    .library(name: "DictumTesting", targets: ["DictumTesting"]),
    .executable(name: "dictum", targets: ["dictum"]),
  ] + plugins.map { .library(name: $0[0].name, targets: [$0[0].name]) },
  targets: shims + [
    .target(name: "DictumHash", swiftSettings: strict),
    .target(name: "DictumKit", swiftSettings: strict),
    .target(name: "DictumSystem", dependencies: ["DictumHash", "DictumKit", "CSpawn"], swiftSettings: strict),
    .target(
      name: "DictumEnglish",
      dependencies: ["DictumHash", "DictumKit"],
      resources: [.embedInCode("Words")],
      swiftSettings: strict
    ),
    .target(name: "DictumModelFile", dependencies: ["DictumKit", "DictumJSON", "CCrypto"], swiftSettings: vectorised),
    .target(
      name: "DictumLinear",
      dependencies: ["DictumHash", "DictumKit", "DictumModelFile"],
      swiftSettings: vectorised
    ),
    .target(
      name: "DictumNeural",
      dependencies: ["DictumKit", "DictumJSON", "DictumModelFile", "CICU", "CDNNL"],
      swiftSettings: vectorised
    ),
    .executableTarget(
      name: "bench-neural",
      dependencies: ["DictumNeural", "DictumModelFile", "DictumKit", "CDNNL"],
      path: "Benchmarks/Neural",
      swiftSettings: vectorised
    ),
    .target(name: "DictumTesting", dependencies: ["DictumKit"], swiftSettings: strict),
    .target(name: "DictumJSON", dependencies: ["DictumKit", "CJansson"], swiftSettings: strict),
    .target(name: "DictumReports", dependencies: ["DictumKit", "DictumJSON"], swiftSettings: strict),
    .target(name: "PluginStamp", dependencies: ["DictumHash"], swiftSettings: strict),
    .target(
      name: "DictumRuntime",
      dependencies: ["DictumHash", "DictumKit", "DictumSystem", "PluginStamp", "CYAML", "CICU"],
      swiftSettings: strict
    ),
    .target(
      name: "DictumReading",
      dependencies: [
        "DictumKit", "DictumSystem", "DictumJSON", "DictumRuntime", "DictumReports", "CArchive", "CCSV",
        "CICU", "CMarkdown", "CXML",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "DictumCorpus",
      dependencies: [
        "DictumHash", "DictumKit", "DictumSystem", "DictumEnglish", "DictumJSON", "DictumRuntime", "DictumReports",
        "CICU",
        "CSQLite",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "DictumExport",
      dependencies: ["DictumKit", "DictumSystem", "DictumRuntime", "DictumReports", "DictumCorpus"],
      swiftSettings: strict
    ),
    .target(
      name: "DictumBatch",
      dependencies: [
        "DictumHash", "DictumKit", "DictumSystem", "DictumJSON", "DictumRuntime", "DictumReports", "DictumReading",
        "DictumCorpus",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "DictumPages",
      dependencies: ["DictumKit", "DictumSystem", "DictumJSON", "DictumReports", "DictumCorpus", "CCrypto"],
      resources: [.embedInCode("Resources")],
      swiftSettings: strict
    ),
    .target(
      name: "DictumServer",
      dependencies: [
        "DictumKit", "DictumSystem", "DictumJSON", "DictumRuntime", "DictumReports", "DictumPages", "CMicrohttpd",
      ],
      resources: [.embedInCode("Resources")],
      swiftSettings: strict
    ),
    .target(
      name: "DictumEvaluation",
      dependencies: ["DictumHash", "DictumKit", "DictumSystem", "DictumJSON", "DictumReading"],
      swiftSettings: strict
    ),
    .target(
      name: "DictumCLI",
      dependencies: [
        "DictumKit", "DictumSystem", "DictumJSON", "DictumRuntime", "DictumReports", "DictumReading", "DictumCorpus",
        "DictumBatch", "DictumExport", "DictumPages", "DictumServer", "DictumEvaluation", "PluginStamp",
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "dictum",
      dependencies: ["DictumCLI", "DictumKit", "PluginStamp"] + plugins.map { .byName(name: $0[0].name) },
      swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-Xlinker", "-export-dynamic"])],
      plugins: ["PluginIndex"]
    ),

    // Writes the list of the plugins that `dictum` links, from its dependencies here.
    .executableTarget(
      name: "plugin-index",
      dependencies: ["PluginStamp"],
      path: "Sources/PluginIndex/Tool",
      swiftSettings: strict
    ),
    .plugin(
      name: "PluginIndex",
      capability: .buildTool(),
      dependencies: ["plugin-index"],
      path: "Sources/PluginIndex/BuildPlugin"
    ),
    tool("bench-segmentation", in: "Benchmarks/Segmentation", uses: ["Segmentation"]),
    tool("bench-small", in: "Benchmarks/SmallStages", uses: ["Entities", "Quotes", "Segmentation"]),
    .executableTarget(
      name: "bench-plugin-call",
      dependencies: ["DictumKit", "DictumRuntime"],
      path: "Benchmarks/PluginCall",
      swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-Xlinker", "-export-dynamic"])]
    ),
    tool("bench-exec", in: "Benchmarks/Exec", uses: ["Exec"]),
    tool("train-syntax", in: "Training/syntax", uses: ["Syntax", "DictumEnglish", "DictumLinear", "LinearTraining"]),
    tool("train-segmentation", in: "Training/segmentation", uses: ["Segmentation", "LinearTraining"]),
    .target(
      name: "LinearTraining",
      dependencies: ["DictumKit", "DictumLinear", "DictumModelFile"],
      path: "Training/linear",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "train-entities",
      dependencies: ["Entities", "Segmentation", "DictumKit", "DictumLinear", "LinearTraining"],
      path: "Training/entities",
      exclude: ["clusters.py", "speakers_table.py", "score_clusters.py"],
      swiftSettings: strict
    ),
    tool("train-quotes", in: "Training/quotes", uses: ["Quotes", "Segmentation", "DictumLinear", "LinearTraining"]),
    tool("train-opinions", in: "Training/opinions", uses: analysis + training),
    tool("train-speakers", in: "Training/speakers", uses: analysis + training),

    .target(
      name: "Dictum",
      dependencies: ["DictumKit", "DictumSystem", "DictumRuntime", "DictumReports", "PluginStamp"]
        + plugins.map { .byName(name: $0[0].name) },
      swiftSettings: strict,
      plugins: ["PluginIndex"]
    ),
    .testTarget(name: "DictumTests", dependencies: ["Dictum", "DictumKit"], swiftSettings: strict),
    .testTarget(name: "DictumKitTests", dependencies: ["DictumKit", "DictumTesting"], swiftSettings: strict),
    tests(of: "DictumEnglish", with: ["DictumTesting"]),
    tests(of: "DictumLinear"),
    tests(of: "DictumNeural", with: ["DictumModelFile"], fixtures: true),
    tests(of: "DictumRuntime", with: ["DictumHash", "DictumSystem"]),
    tests(of: "DictumReports", with: ["DictumTesting"]),
    tests(of: "DictumPages", with: ["DictumReports", "DictumTesting"]),
    tests(of: "DictumReading", with: ["DictumRuntime", "DictumReports", "DictumSystem"]),
    .testTarget(name: "DictumCorpusTests", dependencies: ["DictumCorpus", "DictumKit"], swiftSettings: strict),
    tests(of: "DictumEvaluation", fixtures: true),
    .testTarget(name: "DictumCLITests", dependencies: ["dictum"], swiftSettings: strict),

    .target(
      name: "FuzzTargets",
      dependencies: [
        "DictumKit", "DictumModelFile", "DictumLinear", "DictumNeural", "DictumSystem", "DictumBatch", "DictumServer",
        "DictumRuntime", "DictumReports", "DictumReading", "Exec",
      ] + analysis,
      path: "Fuzzing/Targets",
      swiftSettings: strict
    ),
    .testTarget(name: "FuzzingTests", dependencies: ["FuzzTargets"], path: "Fuzzing/Tests", swiftSettings: strict),
  ] + plugins.joined() + (Context.environment["DICTUM_FUZZING"] == nil ? [] : fuzzing),
  swiftLanguageModes: [.v6]
)
