import Glibc

/// A thread that runs a closure.
package struct WorkerThread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private var thread = pthread_t()

  /// Nil where the system gives no more threads.
  package init?(_ run: @escaping @Sendable () -> Void) {
    let body = Unmanaged.passRetained(Body(run))
    let code = pthread_create(
      &thread,
      nil,
      { raw in
        guard let raw else { return nil }
        Unmanaged<Body>.fromOpaque(raw).takeRetainedValue().run()
        return nil
      },
      body.toOpaque()
    )
    guard code == 0 else {
      body.release()
      return nil
    }
  }

  package func join() { pthread_join(thread, nil) }
}
