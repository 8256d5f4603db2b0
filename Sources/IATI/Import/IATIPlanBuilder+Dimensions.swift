import ActionPlan

/// Dimensions of files that others wrote: IATI names them and their categories by words, without a list.
extension IATIPlanBuilder {
    /// The dimensions by which the actual values of an indicator are divided; their categories are those that occur.
    mutating func foundDimensions(of read: IATIIndicator) -> [String] {
        var used: [String] = []
        for value in read.periods.flatMap(\.actuals) {
            for part in value.dimensions where part.name != IATIDimension.location && !part.name.isEmpty {
                guard !part.value.isEmpty else { continue }
                let id = dimension(part.name)
                add(part.value, to: id)
                if !used.contains(id) { used.append(id) }
            }
        }
        return used
    }

    /// What a dimension and category of a file are called in the plan; nil where they are not in it.
    func category(_ name: String, _ value: String) -> ReportContent.CellCategory? {
        guard let dimension = dimensionIDs[name], let category = categoryIDs[dimension]?[value] else { return nil }
        return .init(dimension: dimension, category: category)
    }

    private mutating func dimension(_ name: String) -> String {
        if let known = dimensionIDs[name] { return known }
        let id = Self.free(name, among: dimensions.map(\.id), otherwise: "dimension")
        dimensionIDs[name] = id
        dimensions.append(
            Dimension(id: id, title: LocalizedText(name, language: languages[0]), partitions: false, categories: [])
        )
        return id
    }

    private mutating func add(_ value: String, to dimension: String) {
        guard categoryIDs[dimension]?[value] == nil,
            let position = dimensions.firstIndex(where: { $0.id == dimension })
        else { return }
        let id = Self.free(value, among: dimensions[position].categories.map(\.id), otherwise: "category")
        categoryIDs[dimension, default: [:]][value] = id
        dimensions[position].categories.append(.init(id: id, title: LocalizedText(value, language: languages[0])))
    }

    private static func free(_ text: String, among taken: [String], otherwise: String) -> String {
        let start = IATIIdentifiers.isIdentifier(text) ? text : IATIValues.identifier(text) ?? otherwise
        var id = start
        var number = 2
        while taken.contains(id) {
            id = "\(start)-\(number)"
            number += 1
        }
        return id
    }
}
