// What libFuzzer calls with every input. `Scripts/fuzz` builds and runs it; what it finds goes into `Corpus`, whose
// inputs are tried again by every test run.
import Commands
import Diagnostics
import Glibc
import Language
import TestSupport

/// libFuzzer takes the end of the program for a find: here alone it ends on purpose.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    let before = secondsOfWork()
    if let broken = laws.broken(by: text) { fatalError(broken) }
    let spent = secondsOfWork() - before
    // An instrumented build is several times slower than the product.
    if spent > 1 + Double(count) / 100_000 * 5 { fatalError("\(spent) s for \(count) bytes") }
    return 0
}

private nonisolated(unsafe) let laws = makeLaws()

private func makeLaws() -> ReadingLaws {
    do {
        let session = try Session.empty(
            files: MemoryFiles(["lib.sen": "def twice(n: number) -> number\n  return $n * 2\nend\nlet y = 1\n"]))
        Interpreter(session).run(Source(name: "prompt", text: "register unit SGD-HP \"Sở\" kind: so"))
        return ReadingLaws(session)
    } catch {
        fatalError("\(error)")
    }
}

/// The processor's time that this process has had.
private func secondsOfWork() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
