package import ActionPlan
package import Diagnostics

/// A plan as far as a table tells it, with what a human has to decide.
package struct PlanDraft: Sendable {
    package var id: String
    package var title: String
    /// In which the table is written.
    package var language: String
    package var days: DayRange
    /// What the table is called, as the source of all that is in it.
    package var source: String
    package var agencies: [Agency]
    package var objectives: [Objective]
    /// Which column was taken for what.
    package var columns: [ColumnMapping.Entry]
    /// What a human has to decide, in the order of the table.
    package var questions: [PlanQuestion]

    package struct Agency: Sendable {
        package var id: String
        package var title: String
    }

    package struct Objective: Sendable {
        var id: String
        var code: String?
        var title: String
        package var activities: [Activity] = []
    }

    package struct Activity: Sendable {
        var id: String
        var code: String?
        var title: String
        /// The first answers for it.
        var responsible: [String] = []
        var implementers: [String] = []
        /// As printed.
        var stated: String?
        var time: PrintedTime?
        var indicators: [Indicator] = []
    }

    package struct Indicator: Sendable {
        var id: String
        var title: String
        var unit: String?
        var baseline: Double?
        var target: Double?
        var definition: String?
        /// Years that the table names with the baseline.
        var baselineYear: Int?
    }
}

/// Something about a plan that only a human can decide.
package struct PlanQuestion: Sendable {
    /// Where in the table: a row, or a cell of a sheet.
    package var place: String
    /// The item that it is about, if any.
    package var item: String?
    package var text: Message
}
