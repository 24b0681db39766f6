import Commands
import Database
import Values

/// Who is paid at a seminar: the norms of TT 191/2009/TT-BTC, Điều 3 khoản 7.
enum SeminarRole: String, ChoiceType, SQLConvertible {
    case speaker, chair, secretary, participant, drinks

    static let listName = "seminar role"

    var meaning: Text {
        switch self {
        case .speaker: Text("speaker, for each report", vi: "báo cáo viên, mỗi báo cáo")
        case .chair: Text("chair, for each session", vi: "chủ trì, mỗi người một buổi")
        case .secretary: Text("secretary, for each session", vi: "thư ký, mỗi người một buổi")
        case .participant: Text("participant, for each session", vi: "thành viên tham dự, mỗi người một buổi")
        case .drinks: Text("drinks, by the rules on conferences", vi: "nước uống, theo chế độ hội nghị")
        }
    }

    /// The least and the most đồng that the circular allows; `nil` where other rules decide.
    var norm: ClosedRange<Int64>? {
        switch self {
        case .speaker: 200_000...300_000
        case .chair: 150_000...150_000
        case .secretary: 100_000...100_000
        case .participant: 70_000...70_000
        case .drinks: nil
        }
    }
}

/// Where money comes from.
enum FundSource: String, ChoiceType, SQLConvertible {
    case state, contribution, other

    static let listName = "fund source"

    var meaning: Text {
        switch self {
        case .state: Text("the state budget", vi: "ngân sách nhà nước")
        case .contribution: Text("voluntary contributions", vi: "đóng góp tự nguyện")
        case .other: Text("another lawful source", vi: "nguồn hợp pháp khác")
        }
    }
}
