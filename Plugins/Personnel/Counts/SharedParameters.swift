import Commands
import Programme
import Values

// Parameters that several commands of the pack have.

/// `period:` of a list.
let asOfPeriod = Label<Period?>(
    "period",
    Text("As of the end of this period; today when left out.", vi: "Tính đến cuối kỳ; mặc định là hôm nay."))

/// `under:` of a list.
let belowUnit = Label<UnitCode?>(
    "under", Text("Only this unit and all below it.", vi: "Chỉ đơn vị này và các đơn vị trực thuộc."))

/// `on:` of a count.
let countDay = Label<Day>(
    "on", Text("The day of the count.", vi: "Ngày chốt số liệu."),
    default: .now(Text("today", vi: "hôm nay")) { .date($0.today) })

/// `total:` of a count.
let countTotal = Label<Int>("total", Text("Women and men together.", vi: "Tổng số cả nam và nữ."))

/// `women:` of a count.
let countWomen = Label<Int>("women", Text("The women among them.", vi: "Trong đó nữ."))
