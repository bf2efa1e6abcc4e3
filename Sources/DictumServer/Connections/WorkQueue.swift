import DictumSystem
import Glibc
import Synchronization

/// So many analyses at a time, so many more that wait for their turn; who comes then is turned away at once.
final class WorkQueue: Sendable {
  private struct State {
    var running = 0
    /// The tickets of those that wait, the first first.
    var waiting: [Int] = []
    var next = 0
  }

  private let slots: Int
  private let limit: Int
  private let state = Mutex(State())
  /// How long the first in the queue sleeps before it looks again, in microseconds; the second twice as long, and so on.
  private let pause: useconds_t = 500
  private let longestPause: useconds_t = 20_000

  /// - Parameters:
  ///   - slots: how many run at a time.
  ///   - limit: how many may wait.
  init(slots: Int, limit: Int) {
    self.slots = slots
    self.limit = limit
  }

  /// Analyses under way, and those that wait for them.
  var load: (running: Int, waiting: Int) { state.withLock { ($0.running, $0.waiting.count) } }

  /// Waits for a slot, behind those that came before; false when too many wait already, or none came free in time.
  ///
  /// - Parameter seconds: how long to wait.
  func enter(within seconds: Double) -> Bool {
    let (ticket, answer) = state.withLock { state -> (Int, Bool?) in
      state.next += 1
      if state.running < slots && state.waiting.isEmpty {
        state.running += 1
        return (state.next, true)
      }
      guard state.waiting.count < limit else { return (state.next, false) }
      state.waiting.append(state.next)
      return (state.next, nil)
    }
    if let answer { return answer }
    let end = MonotonicClock.now + seconds
    var place = 0
    // Analyses take milliseconds, so looking again costs less than a queue of wake-ups would in code.
    repeat {
      usleep(min(longestPause, pause * useconds_t(place + 1)))
      place = state.withLock { state in
        guard state.running < slots, state.waiting.first == ticket else {
          return state.waiting.firstIndex(of: ticket) ?? 0
        }
        state.running += 1
        state.waiting.removeFirst()
        return -1
      }
      if place < 0 { return true }
    } while MonotonicClock.now < end
    state.withLock { state in state.waiting.removeAll { $0 == ticket } }
    return false
  }

  /// Gives the slot back.
  func leave() { state.withLock { $0.running -= 1 } }
}
