import Diagnostics
import Values

/// The findings of one pass, each with its place.
struct Findings {
    /// More findings than these help nobody; a file that is no script at all would give one for every character.
    static let limit = 200

    private let source: Source
    private var list: [Diagnostic] = []
    private var spans: [SourceSpan] = []
    /// Whether no finding is kept any more.
    private(set) var isClosed = false

    /// Whether more text could cure every finding so far.
    private(set) var areCurable = true

    init(_ source: Source) {
        self.source = source
    }

    /// Keeps a finding, unless an earlier one already explains the place where it stands.
    mutating func add(_ finding: Diagnostic, at span: SourceSpan, curable: Bool = false, near token: SourceSpan? = nil)
    {
        let place = (token ?? span).start
        guard !isClosed, !spans.contains(where: { $0.start <= place && place <= $0.end }) else { return }
        keep(finding, at: span, curable: curable)
        guard list.count == Findings.limit else { return }
        keep(.tooManyFindings, at: span, curable: false)
        isClosed = true
    }

    /// Keeps a finding behind which nothing can be read any more.
    mutating func close(with finding: Diagnostic, at span: SourceSpan) {
        guard !isClosed else { return }
        keep(finding, at: span, curable: false)
        isClosed = true
    }

    /// The findings in the order of their places.
    var inOrder: [Diagnostic] {
        list.indices.sorted { (spans[$0].start, $0) < (spans[$1].start, $1) }.map { list[$0] }
    }

    private mutating func keep(_ finding: Diagnostic, at span: SourceSpan, curable: Bool) {
        list.append(finding.placed(at: span, in: source))
        spans.append(span)
        if !curable { areCurable = false }
    }
}
