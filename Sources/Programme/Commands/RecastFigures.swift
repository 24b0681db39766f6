import Commands
import Database
import Diagnostics
import Documents
import Tables
import Values

/// `recast figures` tells figures by the units of one day.
let recastFigures = Command(
    "recast figures",
    Text(
        "Tells figures by the units of one day: those of merged units added, those of split units divided.",
        vi: "Tính lại số liệu theo cơ cấu đơn vị tại một ngày: cộng các đơn vị sáp nhập, chia theo tỷ lệ khi tách."),
    lists: RecastTable.columns, by: list
) {
    Label<Day?>(
        "structure",
        Text(
            "The day whose units count; today when left out.", vi: "Ngày lấy cơ cấu đơn vị; mặc định là hôm nay."))
    Label<ElementCode?>("element", Text("Only figures of this element.", vi: "Chỉ loại số liệu này."))
    Label<Period?>("period", Text("Only figures of periods inside this one.", vi: "Chỉ các kỳ nằm trong kỳ này."))
    Label<UnitCode?>("under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))
} examples: {
    Example("define element masters \"holders of a master’s degree\" type: people over-time: last over-units: sum")
    Example("register unit HP-1 \"THPT Cát Bà\" kind: thpt under: SGD-HP")
    Example("record figure masters unit: HP-1 period: 2024 total: 12 women: 7")
    Example("split unit HP-1 into: [HP-1, HP-2] names: [\"THPT Cát Hải\"] shares: [3, 2] on: 2025-09-01")
    Example("recast figures structure: 2025-10-01 element: masters").prints("split 2025-09-01")
    Example("recast figures structure: 2025-10-01 element: trainings").reports(.periodNeeded)
}

private func list(
    session: Session, on: Day?, code: ElementCode?, period: Period?, under: UnitCode?
) throws -> Listing {
    let structure = on ?? session.today
    let recast = try UnitRecast(session, structure: structure)
    let element = try code.flatMap { try Elements(session).element($0.code) }
    var table = try RecastTable(recast, under: under)
    if let element, element.isDerived {
        guard let period else {
            throw Diagnostic.periodNeeded(element.code, "recast figures structure: \(structure)", session)
        }
        let figures = try Elements(session).figures(derivedAs: element.code, period)
        table.add(
            element, period,
            figures.mapValues { FigureClaim(total: $0.total, women: $0.women) },
            kinds: table.kinds(of: figures.keys))
        return Listing(table.table)
    }
    for element in try element.map({ [$0] }) ?? Elements(session).all() {
        guard let id = element.id else { continue }
        var kinds: Set<Int64> = []
        var claims: [Period: [Int64: FigureClaim]] = [:]
        try session.database.forEach(
            "SELECT unit, period, total, women, state FROM figure WHERE element = \(id) AND \(session.visible())"
        ) { row in
            let (unit, state): (Int64, FigureState) = (try row.value(0), try row.value(4))
            if state != .notApplicable { kinds.insert(unit) }
            let own: Period = try row.value(1)
            guard period?.contains(own) ?? true else { return }
            claims[own, default: [:]][unit] = FigureClaim(
                total: try row.value(2), women: try row.value(3), state: state)
        }
        for (own, claims) in claims.sorted(by: { $0.key < $1.key }) {
            table.add(element, own, claims, kinds: table.kinds(of: kinds))
        }
    }
    return Listing(table.table)
}
