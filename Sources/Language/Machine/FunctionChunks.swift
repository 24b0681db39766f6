/// The code of all functions that are known, made anew when one of them changes.
struct FunctionChunks {
    private(set) var chunks: [Chunk] = []
    /// The number of each function's code in a program, whose first is the text's.
    private(set) var numbers: [String: Int] = [:]
    private var known: [String: FunctionCode] = [:]
    private var isWatched = false

    mutating func update(_ functions: [String: FunctionCode], isWatched: Bool) throws {
        let isSame =
            isWatched == self.isWatched && functions.count == known.count
            && functions.allSatisfy { known[$0.key] === $0.value }
        guard !isSame else { return }
        let names = functions.keys.sorted()
        let numbers = Dictionary(uniqueKeysWithValues: zip(names, 1...))
        let chunks = names.compactMap { functions[$0] }.map { function in
            Lowering(function, functions: functions, codes: numbers, isWatched: isWatched).function(function)
        }
        for chunk in chunks { try chunk.verify(among: chunks.count + 1) }
        (self.chunks, self.numbers, known, self.isWatched) = (chunks, numbers, functions, isWatched)
    }
}
