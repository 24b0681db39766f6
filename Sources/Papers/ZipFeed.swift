import CZip

/// What libzip asks for the bytes of one part, as often as it likes.
///
/// libzip gets an unretained pointer to it: whoever adds the part keeps it until the archive is closed.
final class ZipFeed {
    /// How hard long parts are pressed: the third of nine levels, at which they take half the time.
    static let level: UInt32 = 3

    private let content: ZipFile.Part.Content
    private let count: Int
    private var next: () -> [UInt8] = { [] }
    private var piece: [UInt8] = []
    /// How much of the piece is read.
    private var place = 0

    init(_ content: ZipFile.Part.Content) {
        self.content = content
        switch content {
        case .whole(let bytes): count = bytes.count
        case .pieces(let make):
            let next = make()
            var count = 0
            while true {
                let piece = next().count
                if piece == 0 { break }
                count += piece
            }
            self.count = count
        }
    }

    static let answer: zip_source_callback = { owner, data, length, question in
        guard let owner else { return -1 }
        let feed = Unmanaged<ZipFeed>.fromOpaque(owner).takeUnretainedValue()
        switch question {
        case ZIP_SOURCE_OPEN:
            feed.open()
            return 0
        case ZIP_SOURCE_READ: return feed.read(data, Int(clamping: length))
        case ZIP_SOURCE_STAT:
            guard let data, length >= UInt64(MemoryLayout<zip_stat_t>.size) else { return -1 }
            var facts = zip_stat_t()
            facts.valid = UInt64(ZIP_STAT_SIZE)
            facts.size = UInt64(feed.count)
            data.initializeMemory(as: zip_stat_t.self, repeating: facts, count: 1)
            return Int64(MemoryLayout<zip_stat_t>.size)
        case ZIP_SOURCE_ERROR:
            guard let data, length >= 8 else { return -1 }
            data.initializeMemory(as: Int32.self, repeating: 0, count: 2)
            return 8
        case ZIP_SOURCE_CLOSE, ZIP_SOURCE_FREE: return 0
        case ZIP_SOURCE_SUPPORTS:
            let questions = [
                ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
            ]
            return questions.reduce(Int64(0)) { $0 | (Int64(1) << Int64($1.rawValue)) }
        default: return -1
        }
    }

    private func open() {
        place = 0
        switch content {
        case .whole(let bytes): (piece, next) = (bytes, { [] })
        case .pieces(let make): (piece, next) = ([], make())
        }
    }

    /// Copies what fits and says how much it was; nothing at the end.
    private func read(_ target: UnsafeMutableRawPointer?, _ room: Int) -> Int64 {
        if place == piece.count { (piece, place) = (next(), 0) }
        let count = min(room, piece.count - place)
        guard let target, count > 0 else { return 0 }
        piece.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            target.copyMemory(from: start + place, byteCount: count)
        }
        place += count
        return Int64(count)
    }
}
