/// What a cell of a workbook looks like that somebody fills in; the open ones are yellow, the numbers are places in
/// the list of styles.
public enum EntryLook: Int, Sendable, CaseIterable {
    case plain, title, strong, remark, heading, block, label, number, share, shut
    case openNumber, openMoney, openDay, openText, openChoice, given

    fileprivate var isOpen: Bool { rawValue >= EntryLook.openNumber.rawValue }
}

/// The styles of such a workbook, in the order of `EntryLook`.
enum EntryStyles {
    static var part: Markup {
        """
        \(DOCXStyles.declaration)<styleSheet \(XLSXBook.namespaces)><numFmts count="2">\
        <numFmt numFmtId="164" formatCode="#,##0"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts>\
        <fonts count="4">\(font(""))\(font("<b/>"))\(font("<i/>"))\(font("<b/>", size: 14))</fonts>\
        <fills count="6"><fill><patternFill patternType="none"/></fill>\
        <fill><patternFill patternType="gray125"/></fill>\(fill("FFE7ECF3"))\(fill("FFFFF9DB"))\(fill("FFD9D9D9"))\
        \(fill("FFE2F0FB"))</fills>\
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
        <border>\(sides)<diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>\
        <cellXfs count="\(EntryLook.allCases.count)">\(EntryLook.allCases.map(form))</cellXfs>\
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """
    }

    private static let sides: [Markup] = ["left", "right", "top", "bottom"].map { side in
        "<\(side) style=\"thin\"><color rgb=\"FF7F7F7F\"/></\(side)>"
    }

    private static func font(_ look: Markup, size: Int = 12) -> Markup {
        "<font>\(look)<sz val=\"\(size)\"/><name val=\"Times New Roman\"/></font>"
    }

    private static func fill(_ colour: Markup) -> Markup {
        "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"\(colour)\"/></patternFill></fill>"
    }

    private static func form(_ look: EntryLook) -> Markup {
        let left: Markup = "<alignment vertical=\"center\" wrapText=\"1\"/>"
        let centre: Markup = "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/>"
        return switch look {
        case .plain: xf(look, left)
        case .title: xf(look, centre, font: 3)
        case .strong: xf(look, centre, font: 1)
        case .remark: xf(look, left, font: 2)
        case .heading: xf(look, centre, font: 1, fill: 2, border: 1)
        case .block: xf(look, left, font: 1, fill: 2, border: 1)
        case .label: xf(look, left, border: 1)
        case .number: xf(look, centre, format: 164, border: 1)
        case .share: xf(look, centre, format: 10, border: 1)
        case .shut: xf(look, centre, fill: 4, border: 1)
        case .openNumber, .openMoney: xf(look, centre, format: 164, fill: 3, border: 1)
        case .openDay: xf(look, centre, format: 165, fill: 3, border: 1)
        case .openText: xf(look, left, fill: 3, border: 1)
        case .openChoice: xf(look, centre, fill: 3, border: 1)
        case .given: xf(look, centre, format: 164, font: 2, fill: 5, border: 1)
        }
    }

    private static func xf(
        _ look: EntryLook, _ alignment: Markup, format: Int = 0, font: Int = 0, fill: Int = 0, border: Int = 0
    ) -> Markup {
        """
        <xf numFmtId="\(format)" fontId="\(font)" fillId="\(fill)" borderId="\(border)" xfId="0" applyNumberFormat="1" \
        applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">\(alignment)\
        <protection locked="\(look.isOpen ? 0 : 1)"/></xf>
        """
    }
}
