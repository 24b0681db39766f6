import Commands
import Database
import Diagnostics
import JSON
import Synchronization
import Values

/// The program of a pack, started when it is first needed and kept warm until the session ends.
final class PackProgram: Sendable {
    let pack: InstalledPack
    private let scratch = Mutex<ScratchFolder?>(nil)
    /// The program while nobody asks it anything.
    private let idle = Mutex<ProgramPipe?>(nil)

    init(of pack: InstalledPack) {
        self.pack = pack
    }

    deinit {
        guard var pipe = idle.withLock({ $0 }) else { return }
        pipe.send(JSON.object(["kind": "bye"]).bytes)
        _ = pipe.end(patience: 50)
    }

    /// What a program may see of the world around it.
    static let environment = ["PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8"]

    /// Talks with the program about one thing; it is kept for the next when that has ended well.
    func talk<Answer>(
        in session: Session, _ body: (inout ProgramPipe) throws -> Answer
    ) throws -> Answer {
        var pipe = try take()
        do {
            try greet(&pipe, until: .now + .seconds(patience), in: session)
            pipe.received = 0
            pipe.lastAsked += 1
            let answer = try body(&pipe)
            if pipe.isOpen { idle.withLock { $0 = pipe } }
            return answer
        } catch let silence as ProgramPipe.Silence {
            throw part(from: &pipe, silence)
        } catch let refusal as Refusal {
            // It said so itself, in good order.
            idle.withLock { $0 = pipe }
            throw refusal.finding
        } catch {
            _ = pipe.end(patience: 0, grace: 100)
            throw error
        }
    }

    /// A refusal that the program itself has told.
    struct Refusal: Error {
        let finding: Diagnostic
    }

    /// What may stand in the place of an argument; nothing when the program does not tell in time.
    func completions(_ command: String, _ argument: String, _ prefix: String, in session: Session) -> [Choice] {
        let end = ContinuousClock.now + .milliseconds(PackProtocol.completionTime)
        guard var pipe = try? take() else { return [] }
        do {
            try greet(&pipe, until: end, in: session)
            pipe.received = 0
            pipe.lastAsked += 1
            pipe.send(
                JSON.object([
                    "kind": "complete", "id": .int(pipe.lastAsked), "command": .string(command),
                    "argument": .string(argument), "prefix": .string(prefix),
                ]).bytes)
            while true {
                let message = try message(&pipe, until: end, in: session)
                guard message.id == pipe.lastAsked else { continue }
                idle.withLock { $0 = pipe }
                if case .candidates(_, let words) = message { return Array(words.prefix(200)) }
                return []
            }
        } catch ProgramPipe.Silence.late {
            // What it says later is passed over by its number.
            idle.withLock { $0 = pipe }
            return []
        } catch {
            _ = pipe.end(patience: 0, grace: 20)
            return []
        }
    }

    /// The next thing that the program says.
    func message(
        _ pipe: inout ProgramPipe, until end: ContinuousClock.Instant, in session: Session
    ) throws -> PackProtocol.Message {
        let line = try pipe.next(until: end, isStopped: session.isStopped)
        guard let message = PackProtocol.Message(line) else { throw Diagnostic.garbled(pack.manifest.name, line) }
        guard pipe.received <= PackProtocol.mostBytes else { throw Diagnostic.flooded(pack.manifest.name) }
        return message
    }

    var patience: Int { pack.manifest.patience }

    private func take() throws -> ProgramPipe {
        let waiting = idle.withLock { pipe in
            defer { pipe = nil }
            return pipe
        }
        if let waiting { return waiting }
        // The files are those to which the user has agreed.
        _ = try pack.files()
        let folder = try scratch.withLock { folder in
            if let folder { return folder.path }
            let new = try ScratchFolder()
            folder = new
            return new.path
        }
        let program = pack.manifest.program ?? ""
        do {
            return try ProgramPipe(
                "\(pack.folder)/\(program)", pack: pack.folder, scratch: folder, environment: PackProgram.environment)
        } catch {
            throw Diagnostic.unstartable(pack.manifest.name, program, error.text)
        }
    }

    /// Waits for the program's hello, unless it has come already.
    private func greet(_ pipe: inout ProgramPipe, until end: ContinuousClock.Instant, in session: Session) throws {
        guard !pipe.hasGreeted else { return }
        if pipe.lastAsked == 0 {
            pipe.lastAsked = 1
            pipe.send(
                JSON.object([
                    "kind": "hello", "protocol": .int(PackProtocol.version), "pack": .string(pack.manifest.name),
                ]).bytes)
        }
        guard case .hello(let version) = try message(&pipe, until: end, in: session) else {
            throw Diagnostic.unknownProtocol(pack.manifest.name, nil)
        }
        guard version == PackProtocol.version else {
            throw Diagnostic.unknownProtocol(pack.manifest.name, version)
        }
        pipe.hasGreeted = true
    }

    /// Ends a program that does not answer; tells why.
    private func part(from pipe: inout ProgramPipe, _ silence: ProgramPipe.Silence) -> Diagnostic {
        let name = pack.manifest.name
        switch silence {
        case .late:
            _ = pipe.end(patience: 0)
            return .silent(name, seconds: patience, pipe.lastWords)
        case .ended:
            let how = pipe.end(patience: 200)
            return .departed(name, how, pipe.lastWords)
        case .longLine:
            _ = pipe.end(patience: 0)
            return .flooded(name)
        case .interrupted:
            pipe.send(JSON.object(["kind": "cancel", "id": .int(pipe.lastAsked)]).bytes)
            _ = pipe.end(patience: 30, grace: 30)
            return .interrupted
        }
    }
}
