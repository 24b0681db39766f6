public import Commands
import Values

/// The commands that every session has: help, output and the journal.
public let sessionPack = CommandPack(
    "session", version: 1,
    Text("Help, output and the journal.", vi: "Trợ giúp, xuất kết quả và nhật ký."),
    commands: [
        chart,
        exportJournal,
        help,
        listPacks,
        readTable,
        replayJournal,
        save,
        show,
        showJournal,
        showVersion,
        verifyJournal,
    ],
    fixture: []
)

@section("sen_packs") @used
let registration: PackRecord = (1, { PackBox.record(sessionPack) })

/// The version of the program.
public let senVersion = "0.1"
