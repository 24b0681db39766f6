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
        checkPlanned,
        checkStaff,
        importStaff,
        listAppointments,
        listBoardChanges,
        listBoardPlans,
        listBoards,
        listLeadership,
        listPlanned,
        listStaff,
        listStudies,
        listTerms,
        recordAppointment,
        recordBoard,
        recordBoardChange,
        recordBoardPlan,
        recordPlanned,
        recordStaff,
        recordStudy,
        recordTerm,
    ],
    corrections: [
        staffCorrection, plannedCorrection, boardCorrection, boardChangeCorrection, boardPlanCorrection,
        appointmentCorrection, termCorrection, studyCorrection,
    ],
    migrations: [
        headcountTable,
        boardTable,
        headcountCells,
        cadreTables,
        boardChangeTable,
    ],
    contributions: personnelElements + cadreElements + [
        leadershipSection,
        annualSection,
        unitSection,
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
        "record appointment TP-01 post: deputy on: 2025-03-01 women: 1 decision: \"12/QĐ-SGDĐT\"",
        "record term TP-01 post: head from: 2021-02-01 to: 2026-01-31 women: 0",
        "record study TP-01 cadres: planned year: 2025 total: 3 women: 2",
    ]
)

@section("sen_packs") @used
let registration: PackRecord = (1, { PackBox.record(personnelPack) })
