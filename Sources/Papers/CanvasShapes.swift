internal import CCairo

extension Canvas {
    private func source(_ colour: String) {
        let number = UInt32(colour, radix: 16) ?? 0
        let part = { (shift: UInt32) in Double((number >> shift) & 255) / 255 }
        calls.cairo_set_source_rgb(context, part(16), part(8), part(0))
    }

    func rule(
        _ from: ChartMark.Point, _ to: ChartMark.Point, colour: String = "000000", width: Double = 0.5,
        dashes: [Double] = []
    ) {
        path([[from, to]], colour: colour, width: width, dashes: dashes)
    }

    func path(_ parts: [[ChartMark.Point]], colour: String, width: Double, dashes: [Double] = []) {
        calls.cairo_new_path(context)
        for part in parts {
            for (place, point) in part.enumerated() {
                if place == 0 {
                    calls.cairo_move_to(context, point.x, point.y)
                } else {
                    calls.cairo_line_to(context, point.x, point.y)
                }
            }
        }
        source(colour)
        calls.cairo_set_line_width(context, width)
        calls.cairo_set_dash(context, dashes, Int32(dashes.count), 0)
        calls.cairo_stroke(context)
        calls.cairo_set_dash(context, nil, 0, 0)
        source("000000")
    }

    func box(x: Double, y: Double, width: Double, height: Double, fill: String, edge: String?) {
        calls.cairo_new_path(context)
        calls.cairo_rectangle(context, x, y, width, height)
        close(fill: fill, edge: edge)
    }

    func polygon(_ points: [ChartMark.Point], fill: String, edge: String? = nil) {
        calls.cairo_new_path(context)
        for (place, point) in points.enumerated() {
            if place == 0 {
                calls.cairo_move_to(context, point.x, point.y)
            } else {
                calls.cairo_line_to(context, point.x, point.y)
            }
        }
        calls.cairo_close_path(context)
        close(fill: fill, edge: edge)
    }

    func disc(_ centre: ChartMark.Point, radius: Double, fill: String) {
        calls.cairo_new_path(context)
        calls.cairo_arc(context, centre.x, centre.y, radius, 0, 2 * Double.pi)
        close(fill: fill, edge: nil)
    }

    private func close(fill: String, edge: String?) {
        source(fill)
        calls.cairo_fill_preserve(context)
        if let edge {
            source(edge)
            calls.cairo_set_line_width(context, 0.5)
            calls.cairo_stroke(context)
        }
        calls.cairo_new_path(context)
        source("000000")
    }

    /// Strokes the path of letters in white.
    func strokeWhite() {
        source("ffffff")
        calls.cairo_set_line_width(context, 3)
        calls.cairo_stroke(context)
        source("000000")
    }

    /// Draws in a corner of its own at a scale.
    func placed(x: Double, y: Double, scale: Double, _ draw: () -> Void) {
        calls.cairo_save(context)
        calls.cairo_translate(context, x, y)
        calls.cairo_scale(context, scale, scale)
        draw()
        calls.cairo_restore(context)
    }

    /// Draws a chart with its upper left corner at a place.
    func draw(_ drawing: ChartDrawing, x: Double, y: Double, scale: Double) {
        placed(x: x, y: y, scale: scale) {
            for mark in drawing.marks { draw(mark) }
        }
    }

    private func draw(_ mark: ChartMark) {
        switch mark {
        case .words(let words): draw(words)
        case .rule(let from, let to, let colour, let dashed):
            rule(from, to, colour: colour, width: dashed ? 2 : 1, dashes: dashed ? [7, 4] : [])
        case .box(let x, let y, let width, let height, let colour):
            box(x: x, y: y, width: width, height: height, fill: colour, edge: "333333")
        case .path(let parts, let series):
            path(parts, colour: ChartMark.colour(series), width: 2, dashes: ChartMark.dashes(series))
        case .sign(let point, let series): sign(point, series)
        case .field(let points, let colour): polygon(points, fill: colour)
        }
    }

    private func draw(_ words: ChartMark.Words) {
        guard let text = text(words.text, Lettering(words.size, bold: words.bold)) else { return }
        let shift: Double =
            switch words.anchor {
            case .start: 0
            case .middle: text.width / 2
            case .end: text.width
            }
        text.stand(x: words.x - shift, y: words.y, halo: words.halo)
    }

    private func sign(_ point: ChartMark.Point, _ series: Int) {
        let colour = ChartMark.colour(series)
        switch series % 3 {
        case 0: disc(point, radius: 3, fill: colour)
        case 1: box(x: point.x - 3, y: point.y - 3, width: 6, height: 6, fill: colour, edge: "333333")
        default:
            polygon(
                [(point.x, point.y - 4), (point.x + 4, point.y + 3), (point.x - 4, point.y + 3)], fill: colour,
                edge: "333333")
        }
    }
}
