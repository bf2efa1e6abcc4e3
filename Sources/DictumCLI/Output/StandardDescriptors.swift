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
}
