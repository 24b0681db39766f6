import Foundation
import Testing
import Values

@testable import Programme
@testable import Workbooks

/// State workbooks of the years before Unicode, held against their transcripts. They are kept beside the checkout,
/// never in it; the test is skipped where they are not.
@Suite struct LegacyTextTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("shared/data/legacy-text")

    private static let sheets = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".legacy.csv") }.sorted()

    /// The cells with letters in them, by row and column; the transcript has them all, sheet below sheet.
    private typealias Cells = [[Int: String]]

    @Test(.enabled(if: !sheets.isEmpty, "There are no old workbooks in \(folder.path).")) func transcriptsMatch() throws
    {
        var count = 0
        var undecoded = 0
        for name in Self.sheets {
            let bytes = try [UInt8](Data(contentsOf: Self.folder.appendingPathComponent(name)))
            let expected = name.hasPrefix("vni") ? TextEncoding.vni : .tcvn3
            #expect(TextEncoding.detected(in: bytes) == expected, "\(name)")
            let file = try ImportFile(bytes, name: name)
            let read = try Self.cells(of: file)
            let path = Self.folder.appendingPathComponent("\(Self.transcript(of: name)).truth.txt")
            let truth = try Self.cells(ofTranscript: String(contentsOf: path, encoding: .utf8))
            let (start, wrong) = Self.best(read, truth)
            for (row, column) in wrong {
                let (ours, theirs) = (read[row][column] ?? "", truth[start + row][column] ?? "")
                if Self.isLeftAsItWas(theirs, ours) {
                    undecoded += 1
                } else {
                    Issue.record("\(name), row \(row + 1), column \(column + 1): ‘\(ours)’ is ‘\(theirs)’")
                }
            }
            count += read.reduce(0) { $0 + $1.count }
        }
        #expect(count > 1000)
        #expect(undecoded < 20)
        print(
            "\(Self.sheets.count) old sheets, \(count) cells of words: as in their transcripts, but for "
                + "\(undecoded) cells that these left undecoded")
    }

    /// Whether a transcript holds old letters itself: words such as ‘MÝa’ or ‘TriƯu’ are none, ours are.
    private static func isLeftAsItWas(_ theirs: String, _ ours: String) -> Bool {
        func isBroken(_ text: String) -> Bool {
            text.split { !$0.isLetter }.contains { word in
                word.utf8.count > word.count && !VietnameseSyllable.isOne(String(word))
            }
        }
        return isBroken(theirs) && !isBroken(ours)
    }

    /// The name of a workbook by that of one of its sheets: `tcvn3__2005-KH2003-bieu__0_TH.legacy.csv`.
    private static func transcript(of sheet: String) -> String {
        var parts = sheet.components(separatedBy: "__")
        while parts.count > 2,
            FileManager.default.fileExists(
                atPath: folder.appendingPathComponent(parts.joined(separator: "__") + ".truth.txt").path) == false
        {
            parts.removeLast()
        }
        return parts.joined(separator: "__")
    }

    private static func cells(of file: ImportFile) throws -> Cells {
        var cells: Cells = []
        for sheet in file.sheets {
            var walk = sheet.walk()
            while try walk.advance() {
                let row = walk.contents.map { $0?.typed ?? "" }
                // A row of a text file may hold line ends; the transcript counts rows.
                cells.append(words(row))
            }
        }
        return cells
    }

    private static func cells(ofTranscript text: String) -> Cells {
        text.components(separatedBy: "\n").map { words($0.components(separatedBy: "\t")) }
    }

    private static func words(_ row: [String]) -> [Int: String] {
        var words: [Int: String] = [:]
        for (column, cell) in row.enumerated() {
            let text = cell.split { $0.isWhitespace }.joined(separator: " ").precomposedStringWithCanonicalMapping
            if text.contains(where: \.isLetter) { words[column] = text }
        }
        return words
    }

    /// Where in the transcript the sheet stands, and which of its cells are others there.
    private static func best(_ read: Cells, _ truth: Cells) -> (start: Int, wrong: [(row: Int, column: Int)]) {
        var best: (start: Int, wrong: [(row: Int, column: Int)])?
        for start in 0...max(0, truth.count - read.count) {
            var wrong: [(row: Int, column: Int)] = []
            for (row, cells) in read.enumerated() where start + row < truth.count {
                for (column, text) in cells where truth[start + row][column] != text { wrong.append((row, column)) }
                for (column, _) in truth[start + row] where cells[column] == nil { wrong.append((row, column)) }
                if let best, wrong.count >= best.wrong.count { break }
            }
            if wrong.count < best?.wrong.count ?? .max { best = (start, wrong) }
        }
        return best ?? (0, [])
    }
}
