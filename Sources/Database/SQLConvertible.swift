public import Values

/// A value that can be bound to a statement and read back from a row.
public protocol SQLConvertible {
    /// The value as a database keeps it.
    var sqlValue: SQLValue { get }
    /// Reads the value back; `nil` when it holds something else.
    init?(sqlValue: SQLValue)
}

extension SQLValue: SQLConvertible {
    /// The value itself.
    public var sqlValue: SQLValue { self }
    /// Holds any value.
    public init?(sqlValue: SQLValue) { self = sqlValue }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
    /// The value, or null.
    public var sqlValue: SQLValue { self?.sqlValue ?? .null }

    /// Reads null as `nil`.
    public init?(sqlValue: SQLValue) {
        if case .null = sqlValue {
            self = .none
        } else if let value = Wrapped(sqlValue: sqlValue) {
            self = value
        } else {
            return nil
        }
    }
}

extension Int64: SQLConvertible {
    /// The number.
    public var sqlValue: SQLValue { .integer(self) }

    /// Reads a whole number.
    public init?(sqlValue: SQLValue) {
        guard case .integer(let number) = sqlValue else { return nil }
        self = number
    }
}

extension Int: SQLConvertible {
    /// The number.
    public var sqlValue: SQLValue { .integer(Int64(self)) }

    /// Reads a whole number.
    public init?(sqlValue: SQLValue) {
        guard case .integer(let number) = sqlValue else { return nil }
        self.init(exactly: number)
    }
}

extension Bool: SQLConvertible {
    /// 1 for yes, 0 for no.
    public var sqlValue: SQLValue { .integer(self ? 1 : 0) }

    /// Reads 1 or 0.
    public init?(sqlValue: SQLValue) {
        switch sqlValue {
        case .integer(1): self = true
        case .integer(0): self = false
        default: return nil
        }
    }
}

extension String: SQLConvertible {
    /// The text.
    public var sqlValue: SQLValue { .text(self) }

    /// Reads a text.
    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self = text
    }
}

extension [UInt8]: SQLConvertible {
    /// The bytes.
    public var sqlValue: SQLValue { .blob(self) }

    /// Reads bytes.
    public init?(sqlValue: SQLValue) {
        guard case .blob(let bytes) = sqlValue else { return nil }
        self = bytes
    }
}

extension Day: SQLConvertible {
    /// The canonical form, `2025-03-14`, whose order as text is the order of days.
    public var sqlValue: SQLValue { .text(description) }

    /// Reads the canonical form.
    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(iso: text)
    }
}

extension Instant: SQLConvertible {
    /// The canonical form, `2025-03-14T09:30:00+07:00`, whose order as text is the order of time.
    public var sqlValue: SQLValue { .text(description) }

    /// Reads the canonical form.
    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(text)
    }
}

extension Period: SQLConvertible {
    /// The canonical form, such as `2025-Q3`.
    public var sqlValue: SQLValue { .text(description) }

    /// Reads the canonical form.
    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(text)
    }
}

extension Number: SQLConvertible {
    /// The canonical form as a text, such as `-1250.5`.
    public var sqlValue: SQLValue { .text(description) }

    /// Reads the canonical form, or the whole number that a sum or a count gives.
    public init?(sqlValue: SQLValue) {
        switch sqlValue {
        case .text(let text): self.init(text)
        case .integer(let whole): self.init(whole)
        default: return nil
        }
    }
}

extension SQLConvertible where Self: RawRepresentable, RawValue: SQLConvertible {
    /// The raw value, such as the word of a choice.
    public var sqlValue: SQLValue { rawValue.sqlValue }

    /// Reads the raw value.
    public init?(sqlValue: SQLValue) {
        guard let raw = RawValue(sqlValue: sqlValue) else { return nil }
        self.init(rawValue: raw)
    }
}
