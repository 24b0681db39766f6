import Documents
import Values

/// A chart of a Word document, drawn by the word processor itself from values that stand in the file.
struct DOCXChart {
    let chart: Chart
    let language: DisplayLanguage
    /// The worksheet that holds the values, as formulas name it.
    let sheet: String
    private let scale: ChartScale
    /// Whether the names of the categories fit below standing bars.
    private let namesFit: Bool

    init(_ chart: Chart, _ language: DisplayLanguage, sheet: String = "Sen") {
        self.chart = chart
        self.sheet = sheet
        self.language = language
        scale = ChartScale(chart)
        let slot = 400 / Double(max(1, chart.categories.count))
        namesFit = chart.categories.allSatisfy { category in
            PrintWidth.lines(category(in: language), width: slot, size: 11).count <= 2
                && PrintWidth.longestWord(category(in: language), size: 11) <= slot
        }
    }

    private var isLine: Bool { chart.kind != .bar && chart.kind != .stacked }
    /// Bars lie where names are long; a target needs standing ones, because Word draws no line across lying bars.
    private var lies: Bool { !isLine && !namesFit && chart.target == nil }

    /// The height in millimetres; the width is that of the text.
    var height: Int {
        if chart.kind == .spark { return 30 }
        let bars = chart.kind == .stacked ? 1 : max(1, chart.series.count)
        if lies { return min(200, 35 + chart.categories.count * (3 + 6 * bars)) }
        return namesFit ? 80 : 105
    }

    /// The place of the chart in the text.
    func drawing(number: Int, keepNext: Bool) -> Markup {
        let unit = 36_000
        let frame: Markup = """
            <w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">\
            <wp:extent cx="\(156 * unit)" cy="\(height * unit)"/>\
            <wp:docPr id="\(number)" name="\(Text("Chart", vi: "Biểu đồ")(in: language)) \(number)" \
            descr="\(chart.title(in: language)). \(chart.summary(in: language))"/><wp:cNvGraphicFramePr/>\
            <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">\
            <c:chart r:id="rIdChart\(number)"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>
            """
        return DOCXText.paragraph(
            "Centred", frame, keepNext: keepNext, properties: "<w:spacing w:before=\"120\" w:after=\"120\"/>")
    }

    /// The part that holds the chart.
    var part: Markup {
        let title = chart.title(in: language)
        let heading: Markup =
            title.isEmpty
            ? "<c:autoTitleDeleted val=\"1\"/>"
            : """
            <c:title>\(text(title, size: 1400, bold: true))<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>
            """
        let legend: Markup =
            chart.series.count > 1 || chart.target != nil
            ? "<c:legend><c:legendPos val=\"b\"/>\(hiddenEntry)<c:overlay val=\"0\"/></c:legend>" : ""
        return """
            \(DOCXStyles.declaration)<c:chartSpace \(DOCXStyles.namespaces)><c:date1904 val="0"/>\
            <c:lang val="\(DOCXStyles.tag(language))"/><c:roundedCorners val="0"/><c:chart>\(heading)\
            <c:plotArea><c:layout/>\(plots)\(axes)</c:plotArea>\(legend)<c:plotVisOnly val="1"/>\
            <c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>\
            <c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100">\(DOCXChart.font)</a:defRPr></a:pPr>\
            <a:endParaRPr lang="\(DOCXStyles.tag(language))"/></a:p></c:txPr></c:chartSpace>
            """
    }

    private static let font: Markup = "<a:latin typeface=\"Times New Roman\"/><a:cs typeface=\"Times New Roman\"/>"

    private func text(_ text: String, size: Int, bold: Bool = false) -> Markup {
        """
        <c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="\(DOCXStyles.tag(language))" sz="\(size)" b="\(bold ? 1 : 0)">\
        \(DOCXChart.font)</a:rPr><a:t>\(text)</a:t></a:r></a:p></c:rich></c:tx>
        """
    }

    // MARK: Bars and lines

    private var plots: Markup {
        let axes: Markup = "<c:axId val=\"1\"/><c:axId val=\"2\"/>"
        let all = chart.series.indices.map { index in
            series(
                index, name: chart.series[index].name(in: language),
                values: chart.categories.indices.map { chart.value(of: index, at: $0) })
        }
        let target = chart.target.map { target -> Markup in
            let name = "\(target.name(in: language)): \(chart.written(target.value, in: language))"
            let values = chart.categories.map { _ -> Number? in target.value }
            return lines(series(chart.series.count, name: name, values: values, isTarget: true), axes)
        }
        if isLine { return fan + lines("\(all)", axes) + (target ?? "") }
        let stacked = chart.kind == .stacked
        let overlap: Markup = stacked ? "<c:overlap val=\"100\"/>" : ""
        return """
            <c:barChart><c:barDir val="\(lies ? "bar" : "col")"/>\
            <c:grouping val="\(stacked ? "stacked" : "clustered")"/>\
            <c:varyColors val="0"/>\(all)<c:gapWidth val="60"/>\(overlap)\(axes)</c:barChart>\(target ?? "")
            """
    }

    private func lines(_ series: Markup, _ axes: Markup) -> Markup {
        """
        <c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>\(series)\
        \((chart.kind == .dots ? "<c:hiLowLines/>" : "") as Markup)<c:marker val="1"/>\(axes)\
        </c:lineChart>
        """
    }

    private func series(_ index: Int, name: String, values: [Number?], isTarget: Bool = false) -> Markup {
        let colour = isTarget ? "B00020" : ChartMark.colour(index).uppercased()
        let asLine = isLine || isTarget
        let dash: Markup = isTarget ? "<a:prstDash val=\"dash\"/>" : ""
        let fill: Markup = "<a:solidFill><a:srgbClr val=\"\(colour)\"/></a:solidFill>"
        let stroke = chart.kind == .dots && !isTarget ? "<a:noFill/>" : fill + dash
        let look: Markup =
            asLine
            ? "<c:spPr><a:ln w=\"25400\">\(stroke)</a:ln></c:spPr>"
            : """
            <c:spPr>\(fill)<a:ln w="6350"><a:solidFill>\
            <a:srgbClr val="333333"/></a:solidFill></a:ln></c:spPr><c:invertIfNegative val="0"/>
            """
        let symbols: [Markup] = ["circle", "square", "triangle"]
        let symbol = isTarget ? (values.count == 1 ? "dash" : "none") : symbols[index % 3]
        let sign: Markup = "<c:symbol val=\"\(symbol)\"/><c:size val=\"7\"/><c:spPr>\(fill)</c:spPr>"
        let marker: Markup = asLine ? "<c:marker>\(sign)</c:marker>" : ""
        let smooth: Markup = asLine ? "<c:smooth val=\"0\"/>" : ""
        return """
            <c:ser><c:idx val="\(index)"/><c:order val="\(index)"/><c:tx><c:strRef>\
            <c:f>\(sheet)!$\(letter(index))$1</c:f>\
            <c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>\(name)</c:v></c:pt></c:strCache></c:strRef></c:tx>\
            \(look)\(marker)\(labels(values, show: !isTarget))\(categories)\(cache(values, letter(index)))\(smooth)\
            </c:ser>
            """
    }

    func letter(_ series: Int) -> String { String(UnicodeScalar(UInt8(66 + series % 24))) }

    /// The values in the reader's number format, where they have room.
    private func labels(_ values: [Number?], show: Bool) -> Markup {
        let rest: Markup = """
            <c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/>\
            <c:showPercent val="0"/><c:showBubbleSize val="0"/>
            """
        let many = chart.categories.count * (chart.kind == .stacked ? 1 : chart.series.count)
        guard show, many <= 24, chart.kind != .spark, !isLine || chart.series.count == 1 else {
            return "<c:dLbls>\(rest)</c:dLbls>"
        }
        let points = values.enumerated().map { place, value -> Markup in
            guard let value, chart.kind != .stacked || fits(value) else { return "" }
            return """
                <c:dLbl><c:idx val="\(place)"/>\(label(value))<c:showLegendKey val="0"/><c:showVal val="1"/>\
                <c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>\
                <c:showBubbleSize val="0"/></c:dLbl>
                """
        }
        return "<c:dLbls>\(points)\(rest)</c:dLbls>"
    }

    private func label(_ value: Number) -> Markup {
        let place: Markup = chart.kind == .stacked ? "ctr" : isLine ? "t" : "outEnd"
        let words = text(chart.written(value, in: language), size: 1000)
        // White behind the letters, so that they can be read across bars and lines.
        let back: Markup = "<c:spPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill></c:spPr>"
        return "\(words)\(back)<c:dLblPos val=\"\(place)\"/>"
    }

    /// Whether a value has room inside its part of a stack.
    private func fits(_ value: Number) -> Bool {
        let part = abs(value.approximation) / (scale.high - scale.low)
        let words = PrintWidth.of(chart.written(value, in: language), size: 10) + 6
        let slot = 300 / Double(max(1, chart.categories.count))
        return lies ? part * 280 > words : part * 140 > 14 && slot > words
    }

    var categories: Markup {
        let points = chart.categories.enumerated().map { index, category -> Markup in
            "<c:pt idx=\"\(index)\"><c:v>\(category(in: language))</c:v></c:pt>"
        }
        return """
            <c:cat><c:strRef><c:f>\(sheet)!$A$2:$A$\(points.count + 1)</c:f><c:strCache>\
            <c:ptCount val="\(points.count)"/>\
            \(points)</c:strCache></c:strRef></c:cat>
            """
    }

    func cache(_ values: [Number?], _ column: String) -> Markup {
        let points = values.enumerated().map { index, value -> Markup in
            value.map { "<c:pt idx=\"\(index)\"><c:v>\($0.description)</c:v></c:pt>" } ?? ""
        }
        return """
            <c:val><c:numRef><c:f>\(sheet)!$\(column)$2:$\(column)$\(values.count + 1)</c:f><c:numCache>\
            <c:formatCode>\(format)</c:formatCode><c:ptCount val="\(values.count)"/>\(points)\
            </c:numCache></c:numRef></c:val>
            """
    }

    /// The axis's number format with Vietnamese marks where they are wanted; money in millions or billions.
    private var format: String {
        let marks = language == .vietnamese ? "[$-42A]" : ""
        let step = scale.step
        switch chart.type {
        case .percent: return marks + (step < 0.0099 ? "0.0%" : "0%")
        case .money where scale.largest >= 1e6:
            let billions = scale.largest >= 1e9
            let unit = billions ? Text("bn", vi: "tỷ") : Text("m", vi: "triệu")
            let digits = step < (billions ? 0.99e9 : 0.99e6) ? "#,##0.0" : "#,##0"
            return "\(marks)\(digits)\(billions ? ",,," : ",,")\"\u{A0}\(unit(in: language))\""
        default: return marks + (step < 0.09 ? "0.00" : step < 0.9 ? "0.0" : "#,##0")
        }
    }

    private var axes: Markup {
        let hidden = chart.kind == .spark ? 1 : 0
        let turned: Markup = """
            <c:txPr><a:bodyPr rot="-2700000"/><a:p><a:pPr><a:defRPr sz="1000"/></a:pPr>\
            <a:endParaRPr lang="\(DOCXStyles.tag(language))"/></a:p></c:txPr>
            """
        let turn = namesFit || lies ? "" : turned
        let line = thin("333333")
        let grid: Markup = hidden == 1 ? "" : "<c:majorGridlines>\(thin("DDDDDD"))</c:majorGridlines>"
        return """
            <c:catAx><c:axId val="1"/><c:scaling><c:orientation val="\(lies ? "maxMin" : "minMax")"/></c:scaling>\
            <c:delete val="\(hidden)"/><c:axPos val="\(lies ? "l" : "b")"/>\
            <c:numFmt formatCode="General" sourceLinked="0"/>\
            <c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>\(line)\(turn)\
            <c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>\
            <c:lblOffset val="100"/>\
            <c:noMultiLvlLbl val="1"/></c:catAx>\
            <c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="\(exact(scale.high))"/>\
            <c:min val="\(exact(scale.low))"/></c:scaling><c:delete val="\(hidden)"/>\
            <c:axPos val="\(lies ? "b" : "l")"/>\
            \(grid)<c:numFmt formatCode="\(format)" sourceLinked="0"/><c:majorTickMark val="out"/>\
            <c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>\(line)<c:crossAx val="1"/>\
            <c:crosses val="\(lies ? "max" : "autoZero")"/><c:crossBetween val="between"/>\
            <c:majorUnit val="\(exact(scale.step))"/>\
            </c:valAx>
            """
    }

    private func thin(_ colour: String) -> Markup {
        "<c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"\(colour)\"/></a:solidFill></a:ln></c:spPr>"
    }

    private func exact(_ value: Double) -> String { Number(rounding: value, decimals: 9)?.description ?? "0" }
}
