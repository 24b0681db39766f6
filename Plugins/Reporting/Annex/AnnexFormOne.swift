import Programme
import Values

extension AnnexForm {
    /// Phụ lục 1 with the blocks that units were found to report (A to K), and their words (L). No official form could
    /// be read: rows and wording are our own proposal, and the sheet says so.
    static let one = AnnexForm(
        code: "phu-luc-1", version: 1, sheet: "Phụ lục 1",
        blocks: [
            general, staff, leaders, organisations, planned, degrees, studies, board, activities, money, cases, words,
        ],
        rules: [
            .within(["A.2"], whole: "A.1"), .within(["A.3", "A.4"], whole: "A.1"), .within(["A.5"], whole: "A.1"),
            .within(["A.6"], whole: "A.1"), .atMost("B.1", 1), .within(["B.1", "B.2"], whole: "A.2"),
            .within(["B.4"], whole: "A.1"), .within(["C.1"], whole: "A.1"), .within(["C.2"], whole: "C.1"),
            .within(["C.3"], whole: "C.1"), .within(["C.4"], whole: "A.1"),
            .within(["E.1", "E.2", "E.3"], whole: "A.1"), .within(["E.4", "E.5"], whole: "A.1"),
            .within(["F.4"], whole: "F.3"), .within(["G.8"], whole: "G.5"), .within(["K.2"], whole: "K.1"),
            .within(["K.3"], whole: "K.1"), .within(["K.4"], whole: "K.1"),
        ])

    private static let general = AnnexBlock(
        "", Text("General", vi: "Thông tin chung"),
        [AnnexRow("1", Text("Day of the count", vi: "Ngày chốt số liệu"), .day)])

    private static let staff = AnnexBlock(
        "A", Text("Staff", vi: "Đội ngũ"),
        [
            AnnexRow("A.1", Text("Staff in all", vi: "Tổng số cán bộ, giáo viên, nhân viên"), .people, "staff"),
            AnnexRow("A.2", Text("Managers", vi: "Cán bộ quản lý"), .people, "staff-managers"),
            AnnexRow("A.3", Text("Teachers", vi: "Giáo viên"), .people, "teachers"),
            AnnexRow("A.4", Text("Support staff", vi: "Nhân viên"), .people, "support-staff", new: .people),
            AnnexRow("A.5", Text("From ethnic minorities", vi: "Người dân tộc thiểu số"), .people, "minority-staff"),
            AnnexRow("A.6", Text("Under 35", vi: "Dưới 35 tuổi"), .people, "young-staff"),
        ])

    private static let leaders = AnnexBlock(
        "B", Text("Leadership", vi: "Lãnh đạo, quản lý"),
        [
            AnnexRow("B.1", Text("Head (0 while vacant)", vi: "Người đứng đầu (khuyết thì ghi 0)"), .people, "heads"),
            AnnexRow("B.2", Text("Deputies", vi: "Cấp phó"), .people, "deputies", new: .people),
            AnnexRow(
                "B.3", Text("Head and deputies", vi: "Cộng người đứng đầu và cấp phó"), .sum(["B.1", "B.2"]),
                "leaders"),
            AnnexRow(
                "B.4", Text("Heads and deputies of teams", vi: "Tổ trưởng, tổ phó chuyên môn"), .people, "team-leads",
                new: .people, kinds: [.mn, .th, .thcs, .thpt, .lc, .dtnt, .cb, .gdtx, .gdnn]),
            AnnexRow(
                "B.5", Text("Heads and deputies of divisions", vi: "Trưởng phòng, phó trưởng phòng"), .people,
                "division-leads", new: .people, kinds: [.so, .pb, .tt, .gdnn, .vhxh]),
        ])

    private static let organisations = AnnexBlock(
        "C", Text("Party and trade union", vi: "Đảng, đoàn thể"),
        [
            AnnexRow("C.1", Text("Party members", vi: "Đảng viên"), .people, "party-members"),
            AnnexRow(
                "C.2", Text("Admitted this year", vi: "Đảng viên kết nạp trong năm"), .people, "party-admitted",
                new: .peopleOfYear),
            AnnexRow("C.3", Text("Party committee", vi: "Cấp ủy viên"), .people, "party-committee"),
            AnnexRow(
                "C.4", Text("Trade union committee", vi: "Ủy viên Ban Chấp hành công đoàn"), .people, "union-committee",
                new: .people),
        ])

    private static let planned = AnnexBlock(
        "D", Text("Planned and appointed cadres", vi: "Quy hoạch, bổ nhiệm"),
        [
            AnnexRow(
                "D.1", Text("Planned as head", vi: "Quy hoạch người đứng đầu"), .people, "planned-heads", new: .people),
            AnnexRow(
                "D.2", Text("Planned as deputy", vi: "Quy hoạch cấp phó"), .people, "planned-deputies", new: .people),
            AnnexRow("D.3", Text("Appointed this year", vi: "Bổ nhiệm mới trong năm"), .people, "appointments"),
        ])

    private static let degrees = AnnexBlock(
        "E", Text("Degrees", vi: "Trình độ"),
        [
            AnnexRow("E.1", Text("Doctors", vi: "Tiến sĩ"), .people, "staff-doctors"),
            AnnexRow("E.2", Text("Masters", vi: "Thạc sĩ"), .people, "staff-masters"),
            AnnexRow("E.3", Text("University degree", vi: "Đại học"), .people, "staff-bachelors", new: .people),
            AnnexRow(
                "E.4", Text("High political theory", vi: "Lý luận chính trị cao cấp"), .people, "theory-high",
                new: .people),
            AnnexRow(
                "E.5", Text("Middle political theory", vi: "Lý luận chính trị trung cấp"), .people, "theory-middle",
                new: .people),
        ])

    private static let studies = AnnexBlock(
        "F", Text("Studies and training", vi: "Đào tạo, bồi dưỡng"),
        [
            AnnexRow(
                "F.1", Text("Sent to study this year", vi: "Được cử đi học trong năm"), .people, "staff-studied"),
            AnnexRow(
                "F.2", Text("Trained in gender equality", vi: "Được tập huấn về bình đẳng giới trong năm"), .people,
                "equality-trained"),
            AnnexRow(
                "F.3",
                Text(
                    "Leaders and planned cadres, each once",
                    vi: "Cán bộ quản lý và người trong quy hoạch (mỗi người 1 lần)"
                ), .people, "leadership-pool", new: .peopleOfYear),
            AnnexRow(
                "F.4", Text("of them trained", vi: "Trong đó được bồi dưỡng trong năm"), .people,
                "leadership-pool-trained", new: .peopleOfYear),
        ])
}
