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
<<<<<<< HEAD
        changeUnit,
        checkFigures,
        closeUnit,
=======
        compareReport,
>>>>>>> 1538726a404ec6102c5c8f067b3068faf1b6907b
        computeIndicators,
        computeProgress,
        createCaseKey,
        defineElement,
        defineIndicator,
        defineRule,
        forecastIndicators,
        historyOf,
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
        listRules,
        listTrainings,
        listUnitChanges,
        listUnits,
        logTraining,
        markFigure,
        mergeUnits,
        moveUnit,
        noteCaseReading,
        recastFigures,
        recordCaseReferral,
        recordFigure,
        redo,
        registerUnit,
        renameUnit,
        renderReport,
        reopenUnit,
        setBaseline,
        setTarget,
        showCaseReferral,
        showIndicator,
        showUnit,
        splitUnit,
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
        ruleKind,
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
        progressTables,
        qualityTables,
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
