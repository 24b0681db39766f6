import Commands
import Database
import Diagnostics
import Glibc
import Language
import Prompt
import Rendering
import Synchronization
import Values

/// Stops what runs without a prompt: when `^C` is pressed, and when its time is over.
///
/// The interpreter, the verbs and the database look at ``isAsked`` or are interrupted and take back what is open. What
/// does not listen (a wait for another program, for a terminal, for a pipe) is ended with the program after ``grace``:
/// the database then finds the open transaction and drops it, as after a power cut.
enum Stopping {
    /// Whether what runs should stop.
    static let isAsked = Atomic<Bool>(false)
    /// How long what runs may take to stop by itself, in milliseconds.
    private static let grace: UInt32 = 120
    private static let watched = Mutex<Watched>(Watched())

    private struct Watched {
        var interrupt: (@Sendable () -> Void)?
        var finishing: Finishing?
        var finding = Diagnostic.interrupted
    }

    /// Why the run was stopped.
    static var finding: Diagnostic { watched.withLock { $0.finding } }

    /// Begins to watch the keyboard and the clock.
    static func begin(_ world: World, _ output: Output) {
        let stopped = output.text([.interrupted])
        Prompt.onInterrupt { ask(nil, stopped) }
        guard let limit = world.options.timeout else { return }
        let over = Diagnostic.timedOut(limit.text)
        let told = output.text([over])
        Alarm.after(milliseconds: limit.milliseconds) { ask(over, told) }
    }

    /// Names the session whose statements are interrupted.
    static func watch(_ session: Session) {
        let (interrupt, finishing) = (session.database.interrupt, session.finishing)
        watched.withLock {
            $0.interrupt = interrupt
            $0.finishing = finishing
        }
    }

    /// Asks what runs to stop; ends the program when it does not. Runs on a thread of its own.
    private static func ask(_ finding: Diagnostic?, _ told: String) {
        let (interrupt, finishing) = watched.withLock { watched in
            if let finding { watched.finding = finding }
            return (watched.interrupt, watched.finishing)
        }
        isAsked.store(true, ordering: .relaxed)
        interrupt?()
        usleep(grace * 1000)
        // Rows are being kept whose files have no names yet: that takes a moment and is not cut in two.
        while finishing?.goesOn == true { usleep(1000) }
        LocalFiles.discardAll()
        var told = told
        told.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
        Prompt.endNow(130)
    }
}

/// A thread that waits and then does something.
private enum Alarm {
    private final class Work {
        let milliseconds: Int
        let body: @Sendable () -> Void

        init(_ milliseconds: Int, _ body: @escaping @Sendable () -> Void) {
            self.milliseconds = milliseconds
            self.body = body
        }
    }

    static func after(milliseconds: Int, _ body: @escaping @Sendable () -> Void) {
        let work = Unmanaged.passRetained(Work(milliseconds, body))
        var thread = pthread_t()
        let wait: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
            guard let context else { return nil }
            let work = Unmanaged<Work>.fromOpaque(context).takeRetainedValue()
            var rest = timespec(tv_sec: work.milliseconds / 1000, tv_nsec: work.milliseconds % 1000 * 1_000_000)
            var left = rest
            while nanosleep(&rest, &left) != 0, errno == EINTR { rest = left }
            work.body()
            return nil
        }
        if pthread_create(&thread, nil, wait, work.toOpaque()) == 0 { pthread_detach(thread) }
    }
}

extension Diagnostic {
    static func timedOut(_ limit: String) -> Diagnostic {
        Diagnostic(
            .timedOut, Text("Stopped: the time of \(limit) is over.", vi: "Đã dừng: hết thời gian \(limit)."))
    }
}

extension Diagnostic.Code {
    /// A run whose time was over before it ended.
    static let timedOut: Self = "timed-out"
}
