import Commands
import Database
import Diagnostics
import Journal
import Language

/// Writes a whole database as lines of JSON that depend on its content only, on no engine.
///
/// A head, the steps that made the tables, then each table: a line with its columns and the count of its rows, and a
/// line for each row. The last line holds the count and the fingerprint of all lines in front of it.
final class DumpWriter {
    /// The version of this form.
    static let version = 1

    private let session: Session
    private let append: ([UInt8]) throws -> Void
    private var waiting: [UInt8] = []
    private var fingerprint = RunningFingerprint()
    private var lines = 0

    /// Lines wait until they are so many bytes.
    private static let piece = 1 << 18

    init(_ session: Session, _ append: @escaping ([UInt8]) throws -> Void) {
        self.session = session
        self.append = append
    }

    /// Writes all of it as it is at one moment; gives where the journal ends.
    func write() throws -> JournalEnd {
        let database = session.database
        return try database.transaction(.reading) {
            let end = try session.journal.end()
            try head(end)
            try database.forEach("SELECT pack, number FROM migration ORDER BY pack, number") { row in
                try line { bytes in
                    bytes += "{\"migration\":".utf8
                    DumpText.append(row.values, to: &bytes)
                    bytes.append(UInt8(ascii: "}"))
                }
            }
            for form in try database.forms().inOrderOfReferences() { try table(form) }
            try last()
            return end
        }
    }

    private func head(_ end: JournalEnd) throws {
        try line { bytes in
            bytes += "{\"sen\":\"everything\",\"version\":\(DumpWriter.version),\"program\":".utf8
            DumpText.append(senVersion, to: &bytes)
            bytes += ",\"entries\":\(end.number),\"last\":\"\(end.fingerprint)\"}".utf8
        }
    }

    private func table(_ form: TableForm) throws {
        let columns = form.columns.map(\.name)
        let count = try session.database.first("SELECT count(*) FROM \(form.name)")?.integer(0) ?? 0
        try line { bytes in
            bytes += "{\"table\":\"\(form.name)\",\"columns\":".utf8
            DumpText.append(columns.map { .text($0.name) }, to: &bytes)
            bytes += ",\"rows\":\(count)}".utf8
        }
        try session.database.forEach("SELECT \(columns) FROM \(form.name) ORDER BY \(form.order)") { row in
            guard !session.isStopped() else { throw Diagnostic.interrupted }
            try line { DumpText.append(row.values, to: &$0) }
        }
    }

    private func last() throws {
        let written = lines
        try flush()
        let hash = fingerprint.fingerprint
        try line { $0 += "{\"end\":\(written),\"sha256\":\"\(hash)\"}".utf8 }
        try flush()
    }

    private func line(_ write: (inout [UInt8]) -> Void) throws {
        write(&waiting)
        waiting.append(UInt8(ascii: "\n"))
        lines += 1
        if waiting.count >= DumpWriter.piece { try flush() }
    }

    private func flush() throws {
        fingerprint.append(waiting)
        try append(waiting)
        waiting.removeAll(keepingCapacity: true)
    }
}
