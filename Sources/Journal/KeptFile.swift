internal import CDeflate
internal import Synchronization
internal import Values

/// The content of a file as the journal keeps it.
struct KeptFile: Sendable {
    /// The fingerprint of the content itself.
    let fingerprint: Fingerprint
    /// The bytes: deflated where that makes them fewer.
    let bytes: [UInt8]
    /// How many bytes deflated ones stand for; `nil` for those that are kept as they are.
    let size: Int?

    /// Smaller files gain nothing, since the database keeps whole pages.
    private static let leastPacked = 4096

    init(_ content: [UInt8]) {
        fingerprint = Fingerprint(of: content)
        let packed = content.count < KeptFile.leastPacked ? nil : KeptFile.deflated(content)
        bytes = packed ?? content
        size = packed == nil ? nil : content.count
    }

    private static func deflated(_ content: [UInt8]) -> [UInt8]? {
        let room = cdeflate_bound(content.count)
        guard room > 0 else { return nil }
        let packed = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            count = max(0, cdeflate_pack(content, content.count, buffer.baseAddress, buffer.count))
        }
        return packed.isEmpty || packed.count >= content.count ? nil : Array(packed)
    }

    /// The content that kept bytes stand for; `nil` when they are damaged.
    static func content(_ bytes: [UInt8], size: Int?) -> [UInt8]? {
        guard let size else { return bytes }
        // Nothing is deflated to less than a thousandth: a damaged size takes no memory.
        guard size >= 0, size / 1100 <= bytes.count else { return nil }
        let content = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = max(0, cdeflate_unpack(bytes, bytes.count, buffer.baseAddress, buffer.count))
        }
        return content.count == size ? content : nil
    }
}

/// The making of a kept file. A large one is begun at once in a second thread, so that it is ready when the entry is
/// written.
final class Packing: Sendable {
    private let content: [UInt8]
    private let made = Mutex<KeptFile?>(nil)

    /// Files from this size on are worth a thread.
    private static let leastForThread = 1 << 20

    init(_ content: [UInt8]) {
        self.content = content
    }

    /// Begins, where the file is large.
    func begin() -> SecondThread? {
        content.count < Packing.leastForThread ? nil : SecondThread { [self] in _ = file }
    }

    /// The file, made now where it was not before.
    var file: KeptFile {
        made.withLock { made in
            let file = made ?? KeptFile(content)
            made = file
            return file
        }
    }
}
