import Documents
import Values

extension DOCXChart {
    /// What is expected, as a grey field on an unseen one that reaches up to the low ends.
    var fan: Markup {
        guard let fan = chart.fan else { return "" }
        let first = chart.series.count + 1
        let (low, widths) = fan.stacked
        return """
            <c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>\
            \(field(first, name: "", low, "<a:noFill/>"))\
            \(field(first + 1, name: fan.name(in: language), widths, DOCXChart.grey))\
            <c:axId val="1"/><c:axId val="2"/></c:areaChart>
            """
    }

    /// Keeps the unseen field out of the legend.
    var hiddenEntry: Markup {
        guard chart.fan != nil else { return "" }
        // Word counts the fields first, as they are drawn.
        return "<c:legendEntry><c:idx val=\"0\"/><c:delete val=\"1\"/></c:legendEntry>"
    }

    private static let grey: Markup = "<a:solidFill><a:srgbClr val=\"D5DBE3\"/></a:solidFill>"

    private func field(_ index: Int, name: String, _ values: [Number?], _ fill: Markup) -> Markup {
        """
        <c:ser><c:idx val="\(index)"/><c:order val="\(index)"/><c:tx><c:strRef><c:f>\(sheet)!$\(letter(index))$1</c:f>\
        <c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>\(name)</c:v></c:pt></c:strCache></c:strRef></c:tx>\
        <c:spPr>\(fill)<a:ln><a:noFill/></a:ln></c:spPr>\(categories)\(cache(values, letter(index)))</c:ser>
        """
    }
}

extension Chart.Fan {
    /// The low ends and what lies between them and the high ones. Where nothing is expected the fan is closed, level
    /// with the next low end: Word would draw it down to nought.
    var stacked: (low: [Number?], widths: [Number?]) {
        var low = self.low
        let widths = zip(self.low, high).map { low, high -> Number? in
            low.flatMap { low in high.flatMap { $0.subtracting(low) } } ?? 0
        }
        for place in low.indices.reversed() where low[place] == nil {
            low[place] = low.indices.contains(place + 1) ? low[place + 1] : nil
        }
        for place in low.indices.dropFirst() where low[place] == nil { low[place] = low[place - 1] }
        return (low, widths)
    }
}
