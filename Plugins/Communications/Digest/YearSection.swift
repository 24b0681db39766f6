import Commands
import Documents
import Programme
import Values

/// “Công tác truyền thông” in the annual report and in a unit's own report.
let yearSections = ["annual-report", "unit-report"].map { report in
    ReportSection(of: report, order: 20, Text("Communications", vi: "Công tác truyền thông")) { session, request in
        guard request.period.first <= session.today else { return [] }
        let digest = try CommunicationsDigest(session, request)
        let campaigns = digest.units.count > 1 ? try digest.campaigns() : []
        let told =
            try digest.summary + campaigns + digest.chart() + digest.products() + digest.lessons()
            + digest.yearlyRule()
        guard digest.units.count > 1, digest.total.sessions > 0 else { return told }
        return told
            + [.annex(Text("Communication sessions by unit", vi: "Các cuộc truyền thông theo đơn vị"))]
            + digest.sessionTable
    }
}
