import CEditline
import Glibc

/// The keyboard and the signals, one event at a time.
final class KeyInput {
    enum Event: Equatable {
        case key(Key)
        case signal(Signal)
        /// The terminal is gone.
        case gone
    }

    /// What the signal handlers write into the pipe.
    enum Signal: UInt8 {
        case interrupt = 0x49
        case window = 0x57
        case continued = 0x43
        case stop = 0x5A
        case terminate = 0x54
        case hangUp = 0x48
    }

    private let terminal: Int32
    private let signals: Int32
    private var decoder = KeyDecoder()
    private var buffer = [UInt8](repeating: 0, count: 4096)

    /// How long a lone escape character waits for the rest of its sequence, and a paste for its end.
    private static let escapeWait: Int32 = 60
    private static let pasteWait: Int32 = 2000

    init(terminal: Int32 = STDIN_FILENO, signals: Int32) {
        self.terminal = terminal
        self.signals = signals
    }

    /// Whether something more has been typed.
    var isWaiting: Bool {
        !decoder.isEmpty || sen_wait(terminal, -1, 0) == 1
    }

    /// Waits for the next event.
    func next() -> Event {
        while true {
            if let key = decoder.next() { return .key(key) }
            let patience = decoder.isEmpty ? -1 : decoder.isInPaste ? Self.pasteWait : Self.escapeWait
            switch sen_wait(terminal, signals, patience) {
            case 1:
                guard fill() else { return .gone }
            case 2:
                if let signal = nextSignal() { return .signal(signal) }
            case 0:
                if let key = decoder.next(nothingFollows: true) { return .key(key) }
            default:
                if errno != EINTR { return .gone }
            }
        }
    }

    /// Waits for bytes as they are: none when the terminal is gone, `nil` when `^C` was pressed.
    func nextBytes() -> [UInt8]? {
        while true {
            switch sen_wait(terminal, signals, -1) {
            case 1:
                let count = read(terminal, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                return Array(buffer.prefix(max(0, count)))
            case 2:
                if nextSignal() == .interrupt { return nil }
            default:
                if errno != EINTR { return [] }
            }
        }
    }

    /// Forgets the signals that came while nothing was edited.
    func forgetSignals() {
        while nextSignal() != nil {}
    }

    private func nextSignal() -> Signal? {
        var byte: UInt8 = 0
        while read(signals, &byte, 1) == 1 {
            if let signal = Signal(rawValue: byte) { return signal }
        }
        return nil
    }

    private func fill() -> Bool {
        let count = read(terminal, &buffer, buffer.count)
        if count > 0 { decoder.feed(buffer[..<count]) }
        return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN))
    }
}
