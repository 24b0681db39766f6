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
        compareReport,
        computeIndicators,
        createCaseKey,
        defineElement,
        defineIndicator,
        historyOf,
        importFigures,
        importUnits,
        keepCaseKey,
        keepSealedCase,
        listCaseReferrals,
        listElements,
        listFigures,
        listIndicators,
        listReports,
        listTrainings,
        listUnits,
        logTraining,
        noteCaseReading,
        recordCaseReferral,
        recordFigure,
        redo,
        registerUnit,
        renderReport,
        setTarget,
        showCaseReferral,
        showIndicator,
        showUnit,
        undo,
    ],
    corrections: [
        elementCorrection,
        figureCorrection,
        indicatorCorrection,
        targetCorrection,
        trainingCorrection,
        unitCorrection,
    ],
    recordKinds: [
        caseKeyKind,
        caseKind,
        elementKind,
        indicatorKind,
        kindKind,
        recordKind,
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
        undoTables,
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
