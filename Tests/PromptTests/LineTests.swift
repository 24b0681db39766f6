import Testing
import Values

@testable import Prompt

@Suite struct LineTextTests {
    @Test func offsetsCountInUTF8() {
        let line = LineText(Array("Nẵng Đà".unicodeScalars), cursor: 2)
        #expect(line.utf8Cursor == 4)
        #expect(line.scalarIndex(utf8: 4) == 2)
        #expect(line.scalarIndex(utf8: 0) == 0)
        #expect(line.scalarIndex(utf8: 99) == 7)
        for cursor in 0...7 {
            let at = LineText(line.scalars, cursor: cursor)
            #expect(at.scalarIndex(utf8: at.utf8Cursor) == cursor)
        }
    }

    @Test func linesAboveAndBelow() {
        let scalars = Array("list |\n  x\nfirst 3".unicodeScalars)
        #expect(LineText(scalars, cursor: 5).above == nil)
        #expect(LineText(scalars, cursor: 5).below == 10)
        #expect(LineText(scalars, cursor: 1).below == 8)
        #expect(LineText(scalars, cursor: 18).above == 10)
        #expect(LineText(scalars, cursor: 12).above == 8)
        #expect(LineText(scalars, cursor: 9).above == 2)
        #expect(LineText(scalars, cursor: 18).below == nil)
        #expect(LineText("").above == nil && LineText("").below == nil)
        #expect(LineText(scalars, cursor: 9).lineStart == 7 && LineText(scalars, cursor: 9).lineEnd == 10)
    }

    @Test func aFurtherLineIsIndented() {
        #expect(LineText("list units |").nextIndent == "  ")
        #expect(LineText("atomic\n  list\n    x").nextIndent == "    ")
        #expect(LineText("a\nb").nextIndent == "")
    }

    @Test func everyVietnameseLetterIsComposedFromItsParts() {
        let marks: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
        for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" {
            for mark in marks {
                var line = LineText("")
                for scalar in String(base).decomposedParts + [mark] {
                    if let letter = line.letter(composedWith: scalar) {
                        line = LineText(Array(line.scalars.dropLast()) + [letter], cursor: .max)
                    } else {
                        line = LineText(line.scalars + [scalar], cursor: .max)
                    }
                }
                #expect(line.scalars.count == 1)
                #expect(line.text == "\(base)\(mark)")
            }
        }
    }

    @Test func aMarkWithoutALetterStaysAlone() {
        #expect(LineText("").letter(composedWith: "\u{301}") == nil)
        #expect(LineText("k").letter(composedWith: "\u{301}") != "k")
        #expect(LineText("q").letter(composedWith: "\u{323}") == nil)
        #expect(LineText("e").letter(composedWith: "x") == nil)
    }
}

extension String {
    /// The letters and marks of the text, each by itself.
    fileprivate var decomposedParts: [Unicode.Scalar] {
        unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
            let parts: [Unicode.Scalar: [Unicode.Scalar]] = [
                "ă": ["a", "\u{306}"], "â": ["a", "\u{302}"], "ê": ["e", "\u{302}"], "ô": ["o", "\u{302}"],
                "ơ": ["o", "\u{31B}"], "ư": ["u", "\u{31B}"],
            ]
            return parts[scalar] ?? [scalar]
        }
    }
}

@Suite struct ScreenPlaceTests {
    init() throws {
        try takeUTF8Locale()
    }

    private func place(_ text: String, prompt: Int = 4, columns: Int = 10) -> ScreenPlace {
        ScreenPlace(after: text.unicodeScalars, promptWidth: prompt, columns: columns)
    }

    private func isAt(_ place: ScreenPlace, _ row: Int, _ column: Int) -> Bool {
        place.row == row && place.column == column
    }

    @Test func rowsAreCountedAsTheyAreDrawn() {
        #expect(isAt(place(""), 0, 4))
        #expect(isAt(place("Nẵng"), 0, 8))
        #expect(isAt(place("123456"), 1, 0))
        #expect(isAt(place("12345河"), 1, 2))
        #expect(isAt(place("12\n345"), 1, 3))
        #expect(isAt(place("1\t2"), 0, 9))
        #expect(isAt(place("a\u{1}b"), 0, 8))
        #expect(isAt(place("x", columns: 0), 5, 0))
    }

    @Test func foldedRowsAreCountedFromTheText() {
        let line = LineText(String(repeating: "x", count: 36))
        #expect(rowsAfterFolding(line, promptWidth: 4, to: 80) == 0)
        #expect(rowsAfterFolding(line, promptWidth: 4, to: 15) == 2)
        let lines = LineText("123456\n1234567890123\n12")
        #expect(rowsAfterFolding(lines, promptWidth: 4, to: 10) == 3)
        #expect(rowsAfterFolding(lines, promptWidth: 4, to: 80) == 2)
    }

    @Test func widthsAndCuts() {
        #expect(displayWidth("Nẵng 河内") == 9)
        #expect(displayWidth("e\u{301}") == 1)
        #expect(cut("Nẵng", to: 4) == "Nẵng")
        #expect(cut("Nẵng", to: 3) == "Nẵ…")
        #expect(cut("河内", to: 3) == "河…")
        #expect(cut("河内", to: 2) == "…")
        #expect(cut("abc", to: 0) == "")
    }

    @Test func aSystemWithoutUTF8IsRefused() throws {
        #expect(throws: (any Error).self) { try takeUTF8Locale(from: ["C", "no_WHERE.UTF-8"]) }
        try takeUTF8Locale()
    }
}
