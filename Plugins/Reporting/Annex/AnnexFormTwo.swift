import Values

extension AnnexForm {
    static let board = AnnexBlock(
        "G", Text("Board for the advancement of women", vi: "Ban vì sự tiến bộ của phụ nữ"),
        [
            AnnexRow("G.1", Text("Has a board", vi: "Có Ban VSTBPN"), .yesNo, "boards"),
            AnnexRow("G.2", Text("Number of the decision", vi: "Số quyết định"), .text, onlyIf: "G.1"),
            AnnexRow("G.3", Text("Day of the decision", vi: "Ngày quyết định, kiện toàn"), .day, onlyIf: "G.1"),
            AnnexRow(
                "G.4", Text("Fits today's staff", vi: "Đã kiện toàn phù hợp nhân sự hiện nay"), .yesNo,
                "board-consolidated", new: .yesNo, onlyIf: "G.1"),
            AnnexRow("G.5", Text("Members", vi: "Số thành viên"), .people, "board-members", onlyIf: "G.1"),
            AnnexRow(
                "G.6", Text("Has working rules", vi: "Có quy chế hoạt động"), .yesNo, "board-regulation", new: .yesNo,
                onlyIf: "G.1"),
            AnnexRow(
                "G.7", Text("Has a plan of the year", vi: "Có kế hoạch hoạt động năm"), .yesNo, "annual-plan",
                new: .yesNo),
            AnnexRow(
                "G.8", Text("Members trained", vi: "Thành viên được tập huấn trong năm"), .people, "board-trained",
                new: .peopleOfYear, onlyIf: "G.1"),
        ])

    static let activities = AnnexBlock(
        "H", Text("Activities", vi: "Hoạt động"),
        [
            AnnexRow(
                "H.1",
                Text("Communication sessions (2 at least)", vi: "Số cuộc truyền thông (yêu cầu ít nhất 02 cuộc)"),
                .count, "sessions"),
            AnnexRow(
                "H.2", Text("Attendances at them", vi: "Lượt người tham dự các cuộc truyền thông"), .people,
                "session-participants"),
            AnnexRow(
                "H.3",
                Text("Action Month 15/11–15/12", vi: "Triển khai Tháng hành động vì bình đẳng giới (15/11–15/12)"),
                .yesNo, "action-month", new: .yesNo),
            AnnexRow(
                "H.4", Text("Family violence month (June)", vi: "Triển khai Tháng hành động PCBLGĐ (tháng 6)"), .yesNo,
                "family-month", new: .yesNo),
            AnnexRow(
                "H.5", Text("8 March", vi: "Hoạt động nhân ngày 8/3"), .yesNo, "women-day", new: .yesNo),
            AnnexRow(
                "H.6", Text("20 October", vi: "Hoạt động nhân ngày 20/10"), .yesNo, "vietnamese-women-day",
                new: .yesNo),
        ])

    static let money = AnnexBlock(
        "I", Text("Money (đồng)", vi: "Kinh phí (đồng)"),
        [
            AnnexRow("I.1", Text("Estimate", vi: "Dự trù"), .money, "budget-estimated", new: .money),
            AnnexRow("I.2", Text("Allocated", vi: "Được giao"), .money, "budget-allocated"),
            AnnexRow("I.3", Text("Spent", vi: "Thực hiện"), .money, "budget-spent"),
            AnnexRow(
                "I.4", Text("Main source", vi: "Nguồn chính"),
                .choice(["Ngân sách nhà nước", "Xã hội hóa", "Lồng ghép hoạt động khác", "Nguồn khác"]),
                optional: true),
        ])

    /// Counts only. They are no figures, so that they reach no table or indicator without the small numbers withheld.
    static let cases = AnnexBlock(
        "K", Text("Cases of violence (counts only)", vi: "Vụ việc bạo lực (chỉ ghi số vụ, không ghi tên)"),
        [
            AnnexRow("K.1", Text("Received", vi: "Tiếp nhận"), .cases),
            AnnexRow("K.2", Text("Supported", vi: "Được hỗ trợ"), .cases),
            AnnexRow("K.3", Text("Referred", vi: "Chuyển tuyến"), .cases),
            AnnexRow("K.4", Text("In progress", vi: "Đang xử lý"), .cases),
        ])

    static let words = AnnexBlock(
        "L", Text("In the unit's words", vi: "Kết quả, khó khăn, kiến nghị (không ghi tên người)"),
        [
            AnnexRow("L.1", Text("Result", vi: "Kết quả nổi bật"), .remark(.result), optional: true),
            AnnexRow("L.2", Text("Result", vi: "Kết quả nổi bật khác"), .remark(.result), optional: true),
            AnnexRow("L.3", Text("Difficulty", vi: "Khó khăn, vướng mắc"), .remark(.difficulty), optional: true),
            AnnexRow("L.4", Text("Difficulty", vi: "Khó khăn, vướng mắc khác"), .remark(.difficulty), optional: true),
            AnnexRow("L.5", Text("Proposal", vi: "Kiến nghị, đề xuất"), .remark(.proposal), optional: true),
            AnnexRow("L.6", Text("Proposal", vi: "Kiến nghị, đề xuất khác"), .remark(.proposal), optional: true),
        ])
}
