import Commands
import Programme
import Values

/// Reporting as a pack: rounds of returns, the plan's tasks, difficulties, letterheads and the monthly digest.
let reportingPack = CommandPack(
    "reporting", version: 1,
    Text(
        "Rounds of returns, the plan's tasks, difficulties, and the monthly digest.",
        vi: "Đợt báo cáo, nhiệm vụ trong kế hoạch, khó khăn vướng mắc và bản tin tổng hợp tháng."),
    commands: [
        acceptReturn,
        beginTask,
        closeRound,
        completeTask,
        computePlan,
        defineAnnexElements,
        extendReturn,
        extendRound,
        listAnnexes,
        listContacts,
        listDifficulties,
        listMeasures,
        listPlanSections,
        listRemarks,
        listReportingRates,
        listReturns,
        listRounds,
        listTasks,
        noteRemark,
        openRound,
        receiveAnnex,
        receiveAnnexes,
        recordDifficulty,
        recordMeasure,
        recordPlanSection,
        recordTask,
        reopenRound,
        sendBackReturn,
        setContact,
        setLetterhead,
        submitReturn,
        writeAnnexes,
        writeReminders,
    ],
    corrections: [
        contactCorrection, difficultyCorrection, letterheadCorrection, measureCorrection, planSectionCorrection,
        remarkCorrection, returnCorrection, roundCorrection, taskCorrection,
    ],
    recordKinds: [roundKind, taskKind],
    migrations: [
        reportingTables, reportingReferences, roundElements, roundSteps, letterheadNames, remarkTables, planTables,
        annexTables,
    ],
    contributions: [
        monthlyDigest, trainingSection, changeSection, indicatorSection, roundSection, taskSection,
        annualReport, annualTrainings, unitReport, unitTrainings,
        roundDuties, roundCall, roundLock, roundAcceptance, letterheads,
    ],
    fixture: [
        "register unit LE-CHAN \"THPT Lê Chân\" kind: thpt under: SGD-HP opened: 2005-09-05",
        "open round BC-2025 \"Báo cáo năm 2025 kèm Phụ lục 1\" period: 2025 before: 2025-12-05 under: SGD-HP "
            + "source: \"Kế hoạch năm 2025, mục III.2\"",
        "record task NV-1 \"Tập huấn nghiệp vụ cho Ban VSTBPN\" owner: SGD-HP due: 2025-10-31 section: \"III.1\"",
    ]
)

@section("sen_packs") @used
let registration: PackRecord = (1, { PackBox.record(reportingPack) })
