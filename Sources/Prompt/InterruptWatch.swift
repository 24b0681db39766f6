import CEditline
import Glibc

/// A thread that passes `^C` on while a command runs.
final class InterruptWatch {
    private let cancel: () -> Void
    private let descriptor: Int32

    private init(_ cancel: @escaping () -> Void, _ descriptor: Int32) {
        self.cancel = cancel
        self.descriptor = descriptor
    }

    /// Starts the thread; it waits at the descriptor for as long as the program runs.
    static func start(from descriptor: Int32, _ cancel: @escaping () -> Void) {
        let watch = Unmanaged.passRetained(InterruptWatch(cancel, descriptor))
        var thread = pthread_t()
        let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
            guard let context else { return nil }
            Unmanaged<InterruptWatch>.fromOpaque(context).takeRetainedValue().watch()
            return nil
        }
        if pthread_create(&thread, nil, body, watch.toOpaque()) == 0 { pthread_detach(thread) }
    }

    private func watch() {
        var byte: UInt8 = 0
        while true {
            let count = read(descriptor, &byte, 1)
            if count == 1 { cancel() }
            if count == 0 || (count < 0 && errno != EINTR) { return }
        }
    }
}

extension Prompt {
    /// Calls the body, from another thread, whenever `^C` is pressed while a script runs without a prompt; the third
    /// time the program ends.
    public static func onInterrupt(_ body: @escaping @Sendable () -> Void) {
        var prompt: Int32 = -1
        var command: Int32 = -1
        guard sen_signals_open(&prompt, &command) == 0 else { return }
        sen_signals_for(SEN_FOR_COMMAND)
        InterruptWatch.start(from: command, body)
    }

    /// Ends the program at once, from any thread; the terminal is left as it was found.
    public static func endNow(_ status: Int32) {
        sen_end_now(status)
    }
}
