import Diagnostics
import Tables
import Values

/// Looks for names that a template asks for and nothing offers, before anything is written.
struct TemplateCheck {
    private(set) var faults: [Fault] = []
    private var known: [String: Int] = [:]
    let language: DisplayLanguage

    /// A name that cannot stand where it stands.
    struct Fault {
        let written: String
        let place: Text
        let reason: Text
        var times = 1
    }

    init(_ language: DisplayLanguage) { self.language = language }

    mutating func check(_ steps: [TemplateStep], _ scope: TemplateScope) {
        for step in steps {
            switch step {
            case .bytes, .paragraphMust: continue
            case .value(let placed, _): check(value: placed, scope)
            case .section(let placed, let body): check(section: placed, body, scope)
            }
        }
    }

    mutating func check(value placed: PlacedTag, _ scope: TemplateScope) {
        guard let content = found(placed, scope) else { return }
        switch content {
        case .rows, .group:
            let name = placed.tag.name
            add(
                placed,
                Text(
                    "it holds further names: write {{#\(name)}} … {{/\(name)}} around what shows them",
                    vi: "tên này chứa nhiều mục: hãy đặt phần hiển thị giữa {{#\(name)}} … {{/\(name)}}"))
        case .differing:
            add(
                placed,
                Text(
                    "the rows differ in it: write it between {{#rows}} and {{/rows}}",
                    vi: "mỗi dòng một khác: hãy đặt giữa {{#rows}} và {{/rows}}"))
        case .value(let value, let type):
            guard let format = placed.tag.format, format.written(value, in: language) == nil, !value.isMissing else {
                return
            }
            add(
                placed,
                Text(
                    "its form does not fit \(type.noun.english)", vi: "dạng viết không dùng cho \(type.noun.vietnamese)"
                ))
        case .words, .absent: return
        }
    }

    private mutating func check(section placed: PlacedTag, _ body: [TemplateStep], _ scope: TemplateScope) {
        guard let content = found(placed, scope) else { return }
        guard placed.tag.kind == .section else { return check(body, scope) }
        switch content {
        case .rows(let table):
            check(body, scope.within(TemplateScope.Rows(placed.path.last ?? "", table), row: 0))
        case .group(let values): check(body, scope.within(values))
        case .differing:
            add(
                placed,
                Text(
                    "the rows differ in it: write it between {{#rows}} and {{/rows}}",
                    vi: "mỗi dòng một khác: hãy đặt giữa {{#rows}} và {{/rows}}"))
        // Of what is not there this time nobody knows which names it has.
        case .absent: return
        case .value, .words: check(body, scope)
        }
    }

    private mutating func found(_ placed: PlacedTag, _ scope: TemplateScope) -> TemplateValues.Content? {
        if let content = scope.find(placed.path) { return content }
        guard !placed.tag.isOptional else { return nil }
        let meant = nearest(to: placed.tag.name, among: scope.everyName).map { TemplateName.key($0) }
        add(
            placed,
            meant.map { Text("did you mean ‘\($0)’?", vi: "có phải ý bạn là ‘\($0)’?") }
                ?? Text("nothing offers it", vi: "không có dữ liệu tên này"))
        return nil
    }

    private mutating func add(_ placed: PlacedTag, _ reason: Text) {
        let key = "\(placed.tag.name)\n\(reason.english)"
        if let place = known[key] {
            faults[place].times += 1
        } else {
            known[key] = faults.count
            faults.append(Fault(written: placed.tag.written, place: placed.place, reason: reason))
        }
    }
}
