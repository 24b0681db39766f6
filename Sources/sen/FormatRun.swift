import Commands
import Diagnostics
import Glibc
import Syntax
import Values

/// Writes scripts in their usual form.
struct FormatRun {
    let output: Output

    /// Formats the files, and the scripts of folders; 2 when one does not read, 1 when one would change and they are
    /// only to be checked.
    func run(_ paths: [String], checksOnly: Bool) throws -> Int {
        var status = 0
        for path in FoundFiles.of(paths, ending: [".sen"]) {
            do throws(Diagnostics) {
                if try !format(path, checksOnly: checksOnly) { status = max(status, 1) }
            } catch {
                output.show(error.list)
                status = 2
            }
        }
        return status
    }

    /// Formats one file; gives whether it has its usual form, or has got it.
    private func format(_ path: String, checksOnly: Bool) throws(Diagnostics) -> Bool {
        do {
            let bytes = try LocalFiles().read(path == "-" ? "/dev/stdin" : path)
            let source = Source(name: path == "-" ? "stdin" : path, text: String(decoding: bytes, as: UTF8.self))
            let formatted = try Formatter.format(source)
            let changes = !formatted.utf8.elementsEqual(bytes)
            if checksOnly, changes { output.write(source.name + "\n", to: STDOUT_FILENO) }
            if checksOnly { return !changes }
            if path == "-" {
                output.write(formatted, to: STDOUT_FILENO)
            } else if changes {
                try LocalFiles().replace(path, with: Array(formatted.utf8))
            }
            return true
        } catch {
            throw Diagnostics(Diagnostics.of(error))
        }
    }
}
