#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Does two pieces of work at the same time, the second in a thread of its own; one after the other where there is
/// none.
func together(_ first: () -> Void, _ second: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(ThreadWork(run: second))
    var thread = pthread_t()
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
    first()
    if failure == 0 { pthread_join(thread, nil) } else { work.takeRetainedValue().run() }
}

private final class ThreadWork: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) {
        self.run = run
    }
}
