/// Something that stands on a page: how high it is, what it stays together with, how it is drawn.
struct PDFPiece {
    /// The space above it; left out at the top of a page.
    var before = 0.0
    var height: Double
    /// Whether it stays on the page of what follows.
    var keepsNext = false
    /// Draws it with its top at a height of the page.
    var draw: (_ y: Double) -> Void
    /// The part that fits in a room and the rest; `nil` where nothing fits.
    var split: ((_ room: Double) -> (PDFPiece, PDFPiece)?)?
    /// The least of it that may stand at the end of a page.
    var least: Double

    init(
        before: Double = 0, height: Double, keepsNext: Bool = false, least: Double? = nil,
        split: ((_ room: Double) -> (PDFPiece, PDFPiece)?)? = nil, draw: @escaping (_ y: Double) -> Void
    ) {
        self.before = before
        self.height = height
        self.keepsNext = keepsNext
        self.draw = draw
        self.split = split
        self.least = least ?? height
    }

    /// Something that happens between two pieces, such as the beginning of a table.
    static func act(keepsNext: Bool = false, _ act: @escaping () -> Void) -> PDFPiece {
        PDFPiece(height: 0, keepsNext: keepsNext) { _ in act() }
    }
}

/// The pages of a PDF file as they fill: pieces come one after another, and begin a page where they do not fit.
final class PDFFlow {
    let canvas: Canvas
    private(set) var landscape: Bool
    private var y: Double
    /// The number of the page, from 1 on in the text and in each annex.
    private var page = 1
    private var isFresh = true
    private var chain: [PDFPiece] = []
    /// The part of the text that is open, such as a table; each page has its own of it.
    private var container: String?
    /// What stands again at the top of each page, such as the head of a table.
    private var repeated: PDFPiece?

    let left = OfficialPage.points(OfficialPage.binding)
    var width: Double { OfficialPage.points(OfficialPage.width(landscape: landscape)) }
    private let top = OfficialPage.points(OfficialPage.margin)
    private var pageWidth: Double { OfficialPage.points(landscape ? OfficialPage.long : OfficialPage.short) }
    private var bottom: Double {
        OfficialPage.points((landscape ? OfficialPage.short : OfficialPage.long) - OfficialPage.margin)
    }

    init(_ canvas: Canvas, landscape: Bool) {
        self.canvas = canvas
        self.landscape = landscape
        y = top
        if landscape { canvas.resize(width: pageWidth, height: bottom + top) }
    }

    /// Sets a piece behind all others.
    func add(_ piece: PDFPiece) {
        chain.append(piece)
        if !piece.keepsNext { settle() }
    }

    /// Draws what still waits for something to follow.
    func settle() {
        let pieces = chain
        chain = []
        let need = pieces.reduce(0) { sum, piece in
            sum + piece.before + (piece.keepsNext ? piece.height : piece.least)
        }
        if !isFresh, y + need > bottom { turn() }
        for piece in pieces { set(piece) }
    }

    /// Goes on upright or lying pages.
    func lie(_ landscape: Bool) {
        guard landscape != self.landscape else { return }
        settle()
        if isFresh, page == 1 {
            self.landscape = landscape
            return canvas.resize(width: pageWidth, height: bottom + top)
        }
        turn(landscape: landscape)
    }

    /// Begins a page whose number is 1 again.
    func restart(landscape: Bool) {
        settle()
        page = 0
        turn(landscape: landscape)
    }

    /// Begins a part of the text, such as a table, and what its pages repeat.
    func open(_ tag: String, repeating: PDFPiece? = nil) {
        canvas.begin(tag)
        container = tag
        repeated = repeating
    }

    /// Ends the part.
    func close() {
        if let container { canvas.end(container) }
        container = nil
        repeated = nil
    }

    private func set(_ piece: PDFPiece) {
        var piece = piece
        while true {
            let room = bottom - y - (isFresh ? 0 : piece.before)
            if piece.height <= room || (isFresh && piece.split == nil) { break }
            if let (first, rest) = piece.split?(room) {
                put(first)
                piece = rest
                turn()
            } else if isFresh {
                break
            } else {
                turn()
            }
        }
        put(piece)
    }

    private func put(_ piece: PDFPiece) {
        if !isFresh { y += piece.before }
        piece.draw(y)
        y += piece.height
        if piece.height > 0 { isFresh = false }
    }

    private func turn(landscape next: Bool? = nil) {
        if let container { canvas.end(container) }
        landscape = next ?? landscape
        canvas.turn(width: pageWidth, height: bottom + top)
        page += 1
        y = top
        isFresh = true
        if page > 1, let number = canvas.text(String(page), Lettering(13)) {
            number.draw(
                x: left + (width - number.width) / 2, y: OfficialPage.points(OfficialPage.number))
        }
        if let container { canvas.begin(container) }
        if let repeated {
            repeated.draw(y)
            y += repeated.height
        }
    }
}
