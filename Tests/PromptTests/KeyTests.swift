import Testing

@testable import Prompt

@Suite struct KeyDecoderTests {
    /// The keys of the bytes, which arrive in pieces of a size.
    private func keys(_ text: String, piece: Int = .max) -> [Key] {
        keys(Array(text.utf8), piece: piece)
    }

    private func keys(_ bytes: [UInt8], piece: Int = .max) -> [Key] {
        var decoder = KeyDecoder()
        var keys: [Key] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            decoder.feed(rest.prefix(piece))
            rest = rest.dropFirst(piece)
            while let key = decoder.next() { keys.append(key) }
        }
        while let key = decoder.next(nothingFollows: true) { keys.append(key) }
        #expect(decoder.isEmpty)
        return keys
    }

    @Test(arguments: [1, 2, 3, 100])
    func lettersAndKeysInAnyPieces(piece: Int) {
        let typed = "ạĐ河😀\r\t\u{7F}\u{1B}[A\u{1B}OB\u{1B}[1;5C\u{1B}[3~\u{1B}[H\u{1B}\r\u{1B}b\u{3}\u{4}\u{12}\u{1A}"
        let wanted: [Key] = [
            .character("ạ"), .character("Đ"), .character("河"), .character("😀"), .enter, .tab, .backspace, .up, .down,
            .wordRight, .delete, .lineStart, .newLine, .wordLeft, .stop, .end, .searchOlder, .suspend,
        ]
        #expect(keys(typed, piece: piece) == wanted)
    }

    @Test(arguments: [1, 7, 1000])
    func aPasteIsOneKey(piece: Int) {
        let paste = "\u{1B}[200~list units |\r\nfirst\t3\r\u{3}\u{1B}[31mNa\u{306}\u{303}ng\n\n\u{1B}[201~x"
        #expect(keys(paste, piece: piece) == [.paste("list units |\nfirst\t3\n[31mNẵng"), .character("x")])
    }

    @Test func aPasteWithoutEndIsTakenAsItIs() {
        #expect(keys("\u{1B}[200~help\r") == [.paste("help")])
        #expect(keys("\u{1B}[200~\u{1B}[201~") == [.paste("")])
    }

    @Test func aLoneEscapeIsOne() {
        #expect(keys("\u{1B}") == [.escape])
        #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
        #expect(keys("\u{1B}ă") == [.escape, .character("ă")])
        #expect(keys("\u{1B}[") == [.escape, .character("[")])
    }

    @Test func unknownSequencesAreSwallowedWhole() {
        #expect(
            keys("\u{1B}[15~a\u{1B}[?1;2ca\u{1B}Oza") == [
                .unknown, .character("a"), .unknown, .character("a"), .unknown, .character("a"),
            ])
        #expect(keys("\u{1B}[1\u{7F}a") == [.unknown, .backspace, .character("a")])
    }

    @Test func bytesThatAreNoLettersAreDropped() {
        #expect(keys([0xFF, 0x61]) == [.unknown, .character("a")])
        #expect(keys([0xC3, 0x61]) == [.unknown, .character("a")])
        #expect(keys([0xE1, 0xBA]) == [.unknown, .unknown])
        #expect(keys([0xED, 0xA0, 0x80, 0x61]).last == .character("a"))
        #expect(keys([0xC2, 0x9D, 0x61]) == [.unknown, .character("a")])
    }

    @Test func noBytesMakeItFail() {
        var random = SystemRandomNumberGenerator()
        let favourites: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x7E, 0xE1, 0xBA, 0xA1, 0x0D]
        for _ in 0..<2000 {
            let bytes = (0..<20).map { _ -> UInt8 in
                let any = UInt8.random(in: 0...255, using: &random)
                return Bool.random(using: &random) ? any : favourites.randomElement() ?? 0
            }
            let whole = keys(bytes)
            #expect(whole.count <= bytes.count)
        }
    }
}

@Suite struct SecretAnswerTests {
    private func answer(_ text: String) -> (state: SecretAnswer.State, text: String) {
        var answer = SecretAnswer()
        for byte in text.utf8 {
            let state = answer.take(byte)
            if state != .more { return (state, answer.text) }
        }
        return (.more, answer.text)
    }

    @Test func lettersAreComposed() {
        #expect(answer("Na\u{306}\u{303}ng\r") == (.done, "Nẵng"))
        #expect(answer("Nẵng\n").text.unicodeScalars.count == 4)
    }

    @Test func backspaceTakesALetterBack() {
        #expect(answer("aẵ\u{7F}b\r") == (.done, "ab"))
        #expect(answer("\u{7F}a\u{15}b\r") == (.done, "b"))
    }

    @Test func itCanBeGivenUp() {
        #expect(answer("abc\u{3}").state == .givenUp)
        #expect(answer("\u{4}").state == .givenUp)
        #expect(answer("a\u{4}\r") == (.done, "a"))
    }

    @Test func arrowsAreNoPartOfIt() {
        #expect(answer("a\u{1B}[Db\u{1B}[3~c\u{1B}xd\r") == (.done, "abcd"))
    }
}
