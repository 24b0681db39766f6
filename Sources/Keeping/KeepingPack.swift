public import Commands
import Values

/// The commands that keep a database sound and whole: its check, back-ups, and all of it as lines of JSON.
public let keepingPack = CommandPack(
    "keeping", version: 1,
    Text("Checking, backing up, moving.", vi: "Kiểm tra, sao lưu và chuyển cơ sở dữ liệu."),
    commands: [
        backUp,
        checkDatabase,
        exportEverything,
        importEverything,
        restore,
    ],
    fixture: ["back up to: \"example.db\"", "export everything to: \"example.jsonl\""]
)

@section("sen_packs") @used
let registration: PackRecord = (1, { PackBox.record(keepingPack) })
