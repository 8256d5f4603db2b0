import ActionPlan
import ArgumentParser
import Diagnostics
import IATI
import Rules

/// The command `nap export iati`.
struct ExportIATICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "iati",
        abstract: "An activity file of IATI 2.03: results, indicators, baselines, targets and actual values.",
        discussion: "An absent, nil or withheld figure has no element; none of them is ever 0."
    )

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The identifier under which the publisher is registered, such as TM-GOV-12.",
            valueName: "id"
        )
    )
    var publisher: String?

    @Option(
        name: .long,
        help: ArgumentHelp("A sector of the OECD's list; 99810, not specified, if left out.", valueName: "code")
    )
    var sector = "99810"

    @Option(name: .long, help: ArgumentHelp("Where to write it; the standard output if left out.", valueName: "file"))
    var out: String?

    @OptionGroup var assessment: AssessmentOptions
    @OptionGroup var reader: LanguageOptions

    func validate() throws {
        guard sector.utf8.count == 5, sector.utf8.allSatisfy({ (48...57).contains($0) }) else {
            throw ValidationError("a sector is five digits, such as 15160")
        }
        if let publisher, publisher.isEmpty || publisher.contains(where: { "/&|? ".contains($0) }) {
            throw ValidationError("an identifier of a publisher has no space and none of / & | ?")
        }
    }

    func run() throws {
        let console = reader.console
        let assessments = try assessment.opened(console, standard: .public)
        let value = try assessments.assess(asOf: assessment.asOf ?? assessments.today)
        let plan = value.plan.plan
        let branding = try assessment.branding(of: plan, console)
        let assumed = "\(plan.country ?? "XM")-NAP"
        if publisher == nil {
            console.show([
                Diagnostic(
                    "iati-publisher-assumed",
                    "\(assumed) stands where the identifier of the publisher belongs",
                    severity: .warning,
                    hint: "name the one under which you are registered with IATI: --publisher"
                )
            ])
        }
        let options = IATIOptions(
            publisher: publisher ?? assumed,
            publisherName: branding.publisher ?? plan.title,
            sector: sector,
            site: branding.address
        )
        // Noted before the file is there: what was shown and not noted would be forgotten.
        try assessments.note(value)
        let bytes = console.showing("Writing files") { IATIExport(value, options).bytes }
        guard let out else { return console.write(bytes) }
        try OutputFile(out, console).write(bytes)
    }
}
