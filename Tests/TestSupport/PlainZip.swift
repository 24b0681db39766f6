/// A ZIP file of parts as they are, put together by the tests, so that they can put wrong ones together too.
public enum PlainZip {
    /// The file of parts; `extra` is how many bytes each declares too much.
    public static func bytes(_ parts: [(name: String, content: String)], declaring extra: Int = 0) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in parts {
            let data = Array(content.utf8)
            let label = Array(name.utf8)
            let facts =
                short(20) + short(0) + short(0) + short(0) + short(0x21) + long(Int(crc(data)))
                + long(data.count + extra)
                + long(data.count + extra) + short(label.count) + short(0)
            directory += long(0x0201_4B50) + short(20) + facts + short(0) + short(0) + short(0) + long(0)
            directory += long(file.count) + label
            file += long(0x0403_4B50) + facts + label + data
        }
        return file + directory + long(0x0605_4B50) + short(0) + short(0) + short(parts.count) + short(parts.count)
            + long(directory.count) + long(file.count) + short(0)
    }

    private static func short(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }
    private static func long(_ value: Int) -> [UInt8] { short(value & 0xFFFF) + short(value >> 16 & 0xFFFF) }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
        }
    }
}
