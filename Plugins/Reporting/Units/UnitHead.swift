import Commands
import Documents
import Programme
import Values

/// The head of a paper of a unit for which nobody has set one: it names the unit, speaks to the office above that has a
/// head of its own, and leaves the unit's abbreviation to its clerk. `nil` where no office above has one.
func unitHead(_ unit: OfficeUnit, _ paper: OfficialPaper, _ session: Session) throws -> Letterhead? {
    let units = Units(session)
    var above = unit.manager
    var seen: Set<Int64> = [unit.id]
    while let id = above, seen.insert(id).inserted {
        guard let office = try units.unit(id) else { return nil }
        if let head = try letterheads.head(session, office, paper) {
            let isDirect = unit.manager == office.id
            return Letterhead(
                superior: isDirect ? office.name.uppercased() : nil, issuer: unit.name,
                symbol: "\(paper.abbreviation)-…", place: head.place, date: session.today, kind: paper.kind,
                subject: paper.subject, addressees: [office.name], signatory: unit.kind.head,
                recipients: ["Như trên", "Lưu: VT"])
        }
        above = office.manager
    }
    return nil
}

extension UnitKind {
    /// The post of who leads a unit of the kind, as a signature names it; `nil` where kinds tell nothing of it.
    fileprivate var head: String? {
        switch self {
        case .mn, .th, .thcs, .thpt, .lc, .dtnt, .cb, .gdnn: "HIỆU TRƯỞNG"
        case .so, .gdtx, .ttthcd, .tt: "GIÁM ĐỐC"
        case .vhxh, .pb: "TRƯỞNG PHÒNG"
        case .country: nil
        }
    }
}
