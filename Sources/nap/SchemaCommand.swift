import ActionPlan
import ArgumentParser
import OpenData
import Rules

/// The command `nap schema`.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Prints the JSON Schema of a kind of file, for editors and other programs."
    )

    /// The kinds of file that have a schema.
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case plan
        case reports
        case reviews
        case site
        case rules
        case assessment
        case dhis2
    }

    @Argument(help: "plan, reports, reviews, site, rules, assessment or dhis2.")
    var kind: Kind

    func run() {
        let text =
            switch kind {
            case .plan: JSONSchema.plan
            case .reports: JSONSchema.reports
            case .reviews: JSONSchema.reviews
            case .site: JSONSchema.site
            case .rules: JSONSchema.rules
            case .assessment: JSONSchema.assessment
            case .dhis2: JSONSchema.dhis2
            }
        Console().write(text)
    }
}
