/// Where whole databases lie beside the one that is open: back-ups.
public protocol DatabaseShelf: AnyObject {
    /// Makes a database under a path. `fill` puts its content in; `check` sees what a reader of it will see. It appears
    /// whole, in place of one that may be there, when both have succeeded, and not at all otherwise.
    func keep(
        _ path: String, fill: (any Connection) throws -> Void, check: (any Connection) throws -> Void) throws
    /// Whether there is anything under a path.
    func has(_ path: String) -> Bool
    /// Opens a database for reading.
    func open(_ path: String) throws -> any Connection
}
