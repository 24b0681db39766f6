/// An indicator with figures of five years, for examples.
enum ExampleIndicator {
    static let lines =
        [
            "define element school-heads \"Heads of schools\" vi: \"Người đứng đầu trường\" type: people"
                + " over-time: last over-units: sum by-sex: yes",
            "define indicator T-02 \"Women among heads of schools\" vi: \"Tỷ lệ nữ đứng đầu trường\""
                + " numerator: \"women(school-heads)\" denominator: \"school-heads\" direction: at-least"
                + " source: \"plan 2025\" confidence: local",
            "set target T-02 year: 2027 value: 50 source: \"plan 2025\" confidence: local",
        ]
        + [(2020, 30), (2021, 33), (2022, 36), (2023, 38), (2024, 41), (2025, 44)].map { year, women in
            "record figure school-heads unit: NGO-QUYEN period: \(year) total: 100 women: \(women)"
        }
}
