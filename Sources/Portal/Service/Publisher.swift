import ActionPlan
import Diagnostics
import Logging
import Rules
import ServiceLifecycle
import StatusPages
import Synchronization
import Tracker

/// Writes the status pages: the internal edition after every change, the public one when it is told to.
///
/// One site is written at a time.
actor Publisher {
    private let tracker: Tracker
    private let options: PortalOptions
    private var written: (day: Day, entries: Int)?

    init(_ tracker: Tracker, options: PortalOptions) {
        self.tracker = tracker
        self.options = options
    }

    /// Writes the internal pages anew where something changed since they were last written.
    func refresh(_ assessment: Assessment, entries: Int) throws {
        guard written?.day != assessment.asOf || written?.entries != entries else { return }
        try write(assessment, as: .internal)
        written = (assessment.asOf, entries)
    }

    /// Publishes the public edition as of a day, and records that in the ledger.
    func publishPublicEdition(
        asOf day: Day,
        meeting: String?,
        by party: Party,
        at moment: Moment
    ) throws -> [Diagnostic] {
        let assessment = try tracker.assess(asOf: day, edition: .public, knownAt: moment)
        let problems = try tracker.record(assessment, .published, meeting: meeting, by: party, at: moment)
        guard !problems.hasErrors else { return problems }
        try write(assessment, as: .public)
        return []
    }

    private func write(_ assessment: Assessment, as edition: Assessment.Edition) throws {
        let since = try previousMeeting(before: assessment.asOf)
            .map { day in
                try tracker.assess(asOf: day, edition: edition)
            }
        var branding = Branding()
        branding.address = "\(options.origin)/\(edition.rawValue)"
        let renderer = SiteRenderer(assessment, since: since, options: SiteOptions(branding: branding))
        try SiteWriter(folder: "\(options.siteFolder)/\(edition.rawValue)").write(renderer)
    }

    private func previousMeeting(before day: Day) -> Day? {
        options.since ?? tracker.workspace.plan.meetings.map(\.date).filter { $0 < day }.max()
    }
}

/// Keeps the internal pages up to date while the service runs.
struct PageRefresher: Service {
    let portal: Portal
    let logger: Logger

    func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let now = portal.now
                    let entries = try portal.tracker.entryCount()
                    try await portal.publisher.refresh(portal.standing(at: now), entries: entries)
                } catch {
                    logger.error("pages not written", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: .seconds(2))
            }
        }
    }
}
