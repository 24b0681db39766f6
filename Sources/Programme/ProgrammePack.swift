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
        changeUnit,
        closeUnit,
        computeIndicators,
        createCaseKey,
        defineElement,
        defineIndicator,
        importFigures,
        importReorganisation,
        importUnits,
        keepCaseKey,
        keepSealedCase,
        listCaseReferrals,
        listElements,
        listFigures,
        listIndicators,
        listReports,
        listTrainings,
        listUnitChanges,
        listUnits,
        logTraining,
        mergeUnits,
        moveUnit,
        noteCaseReading,
        recastFigures,
        recordCaseReferral,
        recordFigure,
        registerUnit,
        renameUnit,
        renderReport,
        reopenUnit,
        setTarget,
        showCaseReferral,
        showIndicator,
        showUnit,
        splitUnit,
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
        caseTables,
        successionTables,
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
