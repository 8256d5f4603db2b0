package import ActionPlan
package import Diagnostics
import JSONReading

/// Makes reports of an agency of data values as a DHIS2 server gives them out (`/api/dataValueSets`).
package struct DHIS2Import: Sendable {
    private let mapping: DHIS2Mapping
    private let index: PlanIndex
    private let agency: AgencyID

    /// How much of a file is taken.
    package static let byteLimit = 64 << 20
    package static let valueLimit = 500_000

    /// - Parameters:
    ///   - mapping: which value is which.
    ///   - index: the plan.
    ///   - agency: whose reports are made.
    package init(_ mapping: DHIS2Mapping, _ index: PlanIndex, agency: AgencyID) {
        self.mapping = mapping
        self.index = index
        self.agency = agency
    }

    /// The reports in a file, and everything that is wrong or left out.
    package func reports(_ source: SourceText) -> (entries: [ReportEntry], diagnostics: [Diagnostic]) {
        var notes = Notes()
        let root: JSONNode
        do throws(JSONReader.Fault) {
            root = try JSONReader.read(source.bytes)
        } catch {
            let place = min(error.offset, max(source.bytes.count - 1, 0))
            notes.add(
                "not-json",
                "this is no JSON",
                severity: .error,
                at: SourceSpan(source, place..<min(place + 1, source.bytes.count)),
                expected: "a data value set: {\"dataValues\": […]}"
            )
            return ([], notes.all)
        }
        guard case .array(let values)? = root["dataValues"]?.value else {
            notes.add(
                "no-data-values",
                "\(source.name) holds no list `dataValues`",
                severity: .error,
                at: SourceSpan(source, root.range.lowerBound..<min(root.range.lowerBound + 1, source.bytes.count)),
                expected: "a data value set: {\"dataValues\": […]}"
            )
            return ([], notes.all)
        }
        guard values.count <= Self.valueLimit else {
            notes.add(
                "too-many-values",
                "\(source.name) holds \(values.count) values",
                severity: .error,
                at: nil,
                expected: "at most \(Self.valueLimit)"
            )
            return ([], notes.all)
        }
        var gathering = DHIS2Gathering(mapping, index, agency, source, notes)
        for value in values { gathering.take(value, in: root) }
        return gathering.finish()
    }
}
