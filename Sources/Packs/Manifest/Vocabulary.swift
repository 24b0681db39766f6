import Commands
import Diagnostics
import Documents
import Synchronization
import Tables
import Values

/// The commands of which a manifest is made. A manifest is a text of Sen, read with these commands and no others.
struct Vocabulary {
    let draft: ManifestDraft

    /// The pack that holds them.
    var asPack: CommandPack {
        CommandPack(
            "manifest", version: 1, Text("What a pack says of itself.", vi: "Lời khai của một gói."),
            commands: [argument, column, command, example, fixture, mayPerform, mayRead, pack])
    }

    private var pack: Command {
        Command(
            "pack", Text("Names the pack.", vi: "Đặt tên gói."), effect: .reads,
            run: {
                [draft]
                (
                    _, name: NewCode, summary: String, vi: String, version: Number, speaks: Int?, program: String?,
                    patience: Int?
                ) in
                try draft.begin(name.code, Text(summary, vi: vi), version, program, speaks: speaks, patience)
            }
        ) {
            Argument<NewCode>("name", Text("Its name: small letters and ‘-’.", vi: "Tên: chữ thường và ‘-’."))
            Argument<String>("summary", Text("What it is for, in a line.", vi: "Dùng để làm gì, một dòng tiếng Anh."))
            Label<String>("vi", Text("The same in Vietnamese.", vi: "Như trên, bằng tiếng Việt."))
            Label<Number>("version", Text("Its version.", vi: "Phiên bản."))
            Label<Int?>("protocol", Text("The protocol of its program: 1.", vi: "Giao thức của chương trình: 1."))
            Label<String?>("program", Text("The file that is run.", vi: "Tệp chương trình."))
            Label<Int?>(
                "patience", Text("How many seconds it may be silent.", vi: "Được im lặng tối đa bao nhiêu giây."))
        }
    }

    private var mayRead: Command {
        Command(
            "may read", Text("Asks to read with a command.", vi: "Xin đọc bằng một lệnh."), effect: .reads,
            run: { [draft] (_, name: String) in try draft.mayRead(name) }
        ) {
            Argument<String>("command", Text("The command's name.", vi: "Tên lệnh."))
        }
    }

    private var mayPerform: Command {
        Command(
            "may perform", Text("Asks to record with a command.", vi: "Xin ghi bằng một lệnh."), effect: .reads,
            run: { [draft] (_, name: String) in try draft.mayPerform(name) }
        ) {
            Argument<String>("command", Text("The command's name.", vi: "Tên lệnh."))
        }
    }

    private var fixture: Command {
        Command(
            "fixture", Text("Gives a line that runs before the examples.", vi: "Dòng chạy trước các ví dụ."),
            effect: .reads, run: { [draft] (_, line: String) in try draft.fixture(line) }
        ) {
            Argument<String>("line", Text("The line.", vi: "Dòng lệnh."))
        }
    }

    private var command: Command {
        Command(
            "command", Text("Declares a command.", vi: "Khai báo một lệnh."), effect: .reads,
            run: { [draft] (_, name: String, summary: String, vi: String, effect: DeclaredEffect, script: String?) in
                try draft.command(
                    ManifestCommand(
                        name: name, summary: Text(summary, vi: vi), performs: effect == .performs, script: script))
            }
        ) {
            Argument<String>("name", Text("Its words.", vi: "Các từ của lệnh."))
            Argument<String>("summary", Text("What it does.", vi: "Lệnh làm gì, tiếng Anh."))
            Label<String>("vi", Text("The same in Vietnamese.", vi: "Như trên, bằng tiếng Việt."))
            Label<DeclaredEffect>(
                "effect", Text("What it does to the database.", vi: "Tác động đến dữ liệu."),
                default: .value(.text(DeclaredEffect.reads.rawValue)))
            Label<String?>("script", Text("The file with its lines.", vi: "Tệp chứa các dòng lệnh."))
        }
    }

    private var argument: Command {
        Command(
            "argument", Text("Declares an argument of the command above.", vi: "Khai báo một tham số của lệnh trên."),
            effect: .reads,
            run: {
                [draft]
                (
                    _, name: NewCode, help: String, vi: String, type: NewCode?, choices: [NewCode]?, by: Way,
                    optional: Bool?, standard: String?, completes: Bool?
                ) in
                try draft.argument(
                    name.code, Text(help, vi: vi), type: type?.code, choices: choices?.map(\.code),
                    isByName: by == .name,
                    isOptional: optional == true, standard: standard, completes: completes == true)
            }
        ) {
            Argument<NewCode>("name", Text("Its name.", vi: "Tên tham số."))
            Argument<String>("help", Text("What it is.", vi: "Ý nghĩa, tiếng Anh."))
            Label<String>("vi", Text("The same in Vietnamese.", vi: "Như trên, bằng tiếng Việt."))
            Label<NewCode?>("type", Text("Its type: text, period, unit …", vi: "Kiểu: text, period, unit …"))
            Label<[NewCode]?>("choices", Text("The words that may stand there.", vi: "Các từ được dùng."))
            Label<Way>(
                "by", Text("How it is given.", vi: "Cách ghi tham số."), default: .value(.text(Way.name.rawValue)))
            Label<Bool?>("optional", Text("Whether it may be left out.", vi: "Có thể bỏ trống hay không."))
            Label<String?>("default", Text("What it is when it is left out.", vi: "Giá trị khi bỏ trống."))
            Label<Bool?>(
                "completes", Text("Whether the program knows what may stand there.", vi: "Chương trình có gợi ý không.")
            )
        }
    }

    private var column: Command {
        Command(
            "column", Text("Declares a column of the command above.", vi: "Khai báo một cột của lệnh trên."),
            effect: .reads,
            run: { [draft] (_, name: NewCode, heading: String, vi: String, type: NewCode) in
                try draft.column(name.code, Text(heading, vi: vi), type: type.code)
            }
        ) {
            Argument<NewCode>("name", Text("Its name.", vi: "Tên cột."))
            Argument<String>("heading", Text("Its heading on papers.", vi: "Tiêu đề trên giấy, tiếng Anh."))
            Label<String>("vi", Text("The same in Vietnamese.", vi: "Như trên, bằng tiếng Việt."))
            Label<NewCode>("type", Text("The type of its cells.", vi: "Kiểu của các ô."))
        }
    }

    private var example: Command {
        Command(
            "example", Text("Shows a line of the command above.", vi: "Nêu một ví dụ của lệnh trên."), effect: .reads,
            run: { [draft] (_, line: String, prints: String?, refused: NewCode?) in
                var example = Example(line)
                if let prints { example = example.prints(prints) }
                if let refused { example = example.reports(Diagnostic.Code(stringLiteral: refused.code)) }
                return try draft.example(example)
            }
        ) {
            Argument<String>("line", Text("The line.", vi: "Dòng lệnh."))
            Label<String?>("prints", Text("What its answer holds.", vi: "Câu trả lời có chứa."))
            Label<NewCode?>("refused", Text("The code it is refused with.", vi: "Mã lỗi khi bị từ chối."))
        }
    }
}

/// What a command of a pack does to the database.
enum DeclaredEffect: String, ChoiceType {
    case reads, performs

    static let listName = "effect"

    var meaning: Text {
        switch self {
        case .reads: Text("it answers and changes nothing", vi: "chỉ trả lời, không thay đổi gì")
        case .performs: Text("it records through other commands", vi: "ghi thông qua các lệnh khác")
        }
    }
}

/// How an argument is given.
enum Way: String, ChoiceType {
    case name, place

    static let listName = "way"

    var meaning: Text {
        switch self {
        case .name: Text("by its name: period: 2025", vi: "theo tên: period: 2025")
        case .place: Text("by its place, without a name", vi: "theo vị trí, không ghi tên")
        }
    }
}
