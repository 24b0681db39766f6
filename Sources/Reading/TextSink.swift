import Tables
import Values

/// Cells of text: each distinct one becomes a text once, found again by its bytes in the file.
final class TextSink: ColumnSink {
    private var places: [Int32] = []
    private var reasons: [UInt8]?
    private var known = CellIndex()
    private var pool = TextPoolBuilder()
    /// The place in the pool of each cell known by its bytes; two ways to write a letter are one text.
    private var pooled: [Int32] = []

    func reserve(_ rows: Int) { places.reserveCapacity(rows) }

    func take(_ cells: UnsafeBufferPointer<CellSpan>, _ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingFault) {
        guard let base = bytes.baseAddress else { return }
        // They are this function's own while it runs, so that a cell costs no check but those of its room.
        var (places, known, pooled, reasons) = (places, known, pooled, reasons)
        (self.places, self.known, self.pooled, self.reasons) = ([], CellIndex(), [], nil)
        defer { (self.places, self.known, self.pooled, self.reasons) = (places, known, pooled, reasons) }
        for cell in cells {
            guard cell.count > 0 else {
                if reasons == nil { reasons = Array(repeating: 0, count: places.count) }
                places.append(0)
                reasons?.append(Missing.empty.number)
                continue
            }
            let number = known.number(of: cell, base, bytes.count)
            if number == pooled.count {
                try bytes.validate(cell)
                pooled.append(pool.place(of: bytes.text(cell)))
            }
            places.append(pooled[number])
            if reasons != nil { reasons?.append(0) }
        }
    }

    func column(followedBy next: (any ColumnSink)?) throws(ReadingFault) -> Column {
        if let next = next as? TextSink {
            if reasons != nil || next.reasons != nil {
                let before = reasons ?? Array(repeating: 0, count: places.count)
                reasons = before + (next.reasons ?? Array(repeating: 0, count: next.places.count))
            }
            let here = next.pool.texts.map { pool.place(of: $0) }
            // A missing cell has place 0 also where the pool has no text at all.
            for place in next.places { places.append(Int(place) < here.count ? here[Int(place)] : 0) }
            next.places = []
        }
        let texts = pool.texts
        // A pool has a text for every place.
        return Column(.texts(places, TextPool(distinct: texts.isEmpty ? [""] : texts)), reasons: reasons)
    }
}
