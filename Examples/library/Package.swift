// swift-tools-version: 6.2
import PackageDescription

// A program of its own over Dictum's library: `swift run who-said ../trilateral.txt`.
let package = Package(
  name: "who-said",
  dependencies: [.package(name: "dictum", path: "../..")],
  targets: [
    .executableTarget(name: "who-said", dependencies: [.product(name: "Dictum", package: "dictum")])
  ],
  swiftLanguageModes: [.v6]
)
