import Commands
import Database
import Diagnostics
import Values

/// How units are taken back that were registered by mistake, with all that is told of them.
let unitCorrection = Correction("unit", Text("unit", vi: "đơn vị"), in: "unit") {
    Example("retract unit SGD-HP reason: \"Đăng ký nhầm\"").reports("record-in-use")
    Example("retract unit NGO-QUYEN reason: \"Đăng ký nhầm\"").prints("Retracted NGO-QUYEN")
}
