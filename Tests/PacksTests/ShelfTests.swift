import Commands
import Foundation
import TestSupport
import Testing

@testable import Packs

/// The folder of installed packs.
@Suite struct ShelfTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "sen-shelf-\(UUID())").path

    private static let manifest = """
        pack hello "Says hello." vi: "Chào." version: 1
        command "hello there" "Says hello." vi: "Chào." script: "hello.sen"
        example 'hello there' prints: "hello"
        example 'hello there x: 1' refused: unknown-argument
        """

    private func office() throws -> Installing {
        let office = try Installing(folder: folder)
        office.files.contents["hello/pack.sen"] = Array(Self.manifest.utf8)
        office.files.contents["hello/hello.sen"] = Array("log info \"hello\"".utf8)
        return office
    }

    private func write(_ text: String, to name: String) throws {
        try text.write(toFile: folder + "/hello" + name, atomically: true, encoding: .utf8)
    }

    @Test func isThereInTheNextSession() throws {
        defer { ScratchFolder.remove(folder) }
        #expect(try office().say("install pack \"hello\"").codes == [])
        let (packs, findings) = PackShelf(folder).packs(beside: linkedPacks())
        #expect(findings.isEmpty)
        #expect(packs.map(\.name) == ["hello"])
        let next = try Installing(folder: folder)
        next.session.use(try Registry(linkedPacks() + packs))
        #expect(next.say("hello there").answer.contains("hello"))
        #expect(next.say("uninstall pack hello").codes == [])
        #expect(next.say("hello there").codes == ["unknown-command"])
        #expect(PackShelf(folder).packs(beside: linkedPacks()).packs.isEmpty)
    }

    @Test func askedAgainWhenItsFilesHaveChanged() throws {
        defer { ScratchFolder.remove(folder) }
        #expect(try office().say("install pack \"hello\"").codes == [])
        try write("log info \"evil\"", to: "/hello.sen")
        let next = try Installing(folder: folder)
        next.session.use(try Registry(linkedPacks() + PackShelf(folder).packs(beside: linkedPacks()).packs))
        let (answer, codes) = next.say("hello there")
        #expect(codes == ["pack-changed"])
        #expect(answer.contains("install pack \"hello\""))
    }

    @Test(arguments: [
        ("/pack.sen", "pack hello"), (".grant", "{}"), ("/pack.sen", "\0\u{FFFD}"),
        ("/pack.sen", ShelfTests.manifest.replacing("hello there", with: "list units")),
    ])
    func leavesOutWhatCannotBeUsed(_ name: String, _ text: String) throws {
        defer { ScratchFolder.remove(folder) }
        #expect(try office().say("install pack \"hello\"").codes == [])
        try write(text, to: name)
        let (packs, findings) = PackShelf(folder).packs(beside: linkedPacks())
        #expect(packs.isEmpty)
        #expect(findings.map(\.code) == [.packLeftOut])
        #expect(findings.first?.suggestion == "uninstall pack hello")
        let next = try Installing(folder: folder)
        #expect(next.say("uninstall pack hello").codes == [])
        #expect(PackShelf(folder).names.isEmpty)
    }

    @Test func takesNoLinks() throws {
        defer { ScratchFolder.remove(folder) }
        LocalFiles.makeFolder(folder + "/hello")
        try write(Self.manifest, to: "/pack.sen")
        #expect(symlink("/etc/passwd", folder + "/hello/hello.sen") == 0)
        let office = try Installing()
        office.session.surroundings.files = LocalFiles()
        #expect(office.say("install pack \"\(folder)/hello\"").codes == ["pack-unreadable"])
    }
}
