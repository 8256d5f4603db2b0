package import ActionPlan

/// What a pack says about an item, and how it came to say so.
package struct Verdict: Equatable, Sendable {
    /// The identifier of the pack.
    package var pack: String
    /// The identifier of the rule that gave it, such as `reached`; empty where evaluation failed.
    package var rule: String
    package var status: StatusID
    /// Why, in words.
    package var because: Sentence
    /// The pack's measures in the order of the pack; absent ones are left out.
    package var measures: [MeasuredValue]
    package var trace: Trace
    /// For a roll-up with children not judged: the statuses if they all stood best or all stood worst.
    package var bounds: Bounds?

    package struct Bounds: Hashable, Sendable {
        package var best: StatusID
        package var worst: StatusID

        package init(best: StatusID, worst: StatusID) {
            self.best = best
            self.worst = worst
        }
    }

    package init(
        pack: String,
        rule: String,
        status: StatusID,
        because: Sentence,
        measures: [MeasuredValue],
        trace: Trace,
        bounds: Bounds?
    ) {
        self.pack = pack
        self.rule = rule
        self.status = status
        self.because = because
        self.measures = measures
        self.trace = trace
        self.bounds = bounds
    }

    /// The value of a measure.
    package func measure(_ id: String) -> FactValue? { measures.first { $0.id == id }?.value }
}

/// A measure of a pack with its value.
package struct MeasuredValue: Hashable, Sendable {
    package var id: String
    package var value: FactValue

    package init(id: String, value: FactValue) {
        self.id = id
        self.value = value
    }
}

/// How a verdict was reached.
package struct Trace: Hashable, Sendable {
    /// The file of the rule by pack, such as `pace/pack.yaml`, and the line from 1.
    package var file: String
    package var line: Int
    /// The condition that held, as written; nil for a last resort.
    package var condition: String?
    /// What the condition and the sentence read, in the order of reading: `indicator.latest.actual` and its value.
    package var inputs: [Input]
    /// The conditions that were tried before and did not hold.
    package var passedOver: [String]

    package struct Input: Hashable, Sendable {
        package var path: String
        package var value: FactValue
        /// The report or plan line that it came from.
        package var origin: Origin?

        /// Whether it is a year, whose digits are not grouped.
        package var isYear: Bool { FactNames.isYear(path) }

        package init(path: String, value: FactValue, origin: Origin?) {
            self.path = path
            self.value = value
            self.origin = origin
        }
    }

    package enum Origin: Hashable, Sendable {
        indirect case report(ReportKey, version: Int)
        case planItem(ItemID)
        case parameter
        case measure
    }

    package init(
        file: String,
        line: Int,
        condition: String?,
        inputs: [Input],
        passedOver: [String]
    ) {
        self.file = file
        self.line = line
        self.condition = condition
        self.inputs = inputs
        self.passedOver = passedOver
    }
}
