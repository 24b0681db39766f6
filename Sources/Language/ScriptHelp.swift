public import Diagnostics
import Syntax
public import Values

/// What `--help` says of a script, from its signature.
public enum ScriptHelp {
    /// The page of a script.
    public static func page(_ source: Source, in language: DisplayLanguage) -> String {
        guard let header = Parser.parse(source).program.header else {
            return Text("\(source.name) has no signature.\n", vi: "\(source.name) không có phần khai báo.\n")(
                in: language)
        }
        var page = "\(header.name.text) \(header.version): \(header.summary.plain ?? "")\n"
        for parameter in header.parameters {
            let standard = parameter.standard.map { " = \(source[$0.span])" } ?? ""
            page += "  --\(parameter.name.text) \(parameter.type.text)\(standard)  \(parameter.help?.plain ?? "")\n"
        }
        return page
    }
}
