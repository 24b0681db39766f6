import Commands
import Database
import Programme
import Values

/// The code of a product: `SP-3`.
struct ProductCode: CodeType {
    static let kind = "product"
    let code: String
}

/// The table of products.
let productTable: SQL = "communication_product"

/// Products as a record kind: their codes are completed and checked.
let productKind = codedKind(
    "product", Text("communication product", vi: "sản phẩm truyền thông"), in: productTable, shownBy: "title")

/// What a product is.
enum ProductKind: String, ChoiceType, SQLConvertible {
    case poster, banner, leaflet, article, post, video, broadcast, other

    static let listName = "product kind"

    var meaning: Text {
        switch self {
        case .poster: Text("a poster", vi: "áp phích, pa-nô")
        case .banner: Text("a banner or slogan", vi: "băng rôn, khẩu hiệu")
        case .leaflet: Text("a leaflet or booklet", vi: "tờ rơi, tờ gấp, sổ tay")
        case .article: Text("an article or news item", vi: "tin, bài viết")
        case .post: Text("a post on a social network", vi: "bài đăng mạng xã hội")
        case .video: Text("a film or clip", vi: "phim, video ngắn")
        case .broadcast: Text("a broadcast", vi: "bài phát thanh, truyền hình")
        case .other: Text("another product", vi: "sản phẩm khác")
        }
    }
}

/// The way a product reaches people.
enum Channel: String, ChoiceType, SQLConvertible {
    case board, hand, loudspeaker, website, social, press, other

    static let listName = "channel"

    var meaning: Text {
        switch self {
        case .board: Text("notice boards and walls", vi: "bảng tin, treo tại đơn vị")
        case .hand: Text("handed out", vi: "phát tận tay")
        case .loudspeaker: Text("loudspeakers", vi: "loa truyền thanh")
        case .website: Text("the website", vi: "trang thông tin điện tử")
        case .social: Text("social networks", vi: "mạng xã hội")
        case .press: Text("newspapers, radio and television", vi: "báo, đài")
        case .other: Text("another way", vi: "kênh khác")
        }
    }
}
