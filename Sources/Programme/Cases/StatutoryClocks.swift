import Commands
import Values

/// One deadline that the law sets for a case.
struct StatutoryClock: Hashable {
    /// What must be done.
    let duty: Text
    /// By when, and how that is counted.
    let due: Text
    /// The law.
    let source: String
    /// How sure the source is.
    let confidence: Confidence
}

extension CaseReferral {
    /// The deadlines that the law sets for the case. Hours run on the wall clock, working days by ``WorkingDays``.
    var clocks: [StatutoryClock] {
        (age.mayBeChild ? childClocks : []) + (age.mayBeChild && kind.isSexual ? [sexualAbuse] : [])
            + (context.contains(.family) || !acts.isEmpty ? [contactProhibition] : [])
    }

    /// What makes the deadlines less sure than they look.
    var clockDoubts: [Text] {
        guard age.mayBeChild else { return [] }
        var doubts: [Text] = []
        if age.isPartlyChild {
            doubts.append(
                Text(
                    "The child protection deadlines hold for children under 16 (Luật Trẻ em, Điều 1).",
                    vi: "Các thời hạn bảo vệ trẻ em áp dụng cho người dưới 16 tuổi (Luật Trẻ em, Điều 1)."))
        }
        let holidays = WorkingDays.doubts(from: received, to: planApproved)
        if !holidays.isEmpty {
            let english = holidays.map(\.english).joined(separator: "; ")
            let vietnamese = holidays.map(\.vietnamese).joined(separator: "; ")
            doubts.append(
                Text(
                    "Not counted as days off, for want of this year's dates: \(english).",
                    vi: "Chưa trừ ngày nghỉ vì chưa có lịch của năm: \(vietnamese)."))
        }
        doubts.append(
            Text(
                "Working days are counted from the day after receipt (own reading); holidays: \(WorkingDays.source).",
                vi:
                    "Ngày làm việc tính từ hôm sau ngày tiếp nhận (cách hiểu riêng); ngày nghỉ: \(WorkingDays.source)."
            ))
        return doubts
    }

    private var planDrafted: Day { WorkingDays.adding(5, to: received) ?? received }
    private var planApproved: Day { WorkingDays.adding(2, to: planDrafted) ?? planDrafted }

    private var childClocks: [StatutoryClock] {
        var clocks = [
            StatutoryClock(
                duty: Text(
                    "tell hotline 111, the police or the commune", vi: "báo Tổng đài 111, công an hoặc UBND cấp xã"),
                due: Text("at once", vi: "ngay"), source: "Luật Trẻ em Đ51; NĐ 56/2017/NĐ-CP Đ25", confidence: .verbatim
            )
        ]
        if danger { clocks.append(seriousDanger) }
        clocks += [
            StatutoryClock(
                duty: Text("support plan drafted", vi: "xây dựng kế hoạch hỗ trợ, can thiệp"),
                due: Text("\(planDrafted), 5 working days", vi: "\(vietnamese(planDrafted)), 5 ngày làm việc"),
                source: "NĐ 56/2017/NĐ-CP", confidence: .verbatim),
            StatutoryClock(
                duty: Text("support plan approved", vi: "phê duyệt kế hoạch hỗ trợ, can thiệp"),
                due: Text(
                    "\(planApproved), 2 working days more", vi: "\(vietnamese(planApproved)), thêm 2 ngày làm việc"),
                source: "NĐ 56/2017/NĐ-CP", confidence: .verbatim),
        ]
        if danger { clocks.append(separation) }
        return clocks
    }

    /// Twelve hours from the moment of recording, or from the beginning of the day of receipt where that was earlier
    /// and its hour is not known.
    private var seriousDanger: StatutoryClock {
        let begin = recorded.day == received ? recorded : Instant(received)
        let end = Instant(seconds: begin.seconds + 12 * 3600)
        let hour = String(end.description.dropFirst(11).prefix(5))
        return StatutoryClock(
            duty: Text("emergency measure or separation", vi: "biện pháp can thiệp khẩn cấp, tạm cách ly"),
            due: Text(
                "\(end.day) \(hour), 12 hours from receipt",
                vi: "\(hour) ngày \(vietnamese(end.day)), 12 giờ từ khi tiếp nhận"),
            source: "NĐ 56/2017/NĐ-CP Đ26 k3, Đ31, Đ32", confidence: .verbatim)
    }

    private var separation: StatutoryClock {
        let end = received.adding(days: 15)
        return StatutoryClock(
            duty: Text("end of a separation", vi: "hết thời hạn tạm cách ly"),
            due: Text(
                "\(end) at the latest if it began on the day of receipt, 15 days",
                vi: "chậm nhất \(vietnamese(end)) nếu cách ly từ ngày tiếp nhận, 15 ngày"),
            source: "NĐ 56/2017/NĐ-CP, Mẫu 07", confidence: .verbatim)
    }

    private var sexualAbuse: StatutoryClock {
        StatutoryClock(
            duty: Text(
                "tell the commune police or the investigation body",
                vi: "chuyển tin cho Công an cấp xã hoặc Cơ quan điều tra"),
            due: Text("at once, survivor under 18", vi: "ngay, người bị xâm hại dưới 18 tuổi"),
            source: "TTLT 01/2022 Đ9", confidence: .verbatim)
    }

    private var contactProhibition: StatutoryClock {
        StatutoryClock(
            duty: Text("prohibition of contact decided", vi: "quyết định cấm tiếp xúc"),
            due: Text("12 hours from a request to the commune", vi: "12 giờ từ khi có đề nghị với UBND cấp xã"),
            source: "Luật 13/2022/QH15", confidence: .secondary)
    }

    private func vietnamese(_ day: Day) -> String { day.formatted(in: .vietnamese) }
}
