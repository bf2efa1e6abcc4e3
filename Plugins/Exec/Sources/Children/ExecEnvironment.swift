import Glibc

/// What a child gets of this process's environment: what programs need to run and to speak the user's language, and what
/// the pipeline names. Passwords and tokens of the rest are none of its business.
struct ExecEnvironment {
  /// Variables that every child gets.
  static let usual = ["PATH", "HOME", "USER", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "TZ"]
  /// Each `NAME=VALUE`.
  let entries: [String]

  /// The usual variables and those of `names`, as far as they are set.
  init(adding names: [String]) {
    entries = (Self.usual + names).compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
  }
}
