import Glibc

/// Standard input, output and error as a parent may have left them.
enum StandardDescriptors {
  /// Fills those that are closed, so that no file that is opened later takes their numbers and gets the messages. What
  /// fills them cannot be read, or written, so that whoever uses them hears of it.
  static func fill() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is the one that is missing.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Standard output, as another descriptor. In its own place standard error then stands, so that what a stage prints
  /// does not get between the reports.
  static func takeOutput() -> Int32 {
    let output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard output >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else { return STDOUT_FILENO }
    return output
  }
}
