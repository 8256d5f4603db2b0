import ActionPlan

/// What of an indicator is withheld.
struct Withheld: Hashable, Sendable {
    /// Positions of periods of which no figure is shown.
    var periods: Set<Int> = []
    /// Agencies whose part is not shown, by position of the period.
    var parts: [Int: Set<AgencyID>] = [:]
    /// Cells that are not shown, by position of the period.
    var cells: [Int: Set<[ReportContent.CellCategory]>] = [:]

    var isEmpty: Bool { periods.isEmpty && parts.isEmpty && cells.isEmpty }
}
