import Values

extension UnsafeBufferPointer<UInt8> {
    /// The text of a cell, composed.
    func text(_ span: CellSpan) -> String {
        let raw = UnsafeBufferPointer(rebasing: self[span.start..<(span.start + span.count)])
        switch span.form {
        case .plain: return String(decoding: raw, as: UTF8.self).composed
        case .doubledQuotes: return String(decoding: raw.halvingQuotes, as: UTF8.self).composed
        case .backslashes: return String(decoding: raw.resolvingBackslashes, as: UTF8.self).composed
        }
    }

    /// Refuses a cell that is not UTF-8.
    @inline(__always)
    func validate(_ cell: CellSpan) throws(ReadingFault) {
        guard let base = baseAddress else { return }
        var place = cell.start
        let end = place &+ cell.count
        while place &+ 8 <= count, place < end {
            var eight = Eight.load(base + place)
            if end &- place < 8 { eight &= (1 &<< UInt64((end &- place) &* 8)) &- 1 }
            guard Eight.isASCII(eight) else { return try validateLetters(cell) }
            place &+= 8
        }
        if place < end { try validateLetters(cell) }
    }

    private func validateLetters(_ cell: CellSpan) throws(ReadingFault) {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(
                validating: UnsafeBufferPointer(rebasing: self[cell.start..<(cell.start + cell.count)]).span)
        } catch {
            throw ReadingFault(.notUTF8, at: cell.start + error.byteOffsets.lowerBound)
        }
    }

    private var halvingQuotes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        var skips = false
        for byte in self {
            if byte == Mark.quote {
                skips.toggle()
                if !skips { continue }
            }
            bytes.append(byte)
        }
        return bytes
    }

    /// What no escape begins stays as it is.
    private var resolvingBackslashes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        var index = 0
        while index < count {
            let byte = self[index]
            index += 1
            guard byte == Mark.backslash, index < count, let meant = Self.escapes[self[index]] else {
                bytes.append(byte)
                continue
            }
            bytes.append(meant)
            index += 1
        }
        return bytes
    }

    private static var escapes: [UInt8: UInt8] {
        [UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, Mark.backslash: Mark.backslash]
    }

    /// The line in which a place lies, from 1.
    func line(of place: Int) -> Int { 1 + lineEnds(from: 0, to: place) }

    /// How many lines end in a stretch; a return and a line feed together are one end.
    func lineEnds(from start: Int, to end: Int) -> Int {
        var ends = 0
        for index in start..<Swift.max(start, Swift.min(end, count)) {
            if self[index] == Mark.newline {
                ends += 1
            } else if self[index] == Mark.carriageReturn, index + 1 == count || self[index + 1] != Mark.newline {
                ends += 1
            }
        }
        return ends
    }
}
