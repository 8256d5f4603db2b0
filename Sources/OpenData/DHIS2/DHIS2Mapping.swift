package import ActionPlan

/// Which value of a plan is which of a DHIS2 server: a file that whoever looks after the server writes.
package struct DHIS2Mapping: Sendable {
    /// The name and version of the format.
    package static let format = "nap-dhis2/1"

    /// The data set to which values belong; nil where they are sent without one.
    package var dataSet: String?
    /// The organisation unit of the whole country; nil where each agency has its own.
    package var unit: String?
    /// The organisation units of agencies.
    package var agencyUnits: [(agency: AgencyID, unit: String)]
    /// The combination of values that are not divided, as the server calls it.
    package var undivided: String
    package var elements: [Element]

    /// What every server calls the combination of values that are not divided.
    package static let standardUndivided = "HllvX50cXC0"

    /// A data element of the server, and the item whose values it takes.
    package struct Element: Sendable {
        package var item: ItemID
        package var element: String
        package var part: Part
        /// The combination under which the whole is kept; nil for the undivided one.
        package var combination: String?
        /// Whether the server keeps only the parts, whose sum is the whole.
        package var isSumOfCells: Bool
        package var cells: [Cell]
    }

    /// Which number of a value.
    package enum Part: String, Sendable, CaseIterable {
        case value
        /// Of a percentage.
        case numerator
        case denominator
    }

    /// A part of a value, by the categories of the plan and the combination of the server.
    package struct Cell: Sendable {
        package var categories: [ReportContent.CellCategory]
        package var combination: String
    }

    /// The organisation unit of an agency.
    func unit(of agency: AgencyID) -> String? { agencyUnits.first { $0.agency == agency }?.unit }
}
