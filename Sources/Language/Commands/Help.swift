import Commands
import Diagnostics
import Documents
import Manual
import Values

/// `help` explains the commands.
let help = Command(
    "help",
    Text(
        "Explains the commands; with words, those they name; ‘help language’ explains the language.",
        vi: "Giải thích các lệnh; kèm từ khoá thì giải thích lệnh đó; ‘help language’ giải thích ngôn ngữ."),
    effect: .reads, run: explain
) {
    Argument<NewCode?>("first", Text("The first word of a command.", vi: "Từ thứ nhất của lệnh."))
    Argument<NewCode?>("second", Text("Its second word.", vi: "Từ thứ hai."))
    Argument<NewCode?>("third", Text("Its third word.", vi: "Từ thứ ba."))
} examples: {
    Example("help").prints("show journal")
    Example("help show version").prints("Tells which Sen this is")
    Example("help language").prints("Steps are done once")
    Example("help regster").reports(.unknownCommand)
}

private func explain(session: Session, first: NewCode?, second: NewCode?, third: NewCode?) throws -> Document {
    let words = [first, second, third].compactMap { $0?.code }
    guard !words.isEmpty else { return HelpPage.overview(session.registry) }
    if words == ["language"] { return LanguagePage.page }
    if let (command, count) = session.registry.command(matching: words), count == words.count {
        return HelpPage.page(command)
    }
    let family = session.registry.commands.filter { $0.name.contains(words.joined(separator: " ")) }
    guard !family.isEmpty else {
        let typed = words.joined(separator: " ")
        let beginnings = Set(session.registry.commands.compactMap(\.words.first) + ["language"]).sorted()
        let near =
            session.registry.nearestCommand(to: words)?.command.name ?? nearest(to: words[0], among: beginnings)
        throw Diagnostic(
            .unknownCommand, Text("‘\(typed)’ is not a command.", vi: "‘\(typed)’ không phải là một lệnh."),
            suggestion: near.map { "help \($0)" } ?? "help")
    }
    return HelpPage.list(family)
}
