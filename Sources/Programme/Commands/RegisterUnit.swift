import Commands
import Diagnostics
import Documents
import Values

/// `register unit` adds a unit to the register.
let registerUnit = Command(
    "register unit", Text("Adds a unit to the register.", vi: "Thêm một đơn vị vào sổ."), effect: .writes, run: register
) {
    Argument<NewCode>("code", Text("A short code that no other unit has.", vi: "Mã ngắn chưa đơn vị nào dùng."))
    Argument<String>("name", Text("The full name, as on its seal.", vi: "Tên đầy đủ như trên con dấu."))
    Label<UnitKind>("kind", Text("What the unit is.", vi: "Loại đơn vị."))
    Label<UnitCode?>("under", Text("The unit that manages it.", vi: "Đơn vị quản lý."))
    Label<Day?>("opened", Text("The day it was opened.", vi: "Ngày thành lập."))
    Label<String?>("place", Text("Where it lies: the commune.", vi: "Địa bàn: xã, phường."))
} examples: {
    Example("register unit HP-012 \"THPT Thái Phiên\" kind: thpt under: SGD-HP opened: 1960-09-05").prints(
        "Registered HP-012")
    Example("register unit XA-1 \"Xã An Lão\" kind: vhxh under: SGD-HP opened: 2025-07-01")
    Example("register unit TH-1 \"TH An Lão\" kind: th under: XA-1 opened: 1995-09-05").reports(.managerNotOpen)
    Example("register unit SGD-HP \"Another\" kind: so").reports(.unitCodeTaken)
}

private func register(
    session: Session, code: NewCode, name: String, kind: UnitKind, under: UnitCode?, opened: Day?,
    place: String?
) throws -> Document {
    let units = Units(session)
    guard try units.id(of: code.code) == nil else {
        throw Diagnostic(
            .unitCodeTaken,
            Text(
                "The code ‘\(code.code)’ belongs to another unit.", vi: "Mã ‘\(code.code)’ đã thuộc về một đơn vị khác."
            ),
            subject: "code",
            notes: [Text("‘show unit \(code.code)’ tells which.", vi: "Gõ ‘show unit \(code.code)’ để xem đơn vị đó.")])
    }
    if let opened { try refuseFuture(opened, "opened", session) }
    let manager = try under.map { try units.id(of: $0) }
    if let under, let manager, let gap = try UnitSpans(session, of: manager).closed(manager, from: opened) {
        throw UnitConflict.managerNotOpen(under.code, gap, over: code.code)
    }
    _ = try units.insert(code.code, name, kind, manager, opened, place: place)
    return .done(Text("Registered \(code.code) \(name).", vi: "Đã đăng ký \(code.code) \(name)."))
}

extension Diagnostic.Code {
    /// A code that another unit has.
    static let unitCodeTaken: Self = "unit-code-taken"
}
