public import Commands
public import Database
public import Values

/// What a unit is. Who manages a kind follows Thông tư 45/2026/TT-BGDĐT.
public enum UnitKind: String, ChoiceType, SQLConvertible {
    case so, vhxh, mn, th, thcs, thpt, lc, dtnt, cb, gdtx, ttthcd = "tthtcd", gdnn, tt, pb, country

    /// The list is of unit kinds.
    public static let listName = "unit kind"

    /// What the word means.
    public var meaning: Text {
        switch self {
        case .so: Text("provincial department of education and training", vi: "Sở Giáo dục và Đào tạo")
        case .vhxh: Text("culture and social affairs office of a commune", vi: "Phòng Văn hóa - Xã hội cấp xã")
        case .mn: Text("kindergarten or nursery", vi: "trường mầm non, nhà trẻ")
        case .th: Text("primary school", vi: "trường tiểu học")
        case .thcs: Text("lower secondary school, with or without primary", vi: "trường THCS, TH&THCS")
        case .thpt: Text("upper secondary school", vi: "trường THPT")
        case .lc: Text("school of several levels with upper secondary", vi: "trường phổ thông nhiều cấp học có THPT")
        case .dtnt: Text("boarding school for ethnic minorities", vi: "trường PTDTNT, PTDTBT")
        case .cb: Text("special school", vi: "trường chuyên biệt")
        case .gdtx: Text("continuing education centre", vi: "trung tâm GDTX, GDNN-GDTX")
        case .ttthcd: Text("community learning centre", vi: "trung tâm học tập cộng đồng")
        case .gdnn: Text("vocational institution", vi: "cơ sở giáo dục nghề nghiệp")
        case .tt: Text("unit directly under the department", vi: "đơn vị trực thuộc Sở")
        case .pb: Text("division of the department", vi: "phòng chuyên môn của Sở")
        case .country:
            Text("country or province, as a source of statistics", vi: "quốc gia hoặc tỉnh, để ghi số liệu thống kê")
        }
    }
}
