import Commands
import Diagnostics
import Glibc
import LanguageServer
import Values

/// Speaks with an editor over standard input and output.
struct LanguageServerRun {
    let world: World
    let output: Output

    /// Answers until the editor asks to end or goes away; gives the status for the system.
    func run() throws -> Int {
        let (session, hasDatabase) = try session()
        let server = LanguageServer(session, hasDatabase: hasDatabase)
        var frames = MessageFrames()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            while let frame = frames.next() {
                server.receive(frame).forEach(send)
                if let status = server.exitStatus { return status }
            }
            if !hasInput { server.news().forEach(send) }
            let count = read(STDIN_FILENO, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0, output.failure == nil else { return 1 }
            frames.append(buffer[..<count])
        }
    }

    /// The codes come from the database that was named; without one, or when it cannot be read, there are none.
    private func session() throws -> (Session, Bool) {
        guard world.options.database != nil, let session = try? world.session(origin: "editor", readsOnly: true) else {
            return (try world.session(origin: "editor", inMemory: true), false)
        }
        return (session, true)
    }

    /// Whether the editor has more to say at once, so that findings of a text that is changing already can wait.
    private var hasInput: Bool {
        var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) > 0 && waiting.revents & Int16(POLLIN) != 0
    }

    private func send(_ message: [UInt8]) {
        output.write(String(decoding: MessageFrames.framed(message), as: UTF8.self), to: STDOUT_FILENO)
    }
}
