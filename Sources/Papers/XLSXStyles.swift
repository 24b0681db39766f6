/// The styles of workbooks, in the order of `XLSXStyle`.
enum XLSXStyles {
    static var part: Markup {
        """
        \(DOCXStyles.declaration)<styleSheet \(XLSXBook.namespaces)><numFmts count="2">\
        <numFmt numFmtId="164" formatCode="#,##0&quot; đ&quot;"/>\
        <numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts>\
        <fonts count="4">\(font(""))\(font("<b/>"))\(font("<i/>"))\(font("<b/>", size: 14))</fonts>\
        <fills count="3"><fill><patternFill patternType="none"/></fill>\
        <fill><patternFill patternType="gray125"/></fill>\
        <fill><patternFill patternType="solid"><fgColor rgb="FFE7ECF3"/></patternFill></fill></fills>\
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
        <border>\(sides)<diagonal/></border>\
        </borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="\(XLSXStyle.allCases.count)">\
        \(XLSXStyle.allCases.map(look))</cellXfs>\
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """
    }

    private static let sides: [Markup] = ["left", "right", "top", "bottom"].map { side in
        "<\(side) style=\"thin\"><color rgb=\"FF7F7F7F\"/></\(side)>"
    }

    private static func font(_ look: Markup, size: Int = 12) -> Markup {
        "<font>\(look)<sz val=\"\(size)\"/><name val=\"Times New Roman\"/></font>"
    }

    private static func look(_ style: XLSXStyle) -> Markup {
        let top: Markup = "<alignment vertical=\"top\"/>"
        let wrapped: Markup = "<alignment vertical=\"top\" wrapText=\"1\"/>"
        let centred: Markup = "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/>"
        return switch style {
        case .plain: xf(top)
        case .heading: xf(centred, font: 1, fill: 2, border: 1)
        case .text: xf(wrapped, border: 1)
        case .number: xf(top, format: 3, border: 1)
        case .decimal: xf(top, format: 4, border: 1)
        case .percent: xf(top, format: 10, border: 1)
        case .money: xf(top, format: 164, border: 1)
        case .date: xf(top, format: 165, border: 1)
        case .title: xf(top, font: 3)
        case .italic: xf(top, font: 2, border: 1)
        case .wrapped: xf(wrapped)
        case .strong: xf(wrapped, font: 1)
        }
    }

    private static func xf(
        _ alignment: Markup, format: Int = 0, font: Int = 0, fill: Int = 0, border: Int = 0
    ) -> Markup {
        """
        <xf numFmtId="\(format)" fontId="\(font)" fillId="\(fill)" borderId="\(border)" xfId="0" applyNumberFormat="1" \
        applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">\(alignment)</xf>
        """
    }
}
