import Synchronization

/// Where the lines of a text begin, found when first asked for, and the last place whose column was counted.
///
/// Findings are told in their order, so that the column of the next is counted from that of the last.
final class LineStarts: Sendable {
    private struct Known {
        var starts: [Int] = []
        /// A line, a byte in it that begins a character, and that character's column from 0.
        var mark = (line: -1, offset: 0, column: 0)
    }

    private let known = Mutex(Known())

    /// The number of the line at an offset, from 0, and its column, from 1.
    func position(of offset: Int, in text: String) -> (line: Int, column: Int) {
        known.withLock { known in
            let line = LineStarts.index(of: offset, in: &known.starts, text)
            if known.mark.line != line || known.mark.offset > offset {
                known.mark = (line, known.starts[line], 0)
            }
            return (line, LineStarts.column(of: offset, in: text, from: &known.mark))
        }
    }

    /// Where the line at an offset begins, and the one behind it.
    func line(at offset: Int, in text: String) -> (start: Int, next: Int?) {
        known.withLock { known in
            let line = LineStarts.index(of: offset, in: &known.starts, text)
            return (known.starts[line], line + 1 < known.starts.count ? known.starts[line + 1] : nil)
        }
    }

    private static func index(of offset: Int, in starts: inout [Int], _ text: String) -> Int {
        if starts.isEmpty { starts = all(in: text) }
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private static func all(in text: String) -> [Int] {
        let found: [Int]? = text.utf8.withContiguousStorageIfAvailable { bytes in
            var starts = [0]
            for place in bytes.indices where bytes[place] == UInt8(ascii: "\n") { starts.append(place + 1) }
            return starts
        }
        return found ?? [0]
    }

    /// Counts characters from a mark on, and moves the mark to the last one in front of the offset.
    private static func column(
        of offset: Int, in text: String, from mark: inout (line: Int, offset: Int, column: Int)
    ) -> Int {
        let bytes = text.utf8
        var place = bytes.index(bytes.startIndex, offsetBy: mark.offset)
        let end = bytes.index(bytes.startIndex, offsetBy: offset)
        var column = mark.column
        while place < end {
            let next = text.index(after: place)
            column += 1
            guard next <= end else { break }
            place = next
            mark.column = column
        }
        mark.offset = bytes.distance(from: bytes.startIndex, to: place)
        return column + 1
    }
}
