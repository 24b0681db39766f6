import Commands
import Values

/// What was done, by the classification of GBVIMS: exactly one, the first that fits in this order.
enum ViolenceKind: String, ChoiceType {
    case rape
    case sexualAssault = "sexual-assault"
    case physicalAssault = "physical-assault"
    case forcedMarriage = "forced-marriage"
    case denial, psychological
    case nonGBV = "non-gbv"

    /// The list is of kinds of violence.
    static let listName = "kind of violence"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .rape: Text("rape", vi: "hiếp dâm")
        case .sexualAssault: Text("sexual assault without rape", vi: "xâm hại tình dục không phải hiếp dâm")
        case .physicalAssault: Text("physical assault", vi: "hành hung, bạo lực thể chất")
        case .forcedMarriage: Text("forced or child marriage", vi: "cưỡng ép kết hôn, tảo hôn")
        case .denial:
            Text("denial of resources, opportunities or services", vi: "tước đoạt nguồn lực, cơ hội hoặc dịch vụ")
        case .psychological: Text("psychological or emotional abuse", vi: "bạo lực tinh thần, tình cảm")
        case .nonGBV: Text("no gender-based violence", vi: "không phải bạo lực trên cơ sở giới")
        }
    }

    /// Whether it is sexual violence, of which the police must be told at once where the survivor is under 18.
    var isSexual: Bool { self == .rape || self == .sexualAssault }
}

/// Where and between whom it happened; a context is not a kind.
enum CaseContext: String, ChoiceType {
    case family, school, online, work

    /// The list is of contexts.
    static let listName = "context"

    /// What the word means.
    var meaning: Text {
        switch self {
        case .family: Text("in the family", vi: "trong gia đình")
        case .school: Text("at school", vi: "trong nhà trường")
        case .online: Text("online", vi: "trên môi trường mạng")
        case .work: Text("at work", vi: "nơi làm việc")
        }
    }
}

/// The acts of domestic violence by their letters in Luật 13/2022/QH15, Điều 3 khoản 1. The order of the letters from
/// d on was told by secondary sources only.
enum DomesticAct: String, ChoiceType {
    case a, b, c, d
    case dd = "đ"
    case e, g, h, i, k, l, m, n, o, p, q

    /// The list is of letters.
    static let listName = "letter of the law"

    /// What the letter stands for.
    var meaning: Text {
        switch self {
        case .a: Text("maltreating, beating, threatening", vi: "hành hạ, ngược đãi, đánh đập, đe dọa")
        case .b: Text("insulting, scolding", vi: "lăng mạ, chì chiết")
        case .c: Text("forcing to witness violence", vi: "cưỡng ép chứng kiến bạo lực")
        case .d: Text("neglecting", vi: "bỏ mặc, không quan tâm")
        case .dd: Text("discriminating by body, sex or ability", vi: "kỳ thị về hình thể, giới, giới tính, năng lực")
        case .e: Text("keeping from meeting others", vi: "ngăn cản gặp gỡ, cô lập về quan hệ")
        case .g: Text("hindering family rights and duties", vi: "ngăn cản quyền, nghĩa vụ trong gia đình")
        case .h: Text("spreading private matters", vi: "tiết lộ, phát tán đời tư")
        case .i: Text("forcing sexual relations", vi: "cưỡng ép quan hệ tình dục")
        case .k: Text("forcing pornographic acts", vi: "cưỡng ép khiêu dâm")
        case .l: Text("forcing or hindering marriage or divorce", vi: "cưỡng ép, cản trở kết hôn, ly hôn, tảo hôn")
        case .m: Text("forcing pregnancy or abortion", vi: "cưỡng ép mang thai, phá thai, lựa chọn giới tính")
        case .n: Text("taking or destroying property", vi: "chiếm đoạt, hủy hoại tài sản")
        case .o:
            Text("forcing to overwork, controlling money", vi: "cưỡng ép học tập, lao động quá sức, kiểm soát tài sản")
        case .p: Text("isolating, locking up", vi: "cô lập, giam cầm")
        case .q: Text("forcing out of the home", vi: "cưỡng ép ra khỏi chỗ ở")
        }
    }
}
