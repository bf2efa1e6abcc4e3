import Glibc

/// e to the power of a value.
package func exponential(_ value: Float) -> Float { expf(value) }

/// The natural logarithm.
package func logarithm(_ value: Float) -> Float { logf(value) }
