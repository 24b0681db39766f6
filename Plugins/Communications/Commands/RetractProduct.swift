import Commands
import Documents
import Programme
import Values

/// `retract product` ends a communication product that was recorded by mistake.
let retractProduct = Command(
    "retract product",
    Text(
        "Takes back a communication product that was recorded by mistake.",
        vi: "Rút một sản phẩm truyền thông đã ghi nhầm."),
    effect: .writes, run: retractRecord
) {
    Argument<ProductCode>("product", Text("The product.", vi: "Sản phẩm."))
    Label<String>("reason", Text("Why it is taken back.", vi: "Lý do rút."))
} examples: {
    Example("retract product SP-1 reason: \"Ghi trùng\"").prints("Retracted SP-1")
    Example("retract product SP-9 reason: \"Ghi trùng\"").reports(.unknownCode)
}

private func retractRecord(session: Session, product: ProductCode, reason: String) throws -> Document {
    try retract(product.code, from: productTable, reason: reason, session)
    return .done(Text("Retracted \(product.code): \(reason)", vi: "Đã rút \(product.code): \(reason)"))
}
