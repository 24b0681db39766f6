public import Commands
import Programme
import Values

/// Staff as counts, planned cadres and boards for the advancement of women.
public let personnelPack = CommandPack(
    "personnel", version: 1,
    Text(
        "Staff by post and sex, planned cadres, boards for the advancement of women.",
        vi: "Đội ngũ theo vị trí và giới, quy hoạch, Ban vì sự tiến bộ của phụ nữ."),
    commands: [
        checkBoards,
        checkStaff,
        importStaff,
        listBoards,
        listLeadership,
        listPlanned,
        listStaff,
        recordBoard,
        recordPlanned,
        recordStaff,
    ],
    corrections: [staffCorrection, plannedCorrection, boardCorrection],
    migrations: [
        headcountTable,
        boardTable,
        headcountCells,
    ],
    contributions: personnelElements + [
        leadershipSection,
        boardReview,
    ],
    fixture: [
        "register unit TP-01 \"THPT Thái Phiên\" kind: thpt under: SGD-HP opened: 1960-09-05",
        "register unit LL-02 \"TH Lê Lợi\" kind: th under: NGO-QUYEN opened: 1990-09-05",
        "record staff TP-01 post: staff on: 2024-09-10 total: 90 women: 60",
        "record staff TP-01 post: staff on: 2025-09-15 total: 92 women: 61",
        "record staff TP-01 post: head on: 2025-09-15 total: 1 women: 0",
        "record staff TP-01 post: deputy on: 2025-09-15 total: 3 women: 2",
        "record staff TP-01 post: teacher on: 2025-09-15 total: 90 women: 58",
        "record planned TP-01 on: 2025-03-31 total: 8 women: 5",
        "record board TP-01 decision: \"45/QĐ-TP\" on: 2024-09-20 members: 7 women: 5 regulation: yes plan: no",
    ]
)

@section("sen_packs") @used
let registration: PackRecord = (1, { PackBox.record(personnelPack) })
