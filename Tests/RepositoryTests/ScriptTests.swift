import Commands
import Diagnostics
import Foundation
import LanguageServer
import Syntax
import Testing

/// The scripts of the repository are in their usual form, and its grammar knows every command.
///
/// `Scripts/update` writes both anew (it sets SEN_UPDATE).
@Suite struct ScriptTests {
    static let scripts = ["seeds", "Scripts", "Plugins"].flatMap { Checkout.files(in: $0, ending: ".sen") }
    static let updates = ProcessInfo.processInfo.environment["SEN_UPDATE"] != nil

    private func compare(_ path: String, with text: String, _ hint: Testing.Comment) throws {
        if Self.updates {
            try Data(text.utf8).write(to: Checkout.root.appending(path: path))
        } else {
            #expect(Checkout.text(path) == text, hint)
        }
    }

    @Test(arguments: scripts)
    func scriptHasItsUsualForm(_ path: String) throws {
        let formatted = try Formatter.format(Source(name: path, text: Checkout.text(path)))
        try compare(path, with: formatted, "\(path) is not in its usual form: sen fmt \(path)")
    }

    @Test func grammarKnowsEveryCommand() throws {
        let path = "Editors/vscode/syntaxes/sen.tmLanguage.json"
        let text = Grammar.text(try Registry(linkedPacks()))
        try compare(path, with: text, "\(path) is stale: sen grammar > \(path)")
    }
}
