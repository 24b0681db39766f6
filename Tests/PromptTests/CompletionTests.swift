import Testing

@testable import Prompt

@Suite struct CompletionChoiceTests {
    private func choice(_ text: String, replacing range: Range<Int>, _ inserts: String...) -> CompletionChoice {
        CompletionChoice(Completions(replacing: range, with: inserts.map { Candidate($0) }), in: LineText(text))
    }

    @Test func theOnlyCandidateIsInsertedWithASpace() {
        #expect(choice("reg", replacing: 0..<3, "register unit") == .replace(0..<3, "register unit "))
        #expect(choice("x ki", replacing: 2..<4, "kind: ") == .replace(2..<4, "kind: "))
        #expect(choice("x out/", replacing: 2..<6, "out/2025/") == .replace(2..<6, "out/2025/"))
        #expect(choice("", replacing: 0..<0, "help") == .replace(0..<0, "help "))
    }

    @Test func aSpaceThatIsThereIsEnough() {
        let line = LineText(Array("reg HP".unicodeScalars), cursor: 3)
        let only = Completions(replacing: 0..<3, with: [Candidate("register")])
        #expect(CompletionChoice(only, in: line) == .replace(0..<3, "register"))
    }

    @Test func whatAllBeginWithIsInserted() {
        #expect(choice("re", replacing: 0..<2, "register unit", "register case") == .replace(0..<2, "register "))
        #expect(choice("ngo", replacing: 0..<3, "NGO-QUYEN", "NGO-GIA-TU") == .replace(0..<3, "NGO-"))
    }

    @Test func nothingInCommonGivesTheList() {
        let candidates = [Candidate("NGO-QUYEN"), Candidate("HP-NGO")]
        let completions = Completions(replacing: 0..<3, with: candidates)
        #expect(CompletionChoice(completions, in: LineText("ngo")) == .list(candidates))
        #expect(
            choice("register ", replacing: 0..<9, "register unit", "register case")
                == .list([Candidate("register unit"), Candidate("register case")]))
        #expect(choice("zz", replacing: 0..<2) == .nothing)
    }

    @Test func aRangeOutsideTheTextDoesNoHarm() {
        #expect(choice("ab", replacing: 7..<9, "abc") == .replace(2..<2, "abc "))
    }

    @Test func offsetsOfVietnameseTextAreUnderstood() {
        let text = "Nẵng re"
        #expect(choice(text, replacing: 7..<9, "register") == .replace(5..<7, "register "))
    }

    @Test func commonPrefixes() {
        #expect(commonPrefix([]) == "")
        #expect(commonPrefix(["đơn", "đơn vị", "đơ"]) == "đơ")
        #expect(commonPrefix(["a", "b"]) == "")
    }
}

@Suite struct CandidateListTests {
    init() throws {
        try takeUTF8Locale()
    }

    @Test func columnsAreReadDownwards() {
        let candidates = ["a", "bb", "c", "d", "e"].map { Candidate($0) }
        let list = CandidateList(candidates, columns: 9, look: Look(colour: false))
        #expect(list.rows == ["a    d", "bb   e", "c"])
    }

    @Test func descriptionsStandBehind() {
        let candidates = [Candidate("đơn", description: "một"), Candidate("unit"), Candidate("河", description: "sông")]
        let list = CandidateList(candidates, columns: 20, look: Look(colour: false))
        #expect(list.rows == ["đơn   một", "unit", "河    sông"])
        let coloured = CandidateList([candidates[0]], columns: 40, look: Look(colour: true))
        #expect(coloured.rows == ["đơn  \u{1B}[2mmột\u{1B}[0m"])
    }

    @Test(arguments: [1, 5, 20, 37, 80])
    func noRowIsWiderThanTheWindow(width: Int) {
        let candidates = (1...40).map {
            Candidate("HP-\($0 * $0)", description: $0 % 3 == 0 ? nil : "Trường THCS số \($0) ở quận Ngô Quyền")
        }
        let list = CandidateList(candidates, columns: width, look: Look(colour: false))
        #expect(list.rows.allSatisfy { displayWidth($0) <= width })
    }

    @Test func everyCandidateIsListedOnce() {
        let candidates = (1...23).map { Candidate("c\($0)") }
        let list = CandidateList(candidates, columns: 30, look: Look(colour: false))
        let shown = list.rows.flatMap { $0.split(separator: " ").map(String.init) }
        #expect(shown.sorted() == candidates.map(\.insert).sorted())
    }
}

@Suite struct LookTests {
    init() throws {
        try takeUTF8Locale()
    }

    private func text(_ codes: [UInt32]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: codes.compactMap(Unicode.Scalar.init))
        return String(view)
    }

    @Test func colourEndsBeforeALetter() {
        let (scalars, width) = Look(colour: true).prompt("Nẵng 2025-11> ")
        #expect(text(scalars) == "\u{1}\u{1B}[1;36m\u{1}Nẵng 2025-11>\u{1}\u{1B}[0m\u{1} ")
        #expect(width == 14)
    }

    @Test func withoutColourNothingIsMarked() {
        #expect(text(Look(colour: false).prompt("sen> ").scalars) == "sen> ")
        #expect(text(Look(colour: false).hint("kind:")) == "kind: ")
        #expect(Look(colour: false).quiet("x") == "x")
        #expect(Look(colour: true).hint("").isEmpty)
    }

    @Test func controlCharactersNeverReachThePrompt() {
        #expect(text(Look(colour: false).prompt("a\n\u{1B}[1mb\u{1}\u{9B}> ").scalars) == "a[1mb> ")
        #expect(text(Look(colour: false).prompt(" ").scalars) == "> ")
    }
}
