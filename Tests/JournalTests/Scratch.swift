import Diagnostics
import Foundation
import Testing
import Values

/// A folder that is gone when the test ends.
final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "sen-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func callAsFunction(_ name: String) -> String { path + "/" + name }

    func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: self(name))))
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: self(name)))
    }
}

/// Expects a refusal with a code, words in both languages, and nothing that must stay private.
func refuses<Answer>(
    _ code: Diagnostic.Code, keeping secret: String? = nil, location: SourceLocation = #_sourceLocation,
    _ body: () throws -> Answer
) {
    do {
        _ = try body()
        Issue.record("nothing was refused", sourceLocation: location)
    } catch let refusal as Diagnostic {
        #expect(refusal.code == code, sourceLocation: location)
        for text in [refusal.message] + refusal.notes {
            #expect(!text.english.isEmpty && !text.vietnamese.isEmpty, sourceLocation: location)
            if let secret { #expect(!text.english.contains(secret), sourceLocation: location) }
        }
    } catch {
        Issue.record("not a diagnostic: \(error)", sourceLocation: location)
    }
}
