#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Work that is done in a thread of its own, or when it is waited for where there is none to be had.
public final class SecondThread {
    private var thread = pthread_t()
    /// The work, where no thread has taken it.
    private var left: ThreadWork?
    private var isOver = false

    /// Begins the work.
    public init(_ run: @escaping @Sendable () -> Void) {
        let work = Unmanaged.passRetained(ThreadWork(run: run))
        // Signals such as that of ^C go to the thread that was there before.
        var all = sigset_t()
        var usual = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, &usual)
        let failure = pthread_create(
            &thread, nil,
            { opaque in
                if let opaque { Unmanaged<ThreadWork>.fromOpaque(opaque).takeRetainedValue().run() }
                return nil
            }, work.toOpaque())
        pthread_sigmask(SIG_SETMASK, &usual, nil)
        if failure != 0 { left = work.takeRetainedValue() }
    }

    /// Waits until the work is done.
    public func wait() {
        guard !isOver else { return }
        isOver = true
        if let left { left.run() } else { pthread_join(thread, nil) }
    }

    deinit {
        wait()
    }
}

/// Does two pieces of work at the same time, the second in a thread of its own; one after the other where there is
/// none.
public func sideBySide(_ first: () -> Void, _ second: @escaping @Sendable () -> Void) {
    let other = SecondThread(second)
    first()
    other.wait()
}

private final class ThreadWork: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) {
        self.run = run
    }
}
