import Commands
import Programme
import Values

/// Communications as a pack: campaigns, sessions and products, the yearly rule of two sessions, the calendar.
let communicationsPack = CommandPack(
    "communications", version: 1,
    Text(
        "Campaigns, communication sessions and products, and the calendar of duties.",
        vi: "Đợt truyền thông, cuộc truyền thông, sản phẩm truyền thông và lịch công việc."),
    commands: [
        checkSessions,
        importSessions,
        listCampaigns,
        listLessons,
        listOccasions,
        listProducts,
        listReach,
        listSessions,
        logSession,
        openCampaign,
        recordLesson,
        recordProduct,
        setOccasion,
        showCalendar,
    ],
    corrections: [campaignCorrection, occasionCorrection, sessionCorrection, productCorrection, lessonCorrection],
    recordKinds: [campaignKind, sessionKind, productKind, lessonKind],
    migrations: [communicationTables, sessionCells, audienceTables],
    contributions: [
        actionDuties, sessionDuty, sessionCount, sessionParticipants, digestSection, campaignReport,
    ] + lessonElements + yearSections,
    fixture: [
        "register unit LE-CHAN \"THPT Lê Chân\" kind: thpt under: SGD-HP opened: 2005-09-05",
        "register unit GVHD \"Phòng Giáo dục phổ thông\" kind: pb under: SGD-HP",
        "open campaign BDG-2025 \"Tháng hành động vì bình đẳng giới năm 2025\" from: 2025-11-15 to: 2025-12-15 "
            + "occasion: equality-month source: \"Công văn 739/BNV-CTTN&BĐG\"",
        "log session LE-CHAN \"Bình đẳng giới trên không gian mạng\" on: 2025-11-18 women: 310 men: 290 "
            + "campaign: BDG-2025 form: talk audience: students",
        "record product LE-CHAN \"Áp phích Tháng hành động\" kind: poster on: 2025-11-15 pieces: 40 channel: board "
            + "reach: 1200 campaign: BDG-2025",
        "record lesson LE-CHAN \"Bình đẳng giới trong tác phẩm\" subject: \"Ngữ văn\" grade: 11 on: 2025-10-07 "
            + "lessons: 3 girls: 130 boys: 118",
    ]
)

@section("sen_packs") @used
let registration: PackRecord = (1, { PackBox.record(communicationsPack) })
