import Commands
import Database
import Values

/// How a session was held.
enum SessionForm: String, ChoiceType, SQLConvertible {
    case talk, seminar, `class`, club, contest, play, rally, broadcast

    static let listName = "session form"

    var meaning: Text {
        switch self {
        case .talk: Text("a talk on a topic", vi: "nói chuyện chuyên đề")
        case .seminar: Text("a seminar or discussion", vi: "hội thảo, tọa đàm")
        case .class: Text("woven into a lesson or class hour", vi: "lồng ghép trong giờ học, sinh hoạt lớp")
        case .club: Text("a meeting of a club", vi: "sinh hoạt câu lạc bộ")
        case .contest: Text("a contest", vi: "hội thi, cuộc thi")
        case .play: Text("a play or performance", vi: "sân khấu hóa, văn nghệ")
        case .rally: Text("a rally or launch", vi: "mít tinh, lễ phát động")
        case .broadcast: Text("a broadcast to listeners of the unit", vi: "phát thanh tại đơn vị")
        }
    }
}
