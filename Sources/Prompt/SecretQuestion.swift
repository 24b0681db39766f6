import CEditline
public import Diagnostics
import Glibc
import Values

extension Prompt {
    /// Asks a question on the terminal and reads the answer without showing it; `nil` if the user gives it up.
    ///
    /// The terminal is itself again afterwards, also when `^C` was pressed or a signal ends the program.
    public static func readSecret(_ question: String) throws(Diagnostic) -> String? {
        let terminal = sen_silence()
        guard terminal >= 0 else { throw noTerminal() }
        defer { sen_unsilence(terminal) }
        writeAll(question, to: terminal)
        var secret = SecretAnswer()
        while true {
            var byte: UInt8 = 0
            let count = read(terminal, &byte, 1)
            if count < 0, errno == EINTR { continue }
            switch count == 1 ? secret.take(byte) : .givenUp {
            case .more: continue
            case .done:
                writeAll("\n", to: terminal)
                return secret.text
            case .givenUp:
                writeAll("\n", to: terminal)
                return nil
            }
        }
    }
}

/// An answer that is typed unseen, byte by byte.
struct SecretAnswer {
    private var bytes: [UInt8] = []
    /// The bytes so far of an arrow key or the like, which is no part of the answer.
    private var sequence: [UInt8] = []

    enum State {
        case more, done, givenUp
    }

    /// The answer in composed letters, so that every keyboard types the same.
    var text: String { String(decoding: bytes, as: UTF8.self).composed }

    /// Takes a byte from the keyboard: a letter, Backspace, `^U`, Enter, or `^C` and `^D` to give it up.
    mutating func take(_ byte: UInt8) -> State {
        if !sequence.isEmpty {
            let isOver = sequence.count == 1 ? byte != UInt8(ascii: "[") : (0x40...0x7E).contains(byte)
            sequence = isOver ? [] : sequence + [byte]
            return .more
        }
        switch byte {
        case 0x1B: sequence = [byte]
        case 0x0A, 0x0D: return .done
        case 0x03: return .givenUp
        case 0x04: return bytes.isEmpty ? .givenUp : .more
        case 0x15: bytes.removeAll()
        case 0x08, 0x7F:
            while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
        case 0x20...: bytes.append(byte)
        default: break
        }
        return .more
    }
}
