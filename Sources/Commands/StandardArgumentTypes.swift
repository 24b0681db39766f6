public import Values

extension String: ArgumentType {
    /// A text.
    public static var type: ValueType { .text }

    /// Takes a text.
    public init(_ value: Value) throws {
        guard case .text(let text) = value else { throw Mismatch.diagnostic(value, expected: .text) }
        self = text
    }

    /// The text.
    public var value: Value { .text(self) }
}

extension Int: ArgumentType {
    /// A whole number.
    public static var type: ValueType { .number }

    /// Takes a whole number.
    public init(_ value: Value) throws {
        guard case .number(let number) = value, let whole = number.whole else {
            throw Mismatch.diagnostic(value, expected: .number)
        }
        self = Int(whole)
    }

    /// The number.
    public var value: Value { .number(Number(self)) }
}

extension Number: ArgumentType {
    /// A number.
    public static var type: ValueType { .number }

    /// Takes a number.
    public init(_ value: Value) throws {
        guard case .number(let number) = value else { throw Mismatch.diagnostic(value, expected: .number) }
        self = number
    }

    /// The number.
    public var value: Value { .number(self) }
}

extension Bool: ArgumentType {
    /// Yes or no.
    public static var type: ValueType { .yesNo }

    /// Takes yes or no.
    public init(_ value: Value) throws {
        guard case .yesNo(let yes) = value else { throw Mismatch.diagnostic(value, expected: .yesNo) }
        self = yes
    }

    /// Yes or no.
    public var value: Value { .yesNo(self) }
}

extension Day: ArgumentType {
    /// A day.
    public static var type: ValueType { .date }

    /// Takes a day.
    public init(_ value: Value) throws {
        guard case .date(let day) = value else { throw Mismatch.diagnostic(value, expected: .date) }
        self = day
    }

    /// The day.
    public var value: Value { .date(self) }
}

extension Period: ArgumentType {
    /// A period.
    public static var type: ValueType { .period }

    /// Takes a period.
    public init(_ value: Value) throws {
        guard case .period(let period) = value else { throw Mismatch.diagnostic(value, expected: .period) }
        self = period
    }

    /// The period.
    public var value: Value { .period(self) }
}

extension TimeAmount: ArgumentType {
    /// An amount of time.
    public static var type: ValueType { .time }

    /// Takes an amount of time.
    public init(_ value: Value) throws {
        guard case .time(let amount) = value else { throw Mismatch.diagnostic(value, expected: .time) }
        self = amount
    }

    /// The amount.
    public var value: Value { .time(self) }
}

extension Optional: ArgumentType where Wrapped: ArgumentType {
    /// The type of what is wrapped.
    public static var type: ValueType { Wrapped.type }

    /// It may be left out.
    public static var isOptional: Bool { true }

    /// Takes a value, or nothing for a missing one.
    public init(_ value: Value) throws {
        self = value.isMissing ? nil : try Wrapped(value)
    }

    /// The value, or a missing one.
    public var value: Value { self?.value ?? .missing }
}

extension Array: ArgumentType where Element: ArgumentType {
    /// A list.
    public static var type: ValueType { .list(Element.type) }

    /// Takes a list.
    public init(_ value: Value) throws {
        guard case .list(let values) = value else { throw Mismatch.diagnostic(value, expected: Self.type) }
        self = try values.map { try Element($0) }
    }

    /// The list.
    public var value: Value { .list(map(\.value)) }
}
