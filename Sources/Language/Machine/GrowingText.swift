import Tables
import Values

/// The letters that belong behind a text and are not there yet.
///
/// A text that grows piece by piece would be taken out of its register and put back for every piece. So its new letters
/// gather here and are put behind it together. What keeps this unseen:
///
/// 1. One text grows at a time, and its register holds a text as long as it does.
/// 2. Of the instructions that the run loop does by itself, `append` alone touches data; `append` never has the growing
///    text among its own pieces. All others settle first, but for reading a cell into another register.
/// 3. The run loop is left, with an error or without, only by way of `run(from:)`, which settles. So nothing outside
///    ever sees a text without its letters, and an error loses none.
/// 4. No more gathers than `longest` and one piece, and settling takes time in proportion to what has gathered, so any
///    number of texts may grow by turns.
struct GrowingText {
    /// The register of the text, counted from the first of all windows; `nowhere` where none grows.
    var place = nowhere
    /// In UTF-8, not yet composed.
    var letters: [UInt8] = []

    static let nowhere = -1
    /// How many letters are put behind their text without waiting for more.
    static let longest = 4096
}

extension Machine {
    /// Puts pieces behind the text that is there.
    @inline(never)
    func append(
        _ i: Instruction, _ slots: UnsafePointer<Slot>, _ base: Int, _ code: UnsafePointer<MachineProgram.Code>
    ) {
        let place = base + Int(i.a)
        if growing.place != place { begin(growing: place) }
        write(i, slots, base, code, to: &growing.letters)
        if growing.letters.count >= GrowingText.longest { pour() }
    }

    /// Puts a text together.
    func write(
        _ i: Instruction, _ slots: UnsafePointer<Slot>, _ base: Int, _ code: UnsafePointer<MachineProgram.Code>
    ) {
        var text = ""
        write(i, slots, base, code, to: &written)
        text.appendComposed(written)
        data[base + Int(i.a)] = .value(.text(text))
        written.removeAll(keepingCapacity: written.count < Machine.longestKept)
    }

    /// Puts all letters behind their text before an instruction on data.
    @inline(__always)
    func settle(before operation: Operation, _ place: Int) {
        if (operation == .cell || operation == .cellDatum) && growing.place != place { return }
        settle()
    }

    /// Puts all letters behind their text.
    @inline(__always)
    func settle() {
        guard growing.place != GrowingText.nowhere else { return }
        pour()
        growing.place = GrowingText.nowhere
    }

    private func begin(growing place: Int) {
        settle()
        switch data[place] {
        case .value(.text): break
        case .value(let value): data[place] = .value(.text(interpreter.written(value)))
        case .table: data[place] = .value(.text(""))
        }
        growing.place = place
    }

    @inline(never)
    private func pour() {
        var text = takenOut(growing.place)
        text.appendComposed(growing.letters)
        data[growing.place] = .value(.text(text))
        growing.letters.removeAll(keepingCapacity: growing.letters.count < 2 * GrowingText.longest)
    }

    /// The text of a register, which lets go of it, so that the text has one owner and grows in place.
    private func takenOut(_ place: Int) -> String {
        let there = (data + place).move()
        (data + place).initialize(to: .value(.missing))
        guard case .value(.text(let text)) = there else { return "" }
        return text
    }

    // MARK: Pieces

    @inline(__always)
    private func write(
        _ i: Instruction, _ slots: UnsafePointer<Slot>, _ base: Int, _ code: UnsafePointer<MachineProgram.Code>,
        to bytes: inout [UInt8]
    ) {
        let pieces = code.pointee.pieces + Int(i.b)
        for index in 0..<Int(i.c) {
            switch pieces[index] {
            case .letters(let first, let count):
                bytes.append(contentsOf: UnsafeBufferPointer(start: code.pointee.letters + first, count: count))
            case .number(let slot, let decimals, let isGrouped):
                write(slots[slot], decimals, isGrouped, to: &bytes)
            case .slot(let slot, let kind, let form):
                let value = kind.value(slots[slot])
                let format = form < 0 ? nil : program.chunks[code.pointee.number].parts.forms[form]
                bytes += (format?.written(value, in: language) ?? interpreter.written(value)).utf8
            case .datum(let datum):
                guard case .value(let value) = data[base + datum] else { continue }
                if case .text(let text) = value { bytes += text.utf8 } else { bytes += interpreter.written(value).utf8 }
            }
        }
    }

    private func write(_ slot: Slot, _ decimals: Int, _ isGrouped: Bool, to bytes: inout [UInt8]) {
        if let reason = slot.missing {
            bytes += interpreter.written(.missing(reason)).utf8
        } else if slot.meta == 0, decimals <= 0, !isGrouped {
            Number.write(whole: slot.mantissa, to: &bytes)
        } else {
            let number = slot.number
            let usual = Separators.of(language)
            number.write(
                decimals: decimals < 0 ? Int(number.decimals) : decimals,
                isGrouped ? usual : Separators(group: "", decimal: usual.decimal), to: &bytes)
        }
    }
}

extension String {
    /// Puts letters in UTF-8 behind this text, which is composed, so that the whole is.
    ///
    /// Letters below U+0300 never join with what stands before them. Others may, but only with the last character, so a
    /// text that grows piece by piece takes time in proportion to its pieces.
    mutating func appendComposed(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        if bytes.allSatisfy({ $0 < 0xCC }) {
            append(text)
        } else if let first = bytes.first, first >= 0xCC, let last {
            removeLast()
            append((String(last) + text).composed)
        } else {
            append(text.composed)
        }
    }
}
