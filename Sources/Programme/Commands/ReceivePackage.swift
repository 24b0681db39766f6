import Commands
import Diagnostics
import Documents
import Syntax
import Values

/// `receive package` takes in the figures of another office's package.
let receivePackage = Command(
    "receive package",
    Text(
        "Takes in the figures of another office's package; what stands here otherwise stays and is listed.",
        vi: "Nhận số liệu từ gói của cơ quan khác; số đang có mà khác thì giữ nguyên và liệt kê."),
    effect: .composes, run: receive
) {
    Label<FilePath>("from", Text("The package.", vi: "Tệp gói số liệu."))
} examples: {
    Example("define element masters \"holders of a master’s degree\" type: people over-time: last over-units: sum")
    Example("record figure masters unit: NGO-QUYEN period: 2024 total: 12 women: 7")
    Example(ExampleOffice.keyLine)
    Example("make package for: SGD-HP period: 2024 elements: [masters] to: \"x.senpkg\"")
    Example("create exchange key unit: SGD-HP")
    Example("receive package from: \"x.senpkg\"").reports(.senderNotTrusted)
    Example("trust office NGO-QUYEN key: \"\(ExampleOffice.publicKey)\"")
    Example("receive package from: \"x.senpkg\"").prints("1 line = 0 stored + 1 unchanged + 0 conflicts + 0 refused")
    Example("receive package from: \"x.senpkg\"").prints("received already")
}

private func receive(session: Session, from: FilePath) throws -> Document {
    let file = try session.surroundings.files.read(
        from.path, atMost: Package.largest + 1, isStopped: session.isStopped)
    let (package, _) = try Exchange(session).open(file, name: from.path)
    if let entry = try Exchange(session).entry(receiving: package.fingerprint) {
        return .done(
            Text(
                "‘\(from.path)’ was received already, entry \(entry); nothing changes.",
                vi: "‘\(from.path)’ đã được nhận trước đó, mục \(entry); không có gì thay đổi."))
    }
    return try session.perform("keep package", ["from": .text(from.path)])
}
