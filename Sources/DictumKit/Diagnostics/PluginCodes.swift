// D31x: what can be wrong with a plugin from outside the tree.

extension DiagnosticCode {
  public static let pluginNotFound = DiagnosticCode(
    "D311",
    "a plugin's library was not found",
    "A name is looked for as lib<NAME>.so in the folders of the plugin path: those of DICTUM_PLUGINS, then "
      + "$XDG_DATA_HOME/dictum/plugins (or ~/.local/share/dictum/plugins). A path in a pipeline's `plugins:` is "
      + "relative to the pipeline file. `dictum plugin build FOLDER` builds and installs a plugin."
  )
  public static let pluginNotALibrary = DiagnosticCode(
    "D312",
    "a plugin's file is not a shared library",
    "The file is not a 64-bit ELF library of this machine. Name the .so file that `dictum plugin build` made."
  )
  public static let pluginWithoutStamp = DiagnosticCode(
    "D313",
    "a library carries no Dictum stamp",
    "Only libraries made by `dictum plugin build` are loaded: it writes the stamp that tells which compiler and which "
      + "DictumKit the library was built with. Nothing of the library was run."
  )
  public static let pluginStale = DiagnosticCode(
    "D314",
    "a plugin was built for another Dictum",
    "Swift has no stable binary interface on Linux, so a plugin must be built with the compiler and the DictumKit of "
      + "the program that loads it. The message names both stamps; rebuild the plugin with the command that it shows. "
      + "Nothing of the library was run."
  )
  public static let pluginNotLoadable = DiagnosticCode(
    "D315",
    "the system could not load a plugin",
    "The loader's own reason is in the message: most often a library that the plugin needs and that is not installed."
  )
  public static let pluginFailed = DiagnosticCode(
    "D316",
    "a plugin failed while it was loaded",
    "The plugin's own entry threw the error that the message carries. Fix its cause, or take the plugin out of the "
      + "plugin path and the pipeline."
  )
  public static let pluginBuildFailed = DiagnosticCode(
    "D317",
    "a plugin could not be built",
    "The compiler's messages stand above. The package needs a library product of type .dynamic, and DictumKit from the "
      + "workbench by path, as `dictum new-stage --package` writes them."
  )

  public static let pluginNotAsked = DiagnosticCode(
    "D318",
    "a plugin was not loaded because nobody asked for it",
    "Opening a library runs code of it, and its stamp says how it was built, not by whom. `dictum check` therefore loads "
      + "none unless `--plugins` is given. Do so when you trust the pipeline file and the plugins that it names."
  )

  /// D31x in order.
  static let pluginCodes: [DiagnosticCode] = [
    .pluginNotFound, .pluginNotALibrary, .pluginWithoutStamp, .pluginStale, .pluginNotLoadable, .pluginFailed,
    .pluginBuildFailed, .pluginNotAsked,
  ]
}
