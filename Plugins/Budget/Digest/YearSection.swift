import Commands
import Documents
import Programme
import Values

/// “Kinh phí” in the annual report and in a unit's own report.
let yearSections = ["annual-report", "unit-report"].map { report in
    ReportSection(of: report, order: 40, Text("Budget", vi: "Kinh phí hoạt động")) { session, request in
        guard request.period.first <= session.today else { return [] }
        let digest = try BudgetDigest(session, request)
        guard !digest.accounts.isEmpty else { return [] }
        let told = try digest.summary() + digest.coming() + digest.reservations + digest.categoryTable()
        guard digest.units.count > 1 else { return told }
        return told + [.annex(Text("Budget by unit", vi: "Kinh phí theo đơn vị")), try digest.unitTable()]
    }
}
