internal import CDeflate
import Diagnostics

/// Packs the content of one part behind the bytes that are there.
///
/// The stream is freed here whatever happens. What it is fed stays in place while it is taken: `feed` and every `take`
/// of a piece happen inside one `withUnsafeBufferPointer`.
enum ZipDeflater {
    /// How hard parts are pressed: the third of nine levels, at which long ones take half the time of the sixth.
    private static let level: Int32 = 3

    /// The sum and the length of what was packed.
    static func pack(_ content: ZipFile.Part.Content, into bytes: inout [UInt8]) throws -> (sum: UInt32, size: Int) {
        guard let stream = cdeflate_begin(level) else { throw Diagnostic.zipFailed }
        defer { cdeflate_end(stream) }
        var (sum, size) = (UInt32(0), 0)
        switch content {
        case .whole(let whole):
            // zlib counts in 32 bits.
            guard whole.count < 1 << 31 else { throw Diagnostic.zipFailed }
            sum = try add(whole, last: true, stream, sum, &bytes)
            size = whole.count
        case .pieces(let make):
            let next = make()
            while true {
                let piece = next()
                sum = try add(piece, last: piece.isEmpty, stream, sum, &bytes)
                size += piece.count
                if piece.isEmpty { break }
            }
        }
        return (sum, size)
    }

    /// Packs a piece and gives the sum of all so far.
    private static func add(
        _ piece: [UInt8], last: Bool, _ stream: OpaquePointer, _ sum: UInt32, _ bytes: inout [UInt8]
    ) throws -> UInt32 {
        let room = 1 << 16
        return try piece.withUnsafeBufferPointer { fed in
            cdeflate_feed(stream, fed.baseAddress, UInt32(fed.count))
            var made = room
            while made == room {
                let packed = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                    made = cdeflate_take(stream, buffer.baseAddress, UInt32(room), last ? 1 : 0)
                    count = max(0, made)
                }
                guard made >= 0 else { throw Diagnostic.zipFailed }
                bytes += packed
            }
            // zlib begins anew where there is no place to read from.
            return fed.isEmpty ? sum : cdeflate_crc(sum, fed.baseAddress, UInt32(fed.count))
        }
    }
}
