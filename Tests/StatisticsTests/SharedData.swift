import Foundation
import Testing

/// Published series and results that are kept beside the checkout, never in it. Tests that need them are skipped where
/// they are not.
enum SharedData {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared/data/forecast")
    static let isThere = FileManager.default.fileExists(atPath: folder.path)

    static func rows(_ name: String) throws -> [[Double]] {
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        return try text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            try line.split(separator: ",").map { try #require(Double($0)) }
        }
    }

    static func series(_ name: String) throws -> [Double] { try rows(name).map { $0[1] } }

    static func json(_ name: String) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appendingPathComponent(name)))
    }
}

extension Double {
    /// Whether it is another number up to a part of it.
    func isAbout(_ other: Double, within part: Double) -> Bool {
        abs(self - other) <= part * max(abs(other), 1e-300)
    }
}
