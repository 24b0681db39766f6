public import Values

/// Gathers values into a column; it starts with the unboxed shape of the first value and changes over to boxed values
/// when one does not fit.
public struct ColumnBuilder {
    private var words: [Int64] = []
    private var encoding: Column.Encoding?
    private var places: [Int32] = []
    private var pool = TextPoolBuilder()
    private var boxed: [Value]?
    private var reasons: [UInt8]?
    private var count = 0
    private let capacity: Int

    /// Begins with no cells and room for so many.
    public init(capacity: Int = 0) {
        self.capacity = capacity
    }

    /// Adds a cell.
    public mutating func append(_ value: Value) {
        defer { count += 1 }
        if boxed != nil {
            boxed?.append(value)
            return
        }
        if case .missing(let reason) = value {
            if reasons == nil { reasons = Array(repeating: 0, count: count) }
            reasons?.append(reason.number)
            if encoding != nil { words.append(0) } else { places.append(0) }
            return
        }
        guard add(value) else {
            boxed = column.values + [value]
            return
        }
        reasons?.append(0)
    }

    /// The column of all cells so far.
    public var column: Column {
        if let boxed { return Column(.values(boxed)) }
        if let encoding { return Column(.words(words, encoding), reasons: reasons) }
        let texts = pool.texts
        return texts.isEmpty
            ? Column(.words(Array(repeating: 0, count: count), .number(decimals: 0)), reasons: reasons)
            : Column(.texts(places, TextPool(distinct: texts)), reasons: reasons)
    }

    /// Adds a value that is there; says no when it fits none of the unboxed shapes so far.
    private mutating func add(_ value: Value) -> Bool {
        if case .text(let text) = value {
            guard encoding == nil else { return false }
            places.append(pool.place(of: text))
            return true
        }
        guard let (word, kind) = Column.Encoding.word(of: value), pool.texts.isEmpty else { return false }
        guard let encoding else {
            encoding = kind
            words.reserveCapacity(capacity)
            words.append(contentsOf: repeatElement(0, count: count))
            words.append(word)
            places = []
            return true
        }
        if encoding == kind {
            words.append(word)
            return true
        }
        return align(word, kind, with: encoding)
    }

    /// Brings the words so far and a new one to a common count of decimals.
    private mutating func align(_ word: Int64, _ kind: Column.Encoding, with encoding: Column.Encoding) -> Bool {
        guard let wide = encoding.common(with: kind), let fitting = kind.rescale(word, to: wide) else { return false }
        if wide != encoding {
            var rescaled: [Int64] = []
            rescaled.reserveCapacity(max(capacity, words.count + 1))
            for old in words {
                guard let new = encoding.rescale(old, to: wide) else { return false }
                rescaled.append(new)
            }
            words = rescaled
            self.encoding = wide
        }
        words.append(fitting)
        return true
    }
}

/// Gathers distinct texts.
public struct TextPoolBuilder {
    /// The texts so far, each once.
    public private(set) var texts: [String] = []
    private var known: [TextKey: Int32] = [:]

    /// Begins without texts.
    public init() {}

    /// Begins with texts of which no two are the same.
    init(_ texts: [String]) {
        self.texts = texts
        known.reserveCapacity(texts.count * 2)
        for (place, text) in texts.enumerated() { known[TextKey(text: text)] = Int32(place) }
    }

    /// The place of a text, which is added when it is new.
    public mutating func place(of text: String) -> Int32 {
        let key = TextKey(text: text)
        if let place = known[key] { return place }
        let place = Int32(texts.count)
        known[key] = place
        texts.append(text)
        return place
    }
}

extension Column.Encoding {
    /// A value as a word with its encoding; `nil` for what has no such form.
    public static func word(of value: Value) -> (Int64, Column.Encoding)? {
        switch value {
        case .number(let number): (number.mantissa, .number(decimals: number.decimals))
        case .percent(let number): (number.mantissa, .percent(decimals: number.decimals))
        case .money(let amount): (amount, .money)
        case .date(let day): (Int64(day.number), .date)
        case .period(let period): (period.word, .period)
        case .yesNo(let yes): (yes ? 1 : 0, .yesNo)
        case .missing, .text, .time, .list, .record: nil
        }
    }

    /// How many decimals the words have.
    public var decimals: UInt8 {
        switch self {
        case .number(let decimals), .percent(let decimals): decimals
        case .money, .date, .period, .yesNo: 0
        }
    }

    /// The encoding that holds words of both; `nil` when they stand for different things.
    public func common(with other: Column.Encoding) -> Column.Encoding? {
        switch (self, other) {
        case (.number(let a), .number(let b)): .number(decimals: max(a, b))
        case (.percent(let a), .percent(let b)): .percent(decimals: max(a, b))
        default: self == other ? self : nil
        }
    }

    /// A word under an encoding with as many decimals or more; `nil` when it does not fit.
    public func rescale(_ word: Int64, to other: Column.Encoding) -> Int64? {
        guard let factor = Number.power(of10: Int(other.decimals) - Int(decimals)) else { return nil }
        let (product, overflow) = word.multipliedReportingOverflow(by: factor)
        return overflow ? nil : product
    }
}
