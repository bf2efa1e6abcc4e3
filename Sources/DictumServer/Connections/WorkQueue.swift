import Glibc
import Synchronization

/// So many analyses at a time, so many more that wait; who comes then is turned away at once.
final class WorkQueue: Sendable {
  private let slots: Int
  private let limit: Int
  private let state = Mutex((running: 0, waiting: 0))
  private let pause: useconds_t = 2_000

  /// - Parameters:
  ///   - slots: how many run at a time.
  ///   - limit: how many may wait.
  init(slots: Int, limit: Int) {
    self.slots = slots
    self.limit = limit
  }

  /// Analyses under way, and those that wait for them.
  var load: (running: Int, waiting: Int) { state.withLock { $0 } }

  /// Waits for a slot; false when too many wait already, or none came free in time.
  ///
  /// - Parameter seconds: how long to wait.
  func enter(within seconds: Double) -> Bool {
    let isIn = state.withLock { state -> Bool? in
      if state.running < slots && state.waiting == 0 {
        state.running += 1
        return true
      }
      guard state.waiting < limit else { return false }
      state.waiting += 1
      return nil
    }
    if let isIn { return isIn }
    // Analyses take milliseconds, so looking every two costs less than a queue of wake-ups would in code.
    for _ in 0..<max(1, Int(seconds * 1e6) / Int(pause)) {
      usleep(pause)
      let isFree = state.withLock { state in
        guard state.running < slots else { return false }
        state.running += 1
        state.waiting -= 1
        return true
      }
      if isFree { return true }
    }
    state.withLock { $0.waiting -= 1 }
    return false
  }

  /// Gives the slot back.
  func leave() { state.withLock { $0.running -= 1 } }
}
