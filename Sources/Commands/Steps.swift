extension Session {
    /// Runs the work of a `step`, whose changes appear together or not at all.
    public func step(_ label: String, _ work: () throws -> Void) throws {
        try together(work)
    }
}
