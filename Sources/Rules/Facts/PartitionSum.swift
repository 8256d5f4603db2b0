import ActionPlan

/// Adds up cells over dimensions that partition.
///
/// Cells by other combinations of dimensions are other breakdowns of the same total and are added apart.
struct PartitionSum {
    private let partitioning: Set<String>

    init(dimensions: [Dimension]) {
        partitioning = Set(dimensions.filter(\.partitions).map(\.id))
    }

    /// The sum of the first breakdown that does not add up to the total, else of the first; nil where no breakdown
    /// is over partitioning dimensions alone.
    func callAsFunction(_ cells: [ReportContent.Cell], total: Double?) -> Double? {
        var sums: [(dimensions: [String], sum: Double)] = []
        for cell in cells {
            let dimensions = cell.categories.map(\.dimension)
            guard !dimensions.isEmpty, dimensions.allSatisfy(partitioning.contains) else { continue }
            if let position = sums.firstIndex(where: { $0.dimensions == dimensions }) {
                sums[position].sum += cell.value
            } else {
                sums.append((dimensions, cell.value))
            }
        }
        return sums.first { abs($0.sum - (total ?? $0.sum)) > 1e-9 }?.sum ?? sums.first?.sum
    }
}
