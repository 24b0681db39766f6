import Foundation

/// The files of this checkout.
enum Checkout {
    /// The folder that holds Package.swift.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Every file of a folder, by its path below the root; build products and hidden folders left out.
    static func files(in folder: String, ending: String) -> [String] {
        let start = root.appending(path: folder)
        guard let walk = FileManager.default.enumerator(atPath: start.path) else { return [] }
        var found: [String] = []
        for case let path as String in walk
        where path.hasSuffix(ending) && !path.contains("/.build") && !path.hasPrefix(".build") {
            found.append(folder == "." ? path : "\(folder)/\(path)")
        }
        return found.sorted()
    }

    /// The Swift files of the product: rooms and packs, without tests.
    static let sources = (files(in: "Sources", ending: ".swift") + files(in: "Plugins", ending: ".swift"))
        .filter { !$0.contains("/Tests/") }

    /// The Swift files of the tests.
    static let tests =
        files(in: "Tests", ending: ".swift")
        + files(in: "Plugins", ending: ".swift").filter { $0.contains("/Tests/") }

    /// The text of a file.
    static func text(_ path: String) -> String {
        (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
    }

    /// The lines of a file.
    static func lines(_ path: String) -> [Substring] {
        text(path).split(separator: "\n", omittingEmptySubsequences: false)
    }
}
