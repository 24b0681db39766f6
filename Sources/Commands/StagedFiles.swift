import Diagnostics
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The staged files of this program that have no names yet.
private let waiting = Mutex<Set<String>>([])

// Files appear at once: they are written under a temporary name and then renamed.
extension LocalFiles {
    /// Writes the bytes durably under a temporary name beside the path; makes the folders above it.
    public func stage(_ bytes: [UInt8], for path: String) throws -> String {
        try stage(for: path, mode: 0o644) { try $0(bytes) }
    }

    /// Writes what `fill` gives piece by piece under a temporary name beside the path, for its owner alone; makes the
    /// folders above it.
    public func stage(
        for path: String, _ fill: (_ append: ([UInt8]) throws -> Void) throws -> Void
    ) throws -> String {
        try stage(for: path, mode: 0o600, fill)
    }

    private func stage(
        for path: String, mode: mode_t, _ fill: (_ append: ([UInt8]) throws -> Void) throws -> Void
    ) throws -> String {
        let (folder, name) = LocalFiles.split(path)
        LocalFiles.makeFolder(folder, mode: 0o755)
        count += 1
        let staged = "\(folder).\(name).tmp-\(getpid())-\(count)"
        let file = open(staged, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard file >= 0 else { throw unwritable(path) }
        waiting.withLock { _ = $0.insert(staged) }
        do {
            defer { close(file) }
            try fill { bytes in
                guard bytes.withUnsafeBytes({ append($0, to: file) }) else { throw unwritable(path) }
            }
            guard fsync(file) == 0 else { throw unwritable(path) }
        } catch {
            discard(staged)
            throw error
        }
        return staged
    }

    private func append(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let done = write(file, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            if done < 0, errno == EINTR { continue }
            guard done > 0 else { return false }
            written += done
        }
        return true
    }

    /// Gives a staged file its name.
    public func publish(_ staged: String, as path: String) throws {
        guard rename(staged, path) == 0 else { throw unwritable(path) }
        waiting.withLock { _ = $0.remove(staged) }
    }

    /// Drops a staged file.
    public func discard(_ staged: String) {
        unlink(staged)
        waiting.withLock { _ = $0.remove(staged) }
    }

    /// Drops all staged files of this program, from any thread, where it is ended in the middle of its work.
    public static func discardAll() {
        waiting.withLock { names in
            for name in names { unlink(name) }
        }
    }

    /// Whether a staged file still waits for its name.
    public func isStaged(_ name: String) -> Bool {
        access(name, F_OK) == 0
    }

    /// The staged files in the folder of a path whose programs have ended.
    public func leftBehind(beside path: String) -> [String] {
        let (folder, _) = LocalFiles.split(path)
        guard seenFolders.insert(folder).inserted else { return [] }
        return entries(of: folder).filter(LocalFiles.isOfEndedProgram).map { folder + $0 }
    }

    /// Whether a name is that of a staged file, `.name.tmp-PROGRAM-NUMBER`, of a program that has ended.
    private static func isOfEndedProgram(_ name: String) -> Bool {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard name.hasPrefix("."), parts.count >= 3, parts[parts.count - 3].hasSuffix(".tmp"),
            Int(parts[parts.count - 1]) != nil, let program = pid_t(parts[parts.count - 2]), program > 0
        else { return false }
        return kill(program, 0) != 0 && errno == ESRCH
    }
}
