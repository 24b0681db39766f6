public import Commands
import Database
import Values

/// The core domain as a pack: units, trainings, elements and figures, indicators and targets, sealed cases, reports.
public let programmePack = CommandPack(
    "programme", version: 1,
    Text(
        "Units, trainings, figures, indicators, cases and reports.",
        vi: "Đơn vị, tập huấn, số liệu, chỉ tiêu, vụ việc và báo cáo."),
    commands: [
        computeIndicators,
        createCaseKey,
        createExchangeKey,
        defineElement,
        defineIndicator,
        importFigures,
        importUnits,
        keepCaseKey,
        keepExchangeKey,
        keepPackage,
        keepSealedCase,
        listCaseReferrals,
        listElements,
        listFigures,
        listIndicators,
        listPackageConflicts,
        listPackages,
        listReports,
        listTrainings,
        listTrustedOffices,
        listUnits,
        logTraining,
        makePackage,
        noteCaseReading,
        notePackage,
        receivePackage,
        recordCaseReferral,
        recordFigure,
        registerUnit,
        renderReport,
        resolveConflict,
        revokeOffice,
        setTarget,
        showCaseReferral,
        showExchangeKey,
        showIndicator,
        showUnit,
        trustOffice,
    ],
    recordKinds: [
        caseKeyKind,
        caseKind,
        elementKind,
        indicatorKind,
        reportKind,
        trainingKind,
        unitKind,
    ],
    migrations: [
        unitTables,
        trainingTables,
        figureTables,
        indicatorTables,
        exchangeTables,
        caseTables,
    ],
    contributions: trainingElements + [indicatorReport],
    fixture: [
        "register unit SGD-HP \"Sở GDĐT Hải Phòng\" kind: so",
        "register unit NGO-QUYEN \"Phường Ngô Quyền\" kind: vhxh under: SGD-HP",
        ExampleCase.keyLine(),
        ExampleCase.caseLine(),
    ]
)

@section("sen_packs") @used
let registration: PackRecord = (1, { PackBox.record(programmePack) })
