public import Commands
import Database
public import Diagnostics
import Syntax
import Tables

// Commands that list rows of the database, together with the verbs behind them.
extension Interpreter {
    /// Runs the command of a pipeline; where it lists rows, the database works out as many of the verbs behind it as it
    /// can. Gives how many stages are done.
    func begin(_ sentence: SentenceCode, _ stages: [StageCode]) throws -> (result: Result, done: Int) {
        let verbs = stages.leadingVerbs
        guard !verbs.isEmpty, let listing = try listing(sentence) else {
            return (.document(try perform(sentence, input: nil)), 0)
        }
        let plan = listing.plan(verbs, in: self)
        return (.datum(try placing(sentence) { try plan.result(from: session.database) }), plan.pushed)
    }

    /// Who would work out the verbs of a pipeline, and the statement that the database would run; `nil` where the
    /// pipeline does not begin with a command that lists rows. Arguments are worked out, rows are not read.
    func plan(of pipeline: PipelineCode) throws -> PipelinePlan? {
        guard case .sentence(let sentence) = pipeline.origin, let listing = try listing(sentence) else { return nil }
        let verbs = pipeline.stages.leadingVerbs
        let plan = listing.plan(verbs, in: self)
        return PipelinePlan(
            verbs: zip(verbs, plan.places).map { verb, place in
                PipelinePlan.Verb(words: pipeline.place.source[verb.span], place: place)
            },
            statement: plan.statement?.text)
    }

    /// The same of a line that holds nothing but a pipeline; `nil` where it cannot run.
    public func plan(of line: Source) -> PipelinePlan? {
        guard case .sentence(_, let pipeline)? = Parser.parse(line).program.statements.first?.kind else { return nil }
        return compiler(line).pipeline(pipeline).code.flatMap { try? plan(of: $0) }
    }

    private func listing(_ sentence: SentenceCode) throws -> Listing? {
        guard sentence.command.isListing else { return nil }
        return try placing(sentence) { try session.listing(sentence.command, bound(sentence, input: nil)) }
    }
}

/// How a pipeline over a listing is worked out.
public struct PipelinePlan: Sendable, Hashable {
    /// The verbs up to the first command that takes a table.
    public let verbs: [Verb]
    /// What the database runs, with `?` for each value; `nil` when the rows are there already.
    public let statement: String?

    /// A verb and who works it out.
    public struct Verb: Sendable, Hashable {
        /// The verb as it was written.
        public let words: String
        /// Who works it out.
        public let place: ListingPlan.Place
    }
}

extension [StageCode] {
    /// The verbs up to the first command that takes a table.
    fileprivate var leadingVerbs: [Stage] {
        var verbs: [Stage] = []
        for stage in self {
            guard case .verb(let verb) = stage else { break }
            verbs.append(verb.stage)
        }
        return verbs
    }
}
