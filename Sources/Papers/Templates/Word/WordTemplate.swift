import Diagnostics
import Values
import Workbooks

/// The parts of a Word file that hold placeholders, as steps.
struct WordTemplate {
    private(set) var steps: [String: [TemplateStep]] = [:]
    private(set) var placeholders: [Template.Placeholder] = []

    /// The most findings that are told of one template.
    static let mostFaults = 20

    init(_ parts: [(name: String, bytes: [UInt8])], _ name: String) throws {
        var faults: [Diagnostic] = []
        for part in parts where part.name.hasPrefix("word/") && part.name.hasSuffix(".xml") {
            let file = String(part.name.split(separator: "/").last ?? "")
            guard file == part.name.dropFirst(5), part.bytes.contains(UInt8(ascii: "{")) || WordTemplate.isText(file)
            else { continue }
            guard let read = WordPart(try WordTemplate.tokens(part.bytes, name), file: file) else { continue }
            let compiler = WordCompiler(read)
            faults += compiler.faults.map { .templateMalformed(name, $0.place, $0.fault, $0.note) }
            guard !compiler.marks.isEmpty else { continue }
            steps[part.name] = compiler.steps
            placeholders += compiler.marks.compactMap { Template.Placeholder($0.placed) }
        }
        guard faults.isEmpty else { throw Diagnostics(Array(faults.prefix(WordTemplate.mostFaults))) }
    }

    /// Whether a part is read in any case, so that a damaged one is told of.
    private static func isText(_ file: String) -> Bool { file == "document.xml" }

    static func tokens(_ bytes: [UInt8], _ name: String) throws -> XMLTokens {
        do {
            return try XMLTokens(bytes)
        } catch .doctype {
            throw hostile(name, Text("it declares a document type", vi: "tệp khai báo DTD"))
        } catch .tooLarge {
            throw hostile(name, Text("a part has too many elements", vi: "một phần có quá nhiều thẻ"))
        } catch {
            throw Diagnostic.templateUnreadable(name)
        }
    }

    private static func hostile(_ name: String, _ why: Text) -> Diagnostic {
        var finding = Diagnostic.workbookHostile(name, why)
        finding.subject = "template"
        return finding
    }
}

extension Template.Placeholder {
    /// What a placeholder asks for; `nil` for one that asks for nothing.
    init?(_ placed: PlacedTag) {
        switch placed.tag.kind {
        case .value: self.init(name: placed.tag.name, kind: .value, place: placed.place)
        case .section: self.init(name: placed.tag.name, kind: .section, place: placed.place)
        case .inverted: self.init(name: placed.tag.name, kind: .otherwise, place: placed.place)
        case .close, .remark: return nil
        }
    }
}
