import Diagnostics
import Values

/// A workbook whose named cells are filled.
struct WorkbookTemplate: Sendable {
    let placeholders: [Template.Placeholder] = []

    init(_ parts: [(name: String, bytes: [UInt8])], _ name: String) throws {
        throw Diagnostic.templateUnreadable(name)
    }

    func filled(
        _ parts: [(name: String, bytes: [UInt8])], _ scope: TemplateScope, _ language: DisplayLanguage
    ) throws -> [(name: String, bytes: [UInt8])] { parts }
}
