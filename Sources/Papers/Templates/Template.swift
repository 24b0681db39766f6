import Diagnostics
import Tables
public import Values
import Workbooks

/// A Word file or workbook of the office with placeholders, which is filled with values.
///
/// What it asks for is known and checked before anything is written. Parts without placeholders stay byte for byte; the
/// same template and values give the same bytes.
public struct Template: Sendable {
    /// The name of its file.
    public let name: String
    /// The ending of the papers that it gives: `docx` or `xlsx`.
    public let ending: String
    /// What it asks for, in the order of the file.
    public let placeholders: [Placeholder]
    private let parts: [(name: String, bytes: [UInt8])]
    private let body: Body

    private enum Body: Sendable {
        case word([String: [TemplateStep]])
        case workbook(WorkbookTemplate)
    }

    /// One thing that a template asks for.
    public struct Placeholder: Sendable, Hashable {
        /// The name, as it is written there.
        public let name: String
        /// What stands in its place.
        public let kind: Kind
        /// Where it stands, in words.
        public let place: Text

        /// What stands in a placeholder's place.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            /// The value of the name.
            case value
            /// A section, once for each row or where the name holds something.
            case section
            /// A section that stands where the name holds nothing.
            case otherwise
        }
    }

    /// The most bytes of all parts of a template.
    static let mostBytes = 1 << 28

    /// Reads a template; says everything that is wrong with its placeholders.
    public init(_ bytes: [UInt8], name: String) throws {
        self.name = name
        var parts = try Template.parts(of: bytes, name)
        let types = parts.first { $0.name.lowercased() == "[content_types].xml" }
        guard let types else { throw Diagnostic.templateUnreadable(name) }
        let text = String(decoding: types.bytes, as: UTF8.self)
        switch text {
        case _ where text.contains("wordprocessingml.document.main+xml") || text.contains("wordprocessingml.template"):
            ending = "docx"
            let read = try WordTemplate(parts, name)
            (placeholders, body) = (read.placeholders, .word(read.steps))
        case _ where text.contains("spreadsheetml.sheet.main+xml") || text.contains("spreadsheetml.template"):
            ending = "xlsx"
            let read = try WorkbookTemplate(parts, name)
            (placeholders, body) = (read.placeholders, .workbook(read))
        default: throw Diagnostic.templateUnreadable(name)
        }
        // A file of Word or Excel that is a template by its own kind gives an ordinary one.
        let ordinary = text.replacing("wordprocessingml.template.main+xml", with: "wordprocessingml.document.main+xml")
            .replacing("spreadsheetml.template.main+xml", with: "spreadsheetml.sheet.main+xml")
        if ordinary != text {
            parts = parts.map { $0.name == types.name ? ($0.name, Array(ordinary.utf8)) : $0 }
        }
        self.parts = parts
    }

    private static func parts(of bytes: [UInt8], _ name: String) throws -> [(name: String, bytes: [UInt8])] {
        do {
            let archive = try Archive(bytes, name: name, damaged: .templateUnreadable(name))
            var total = 0
            return try archive.names.filter { !$0.hasSuffix("/") }.map { part in
                guard let bytes = try archive.bytes(of: part) else { throw Diagnostic.templateUnreadable(name) }
                total += bytes.count
                guard total <= mostBytes else { throw Diagnostic.templateTooLarge(name) }
                return (part, bytes)
            }
        } catch var finding as Diagnostic {
            finding.subject = "template"
            throw finding
        }
    }

    /// The file with its values, for readers of a language. Names that nothing offers are told all at once.
    public func filled(with values: TemplateValues, in language: DisplayLanguage) throws -> [UInt8] {
        let scope = TemplateScope(values)
        do {
            switch body {
            case .word(let parts): return try fill(parts, scope, language)
            case .workbook(let workbook):
                let changed = try workbook.filled(self.parts, scope, language)
                return try ZipFile.bytes(changed.map { ZipFile.Part($0.name, bytes: $0.bytes) })
            }
        } catch is TemplateTooLarge {
            throw Diagnostic.templateTooLarge(name)
        }
    }

    private func fill(
        _ programs: [String: [TemplateStep]], _ scope: TemplateScope, _ language: DisplayLanguage
    ) throws -> [UInt8] {
        var check = TemplateCheck(language)
        for part in parts { if let steps = programs[part.name] { check.check(steps, scope) } }
        guard check.faults.isEmpty else {
            throw Diagnostic.templateNameMissing(name, check.faults, offered: scope.offered(in: language))
        }
        let written = try parts.map { part in
            guard let steps = programs[part.name] else { return ZipFile.Part(part.name, bytes: part.bytes) }
            var writing = TemplateWriting(language)
            try writing.write(steps, scope)
            return ZipFile.Part(part.name, bytes: writing.bytes)
        }
        return try ZipFile.bytes(written)
    }

    /// Whether the template asks for a name anywhere.
    public func asks(for name: Text) -> Bool {
        let keys = [TemplateName.key(name.english), TemplateName.key(name.vietnamese)]
        return placeholders.contains { placeholder in
            TemplateName.path(placeholder.name)?.contains { keys.contains($0) } == true
        }
    }
}
