import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Packs

/// Manifests as they come.
@Suite struct ManifestTests {
    static let example: String = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let file = root.appending(path: "Plugins/Examples/topics/pack.sen")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }()

    @Test func readsTheExample() throws {
        try #require(!Self.example.isEmpty)
        let manifest = try Manifest(reading: Array(Self.example.utf8), named: "pack.sen", kinds: ["unit", "training"])
        #expect(manifest.name == "topics")
        #expect(manifest.commands.map(\.name) == ["list similar topics", "unify topic"])
        #expect(manifest.commands[0].columns.count == 5)
        #expect(manifest.commands[0].arguments[1].completes)
        #expect(manifest.asks)
    }

    @Test func anyTextIsReadOrRefused() {
        var dice = Dice(7)
        let bytes = Array(Self.example.utf8)
        for _ in 0..<300 {
            var text = bytes
            for _ in 0..<(1 + dice.below(4)) where !text.isEmpty {
                let place = dice.below(text.count)
                switch dice.below(3) {
                case 0: text[place] = UInt8(dice.below(256))
                case 1: text.removeSubrange(place..<min(text.count, place + 1 + dice.below(40)))
                default: text.insert(contentsOf: bytes[place % bytes.count..<bytes.count].prefix(30), at: place)
                }
            }
            do {
                _ = try Manifest(reading: text, named: "pack.sen", kinds: ["unit"])
            } catch {
                let findings = Diagnostics.of(error)
                #expect(!findings.isEmpty && !findings.contains { $0.code == "unexpected-error" })
            }
        }
    }
}
