/// The address of a database on a server, taken apart: what libpq is told, what may be shown, and whose rows are meant.
struct ServerAddress {
    /// The address as libpq takes it.
    let connecting: String
    /// The address without a password and without settings.
    let name: String
    /// The office whose rows the connection sees.
    let office: String

    /// The office of an address that names none.
    static let defaultOffice = "default"
    /// How many seconds a server may take to answer; libpq alone would wait for minutes.
    private static let patience = 10

    /// Reads `postgres://user:password@server:port/database?office=SGD-HP`.
    init(_ address: String) {
        let (path, query) = ServerAddress.split(address)
        let settings = query.split(separator: "&")
        let wanted = settings.last { $0.hasPrefix("office=") }?.dropFirst("office=".count)
        office = wanted.map { ServerAddress.plain($0) } ?? ServerAddress.defaultOffice
        var kept = settings.filter { !$0.hasPrefix("office=") }
        if !kept.contains(where: { $0.hasPrefix("connect_timeout=") }) {
            kept.append("connect_timeout=\(ServerAddress.patience)")
        }
        connecting = path + "?" + kept.joined(separator: "&")
        let shown = ServerAddress.withoutPassword(path)
        name = wanted == nil ? shown : shown + "?office=" + office
    }

    /// Whether the office can be one: letters, digits and `-._`, up to 63 of them.
    var hasOffice: Bool {
        (1...63).contains(office.utf8.count)
            && office.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "-._".utf8.contains(byte)
                }
            }
    }

    /// The settings stand behind the first question mark; one in a password, in front of ‘@’, is passed over.
    private static func split(_ address: String) -> (path: String, query: Substring) {
        guard var question = address.firstIndex(of: "?") else { return (address, "") }
        let front = address[..<question]
        let hasServer = front.contains("@") || front.replacing("://", with: "").contains("/")
        if !hasServer, let at = address.lastIndex(of: "@"), question < at {
            guard let next = address[at...].firstIndex(of: "?") else { return (address, "") }
            question = next
        }
        return (String(address[..<question]), address[address.index(after: question)...])
    }

    private static func withoutPassword(_ path: String) -> String {
        guard let scheme = path.firstRange(of: "://")?.upperBound, let at = path[scheme...].lastIndex(of: "@") else {
            return path
        }
        let user = path[scheme..<at].prefix { $0 != ":" }
        return String(path[..<scheme]) + user + path[at...]
    }

    /// Undoes `%2D` and the like.
    private static func plain(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else {
                bytes.append(byte)
                continue
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
