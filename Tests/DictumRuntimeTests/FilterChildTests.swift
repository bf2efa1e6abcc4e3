import DictumSystem
import Testing

@Suite("Programs that read and answer")
struct FilterChildTests {
  private static let megabyte = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)

  private func run(_ script: String, _ input: [UInt8] = megabyte, seconds: Double = 20, answer: Int = 4 << 20) throws
    -> [UInt8]
  {
    try FilterChild.run(
      ["sh", "-c", script],
      input: input,
      limits: FilterChild.Limits(seconds: seconds, memory: 1 << 30, answer: answer)
    )
  }

  private func failure(_ body: () throws -> [UInt8]) -> String {
    do {
      return "\(try body().count) bytes"
    } catch {
      return "\(error)"
    }
  }

  @Test("what a program writes while it reads arrives whole")
  func both() throws {
    #expect(try run("cat") == Self.megabyte)
    #expect(try run("echo no | tr -d '\\n'; exec cat >/dev/null") == Array("no".utf8))
    #expect(try run("echo early", Self.megabyte) == Array("early\n".utf8))
    #expect(try run("cat", []) == [])
  }

  @Test("a program that hangs, writes without end, fails or is not there is told apart")
  func bounds() {
    #expect(failure { try run("sleep 60", seconds: 0.3) } == "timeLimit")
    #expect(failure { try run("cat /dev/zero", answer: 100_000) } == "answerTooLong")
    #expect(failure { try run("echo broken >&2; exit 3") }.contains("broken"))
    let none = FilterChild.Limits(seconds: 1, memory: 1 << 30, answer: 1)
    #expect(failure { try FilterChild.run(["no-such-program-here"], input: [], limits: none) }.contains("notStarted"))
  }

  @Test("a program that takes too much memory ends")
  func memory() {
    let script = "exec python3 -c 'import time; time.sleep(0.5); x = bytearray(3 << 30); print(len(x))'"
    #expect(failure { try run(script, []) }.contains("MemoryError"))
  }
}
