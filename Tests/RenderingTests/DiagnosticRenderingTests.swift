import Diagnostics
import Rendering
import Testing
import Values

@Suite struct DiagnosticRenderingTests {
    func finding(
        _ line: String, at word: String, file: String = "prompt", replacement: String? = nil, notes: [Text] = [],
        suggestion: String? = nil, severity: Diagnostic.Severity = .error
    ) -> Diagnostic {
        let source = Source(name: file, text: line)
        let bytes = Array(line.utf8)
        let wanted = Array(word.utf8)
        let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? bytes.count
        return Diagnostic(
            "not-a-choice", Text("‘\(word)’ is not a kind of unit.", vi: "‘\(word)’ không phải là một loại đơn vị."),
            severity: severity, place: Place(source: source, span: SourceSpan(start, start + wanted.count)),
            notes: notes, suggestion: suggestion, replacement: replacement)
    }

    func shown(_ finding: Diagnostic, _ language: DisplayLanguage = .english) -> String {
        DiagnosticRendering.render([finding], language: language, colour: false)
    }

    @Test func likeTheManual() {
        let line = "register unit HP-301 \"THCS Chu Văn An\" kind: thsc under: NGO-QUYEN"
        #expect(
            shown(finding(line, at: "thsc", replacement: "thcs")) == """
                error[not-a-choice]: ‘thsc’ is not a kind of unit.
                  register unit HP-301 "THCS Chu Văn An" kind: thsc under: NGO-QUYEN
                                                               ^^^^
                  try: register unit HP-301 "THCS Chu Văn An" kind: thcs under: NGO-QUYEN

                """)
    }

    @Test func filesHaveAPlace() {
        let text = "let x = 1\n  list units kind: thsc\nlist units"
        let note = Text("The kinds are thpt and thcs.", vi: "Các loại là thpt và thcs.")
        let warning = finding(
            text, at: "thsc", file: "a.sen", replacement: "thcs", notes: [note], severity: .warning)
        #expect(
            shown(warning, .vietnamese) == """
                cảnh báo[not-a-choice]: ‘thsc’ không phải là một loại đơn vị.
                  tại a.sen:2:20
                  list units kind: thsc
                                   ^^^^
                  ghi chú: Các loại là thpt và thcs.
                  thử: list units kind: thcs

                """)
    }

    @Test(arguments: [
        ("a\tthsc", "a   thsc", "    ^^^^"), ("日本 thsc", "日本 thsc", "     ^^^^"),
        ("Nguye\u{302}\u{303}n thsc", "Nguye\u{302}\u{303}n thsc", "       ^^^^"), ("\t thsc", "thsc", "^^^^"),
        ("\u{1B}[1m thsc", "␛[1m thsc", "     ^^^^"),
    ])
    func caretStandsUnderThePlace(_ line: String, _ text: String, _ caret: String) {
        let lines = shown(finding(line, at: "thsc")).split(separator: "\n")
        #expect(lines[1] == "  " + text)
        #expect(lines[2] == "  " + caret)
    }

    @Test func caretIsAsWideAsThePlace() {
        #expect(shown(finding("x 日本", at: "日本")).contains("\n    ^^^^\n"))
        #expect(shown(finding("x ", at: "")).contains("\n  ^\n"))
    }

    @Test func longPlacesShowTheirFirstLine() {
        let text = shown(finding("a \"\"\"b\nc\"\"\" d", at: "\"\"\"b\nc\"\"\"", replacement: "'x'"))
        #expect(text.contains("\n  a \"\"\"b\n    ^^^^\n"))
        #expect(text.contains("\n  try: a 'x' d\n"))
    }

    @Test func withoutAPlace() {
        let plain = Diagnostic("locked", Text("In use.", vi: "Đang được dùng."), suggestion: "show locks")
        #expect(shown(plain, .vietnamese) == "lỗi[locked]: Đang được dùng.\n  thử: show locks\n")
    }

    @Test func colourMarksTheLabelAndTheCaret() {
        let text = DiagnosticRendering.render([finding("thsc", at: "thsc")], language: .english, colour: true)
        #expect(text.hasPrefix("\u{1B}[31merror[not-a-choice]:\u{1B}[0m ‘thsc’"))
        #expect(text.contains("  \u{1B}[31m^^^^\u{1B}[0m\n"))
    }

    @Test func outOfRangePlacesAreHarmless() {
        let place = Place(source: Source(name: "prompt", text: "ab"), span: SourceSpan(-5, 90))
        #expect(shown(Diagnostic("x", Text(verbatim: "m"), place: place, replacement: "c")).contains("try: c\n"))
        let turned = Place(source: Source(name: "prompt", text: "ab"), span: SourceSpan(7, 1))
        #expect(shown(Diagnostic("x", Text(verbatim: "m"), place: turned)).contains("\n    ^\n"))
    }

    @Test func forPrograms() {
        let line = "list units kind: \"th\u{1}sc\""
        #expect(
            DiagnosticJSON.render([finding(line, at: "\"th\u{1}sc\"", replacement: "thcs")]) == #"""
                {"code":"not-a-choice","severity":"error","message":{"en":"‘\"th\u0001sc\"’ is not a kind of unit.",\#
                "vi":"‘\"th\u0001sc\"’ không phải là một loại đơn vị."},"file":"prompt","line":1,"column":18,\#
                "start":17,"end":24,"notes":[],"replacement":"thcs","try":"list units kind: thcs"}

                """#)
        let plain = Diagnostic("locked", Text("In use.", vi: "Đang dùng."), severity: .warning)
        #expect(DiagnosticJSON.render([plain]).contains(#""file":null,"line":null,"column":null,"start":null"#))
    }
}
