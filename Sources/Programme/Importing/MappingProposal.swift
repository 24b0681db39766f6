import Commands
import Syntax
import Values

/// The line that takes over what an import proposes and keeps it for next month.
struct MappingProposal {
    /// What to type, in words around it.
    let line: Text

    /// How many lines are proposed at a time.
    private static let most = 20

    /// `nil` where nothing is proposed that a mapping can say. `map` is the mapping that the import was given.
    init?(_ proposed: [String], _ map: FilePath?, _ session: Session) throws {
        guard !proposed.isEmpty else { return nil }
        let saved = SavedMappings(session)
        var name = try saved.freeName()
        var file = ""
        if let map {
            if try saved.lines(of: map.path) != nil {
                name = map.path
            } else {
                file = " from: \(SourceForm.text(map.path))"
            }
        }
        let lines = proposed.prefix(MappingProposal.most).map(MappingProposal.quoted).joined(separator: ", ")
        let typed = "save mapping \(SourceForm.word(name))\(file) lines: [\(lines)]"
        let again = map?.path == name ? "" : name
        line = MappingProposal.words(typed, again, proposed.count - MappingProposal.most)
    }

    private static func words(_ typed: String, _ name: String, _ left: Int) -> Text {
        var text = Text(
            "To accept the proposals and keep them: \(typed)", vi: "Để nhận các đề xuất và lưu lại, hãy gõ: \(typed)")
        if !name.isEmpty {
            text =
                text
                + Text(
                    " — then import with map: \(SourceForm.text(name))",
                    vi: " — rồi nhập tệp với map: \(SourceForm.text(name))")
        }
        guard left > 0 else { return text }
        return text + Text(" (\(left) more come after that)", vi: " (còn \(left) đề xuất nữa sau đó)")
    }

    /// A line as a text of the language, in the quotes within which it stays as it is where that is possible.
    static func quoted(_ line: String) -> String {
        line.contains("'") || line.contains { $0.isNewline } ? SourceForm.text(line) : "'\(line)'"
    }
}
