@_spi(_Unicode) import Swift

/// The shape of a Vietnamese syllable: how it may begin, and how it may go on.
enum VietnameseSyllable {
    /// Whether a word can be one syllable of Vietnamese, in letters of either case, with at most one tone.
    static func isOne(_ word: String) -> Bool {
        var letters = String.UnicodeScalarView()
        var tones = 0
        for scalar in word.lowercased()._nfd {
            switch scalar.value {
            case 0x300, 0x301, 0x303, 0x309, 0x323: tones += 1
            default: letters.append(scalar)
            }
        }
        guard tones <= 1 else { return false }
        let whole = String(String.UnicodeScalarView(String(letters)._nfc))
        let onset = onsets.first { whole.hasPrefix($0) } ?? ""
        return rimes.contains(String(whole.dropFirst(onset.count)))
            || onset == "gi" && rimes.contains("i" + whole.dropFirst(2))
            || onset == "qu" && rimes.contains("u" + whole.dropFirst(2))
    }

    /// Longer ones first, so that `ngh` is not taken for `n`.
    private static let onsets = [
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
        "n", "p", "r", "s", "t", "v", "x",
    ]

    private static let rimes: Set<String> = {
        let list = """
            a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng \
            eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac \
            oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong \
            op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uy uya uych uyn uynh uyt \
            uyu uyên uyêt uê uêch uênh uây uân uâng uât uơ uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưng ưt ưu ươc \
            ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu
            """
        return Set(list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    }()
}
