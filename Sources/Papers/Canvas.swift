internal import CCairo
public import Diagnostics
import Values

/// Pages on which cairo draws and pango sets text. Lengths are points from the upper left corner of the page.
///
/// Every pointer is made in `init` and freed in `deinit`; a `PrintedText` holds on to its canvas.
final class Canvas {
    /// What cairo hands over, piece by piece.
    private final class Sink {
        var bytes: [UInt8] = []
    }

    let calls: ccairo_calls
    let context: OpaquePointer
    private let surface: OpaquePointer
    private let sink: Sink
    private let map: OpaquePointer
    let pango: OpaquePointer
    private var fonts: [Lettering: OpaquePointer] = [:]

    private static let write: ccairo_write = { closure, bytes, count in
        guard let closure, let bytes else { return 0 }
        let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
        return 0
    }

    /// A PDF file whose first page has a size.
    static func pdf(width: Double, height: Double, language: DisplayLanguage) throws -> Canvas {
        try Canvas(language) { calls, sink in
            calls.cairo_pdf_surface_create_for_stream(write, sink, width, height)
        }
    }

    /// A picture of points, each as many dots as a scale says.
    static func picture(width: Double, height: Double, scale: Double, language: DisplayLanguage) throws -> Canvas {
        let dots = { (points: Double) in Int32(min(max(points * scale, 1), 30_000).rounded(.up)) }
        let canvas = try Canvas(language) { calls, _ in
            calls.cairo_image_surface_create(0, dots(width), dots(height))
        }
        canvas.calls.cairo_scale(canvas.context, scale, scale)
        canvas.box(x: 0, y: 0, width: width, height: height, fill: "ffffff", edge: nil)
        return canvas
    }

    private init(
        _ language: DisplayLanguage,
        _ surface: (ccairo_calls, UnsafeMutableRawPointer) -> OpaquePointer?
    ) throws {
        guard let calls = ccairo_load()?.pointee else { throw Diagnostic.noPrintLibrary }
        let sink = Sink()
        guard let surface = surface(calls, Unmanaged.passUnretained(sink).toOpaque()),
            let context = calls.cairo_create(surface), let map = calls.pango_cairo_font_map_new(),
            let pango = calls.pango_font_map_create_context(map)
        else { throw Diagnostic.printFailed }
        (self.calls, self.sink, self.surface, self.context) = (calls, sink, surface, context)
        (self.map, self.pango) = (map, pango)
        // Letters stand where the font says, not on whole points, so that lines break as in word processors.
        let options = calls.cairo_font_options_create()
        calls.cairo_font_options_set_hint_style(options, 1)
        calls.cairo_font_options_set_hint_metrics(options, 1)
        calls.pango_cairo_context_set_font_options(pango, options)
        calls.cairo_font_options_destroy(options)
        calls.pango_cairo_context_set_resolution(pango, 72)
        calls.pango_context_set_round_glyph_positions(pango, 0)
        calls.pango_context_set_language(pango, calls.pango_language_from_string(language.rawValue))
        guard hasVietnamese else { throw Diagnostic.noVietnameseFont }
    }

    deinit {
        for font in fonts.values { calls.pango_font_description_free(font) }
        calls.cairo_destroy(context)
        calls.cairo_surface_destroy(surface)
        calls.g_object_unref(UnsafeMutableRawPointer(pango))
        calls.g_object_unref(UnsafeMutableRawPointer(map))
    }

    /// The finished PDF file.
    func finishedPDF() throws -> [UInt8] {
        calls.cairo_surface_finish(surface)
        guard calls.cairo_surface_status(surface) == 0, calls.cairo_status(context) == 0 else {
            throw Diagnostic.printFailed
        }
        return sink.bytes
    }

    /// The picture as a PNG file.
    func png() throws -> [UInt8] {
        let sink = Unmanaged.passUnretained(sink).toOpaque()
        guard calls.cairo_surface_write_to_png_stream(surface, Canvas.write, sink) == 0 else {
            throw Diagnostic.printFailed
        }
        return self.sink.bytes
    }

    /// Facts about the file, by cairo's number: 0 title, 1 author, 4 program, 5 day of making, 6 day of change.
    func note(_ fact: Int32, _ words: String) { calls.cairo_pdf_surface_set_metadata(surface, fact, words) }

    /// Ends the page and begins one of a size.
    func turn(width: Double, height: Double) {
        calls.cairo_show_page(context)
        calls.cairo_pdf_surface_set_size(surface, width, height)
    }

    /// Gives the page a size before anything stands on it.
    func resize(width: Double, height: Double) { calls.cairo_pdf_surface_set_size(surface, width, height) }

    /// Ends the last page.
    func endPage() { calls.cairo_show_page(context) }

    /// Begins a part of the text, so that readers aloud know what it is.
    func begin(_ tag: String) { calls.cairo_tag_begin(context, tag, "") }

    /// Ends the part of the text.
    func end(_ tag: String) { calls.cairo_tag_end(context, tag) }

    /// Draws what belongs to one part of the text.
    func tagged(_ tag: String, _ draw: () -> Void) {
        begin(tag)
        draw()
        end(tag)
    }

    func font(_ letters: Lettering) -> OpaquePointer? {
        if let font = fonts[letters] { return font }
        guard let font = calls.pango_font_description_new() else { return nil }
        calls.pango_font_description_set_family(font, Lettering.families)
        calls.pango_font_description_set_absolute_size(font, letters.size * 1024)
        if letters.bold { calls.pango_font_description_set_weight(font, 700) }
        if letters.italic { calls.pango_font_description_set_style(font, 2) }
        fonts[letters] = font
        return font
    }

    /// Whether the letters that only Vietnamese has are there; a font without them takes them from another.
    private var hasVietnamese: Bool {
        guard let font = font(Lettering(14)), let face = calls.pango_context_load_font(pango, font) else {
            return false
        }
        defer { calls.g_object_unref(UnsafeMutableRawPointer(face)) }
        guard let covered = calls.pango_font_get_coverage(face, calls.pango_language_from_string("vi")) else {
            return false
        }
        defer { calls.g_object_unref(UnsafeMutableRawPointer(covered)) }
        return "ơưữĐỘ₫".unicodeScalars.allSatisfy { calls.pango_coverage_get(covered, Int32($0.value)) == 3 }
    }
}

/// What letters look like.
struct Lettering: Hashable {
    static let families = "Times New Roman, Liberation Serif, Tinos, Times, serif"
    static let codeFamilies = "Courier New, Liberation Mono, Cousine, monospace"

    var size: Double
    var bold = false
    var italic = false

    init(_ size: Double, bold: Bool = false, italic: Bool = false) {
        (self.size, self.bold, self.italic) = (size, bold, italic)
    }
}

extension Diagnostic.Code {
    /// The libraries that draw PDF files and pictures are not installed.
    public static let printLibraryMissing: Self = "print-library-missing"
    /// No font has the Vietnamese letters of official papers.
    public static let fontMissing: Self = "font-missing"
    /// A PDF file or a picture could not be drawn.
    public static let printFailed: Self = "print-failed"
}

extension Diagnostic {
    fileprivate static let noPrintLibrary = Diagnostic(
        .printLibraryMissing,
        Text(
            "PDF files and pictures need the libraries cairo and pango, which are not installed.",
            vi: "Muốn ghi tệp PDF hay hình ảnh phải có thư viện cairo và pango, máy này chưa cài."),
        notes: [
            Text(
                "Install the packages libpangocairo-1.0-0 and fonts-liberation2, or write a .docx or .html file.",
                vi: "Hãy cài gói libpangocairo-1.0-0 và fonts-liberation2, hoặc ghi ra tệp .docx hay .html.")
        ])
    fileprivate static let noVietnameseFont = Diagnostic(
        .fontMissing,
        Text(
            "No font like Times New Roman with every Vietnamese letter is installed.",
            vi: "Máy này chưa có phông chữ kiểu Times New Roman đủ chữ tiếng Việt."),
        notes: [
            Text(
                "Install the package fonts-liberation2, or Times New Roman itself.",
                vi: "Hãy cài gói fonts-liberation2, hoặc chính phông Times New Roman.")
        ])
    fileprivate static let printFailed = Diagnostic(
        .printFailed,
        Text(
            "The pages could not be drawn; there may be too little memory.",
            vi: "Không vẽ được các trang; có thể máy thiếu bộ nhớ."),
        notes: [Text("Write a .docx or .html file instead.", vi: "Hãy ghi ra tệp .docx hoặc .html.")])
}
