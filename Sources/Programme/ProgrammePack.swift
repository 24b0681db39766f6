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
        checkFigures,
        computeIndicators,
        computeProgress,
        createCaseKey,
        defineElement,
        defineIndicator,
        defineRule,
        forecastIndicators,
        importFigures,
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
        listUnits,
        logTraining,
        markFigure,
        noteCaseReading,
        recordCaseReferral,
        recordFigure,
        registerUnit,
        renderReport,
        setBaseline,
        setTarget,
        showCaseReferral,
        showIndicator,
        showUnit,
    ],
    recordKinds: [
        caseKeyKind,
        caseKind,
        elementKind,
        indicatorKind,
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
        progressTables,
        qualityTables,
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
