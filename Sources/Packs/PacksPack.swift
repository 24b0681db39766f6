public import Commands
import Values

/// The commands by which users install packs of their own: scripts and programs.
public let packsPack = CommandPack(
    "packs", version: 1,
    Text("Installing packs: scripts and programs.", vi: "Cài đặt gói: kịch bản và chương trình."),
    commands: [
        checkPack,
        installPack,
        uninstallPack,
    ],
    fixture: []
)

@section("sen_packs") @used
let registration: PackRecord = (1, { PackBox.record(packsPack) })
