import Syntax

/// Writes valid programs by chance, untidily: with blanks, line ends and comments wherever they are allowed.
///
/// Programs are made with marks in place of blanks, which are worked out at the end: `␣` some blanks, `·` blanks or
/// none, `⏎` and `⏐` the same where the line may also end, `¶` the end of a statement.
struct ProgramGenerator {
    private var random = Generator()
    private var comments = 0

    /// A whole program.
    mutating func program() -> String {
        var text = random.int(0...4) == 0 ? "#!/usr/bin/env sen\n" : ""
        if random.int(0...2) == 0 { text += header() }
        text += block(depth: 3)
        text = spaced(text)
        return random.int(0...3) == 0 ? text.replacing("\n", with: "\r\n") : text
    }

    // MARK: Blanks

    private mutating func blanks(_ least: Int) -> String {
        let count = max(least, random.one([0, 1, 1, 1, 2, 4]))
        return String((0..<count).map { _ in random.one([" ", " ", " ", "\t"]) })
    }

    private mutating func comment() -> String {
        comments += 1
        return random.one(["#", "# ", "#  "]) + random.one(["ghi chú", "end", "| x", "\"", "a  b "]) + " \(comments)"
            + random.one(["", " ", "\t"])
    }

    /// The end of a line with a comment behind it or not, and lines without a statement below.
    private mutating func lineEnd() -> String {
        var text = blanks(0)
        if random.int(0...3) == 0 { text += " " + comment() }
        text += "\n"
        while random.int(0...3) == 0 {
            text += blanks(0) + (random.int(0...1) == 0 ? comment() : "") + "\n"
        }
        return text + blanks(0)
    }

    private mutating func spaced(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "␣": result += blanks(1)
            case "·": result += blanks(0)
            case "⏎": result += random.int(0...5) == 0 ? lineEnd() : blanks(1)
            case "⏐": result += random.int(0...5) == 0 ? lineEnd() : blanks(0)
            case "¶": result += lineEnd()
            default: result.append(character)
            }
        }
        return result
    }

    /// Inside brackets a line may end between any two pieces.
    private func bracketed(_ text: String) -> String {
        "(⏐" + text.replacing("␣", with: "⏎").replacing("·", with: "⏐") + "⏐)"
    }

    // MARK: Values

    private mutating func word() -> String {
        random.one(["women", "đơn-vị", "n", "by", "end", "with", "first", "count", "HP-012", "desc2", "on", "where"])
    }

    private mutating func name() -> String { random.one(["x", "by_unit", "tổng", "n1"]) }

    private mutating func type() -> String { random.one(["number", "yes/no", "code:unit", "table", "text"]) }

    private mutating func variable() -> String { "$" + name() + random.one(["", "", ".unit", ".a.b"]) }

    private mutating func text() -> String {
        random.one([
            "\"a  b\"", "'raw  {x'", "\"\"", "\"{$x}  and {1+2 :0,0}\"", "\"{share( a,b )}\"",
            "\"\"\"\n    Lines  {$x}\n      and more # none\n    \"\"\"", "\"# no comment\"", "\"14/3/2025\"",
        ])
    }

    private mutating func literal() -> String {
        random.one([
            "1_250", "3.5", "33.5%", "33.5 %".replacing(" ", with: ""), "1_250_000 đ", "5đ", "4h", "4  h",
            "5  working   days", "14/3/2025", "2025-03-14", "2025-Q3", "2025-10", "2025", "yes", "no",
        ])
    }

    private mutating func operand(_ depth: Int) -> String {
        switch random.int(0...(depth > 0 ? 8 : 5)) {
        case 0, 1: return word()
        case 2, 3: return literal()
        case 4: return variable()
        case 5: return text()
        case 6: return "share(⏐" + inside(expression(depth - 1) + "·,⏐" + expression(depth - 1)) + "⏐)"
        case 7: return "-·" + operand(depth - 1)
        default: return bracketed(expression(depth - 1))
        }
    }

    private func inside(_ text: String) -> String {
        text.replacing("␣", with: "⏎").replacing("·", with: "⏐")
    }

    private mutating func expression(_ depth: Int) -> String {
        guard depth > 0 else { return operand(0) }
        let (left, right) = (operand(depth - 1), operand(depth - 1))
        switch random.int(0...11) {
        case 0: return left + "␣and␣" + right
        case 1: return left + "␣or␣not␣" + right
        case 2: return left + "·=·" + right
        case 3: return left + "·" + random.one(["<", "<=", ">", ">=", "!="]) + "·" + right
        case 4, 5: return left + "␣-·" + right
        case 6: return left + "·" + random.one(["+", "*"]) + "·" + right
        case 7: return left + "␣/␣" + right
        case 8: return left + "␣" + random.one(["in", "not in"]) + "·[⏐" + inside(operand(0)) + "·,⏐2⏐]"
        case 9: return left + "␣between␣" + operand(0) + "␣and␣" + operand(0)
        case 10: return left + "␣is␣" + random.one(["missing", "not␣empty"])
        default: return left + "␣matches·\"a\""
        }
    }

    private mutating func argument(_ depth: Int) -> String {
        let label = random.int(0...1) == 0 ? random.one(["kind: ", "on:  ", "h: "]) : ""
        switch random.int(0...(depth > 0 ? 7 : 4)) {
        case 0: return label + word()
        case 1: return label + literal()
        case 2: return label + variable()
        case 3: return label + "-3"
        case 4: return label + "last␣month"
        case 5: return label + "[⏐a·,⏐" + inside(text()) + "⏐,⏐-1⏐]"
        case 6: return label + bracketed(variable() + "␣-␣" + operand(depth - 1))
        default: return label + bracketed(pipeline(depth - 1))
        }
    }

    private mutating func sentence(_ depth: Int) -> String {
        var parts = [random.one(["list␣units", "log␣training", "set␣target", "show", "register␣unit␣HP-012"])]
        for _ in 0..<random.int(0...3) { parts.append(argument(depth)) }
        return parts.joined(separator: "␣")
    }

    // MARK: Pipelines

    private mutating func stage(_ depth: Int) -> String {
        switch random.int(0...10) {
        case 0, 1: return random.one(["where␣", "where␣-·"]) + expression(depth)
        case 2: return "keep␣unit·,⏐14/3/2025,⏐2025-10"
        case 3: return "add␣x·=·" + expression(depth) + "·,⏐y·=·" + operand(0)
        case 4: return "rename␣a␣to␣b·,⏐c␣to␣d"
        case 5: return "sort␣by␣" + operand(0) + "␣desc·,⏐unit"
        case 6: return random.one(["first␣5", "count", "distinct", "fill␣a", "unpivot␣a,⏐b"])
        case 7: return "group␣by␣unit·,⏐14/3/2025␣with␣n·=·count()·,⏐s·=·sum(⏐women⏐)"
        case 8: return "join␣(⏐" + inside(pipeline(depth > 0 ? depth - 1 : 0)) + "⏐)·on␣unit␣keep␣unmatched"
        case 9: return "pivot␣unit␣by␣month␣with␣sum(n)"
        default: return random.one(["save␣\"a.csv\"", "show␣as: csv", "chart␣bar␣x: unit"])
        }
    }

    private mutating func pipeline(_ depth: Int) -> String {
        var text = random.one([sentence(depth), sentence(depth), variable(), bracketed(sentence(0))])
        for _ in 0..<random.one([0, 0, 1, 2, 4]) { text += "·|⏐" + stage(depth) }
        return text
    }

    private mutating func value() -> String { random.int(0...1) == 0 ? pipeline(2) : variable() + "␣-␣" + operand(1) }

    // MARK: Statements

    private mutating func header() -> String {
        "script␣tổng-hợp␣version␣1␣\"Một  kịch bản\"¶param␣month: period·=·last␣month␣\"Tháng\"¶param␣a: " + type()
            + "¶needs␣reporting␣1.0·,⏐communications␣1¶end¶"
    }

    private mutating func block(depth: Int) -> String {
        (0..<random.int(0...3)).map { _ in statement(depth) }.joined()
    }

    /// What stands between the head of a block and its first statement: they may stand on one line.
    private mutating func behindHead() -> String { random.int(0...5) == 0 ? "␣" : "¶" }

    private mutating func statement(_ depth: Int) -> String {
        switch random.int(0...(depth > 0 ? 15 : 8)) {
        case 0: return "use␣\"lib/x.sen\"¶"
        case 1: return "let␣" + name() + "·=·" + value() + "¶"
        case 2: return "set␣$x·=·" + value() + "¶"
        case 3: return "expect␣" + expression(2) + "␣else␣warn␣\"x\"¶"
        case 4: return "log␣" + random.one(["info", "warn"]) + "·" + text() + "¶"
        case 5: return "exit" + random.one(["", "␣3"]) + "¶"
        case 6: return random.one(["plan␣", "time␣", "as-of␣14/3/2025␣", "explain␣"]) + sentence(2) + "¶"
        case 7, 8: return pipeline(2) + "¶"
        case 9, 10: return condition(depth)
        case 11: return "for␣row␣in␣" + pipeline(1) + "␣do" + behindHead() + block(depth: depth - 1) + "end¶"
        case 12:
            return "def␣ratio" + random.one(["", "·"]) + "(⏐a: " + type() + "·,⏐b: number⏐)·->␣" + type() + "¶"
                + block(depth: depth - 1) + "return␣" + value() + "¶end¶"
        case 13: return "try" + "¶" + block(depth: depth - 1) + "catch␣problem¶" + block(depth: depth - 1) + "end¶"
        default:
            return random.one(["atomic", "step"]) + "·\"all  of it\"" + behindHead() + block(depth: depth - 1) + "end¶"
        }
    }

    private mutating func condition(_ depth: Int) -> String {
        var text = "if␣" + expression(2) + "␣then" + behindHead() + block(depth: depth - 1)
        if random.int(0...2) == 0 { text += "elseif␣" + expression(1) + "␣then¶" + block(depth: depth - 1) }
        if random.int(0...1) == 0 {
            let body = block(depth: depth - 1)
            text += "else" + (body.hasPrefix("if") ? "¶" : behindHead()) + body
        }
        return text + "end¶"
    }
}
