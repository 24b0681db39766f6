import Commands
import Database
import Diagnostics
import Values

/// What becomes of the lines of a package. Each line is stored, unchanged, a conflict or refused, and nothing else.
struct Receipt {
    /// The package.
    let package: Package
    /// The lines whose figure was not here, or corrects one that the same office had sent.
    var stored = 0
    /// The corrections among them.
    var corrections: [Correction] = []
    /// The lines that say what stands here already.
    var unchanged = 0
    /// The lines that say something else than what stands here.
    var conflicts: [Conflict] = []
    /// The lines that cannot be taken.
    var refused: [RefusedLine] = []

    /// A figure of which the sender says something else than before.
    struct Correction {
        let line: FigureLine
        let before: FigureClaim
    }

    /// A figure of which the sender says something else than what stands here.
    struct Conflict {
        let line: FigureLine
        let unit: Int64
        let standing: Standing
    }

    /// A line that is not taken.
    struct RefusedLine {
        /// The number of the line in the package.
        let number: Int
        /// The line as it stands.
        let sentence: String
        let why: Text
    }

    /// What became of one line.
    enum Outcome {
        case stored
        case corrected(Correction)
        case unchanged
        case conflict(Conflict)
        case refused(Text)
    }

    init(_ package: Package) {
        self.package = package
    }

    /// Notes what became of a line.
    mutating func note(_ outcome: Outcome, of place: Int) {
        switch outcome {
        case .stored: stored += 1
        case .corrected(let correction):
            stored += 1
            corrections.append(correction)
        case .unchanged: unchanged += 1
        case .conflict(let conflict): conflicts.append(conflict)
        case .refused(let why):
            refused.append(
                RefusedLine(number: package.number(ofLine: place), sentence: package.sentences[place], why: why))
        }
    }
}
