import Glibc

/// A thread that passes `^C` on to the host while a command runs.
final class InterruptWatch {
    private let host: any PromptHost
    private let descriptor: Int32

    private init(_ host: any PromptHost, _ descriptor: Int32) {
        self.host = host
        self.descriptor = descriptor
    }

    /// Starts the thread; it waits at the descriptor for as long as the program runs.
    static func start(for host: any PromptHost, from descriptor: Int32) {
        let watch = Unmanaged.passRetained(InterruptWatch(host, descriptor))
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
            if count == 1 { host.cancel() }
            if count == 0 || (count < 0 && errno != EINTR) { return }
        }
    }
}
