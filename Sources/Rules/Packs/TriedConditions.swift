import CEL
import Diagnostics
import YAML

/// The conditions of a list of verdicts so far, to tell which verdict can never be reached.
struct TriedConditions {
    private let base: Decoder
    private var lastResort: Node?
    private var conditions: [(program: Program, node: Node)] = []

    init(base: Decoder) {
        self.base = base
    }

    /// Whether there is one that always holds.
    var hasLastResort: Bool { lastResort != nil }

    /// Takes the next verdict, and says so where it is never reached.
    ///
    /// - Parameters:
    ///   - element: the verdict.
    ///   - node: where its condition stands; nil where it has none.
    ///   - program: the condition; nil where it has none, or one with mistakes.
    mutating func add(_ element: Node, _ node: Node?, _ program: Program?) {
        if let lastResort {
            unreachable(element, "move it up", "this one always holds", lastResort)
        } else if let node, let program {
            if Implication.isNever(program.expression) {
                unreachable(node, "mend the condition, which never holds", nil, nil)
            } else if let before = conditions.first(where: {
                Implication.holds($0.program.expression, wherever: program.expression)
            }) {
                unreachable(
                    node,
                    "move it up, or mend one of the two",
                    "wherever it holds, this one holds and comes first",
                    before.node
                )
            }
        }
        if node == nil || program.map({ Implication.isAlways($0.expression) }) ?? false {
            lastResort = lastResort ?? element
        }
        if let node, let program { conditions.append((program, node)) }
    }

    private func unreachable(_ node: Node, _ hint: Message, _ reason: Message?, _ place: Node?) {
        base.report(
            "unreachable-verdict",
            "this verdict is never reached",
            at: node,
            hint: hint,
            notes: reason.map { [Diagnostic.Note($0, at: place?.openingSpan)] } ?? []
        )
    }
}
