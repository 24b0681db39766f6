internal import Database
public import Diagnostics
internal import Values

extension Diagnostic {
    /// Says in Sen's words what the server reported by its five-letter state. Its messages may hold values, so only
    /// what it says of rules and statements, which name tables and columns, is passed on.
    static func ofPostgres(_ state: String, reason: String, name: String) -> Diagnostic {
        switch state {
        case "55P03", "40P01", "40001": .databaseLocked(name)
        case "25006": .databaseReadOnly(name)
        case "53100": .diskFull(name)
        case "58030": .diskFailed(name)
        case "57014": .interrupted
        case "25P02": .transactionLost(name)
        case "42501": .serverRight(reason)
        case "08P01": .databaseStatement(reason)
        case _ where state.hasPrefix("23"): .databaseRule(reason)
        case _ where state.hasPrefix("08") || state.hasPrefix("57P"): .serverLost(name)
        case _ where state.hasPrefix("22"): .databaseStatement("state \(state)")
        default: .databaseStatement(reason)
        }
    }

    /// Says why a connection was refused; libpq tells it in words only.
    static func ofOpening(_ name: String, _ reason: String) -> Diagnostic {
        if reason.contains("does not exist"), reason.contains("database") { return .serverDatabaseMissing(name) }
        if reason.contains("authentication failed") || reason.contains("no password supplied")
            || reason.contains("role ")
        {
            return .serverPassword(name)
        }
        let lines = reason.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "\t" } }
        return .serverUnreachable(name, lines.first.map(String.init) ?? "")
    }

    /// Says that the library for PostgreSQL is not installed.
    static let noPostgresLibrary = Diagnostic(
        .serverLibraryMissing,
        Text(
            "A PostgreSQL database needs the library libpq, which is not installed.",
            vi: "Muốn mở cơ sở dữ liệu PostgreSQL phải có thư viện libpq, máy này chưa cài."),
        notes: [
            Text("Install it: sudo apt-get install libpq5", vi: "Hãy cài: sudo apt-get install libpq5")
        ])

    /// Says that a server does not answer.
    static func serverUnreachable(_ name: String, _ reason: String) -> Diagnostic {
        Diagnostic(
            .serverUnreachable,
            Text("The server of ‘\(name)’ cannot be reached.", vi: "Không kết nối được máy chủ của ‘\(name)’."),
            notes: [
                Text(verbatim: reason),
                Text(
                    "Check the address, postgres://user@server:5432/database, and that the server runs: "
                        + "pg_isready -h server -p 5432",
                    vi: "Hãy kiểm tra địa chỉ, postgres://tên@máy-chủ:5432/cơ-sở-dữ-liệu, và xem máy chủ có đang chạy "
                        + "không: pg_isready -h máy-chủ -p 5432"),
            ])
    }

    /// Says that a connection was lost.
    static func serverLost(_ name: String) -> Diagnostic {
        Diagnostic(
            .serverUnreachable,
            Text("The connection to ‘\(name)’ was lost.", vi: "Đã mất kết nối với ‘\(name)’."),
            notes: [
                Text(
                    "What was not finished has been undone. Leave Sen, start it again, and type the line again.",
                    vi: "Việc dở dang đã được hoàn lại. Hãy thoát Sen, mở lại rồi gõ lại dòng lệnh.")
            ])
    }

    /// Says that the server does not know the user or his password.
    static func serverPassword(_ name: String) -> Diagnostic {
        Diagnostic(
            .serverPassword,
            Text(
                "The server of ‘\(name)’ does not take this user or password.",
                vi: "Máy chủ của ‘\(name)’ không nhận tên người dùng hoặc mật khẩu này."),
            notes: [
                Text(
                    "Put the password into ~/.pgpass, a line server:5432:database:user:password (then chmod 600 "
                        + "~/.pgpass), or into PGPASSWORD; not into the address, which others on this machine can see.",
                    vi: "Hãy ghi mật khẩu vào ~/.pgpass, một dòng máy-chủ:5432:cơ-sở-dữ-liệu:tên:mật-khẩu (rồi chmod "
                        + "600 ~/.pgpass), hoặc vào PGPASSWORD; đừng ghi vào địa chỉ vì người khác trên máy này thấy "
                        + "được.")
            ])
    }

    /// Says that the server has no database of the name.
    static func serverDatabaseMissing(_ name: String) -> Diagnostic {
        Diagnostic(
            .databaseMissing,
            Text("There is no database at ‘\(name)’.", vi: "Không có cơ sở dữ liệu nào tại ‘\(name)’."),
            notes: [
                Text(
                    "Check the name, or make the database on the server: createdb --owner sen NAME",
                    vi: "Hãy kiểm tra tên, hoặc tạo cơ sở dữ liệu trên máy chủ: createdb --owner sen TÊN")
            ])
    }

    /// Says that the user stands above the rules that keep offices apart.
    static func serverSuperuser(_ name: String) -> Diagnostic {
        Diagnostic(
            .serverSuperuser,
            Text(
                "Sen does not work as an administrator of the server: ‘\(name)’.",
                vi: "Sen không làm việc bằng tài khoản quản trị máy chủ: ‘\(name)’."),
            notes: [
                Text(
                    "The rules that keep offices and units apart do not bind an administrator. Make a user and a "
                        + "database for Sen: createuser --pwprompt sen, then createdb --owner sen sen.",
                    vi: "Quy tắc tách dữ liệu giữa các cơ quan, đơn vị không ràng buộc người quản trị. Hãy tạo người "
                        + "dùng và cơ sở dữ liệu cho Sen: createuser --pwprompt sen, rồi createdb --owner sen sen.")
            ])
    }

    /// Says that the user has no right to do this.
    static func serverRight(_ reason: String) -> Diagnostic {
        Diagnostic(
            .serverRight,
            Text(
                "Your role gives you no right to do this.", vi: "Vai trò của bạn không có quyền làm việc này."),
            notes: [
                Text(verbatim: reason),
                Text(
                    "Recorders write the records of their own units, managers everything but cases, case officers "
                        + "cases. Ask whoever runs the server for another role, or a manager to do it.",
                    vi: "Người ghi sổ chỉ ghi số liệu của đơn vị mình, người quản lý ghi mọi thứ trừ vụ việc, người "
                        + "phụ trách vụ việc ghi vụ việc. Hãy xin người quản trị máy chủ cấp vai trò khác hoặc nhờ "
                        + "người quản lý làm."),
            ])
    }

    /// Says that what stands for an office in an address can be none.
    static func officeUnreadable(_ office: String) -> Diagnostic {
        Diagnostic(
            .officeUnreadable,
            Text(
                "‘\(office)’ cannot be the code of an office.", vi: "‘\(office)’ không thể là mã của một cơ quan."),
            notes: [
                Text(
                    "Letters, digits and -._ only, up to 63: postgres://user@server/database?office=SGD-HP",
                    vi: "Chỉ dùng chữ cái không dấu, chữ số và -._, tối đa 63 ký tự: "
                        + "postgres://tên@máy-chủ/cơ-sở-dữ-liệu?office=SGD-HP")
            ])
    }
}

extension Diagnostic.Code {
    /// The library for PostgreSQL is not installed.
    public static let serverLibraryMissing: Self = "server-library-missing"
    /// The server of a database does not answer.
    public static let serverUnreachable: Self = "server-unreachable"
    /// The server does not take the user or the password.
    public static let serverPassword: Self = "server-password"
    /// The user is an administrator of the server, whom no rule binds.
    public static let serverSuperuser: Self = "server-superuser"
    /// The user has no right to what a line does.
    public static let serverRight: Self = "server-right"
    /// What an address gives as an office can be none.
    public static let officeUnreadable: Self = "office-unreadable"
}
