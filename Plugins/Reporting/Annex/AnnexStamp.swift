import Values
import Workbooks

/// What a file says of itself: which form it is, and for whom and what it was written.
struct AnnexStamp: Hashable {
    let form: String
    let version: Int
    /// The code of the office that called.
    let office: String
    let round: String
    let unit: String
    let period: String

    /// The sheet that holds it.
    static let sheet = "Sen"
    /// The names of its cells, from the first row on.
    static let names = [
        "Sen_Form", "Sen_Version", "Sen_Office", "Sen_Round", "Sen_Unit", "Sen_Period", "Sen_Checksum",
    ]

    var values: [String] { [form, String(version), office, round, unit, period, checksum] }

    /// Shows that one of the other values was changed; it is no seal against somebody who means to.
    var checksum: String { AnnexStamp.hash([form, String(version), office, round, unit, period]) }

    /// A number that other lines would hardly have (FNV-1a), in 16 digits.
    static func hash(_ lines: [String]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in lines.joined(separator: "\n").utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    init(form: AnnexForm, office: String, round: String, unit: String, period: Period) {
        (self.form, version, self.office, self.round) = (form.code, form.version, office, round)
        (self.unit, self.period) = (unit, period.description)
    }

    /// Reads the stamp of a file: `nil` where there is none, and whether it is as it was written.
    init?(_ book: Workbook, isWhole: inout Bool) {
        guard let sheet = book.sheets.first(where: { $0.name == AnnexStamp.sheet }) else { return nil }
        var values: [Int: String] = [:]
        for row in sheet.rows { values[row.number] = row[1]?.typed }
        guard let form = values[1], let version = values[2].flatMap({ Int($0) }), let office = values[3],
            let round = values[4], let unit = values[5], let period = values[6]
        else { return nil }
        (self.form, self.version, self.office, self.round) = (form, version, office, round)
        (self.unit, self.period) = (unit, period)
        isWhole = values[7] == checksum
    }
}
