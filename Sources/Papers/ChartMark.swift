/// What a drawn chart is made of, for every writer alike: places and lengths in points from the upper left corner.
enum ChartMark {
    /// Where a text stands beside its place.
    enum Anchor: String {
        case start, middle, end
    }

    /// A line of text; one with a halo can be read across whatever lies behind it.
    struct Words {
        var text: String
        var x: Double
        var y: Double
        var anchor = Anchor.start
        var size = ChartDrawing.size
        var bold = false
        var halo = false
    }

    typealias Point = (x: Double, y: Double)

    case words(Words)
    /// A straight line; a dashed one is thicker.
    case rule(from: Point, to: Point, colour: String, dashed: Bool)
    /// A filled box with a thin edge.
    case box(x: Double, y: Double, width: Double, height: Double, colour: String)
    /// Lines through points, each of its own beginning, in the dashes of a series.
    case path([[Point]], series: Int)
    /// The sign of a series at a point: circle, square or triangle.
    case sign(Point, series: Int)
    /// A filled field without an edge.
    case field([Point], colour: String)

    /// The dashes of the lines of a series.
    static func dashes(_ series: Int) -> [Double] { [[], [6, 3], [2, 2], [9, 3, 2, 3]][series % 4] }

    /// The greys and hues of series: each differs from its neighbours in lightness too.
    static let colours = ["1f4e79", "e08e0b", "9ecae1", "5b2a6e", "6aa84f", "d9d9d9"]

    static func colour(_ series: Int) -> String { colours[series % colours.count] }

    /// The strokes across a box that tell series of like lightness apart; the first three have none.
    static func hatching(x: Double, y: Double, width: Double, height: Double, series: Int) -> [ChartMark] {
        guard series % colours.count >= 3, width > 0, height > 0 else { return [] }
        return stride(from: 5, to: min(width + height, 4_000), by: 5).map { sum in
            let from = (x: x + max(0, sum - height), y: y + min(sum, height))
            let to = (x: x + min(sum, width), y: y + max(0, sum - width))
            return .rule(from: from, to: to, colour: "ffffff", dashed: false)
        }
    }
}
