import Commands
import Diagnostics
import Documents
import Values

/// `uninstall pack` takes an installed pack out; what it recorded stays.
let uninstallPack = Command(
    "uninstall pack",
    Text(
        "Takes an installed pack out; what was recorded with it stays.",
        vi: "Gỡ một gói đã cài; những gì đã ghi bằng gói vẫn còn."),
    effect: .exports, run: uninstall
) {
    Argument<NewCode>("pack", Text("Its name.", vi: "Tên gói."))
} examples: {
    Example("uninstall pack nothing").reports(.packNotInstalled)
    Example("help uninstall pack").prints("stays")
}

private func uninstall(session: Session, pack: NewCode) throws -> Document {
    try session.standsAlone("uninstall pack")
    let packs = session.registry.packs
    let shelf = session.surroundings.packFolder.map(PackShelf.init)
    let isLeftOut = shelf?.names.contains(pack.code) == true
    guard packs.contains(where: { $0.name == pack.code && $0.kind != .builtIn }) || isLeftOut else {
        let names = packs.filter { $0.kind != .builtIn }.map(\.name)
        throw Diagnostic(
            .packNotInstalled,
            Text("No pack ‘\(pack.code)’ is installed.", vi: "Chưa cài gói ‘\(pack.code)’."), subject: "pack",
            notes: [
                names.isEmpty
                    ? Text("There is none but those of Sen itself.", vi: "Chỉ có các gói của chính Sen.")
                    : Text(
                        "There are: \(names.joined(separator: ", ")).", vi: "Có: \(names.joined(separator: ", ")).")
            ], replacement: nearest(to: pack.code, among: names))
    }
    try shelf?.remove(pack.code)
    session.use(try Registry(packs.filter { $0.name != pack.code || $0.kind == .builtIn }))
    return .done(Text("Took out the pack ‘\(pack.code)’.", vi: "Đã gỡ gói ‘\(pack.code)’."))
}

extension Diagnostic.Code {
    /// A name that no installed pack has.
    static let packNotInstalled: Self = "pack-not-installed"
}
