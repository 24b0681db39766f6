// All that reads and writes the pipes of a running program. Every pointer lies within one call, on a buffer of the
// size that is given with it.
import CProcess
import Diagnostics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A running program with the lines that come and go.
struct ProgramPipe: Sendable {
    /// The program's number.
    let process: pid_t
    private let input: Int32
    private let output: Int32
    private let complaints: Int32
    /// What has come and is no whole line yet, and how much of it was looked through.
    private var coming: [UInt8] = []
    private var looked = 0
    /// What waits until the program reads.
    private var going: [UInt8] = []
    /// The end of what it wrote to standard error.
    private(set) var lastWords: [UInt8] = []
    /// How it ended, once it has.
    private var departure: Departure?
    /// Whether it runs as far as anybody knows.
    var isOpen: Bool { departure == nil }
    /// How many bytes have come since somebody began to count.
    var received = 0
    /// Whether it has said hello.
    var hasGreeted = false
    /// The number of the last thing that it was asked.
    var lastAsked = 0

    /// The longest line.
    static let longestLine = 1 << 20
    /// How much is kept of standard error.
    private static let keptWords = 4096

    /// Whether the system keeps programs from the user's files.
    static var isConfined: Bool { sen_process_is_confined() != 0 }

    /// Why no line comes.
    enum Silence: Error {
        /// The time is over.
        case late
        /// The user asked to stop.
        case interrupted
        /// The program has closed its output, so that nothing will come.
        case ended
        /// A line is longer than any may be.
        case longLine
    }

    /// Starts a program; throws the error of the system.
    init(_ program: String, pack: String, scratch: String, environment: [String]) throws(SystemError) {
        var ends: [Int32] = [-1, -1, -1]
        var words = environment.map { strdup($0) } + [nil]
        let started = sen_process_start(program, pack, scratch, &words, &ends)
        for word in words { free(word) }
        guard started > 0 else { throw SystemError(number: -started) }
        process = started
        (input, output, complaints) = (ends[0], ends[1], ends[2])
    }

    /// An error of the system, by its number.
    struct SystemError: Error {
        let number: Int32

        var text: String { String(cString: strerror(number)) }
    }

    /// Puts a line on its way.
    mutating func send(_ line: [UInt8]) {
        going += line
        going.append(UInt8(ascii: "\n"))
        push()
    }

    /// The next line; waits for it until a moment.
    mutating func next(
        until end: ContinuousClock.Instant, isStopped: () -> Bool
    ) throws(Silence) -> [UInt8] {
        while true {
            if let line = try line() { return line }
            if isStopped() { throw .interrupted }
            let left = end - .now
            guard left > .zero else { throw .late }
            let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
            guard wait(Int32(clamping: min(max(milliseconds, 1), 20))) else {
                if let line = try line() { return line }
                throw .ended
            }
        }
    }

    /// Ends the program, and all that it started; gives how it ended.
    mutating func end(patience: Int32, grace: Int32 = 300) -> Departure {
        if let departure { return departure }
        push()
        close(input)
        let status = sen_process_end(process, patience, grace)
        _ = ProgramPipe.take(from: complaints) { lastWords += $0 }
        lastWords = lastWords.suffix(ProgramPipe.keptWords)
        close(output)
        close(complaints)
        let how: Departure = status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
        departure = how
        return how
    }

    /// How a program ended.
    enum Departure: Equatable {
        case status(Int32)
        case signal(Int32)
    }

    /// The first whole line of what has come.
    private mutating func line() throws(Silence) -> [UInt8]? {
        guard let end = coming[looked...].firstIndex(of: UInt8(ascii: "\n")) else {
            looked = coming.count
            guard looked <= ProgramPipe.longestLine else { throw .longLine }
            return nil
        }
        guard end <= ProgramPipe.longestLine else { throw .longLine }
        let line = Array(coming[..<end])
        coming.removeSubrange(...end)
        looked = 0
        return line
    }

    /// Waits until something comes or can go; `false` when nothing will come any more.
    private mutating func wait(_ milliseconds: Int32) -> Bool {
        var files = [
            pollfd(fd: output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: complaints, events: Int16(POLLIN), revents: 0),
            pollfd(fd: going.isEmpty ? -1 : input, events: Int16(POLLOUT), revents: 0),
        ]
        guard poll(&files, nfds_t(files.count), milliseconds) > 0 else { return true }
        if files[2].revents != 0 { push() }
        if files[1].revents != 0 {
            _ = ProgramPipe.take(from: complaints) { lastWords += $0 }
            lastWords = lastWords.suffix(ProgramPipe.keptWords)
        }
        guard files[0].revents != 0 else { return true }
        return ProgramPipe.take(from: output) {
            coming += $0
            received += $0.count
        }
    }

    /// Reads what is there; `false` at the end of the pipe.
    private static func take(from file: Int32, _ keep: ([UInt8]) -> Void) -> Bool {
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
            count = read(file, buffer.baseAddress, buffer.count)
            filled = max(count, 0)
        }
        keep(bytes)
        return count > 0 || count < 0 && (errno == EAGAIN || errno == EINTR)
    }

    /// Writes what the program takes now; what it does not read stays.
    private mutating func push() {
        while !going.isEmpty {
            let done = going.withUnsafeBytes { sen_process_write(input, $0.baseAddress, $0.count) }
            if done < 0 { going = [] }
            guard done > 0 else { return }
            going.removeFirst(done)
        }
    }
}
