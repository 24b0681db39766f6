internal import CPostgres
internal import Database
internal import Diagnostics
internal import Synchronization
internal import Values

/// libpq's own handle of a connection.
///
/// One thread at a time uses it; only `interrupt` may come from another.
final class ServerConnection: Sendable {
    /// The address without its password.
    let name: String
    let calls: cpostgres_calls
    nonisolated(unsafe) let handle: OpaquePointer
    private let cancel: Mutex<Cancel>

    /// What stops a statement; `nil` when all is closed.
    private struct Cancel: @unchecked Sendable {
        var handle: OpaquePointer?
    }

    init(_ address: ServerAddress) throws {
        guard let calls = cpostgres_load()?.pointee else { throw Diagnostic.noPostgresLibrary }
        self.calls = calls
        name = address.name
        guard let handle = calls.connectdb(address.connecting) else { throw Diagnostic.serverUnreachable(name, "") }
        self.handle = handle
        guard calls.status(handle) == 0 else {
            let reason = calls.errorMessage(handle).map { String(cString: $0) } ?? ""
            calls.finish(handle)
            cancel = Mutex(Cancel(handle: nil))
            throw Diagnostic.ofOpening(name, reason)
        }
        cpostgres_be_quiet(handle)
        cancel = Mutex(Cancel(handle: calls.getCancel(handle)))
    }

    deinit { close() }

    /// Stops the statement that is running; may be called from any thread, also when all is closed.
    func interrupt() {
        cancel.withLock { cancel in
            guard let handle = cancel.handle else { return }
            var message = [CChar](repeating: 0, count: 256)
            _ = calls.cancel(handle, &message, 256)
        }
    }

    /// Closes the connection, once; a transaction that is open is rolled back.
    func close() {
        cancel.withLock { cancel in
            guard let handle = cancel.handle else { return }
            calls.freeCancel(handle)
            cancel.handle = nil
            calls.finish(self.handle)
        }
    }

    /// Whether a transaction is open and can go on.
    var isInsideTransaction: Bool { calls.transactionStatus(handle) == 2 }
    /// Whether a transaction is open, also one that has failed.
    var hasTransaction: Bool { [2, 3].contains(calls.transactionStatus(handle)) }

    /// Runs statements without values, in one message; gives the rows of the last one.
    @discardableResult
    func run(_ text: String) throws -> Answer {
        guard let result = calls.exec(handle, text) else { throw Diagnostic.serverLost(name) }
        return try Answer(result, self)
    }
}
