import Diagnostics
import Values
import Workbooks

// What is printed on a sheet must come back as it was.
extension AnnexReading {
    /// Whether the printed words stand where they were, and nothing outside the open cells.
    mutating func holdTogether() -> Bool {
        let printed = layout.printed(stamp)
        var changed: [(CellAddress, String)] = []
        for (address, text) in printed where cells[address]?.typed.composed != text { changed.append((address, text)) }
        changed.sort { ($0.0.row, $0.0.column) < ($1.0.row, $1.0.column) }
        for (address, text) in changed.prefix(3) {
            let stands = cells[address]?.typed ?? ""
            note(
                .annexChanged, address,
                Text(
                    stands.isEmpty ? "‘\(text)’ is gone." : "Here stood ‘\(text)’; now it says ‘\(stands)’.",
                    vi: stands.isEmpty
                        ? "Mất nội dung in sẵn ‘\(text)’." : "Nội dung in sẵn ‘\(text)’ bị đổi thành ‘\(stands)’."),
                Text(
                    "Fill in the file as it was sent: rows, columns and printed words stay.",
                    vi: "Hãy điền vào đúng tệp đã gửi: không thêm, xóa dòng, cột hay sửa chữ in sẵn."))
        }
        noteOutside(Set(printed.keys))
        return changed.isEmpty
    }

    /// Notes what was typed beside the open cells, where nobody would read it.
    private mutating func noteOutside(_ printed: Set<CellAddress>) {
        var open = printed
        for row in layout.form.rows {
            let number = layout.number(of: row.code)
            let computed = [AnnexLayout.share, AnnexLayout.before]
            let columns = row.openColumns + computed + (row.isSum ? [AnnexLayout.total, AnnexLayout.women] : [])
            for column in columns { open.insert(CellAddress(row: number, column: column)) }
        }
        let last = AnnexLayout.headEnd + layout.lines.count
        let free = [1, 4].map { CellAddress(row: $0, column: 0) }
        let outside = cells.keys.filter { $0.row <= last && !open.contains($0) && !free.contains($0) }
        for address in outside.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }).prefix(3) {
            let stands = cells[address]?.typed ?? ""
            note(
                .annexChanged, address,
                Text(
                    "‘\(stands)’ stands where nothing is asked.",
                    vi: "Ô này không phải ô điền nhưng có ghi ‘\(stands)’."),
                Text("Move it to the notes in column H.", vi: "Hãy chuyển nội dung sang cột Ghi chú (cột H)."))
        }
    }
}
