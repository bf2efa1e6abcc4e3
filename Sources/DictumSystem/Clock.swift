import Glibc

/// The time since some moment, never set back.
public enum MonotonicClock {
  /// In seconds.
  public static var now: Double { seconds(CLOCK_MONOTONIC) }
}

/// The processor time of the calling thread.
public enum ProcessorClock {
  /// In seconds.
  public static var now: Double { seconds(CLOCK_THREAD_CPUTIME_ID) }
}

private func seconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
