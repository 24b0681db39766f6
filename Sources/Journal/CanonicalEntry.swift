/// The bytes of an entry over which its fingerprint is taken.
///
/// Each text stands behind its length, so that no two different entries have the same bytes.
struct CanonicalEntry {
    private var bytes: [UInt8] = []

    /// The fingerprint of an entry behind another.
    mutating func fingerprint(
        previous: Fingerprint, number: Int, at: String, actor: String, origin: String, sentence: String,
        attachments: [AttachedFile]
    ) -> Fingerprint {
        bytes.removeAll(keepingCapacity: true)
        bytes += previous.bytes
        append(number)
        append(at)
        append(actor)
        append(origin)
        append(sentence)
        append(attachments.count)
        for file in attachments {
            append(file.name)
            bytes += file.fingerprint.bytes
        }
        return Fingerprint(of: bytes)
    }

    private mutating func append(_ number: Int) {
        withUnsafeBytes(of: Int64(number).bigEndian) { bytes += $0 }
    }

    private mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes += text.utf8
    }
}
