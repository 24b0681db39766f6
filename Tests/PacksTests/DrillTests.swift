import Commands
import Foundation
import Synchronization
import TestSupport
import Testing
import Values

@testable import Packs

/// What a program of a pack may do wrong, and what it can see.
@Suite(.serialized) struct DrillTests {
    @Test func seesNothingOfTheOffice() throws {
        setenv("SEN_DATABASE", "/somewhere/secret.db", 1)
        let office = try Installing()
        let secret = FileManager.default.temporaryDirectory.appending(path: "sen-secret-\(getpid())")
        try "secret".write(to: secret, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: secret) }
        _ = office.install(
            body: """
                file=closed; cat '\(secret.path)' >/dev/null 2>&1 && file=open
                parent=closed; cat /proc/$PPID/environ >/dev/null 2>&1 && parent=open
                touch here && here=mine
                names=$(env | cut -d= -f1 | sort | tr '\\n' ' ')
                tell "$names $file $parent $here $(pwd)"
                end
                """)
        let (answer, codes) = office.say("trial it")
        #expect(codes.isEmpty, "\(answer)")
        #expect(!answer.contains("SEN_"))
        #expect(!answer.contains("HOME"))
        #expect(answer.contains("LANG"))
        #expect(answer.contains("mine /tmp/sen-pack-"))
        guard ProgramPipe.isConfined else { return }
        #expect(answer.contains("closed closed mine"), "\(answer)")
    }

    @Test func staysWarm() throws {
        let office = try Installing()
        _ = office.install(
            body: "n=$((n + 1)); tell \"time $n of $$\"; end")
        let first = office.say("trial it").answer
        let second = office.say("trial it").answer
        #expect(first.hasPrefix("time 1 of "))
        #expect(second.hasPrefix("time 2 of "))
        #expect(first.split(separator: " ").last == second.split(separator: " ").last)
    }

    @Test func startsAgainAfterACrash() throws {
        let office = try Installing()
        _ = office.install(
            body: """
                case "$line" in *crash*) exit 9 ;; esac
                end
                """)
        #expect(office.say("trial it \"crash\"").codes == ["pack-stopped"])
        #expect(office.say("trial it").codes == [])
    }

    @Test func leavesNoProcessBehind() throws {
        let office = try Installing()
        let mark = "86399.\(getpid())"
        _ = office.install(patience: 1, body: "trap '' TERM HUP; sleep \(mark) & sleep \(mark)")
        let start = ContinuousClock.now
        #expect(office.say("trial it").codes == ["pack-silent"])
        #expect(ContinuousClock.now - start < .seconds(10))
        #expect(Self.areGone(mark))
    }

    @Test func leavesNoZombieBehind() throws {
        let scratch = try ScratchFolder()
        let program = scratch.path + "/run"
        try "#!/bin/sh\nexit 5\n".write(toFile: program, atomically: true, encoding: .utf8)
        chmod(program, 0o755)
        var pipe = try ProgramPipe(program, pack: scratch.path, scratch: scratch.path, environment: [])
        #expect(kill(pipe.process, 0) == 0)
        #expect(pipe.end(patience: 5000) == .status(5))
        #expect(kill(pipe.process, 0) != 0 && errno == ESRCH)
        // Ending it twice ends nothing else.
        #expect(pipe.end(patience: 0) == .status(5))
    }

    @Test func stopsWhenTheUserAsks() throws {
        let stop = Mutex(false)
        let office = try Installing { stop.withLock { $0 } }
        let mark = "86398.\(getpid())"
        _ = office.install(patience: 60, body: "sleep \(mark)")
        Thread.detachNewThread {
            usleep(300_000)
            stop.withLock { $0 = true }
        }
        let start = ContinuousClock.now
        #expect(office.say("trial it").codes == ["interrupted"])
        #expect(ContinuousClock.now - start < .seconds(10))
        #expect(Self.areGone(mark))
    }

    /// Whether no process runs, or none soon, with a word among its arguments: a signal takes a moment to arrive.
    private static func areGone(_ word: String) -> Bool {
        for _ in 0..<100 where processes(with: word) { usleep(50_000) }
        return !processes(with: word)
    }

    private static func processes(with word: String) -> Bool {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.filter { Int($0) != nil } ?? []
        return numbers.contains { number in
            let line = FileManager.default.contents(atPath: "/proc/\(number)/cmdline") ?? Data()
            return String(decoding: line, as: UTF8.self).contains(word)
        }
    }

    @Test func completesWithinItsTime() throws {
        let office = try Installing()
        _ = office.install(
            body: """
                case "$line" in
                *complete*slow*) sleep 2 ;;
                esac
                case "$line" in
                *complete*) say '{"kind":"candidates","id":'$id',"words":["sen",{"word":"sung"}]}' ;;
                *) end ;;
                esac
                """)
        _ = office.say("trial it")
        #expect(office.completesSoon("trial it word: ") == ["sen", "sung"])
        #expect(office.completesSoon("trial it word: su") == ["sung"])
        let start = ContinuousClock.now
        #expect(office.completions("trial it word: slow") == [])
        #expect(ContinuousClock.now - start < .milliseconds(1500))
        // What it says too late belongs to no later question.
        #expect(office.say("trial it").codes == [])
        #expect(office.completesSoon("trial it word: ") == ["sen", "sung"])
    }

    @Test func streamsManyRows() throws {
        let office = try Installing()
        _ = office.install(
            columns: true,
            body: """
                seq 1 3000 | sed "s/.*/{\\"kind\\":\\"rows\\",\\"id\\":$id,\\"rows\\":[[&],[0.1]]}/"
                end
                """)
        let (answer, _) = office.say("trial it | group by n with times = count() | where n = 0.1 | keep times")
        #expect(answer.contains("3,000"), "\(answer)")
    }

    @Test func readsWithoutStanding() throws {
        // A program that reads nothing of what it is sent, while it says a lot, holds nobody up.
        let office = try Installing()
        for number in 1...1200 { office.say("register unit U-\(number) \"Trường \(number)\" kind: thpt") }
        _ = office.install(
            body: """
                say "{\\"kind\\":\\"call\\",\\"id\\":$id,\\"call\\":1,\\"sentence\\":\\"list units\\"}"
                head -c 900000 /dev/zero | tr '\\0' ' '; say "{\\"kind\\":\\"alive\\",\\"id\\":$id}"
                n=0; while read -r row; do n=$((n + 1)); case "$row" in *'"more":false'*) break ;; esac; done
                tell "lines $n"
                end
                """)
        #expect(office.say("trial it").answer.contains("lines 3"))
    }

    @Test func recordsAllOrNothing() throws {
        let office = try Installing()
        _ = office.install(
            performs: "register unit",
            body: """
                how=B; case "$line" in *twice*) how=A ;; *other*) perform 'retract unit A reason: \\"x\\"' ;; esac
                perform 'register unit A \\"A\\" kind: so'
                perform 'register unit '$how' \\"B\\" kind: thpt under: A'
                case "$line" in *crash*) exit 1 ;; esac
                end
                """)
        #expect(office.say("trial it \"twice\"").codes == ["unit-code-taken"])
        #expect(office.say("trial it \"other\"").codes == ["pack-not-granted"])
        #expect(office.say("trial it \"crash\"").codes == ["pack-stopped"])
        #expect(try office.session.journal.lastNumber() == 0)
        #expect(office.say("plan trial it").codes == [])
        #expect(try office.session.journal.lastNumber() == 0)
        let (answer, codes) = office.say("trial it")
        #expect(codes == [], "\(answer)")
        #expect(try office.session.journal.lastNumber() == 2)
        // The journal needs no pack.
        office.say("uninstall pack trial")
        #expect(office.say("replay journal").answer.contains("the same"))
    }

    @Test func leavesWhenItIsTold() throws {
        let office = try Installing()
        _ = office.install(body: "say '{\"kind\":\"error\",\"id\":'$id',\"message\":\"no\"}'")
        #expect(office.say("check pack \"trial\"").codes == [])
        let text = String(decoding: office.files.contents["trial/run"] ?? [], as: UTF8.self)
        office.files.contents["trial/run"] = Array(text.replacing("exit 0", with: "sleep 5").utf8)
        let (answer, codes) = office.say("check pack \"trial\"")
        #expect(codes == ["pack-example"])
        #expect(answer.contains("bye"))
    }
}
