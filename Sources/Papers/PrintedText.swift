internal import CCairo
import Documents
import Values

/// A paragraph broken into lines for a width.
final class PrintedText {
    /// One line: where it begins, how high it is, where its letters stand.
    struct Line {
        let pointer: OpaquePointer
        let x: Double
        let width: Double
        let height: Double
        /// From the top of the line down.
        let baseline: Double
    }

    /// How the lines of a paragraph lie in their room.
    struct Look: Hashable {
        var width: Double?
        var indent = 0.0
        var align = Align.left

        enum Align: Hashable {
            case left, centre, right, justified
        }
    }

    private let canvas: Canvas
    private let layout: OpaquePointer
    let lines: [Line]

    /// How high the lines are above each other.
    var height: Double { lines.reduce(0) { $0 + $1.height } }
    /// The width of the widest line.
    var width: Double { lines.map(\.width).max() ?? 0 }

    fileprivate init(_ canvas: Canvas, _ layout: OpaquePointer) {
        self.canvas = canvas
        self.layout = layout
        let calls = canvas.calls
        var lines: [Line] = []
        lines.reserveCapacity(Int(calls.pango_layout_get_line_count(layout)))
        let iterator = calls.pango_layout_get_iter(layout)
        defer { calls.pango_layout_iter_free(iterator) }
        repeat {
            guard let line = calls.pango_layout_iter_get_line_readonly(iterator) else { continue }
            var box = pango_box()
            calls.pango_layout_iter_get_line_extents(iterator, nil, &box)
            let baseline = Double(calls.pango_layout_iter_get_baseline(iterator) - box.y) / 1024
            lines.append(
                Line(
                    pointer: line, x: Double(box.x) / 1024, width: Double(box.width) / 1024,
                    height: Double(box.height) / 1024, baseline: baseline))
        } while calls.pango_layout_iter_next_line(iterator) != 0
        self.lines = lines
    }

    deinit { canvas.calls.g_object_unref(UnsafeMutableRawPointer(layout)) }

    /// Draws the lines below each other; lines lie apart by a factor of their height.
    func draw(x: Double, y: Double, spacing: Double = 1) {
        var top = y
        for line in lines {
            draw(line, x: x, y: top)
            top += line.height * spacing
        }
    }

    /// Draws one line with its top at a place.
    func draw(_ line: Line, x: Double, y: Double) {
        canvas.calls.cairo_move_to(canvas.context, x + line.x, y + line.baseline)
        canvas.calls.pango_cairo_show_layout_line(canvas.context, line.pointer)
    }

    /// Draws the only line with its letters standing at a place, white around them if wanted.
    func stand(x: Double, y: Double, halo: Bool) {
        guard let line = lines.first else { return }
        if halo {
            canvas.calls.cairo_move_to(canvas.context, x, y)
            canvas.calls.pango_cairo_layout_line_path(canvas.context, line.pointer)
            canvas.strokeWhite()
        }
        canvas.calls.cairo_move_to(canvas.context, x, y)
        canvas.calls.pango_cairo_show_layout_line(canvas.context, line.pointer)
    }
}

extension Canvas {
    /// Sets a text in one look.
    func text(_ words: String, _ letters: Lettering, _ look: PrintedText.Look = .init()) -> PrintedText? {
        text([(words, letters, false)], letters, look)
    }

    /// Sets pieces of text, each with its letters; code has letters of one width.
    func text(
        _ pieces: [(words: String, letters: Lettering, code: Bool)], _ letters: Lettering, _ look: PrintedText.Look
    ) -> PrintedText? {
        guard let layout = calls.pango_layout_new(pango) else { return nil }
        calls.pango_layout_set_font_description(layout, font(letters))
        var words = Canvas.printable(pieces.map(\.words).joined())
        if pieces.count > 1 || pieces.contains(where: \.code), let marks = calls.pango_attr_list_new() {
            var place = 0
            for piece in pieces {
                let end = place + Canvas.printable(piece.words).utf8.count
                mark(marks, piece, from: letters, place..<end)
                place = end
            }
            calls.pango_layout_set_attributes(layout, marks)
            calls.pango_attr_list_unref(marks)
        }
        words.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                calls.pango_layout_set_text(layout, $0.baseAddress, Int32(clamping: $0.count))
            }
        }
        if let width = look.width { calls.pango_layout_set_width(layout, Int32(max(1, width) * 1024)) }
        calls.pango_layout_set_wrap(layout, 2)
        if look.indent != 0 { calls.pango_layout_set_indent(layout, Int32(look.indent * 1024)) }
        switch look.align {
        case .left: break
        case .centre: calls.pango_layout_set_alignment(layout, 1)
        case .right: calls.pango_layout_set_alignment(layout, 2)
        case .justified: calls.pango_layout_set_justify(layout, 1)
        }
        return PrintedText(self, layout)
    }

    private func mark(
        _ marks: OpaquePointer, _ piece: (words: String, letters: Lettering, code: Bool), from letters: Lettering,
        _ bytes: Range<Int>
    ) {
        var list: [UnsafeMutablePointer<pango_attribute>?] = []
        if piece.letters.bold != letters.bold {
            list.append(calls.pango_attr_weight_new(piece.letters.bold ? 700 : 400))
        }
        if piece.letters.italic != letters.italic {
            list.append(calls.pango_attr_style_new(piece.letters.italic ? 2 : 0))
        }
        if piece.letters.size != letters.size {
            list.append(calls.pango_attr_size_new_absolute(Int32(piece.letters.size * 1024)))
        }
        if piece.code {
            list.append(calls.pango_attr_family_new(Lettering.codeFamilies))
            list.append(calls.pango_attr_size_new_absolute(Int32(piece.letters.size * 0.86 * 1024)))
        }
        for mark in list {
            guard let mark else { continue }
            mark.pointee.start = UInt32(clamping: bytes.lowerBound)
            mark.pointee.end = UInt32(clamping: bytes.upperBound)
            calls.pango_attr_list_insert(marks, mark)
        }
    }

    /// A text without characters that steer, and those that turn the order of letters.
    static func printable(_ text: String) -> String {
        let steers: (Unicode.Scalar) -> Bool = { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
            default: false
            }
        }
        guard text.unicodeScalars.contains(where: steers) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !steers($0) }))
    }
}
