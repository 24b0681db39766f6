public import Commands
import Diagnostics
public import Values
import Workbooks

/// The row that is being taken in, and what is wrong with its cells.
///
/// A reading function gives `nil` for an empty cell and for one that is wrong; the latter is remembered, and `settle`
/// refuses the row with all of them at once.
public final class ImportRow {
    var walk: RowWalk
    private let sheet: ImportSheet
    private let mapping: ImportMapping
    let units: UnitNames
    private var conflicts: [ImportConflict] = []
    private var memories: [ColumnMemory] = []

    init(_ sheet: ImportSheet, _ mapping: ImportMapping, _ units: UnitNames) {
        walk = sheet.walk()
        self.sheet = sheet
        self.mapping = mapping
        self.units = units
    }

    /// The number of the row; the line of a text file.
    public var line: Int { walk.line }

    /// The address of a cell of the row, as records keep it.
    public func address(_ place: ImportPlace) -> String {
        sheet.address(row: walk.line, column: place.column ?? 0)
    }

    /// What stands in a cell; what a mapping puts in its place counts.
    func cell(_ place: ImportPlace) -> SheetCell? {
        guard let column = place.column else { return place.fixed.map { .text($0) } }
        guard let cell = cell(at: column) else { return nil }
        guard !mapping.texts.isEmpty, let text = mapping.texts[cell.typed] else { return cell }
        return text.isEmpty ? nil : .text(text)
    }

    /// What stands in a cell of the sheet, texts without blanks at their ends; `nil` where nothing does.
    func cell(at column: Int) -> SheetCell? {
        guard let place = memory(of: column) else { return walk.cell(column) }
        return memories[column][place].cell
    }

    /// The place of what is remembered of a cell; `nil` where nothing is.
    private func memory(of column: Int) -> Int? {
        guard walk.exactWidth != nil else { return nil }
        while memories.count <= column { memories.append(ColumnMemory()) }
        // The walk is asked where it stands: handing it on would copy it for every cell.
        guard let place = walk.number(column, in: &memories[column].cells) else { return nil }
        memories[column].catchUp()
        return place
    }

    /// What depends on a cell alone: as it is remembered, else as it is worked out now.
    @inline(__always)
    func remembered<Meaning>(
        _ column: Int?, _ known: (borrowing ColumnMemory.Kept) -> Meaning?,
        _ keep: (inout ColumnMemory.Kept, Meaning?) -> Void, _ work: () -> Meaning?
    ) -> Meaning? {
        guard let column, let place = memory(of: column) else { return work() }
        if let meaning = known(memories[column][place]) { return meaning }
        let found = work()
        keep(&memories[column][place], found)
        return found
    }

    /// What stands in a cell as it would be typed, wrong or not; `nil` for an empty one.
    public func typed(_ place: ImportPlace) -> String? { cell(place)?.typed }

    /// Remembers that a cell is wrong.
    public func note(_ place: ImportPlace, _ why: Text, proposal: Text? = nil) {
        conflicts.append(ImportConflict(column: place.column, why, proposal: proposal))
    }

    /// Refuses the row when anything was wrong with it.
    public func settle() throws {
        guard conflicts.isEmpty else { throw ImportConflicts(all: conflicts) }
    }

    /// The code of the unit for which a mapping takes a text.
    func unitCode(_ text: String) -> String? { mapping.units[text] }

    /// How many of its cells are wrong, as far as they were looked at.
    var conflictCount: Int { conflicts.count }

    func clear() { if !conflicts.isEmpty { conflicts = [] } }

    /// Remembers that a cell is empty in which something must stand.
    public func missing(_ place: ImportPlace) {
        note(place, Text("‘\(place.name)’ is missing.", vi: "Thiếu ‘\(place.name)’."))
    }

    /// The column whose cells may be read from their bytes, since no mapping puts anything in their place.
    func plainColumn(_ place: ImportPlace) -> Int? { mapping.texts.isEmpty ? place.column : nil }

    // MARK: Readings

    /// The text of a cell as it would be typed.
    public func text(_ place: ImportPlace) -> String? {
        switch cell(place) {
        case nil: return nil
        case .error(let error)?:
            noteError(place, error)
            return nil
        case let cell?: return cell.typed
        }
    }

    /// The text of a cell in which something must stand.
    public func requiredText(_ place: ImportPlace) -> String? {
        if cell(place) == nil { missing(place) }
        return text(place)
    }

    /// The number in a cell, by the form of its column.
    public func number(_ place: ImportPlace) -> Number? {
        let plain = plainColumn(place)
        if let plain, let whole = walk.wholeNumber(plain) { return Number(whole) }
        return remembered(plain, { $0.number }, { $0.number = $1 }, { anyNumber(place) })
    }

    private func anyNumber(_ place: ImportPlace) -> Number? {
        switch cell(place) {
        case nil: return nil
        case .number(let number)?: return number
        case .error(let error)?: noteError(place, error)
        case .percent?, .date?, .yesNo?:
            note(
                place,
                Text(
                    "‘\(walk.cell(place.column ?? 0)?.typed ?? "")’ is not a number.",
                    vi: "‘\(walk.cell(place.column ?? 0)?.typed ?? "")’ không phải là số."),
                proposal: Text("Show the cell as a number in the sheet.", vi: "Định dạng lại ô đó thành số."))
        case .text(let text)?: return number(text, place)
        }
        return nil
    }

    private func number(_ text: String, _ place: ImportPlace) -> Number? {
        guard let form = NumberForm(text) else {
            let nothing = ["-", "–", "—", "x", "không", "không có", "k", "/"].contains(text.lowercased())
            note(
                place, Text("‘\(text)’ is not a number.", vi: "‘\(text)’ không phải là số."),
                proposal: nothing ? Text(verbatim: ImportMapping.line("text", text, "0")) : nil)
            return nil
        }
        if let number = form.number(in: place.style) { return number }
        if place.isOwn, place.style == .unknown, let number = Number(text) { return number }
        guard form.isAmbiguous, let read = form.number(in: .comma), let other = form.number(in: .point) else {
            note(place, Text("‘\(text)’ has too many digits.", vi: "‘\(text)’ có quá nhiều chữ số."))
            return nil
        }
        // Thousands are likelier than three decimals.
        let proposed: NumberStyle = read.decimals == 0 ? .comma : .point
        note(
            place,
            Text(
                "‘\(text)’ is \(read) or \(other): nothing in the column tells.",
                vi: "‘\(text)’ là \(read) hay \(other): cả cột không cho biết."),
            proposal: Text(verbatim: ImportMapping.line("numbers", place.heading, proposed.sample)))
        return nil
    }

    /// The whole number in a cell.
    public func whole(_ place: ImportPlace) -> Int? {
        guard let number = number(place) else { return nil }
        if let whole = number.whole { return Int(whole) }
        note(place, Text("\(number) is not a whole number.", vi: "\(number) không phải là số nguyên."))
        return nil
    }

    /// The amount in a cell, with or without the sign of đồng.
    public func money(_ place: ImportPlace) -> Money? {
        var amount: Number?
        if case .text(let text)? = cell(place) {
            amount = number(text.withoutDong, place)
        } else {
            amount = number(place)
        }
        guard let amount else { return nil }
        if let whole = amount.whole { return Money(dong: whole) }
        note(place, Text("\(amount) is not whole đồng.", vi: "\(amount) không phải số đồng nguyên."))
        return nil
    }

    /// The word of a list in a cell, or what it means in either language.
    public func choice<Word: ChoiceType>(_ place: ImportPlace, _ type: Word.Type = Word.self) -> Word? {
        guard let text = text(place) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let key = headingKey(text)
        let meant = Word.allCases.filter { word in
            [word.rawValue, word.meaning.english, word.meaning.vietnamese].contains { headingKey($0) == key }
        }
        if meant.count == 1 { return meant[0] }
        let near = nearest(to: text, among: Word.allCases.map(\.rawValue))
        note(
            place,
            Text("‘\(text)’ is no \(Word.listName)", vi: "‘\(text)’ không có trong danh mục")
                + (near.map { Text("; did you mean ‘\($0)’?", vi: "; có phải ‘\($0)’?") } ?? Text(verbatim: ".")),
            proposal: near.map { Text(verbatim: ImportMapping.line("text", text, $0)) })
        return nil
    }

    func noteError(_ place: ImportPlace, _ error: String) {
        note(
            place,
            Text("The formula of the cell gives \(error).", vi: "Công thức trong ô cho kết quả lỗi \(error)."),
            proposal: Text("Mend the formula, save the workbook.", vi: "Sửa công thức rồi lưu lại tệp."))
    }
}

extension String {
    /// The text without the sign of đồng behind it.
    var withoutDong: String {
        let signs = ["đồng", "đ", "₫", "VND", "VNĐ"]
        return signs.first(where: hasSuffix).map { String(dropLast($0.count)).trimmed } ?? self
    }
}

/// Everything that is wrong with a row.
struct ImportConflicts: Error {
    let all: [ImportConflict]
}
