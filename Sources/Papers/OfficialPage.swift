/// The page of Nghị định 30/2020: A4, margins 20 mm above, below and on the right, 30 mm on the left for the binding.
/// Lengths are twentieths of a point, as Word counts them.
enum OfficialPage {
    static let short = 11_906
    static let long = 16_838
    static let margin = 1_134
    static let binding = 1_701
    /// How far the number of the page stands below the edge.
    static let number = 567
    /// How far the first line of a paragraph is drawn in.
    static let indent = 567

    /// The width of text on an upright page and on a lying one.
    static func width(landscape: Bool) -> Int { (landscape ? long : short) - margin - binding }

    /// A length in points.
    static func points(_ length: Int) -> Double { Double(length) / 20 }
}
