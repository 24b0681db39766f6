import Commands
import Diagnostics
import Documents
import Manual
import Tables
import Values

/// `help` explains the commands.
let help = Command(
    "help",
    Text(
        "Explains the commands; with words, the command or function they name; ‘help language’, the language.",
        vi: "Giải thích các lệnh; kèm từ khoá thì giải thích lệnh hoặc hàm đó; ‘help language’: ngôn ngữ."),
    effect: .reads, run: explain
) {
    Argument<NewCode?>(
        "first",
        Text(
            "The first word of a command, a function, or ‘functions’.",
            vi: "Từ thứ nhất của lệnh, tên hàm, hoặc ‘functions’."))
    Argument<NewCode?>("second", Text("Its second word.", vi: "Từ thứ hai."))
    Argument<NewCode?>("third", Text("Its third word.", vi: "Từ thứ ba."))
} examples: {
    Example("help").prints("show journal")
    Example("help count-distinct").prints("How many different values")
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
    if words == ["functions"] { return FunctionHelp.overview() }
    if words.count == 1, let page = FunctionHelp.page(words[0]) { return page }
    let family = session.registry.commands.filter { $0.name.contains(words.joined(separator: " ")) }
    guard !family.isEmpty else {
        let typed = words.joined(separator: " ")
        let beginnings = Set(session.registry.commands.compactMap(\.words.first) + ["language"]).sorted()
        let names = BuiltInFunction.names
        let near =
            session.registry.nearestCommand(to: words)?.command.name ?? nearest(to: words[0], among: beginnings + names)
        throw Diagnostic(
            .unknownCommand,
            Text(
                "‘\(typed)’ is neither a command nor a function.",
                vi: "‘\(typed)’ không phải là lệnh hay hàm."),
            suggestion: near.map { "help \($0)" } ?? "help")
    }
    return HelpPage.list(family)
}
