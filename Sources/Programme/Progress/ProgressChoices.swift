import Commands
import Values

/// By which published method a status is given.
enum ProgressMethod: String, ChoiceType {
    case canada
    case unitedNations = "united-nations"

    static let listName = "method"

    var meaning: Text {
        switch self {
        case .canada:
            Text(
                "Statistics Canada, SDG Data Hub: compound pace, limits 0.95, 0.60 and 0",
                vi: "Cơ quan Thống kê Canada: nhịp tăng kép, ngưỡng 0,95; 0,60 và 0")
        case .unitedNations:
            Text(
                "UN Progress Chart 2022: yearly pace, limits 0.95, 0.50 and −0.10",
                vi: "Biểu đồ tiến độ của Liên Hợp Quốc 2022: nhịp mỗi năm, ngưỡng 0,95; 0,50 và −0,10")
        }
    }
}

/// How an indicator moves towards its target.
enum ProgressStatus: String, ChoiceType {
    case achieved
    case onTrack = "on-track"
    case moderate, limited, deteriorating, missed
    case noBaseline = "no-baseline"
    case targetUnknown = "target-unknown"
    case noData = "no-data"
    case withheld

    static let listName = "progress status"

    var meaning: Text {
        switch self {
        case .achieved: Text("the target is met", vi: "đạt")
        case .onTrack: Text("fast enough to meet the target in time", vi: "đúng tiến độ")
        case .moderate: Text("too slow; a little more is needed", vi: "tiến bộ khá, cần đẩy nhanh")
        case .limited: Text("far too slow", vi: "tiến bộ chậm")
        case .deteriorating: Text("moving away from the target", vi: "đi lùi")
        case .missed: Text("the year has passed and the target was not met", vi: "hết hạn mà không đạt")
        case .noBaseline: Text("there is no earlier value to start from", vi: "chưa có số liệu gốc")
        case .targetUnknown: Text("there is a value and no target", vi: "chưa có chỉ tiêu")
        case .noData: Text("there is no value", vi: "chưa có số liệu")
        case .withheld: Text("too few units reported", vi: "quá ít đơn vị báo cáo")
        }
    }
}

extension ProgressMethod {
    /// What a ratio of actual to required pace means.
    func status(_ ratio: Double) -> ProgressStatus {
        let (moderate, limited) = self == .canada ? (0.60, 0.0) : (0.50, -0.10)
        if ratio >= 0.95 { return .onTrack }
        if ratio >= moderate { return .moderate }
        return ratio >= limited ? .limited : .deteriorating
    }
}
