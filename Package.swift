// swift-tools-version: 6.2
import Foundation
import PackageDescription

// Targets are layers: Kit <- JSON <- Neural <- Linear, Runtime, Reports <- Reading <- Batch <- CLI <- dictum. A plugin imports Kit
// and what it needs of Neural, Linear and the system libraries, never Runtime. `make lint` checks the imports against this order.

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

// SwiftPM caches what this file evaluates to under the file's text, so a new folder under Plugins/ is seen once the
// text changes: keep the names in this line. The build says so when they differ.
// plugins: Encoder Entities Exec Opinions Quotes ReadingGrade Segmentation

/// Every folder under `Plugins/` that has a `Sources` folder is a plugin.
let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
let pluginNames = ((try? FileManager.default.contentsOfDirectory(atPath: packageRoot.path + "/Plugins")) ?? [])
  .filter { FileManager.default.fileExists(atPath: packageRoot.path + "/Plugins/\($0)/Sources") }
  .sorted()

let pluginTargets: [Target] = pluginNames.flatMap { name -> [Target] in
  var targets: [Target] = [
    .target(
      name: name,
      dependencies: ["DictumKit", "DictumJSON", "DictumNeural", "DictumLinear", "CICU", "CSpawn"],
      path: "Plugins/\(name)/Sources",
      resources: [],
      swiftSettings: strict
    )
  ]
  if FileManager.default.fileExists(atPath: packageRoot.path + "/Plugins/\(name)/Tests") {
    targets.append(
      .testTarget(
        name: "\(name)Tests",
        dependencies: ["DictumKit", "DictumTesting"] + pluginNames.map { .byName(name: $0) },
        path: "Plugins/\(name)/Tests",
        swiftSettings: strict
      )
    )
  }
  return targets
}

let package = Package(
  name: "dictum",
  products: [
    .library(name: "DictumKit", targets: ["DictumKit"]),
    .library(name: "DictumTesting", targets: ["DictumTesting"]),
    .executable(name: "dictum", targets: ["dictum"]),
  ],
  targets: [
    .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CJansson", pkgConfig: "jansson", providers: [.apt(["libjansson-dev"])]),
    .systemLibrary(name: "CSpawn"),
    .systemLibrary(name: "CMarkdown", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CDNNL", providers: [.apt(["libdnnl-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    .target(name: "DictumKit", swiftSettings: strict),
    .target(
      name: "DictumNeural",
      dependencies: ["DictumKit", "CICU", "CJansson", "CDNNL", "CCrypto"],
      swiftSettings: vectorised
    ),
    .target(name: "DictumLinear", dependencies: ["DictumKit", "DictumNeural"], swiftSettings: vectorised),
    .executableTarget(
      name: "bench-neural",
      dependencies: ["DictumNeural", "DictumKit", "CDNNL"],
      path: "Benchmarks/Neural",
      swiftSettings: vectorised
    ),
    .target(name: "DictumTesting", dependencies: ["DictumKit"], swiftSettings: strict),
    .target(name: "DictumJSON", dependencies: ["DictumKit", "CJansson"], swiftSettings: strict),
    .target(name: "DictumReports", dependencies: ["DictumKit", "DictumJSON"], swiftSettings: strict),
    .target(name: "PluginStamp", swiftSettings: strict),
    .target(
      name: "DictumRuntime",
      dependencies: ["DictumKit", "PluginStamp", "CYAML", "CICU"],
      swiftSettings: strict
    ),
    .target(
      name: "DictumReading",
      dependencies: [
        "DictumKit", "DictumJSON", "DictumRuntime", "DictumReports", "CMarkdown", "CXML", "CZlib",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "DictumBatch",
      dependencies: [
        "DictumKit", "DictumJSON", "DictumRuntime", "DictumReports", "DictumReading", "CSQLite",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "DictumCLI",
      dependencies: ["DictumKit", "DictumJSON", "DictumRuntime", "DictumReports", "DictumBatch", "PluginStamp"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "dictum",
      dependencies: ["DictumCLI", "DictumKit", "PluginStamp"] + pluginNames.map { .byName(name: $0) },
      swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-Xlinker", "-export-dynamic"])],
      plugins: ["PluginIndex"]
    ),

    // Writes the list of discovered plugins that `dictum` links, so that adding a folder is all there is to do.
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

    .executableTarget(
      name: "bench-segmentation",
      dependencies: ["Segmentation", "DictumKit"],
      path: "Benchmarks/Segmentation",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "bench-small",
      dependencies: ["Entities", "Quotes", "Segmentation", "DictumKit"],
      path: "Benchmarks/SmallStages",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "bench-plugin-call",
      dependencies: ["DictumKit"],
      path: "Benchmarks/PluginCall",
      swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-Xlinker", "-export-dynamic"])]
    ),
    .executableTarget(
      name: "bench-exec",
      dependencies: ["Exec", "DictumKit"],
      path: "Benchmarks/Exec",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "train-segmentation",
      dependencies: ["Segmentation", "DictumKit"],
      path: "Training/segmentation",
      swiftSettings: strict
    ),
    .target(name: "LinearTraining", dependencies: ["DictumLinear"], path: "Training/linear", swiftSettings: strict),
    .executableTarget(
      name: "train-entities",
      dependencies: ["Entities", "Segmentation", "DictumKit", "DictumLinear", "LinearTraining"],
      path: "Training/entities",
      exclude: ["clusters.py"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "train-quotes",
      dependencies: ["Quotes", "Segmentation", "DictumKit", "DictumLinear", "LinearTraining"],
      path: "Training/quotes",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "train-opinions",
      dependencies: ["Opinions", "Segmentation", "DictumKit", "DictumLinear", "LinearTraining"],
      path: "Training/opinions",
      swiftSettings: strict
    ),

    .testTarget(name: "DictumKitTests", dependencies: ["DictumKit", "DictumTesting"], swiftSettings: strict),
    .testTarget(
      name: "DictumNeuralTests",
      dependencies: ["DictumNeural", "DictumKit"],
      resources: [.copy("Fixtures")],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DictumRuntimeTests",
      dependencies: ["DictumRuntime", "DictumKit"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DictumReportsTests",
      dependencies: ["DictumReports", "DictumKit", "DictumTesting"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DictumReadingTests",
      dependencies: ["DictumReading", "DictumRuntime", "DictumReports", "DictumKit"],
      swiftSettings: strict
    ),
    .testTarget(name: "DictumCLITests", dependencies: ["dictum"], swiftSettings: strict),
  ] + pluginTargets,
  swiftLanguageModes: [.v6]
)
