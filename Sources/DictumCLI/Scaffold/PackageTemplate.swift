/// What a plugin's own package has besides the stage.
struct PackageTemplate {
  let name: StageName
  /// The workbench's checkout.
  let workbench: String

  /// `Package.swift`.
  var manifest: String {
    """
    // swift-tools-version: 6.2
    import PackageDescription

    let package = Package(
      name: "\(name.module)",
      products: [.library(name: "\(name.module)", type: .dynamic, targets: ["\(name.module)"])],
      dependencies: [.package(name: "dictum", path: "\(workbench)")],
      targets: [
        .target(
          name: "\(name.module)",
          dependencies: [.product(name: "DictumKit", package: "dictum")],
          swiftSettings: [.enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault")]
        ),
        .testTarget(
          name: "\(name.module)Tests",
          dependencies: [
            "\(name.module)", .product(name: "DictumKit", package: "dictum"),
            .product(name: "DictumTesting", package: "dictum"),
            // For tests over real sentences: .product(name: "Segmentation", package: "dictum"),
          ]
        ),
      ],
      swiftLanguageModes: [.v6]
    )

    """
  }

  /// The C function that Dictum calls once the library's stamp is known to fit.
  var entry: String {
    """
    import DictumKit

    /// What Dictum calls when it has loaded the library. `make` may throw; Dictum shows the error.
    @c(dictum_plugin)
    public func dictumPlugin(_ receiver: UnsafeMutableRawPointer) {
      PluginReceiver.receive(receiver) { \(name.module)Plugin.plugin }
    }

    """
  }

  /// The README's last section.
  static let use = """

    ## Use

        swift test
        dictum plugin build .
        dictum run pipeline.yaml article.txt

    `dictum plugin build` makes a library with the stamp of its compiler and DictumKit, and installs it where Dictum
    finds it. Build it again after every update of either.

    """
}
