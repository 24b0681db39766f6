import Commands
import Documents
import Values

/// `show version` tells which Sen this is.
let showVersion = Command(
    "show version", Text("Tells which Sen this is.", vi: "Cho biết phiên bản Sen."), effect: .reads, run: version
) {
} examples: {
    Example("show version").prints("Sen 0.1")
    Example("show version \"x\"").reports(.tooManyArguments)
}

private func version(session: Session) -> Document {
    .says(Text(verbatim: "Sen \(senVersion)"))
}
