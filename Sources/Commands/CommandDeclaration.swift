public import Documents
import Synchronization
public import Tables
public import Values

/// What is declared of a command besides its name, worked out once, when it is first asked for.
@usableFromInline
final class CommandDeclaration: Sendable {
    private let make: @Sendable () -> Content
    private let isMade = Atomic<Bool>(false)
    private let making = Mutex<Void>(())
    /// Written once, before ``isMade`` is, and read only behind it.
    nonisolated(unsafe) private var made: Content?

    /// What is worked out.
    @usableFromInline
    final class Content: Sendable {
        let parameters: [ParameterInfo]
        let returns: ValueType
        let invoke: @Sendable (Session, [Datum?]) throws -> Document
        let list: (@Sendable (Session, [Datum?]) throws -> Listing)?

        @usableFromInline
        init(
            parameters: [ParameterInfo], returns: ValueType,
            invoke: @escaping @Sendable (Session, [Datum?]) throws -> Document,
            list: (@Sendable (Session, [Datum?]) throws -> Listing)?
        ) {
            self.parameters = parameters
            self.returns = returns
            self.invoke = invoke
            self.list = list
        }
    }

    @usableFromInline
    init(_ make: @escaping @Sendable () -> Content) {
        self.make = make
    }

    var content: Content {
        if isMade.load(ordering: .acquiring), let made { return made }
        return making.withLock { _ in
            if let made { return made }
            let content = make()
            made = content
            isMade.store(true, ordering: .releasing)
            return content
        }
    }
}
