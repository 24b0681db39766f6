// A day as text is written once or more for every row and entry; put together from padded pieces it cost ten times as
// much. Ten bytes are written into ten bytes of room, each of them once, all of them ASCII.

extension Day {
    /// The canonical form of a day in a year of at most four digits.
    static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
        String(unsafeUninitializedCapacity: 10) { room in
            var place = 10
            func put(_ number: Int, _ width: Int) {
                var rest = number
                for _ in 0..<width {
                    place -= 1
                    room[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
                    rest /= 10
                }
            }
            func hyphen() {
                place -= 1
                room[place] = 45
            }
            put(day, 2)
            hyphen()
            put(month, 2)
            hyphen()
            put(year, 4)
            return 10
        }
    }
}
