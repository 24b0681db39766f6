import Commands
import Database
import Values

/// What money is spent on: the paragraphs (khoản) of Điều 3 of TT 191/2009/TT-BTC.
enum CostCategory: String, ChoiceType, SQLConvertible {
    case k1, k2a, k2b, k2c, k2d, k2e, k3, k4, k5, k6, k7, k8, k9, k10a, k10b, k11, k12

    static let listName = "cost category"

    /// The paragraph's number: `2a`.
    var paragraph: String { String(rawValue.dropFirst()) }

    /// Where it stands: `Thông tư 191/2009/TT-BTC, Điều 3 khoản 2a`.
    var reference: String { "\(Circular191.name), Điều 3 khoản \(paragraph)" }

    var meaning: Text {
        switch self {
        case .k1:
            Text(
                "drafting legal documents, social criticism of policy",
                vi: "xây dựng văn bản quy phạm pháp luật, phản biện xã hội")
        case .k2a: Text("propaganda on mass media", vi: "tuyên truyền trên phương tiện thông tin đại chúng")
        case .k2b:
            Text(
                "leaflets, publications and the bulletin of the committee",
                vi: "tờ rơi, ấn phẩm; bản tin của Ban Vì sự tiến bộ của phụ nữ")
        case .k2c: Text("contests on knowledge of the law", vi: "thi tìm hiểu pháp luật")
        case .k2d:
            Text("spreading the law on gender equality", vi: "phổ biến, giáo dục pháp luật về bình đẳng giới")
        case .k2e:
            Text(
                "clubs: documents, speaker, hall, sound, drinks",
                vi: "sinh hoạt câu lạc bộ: tài liệu, báo cáo viên, hội trường, âm thanh, nước uống")
        case .k3:
            Text(
                "conferences that review, sum up and honour", vi: "hội nghị sơ kết, tổng kết, biểu dương, tôn vinh")
        case .k4:
            Text(
                "training on gender, gender mainstreaming and the work of the committee",
                vi: "tập huấn về giới, lồng ghép giới và nghiệp vụ")
        case .k5:
            Text(
                "directing and inspecting strategy and plan",
                vi: "chỉ đạo, kiểm tra việc thực hiện chiến lược, kế hoạch")
        case .k6: Text("rewards", vi: "khen thưởng")
        case .k7:
            Text("seminars, talks and exchange of experience", vi: "hội thảo, tọa đàm, trao đổi kinh nghiệm")
        case .k8: Text("supervision, surveys and study trips", vi: "giám sát, khảo sát, học tập kinh nghiệm")
        case .k9: Text("night work and overtime", vi: "làm đêm, làm thêm giờ")
        case .k10a:
            Text(
                "movements, contests, arts and sport on 20 October and 8 March",
                vi: "phong trào, hội thi, văn nghệ, thể thao dịp 20/10 và 8/3")
        case .k10b:
            Text(
                "support for women in training with a child under 36 months",
                vi: "hỗ trợ cán bộ nữ đi học có con dưới 36 tháng tuổi")
        case .k11: Text("checking and reviewing legal documents", vi: "kiểm tra, rà soát văn bản quy phạm pháp luật")
        case .k12:
            Text(
                "other: books, papers, bulletin, printing, stationery",
                vi: "chi khác: sách, báo, bản tin, in ấn, văn phòng phẩm")
        }
    }

    /// What decides the amount.
    var rate: Text {
        switch self {
        case .k1: Text("rules on drafting legal documents", vi: "quy định về xây dựng văn bản quy phạm pháp luật")
        case .k2a: Text("contract", vi: "theo hợp đồng")
        case .k2b: Text("rules on procurement and royalties", vi: "quy định về mua sắm và nhuận bút")
        case .k2c, .k2d:
            Text("rules on spreading the law", vi: "quy định về phổ biến, giáo dục pháp luật")
        case .k2e: Text("rules on travel and conferences", vi: "chế độ công tác phí, hội nghị")
        case .k3: Text("rules on conferences", vi: "chế độ hội nghị")
        case .k4: Text("rules on the training of cadres", vi: "quy định về đào tạo, bồi dưỡng cán bộ")
        case .k5: Text("rules on inspection", vi: "quy định về kiểm tra")
        case .k6: Text("Law on Emulation and Rewards", vi: "Luật Thi đua, khen thưởng")
        case .k7: Text("the circular's own norms by role", vi: "định mức của Thông tư theo vai trò")
        case .k8: Text("rules on travel", vi: "chế độ công tác phí")
        case .k9: Text("rules on overtime", vi: "chế độ làm đêm, làm thêm giờ")
        case .k10a:
            Text("the head decides within the estimate", vi: "thủ trưởng đơn vị quyết định trong phạm vi dự toán")
        case .k10b: Text("guidance of the Ministry of Home Affairs", vi: "hướng dẫn của Bộ Nội vụ")
        case .k11: Text("rules on checking documents", vi: "quy định về kiểm tra văn bản")
        case .k12: Text("invoices within the approved estimate", vi: "hóa đơn, chứng từ trong dự toán được duyệt")
        }
    }
}

/// The circular that the categories and norms come from.
enum Circular191 {
    /// Its name.
    static let name = "Thông tư 191/2009/TT-BTC"

    /// How sure it is that it holds.
    static let standing = Text(
        "\(name) of 1 Oct 2009, read in the document; that it is in force is not proven after July 2026",
        vi: "\(name) ngày 01/10/2009, đọc được trong văn bản; chưa chứng minh được còn hiệu lực sau tháng 7/2026")

    /// What is said of amounts that the circular leaves to other rules.
    static let otherAmounts = Text(
        "Only paragraph 7 has norms of its own; other amounts stay as they were entered.",
        vi: "Chỉ khoản 7 có định mức riêng; các mức chi khác giữ nguyên như đã nhập.")
}
