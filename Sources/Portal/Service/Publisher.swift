import ActionPlan
import CMalloc
import Diagnostics
import Logging
import Rules
import ServiceLifecycle
import StatusPages
import Synchronization
import Tracker

/// Writes the status pages: the internal edition after every change, the public one when it is told to.
///
/// One site is written at a time, and of each only the pages that change.
actor Publisher {
    private let tracker: Tracker
    private let options: PortalOptions
    private let figures: ServiceFigures
    private var written: (day: Day, entries: Int)?
    private var sites: [Assessment.Edition: SitePublisher] = [:]
    /// Where the plan stood at the last meeting.
    private var meetings: [Assessment.Edition: Assessment] = [:]

    init(_ tracker: Tracker, options: PortalOptions, figures: ServiceFigures) {
        self.tracker = tracker
        self.options = options
        self.figures = figures
    }

    /// Writes the internal pages anew where something changed since they were last written; whether anything had.
    func refresh(at now: Moment) throws -> Bool {
        let day = tracker.workspace.day(of: now)
        guard try written?.day != day || written?.entries != tracker.entryCount() else { return false }
        let (assessment, entries) = try tracker.standing(at: now)
        try write(assessment, as: .internal)
        written = (day, entries)
        return true
    }

    /// Publishes the public edition as of a day, and records that in the ledger.
    func publishPublicEdition(
        asOf day: Day,
        meeting: String?,
        by party: Party,
        at moment: Moment
    ) throws -> [Diagnostic] {
        let published = try tracker.publishedFigures()
        let assessment = try tracker.assess(asOf: day, edition: .public, knownAt: moment, after: published)
        let problems = try tracker.record(assessment, .published, meeting: meeting, by: party, at: moment)
        guard !problems.hasErrors else { return problems }
        // Noted before the pages are there: what was shown and not noted would be forgotten.
        try tracker.note(assessment, after: published)
        try write(assessment, as: .public)
        return []
    }

    /// Removes what lies beside the sites while they are kept up to date.
    func close() throws {
        for edition in sites.keys { try sites[edition]?.close() }
        sites = [:]
    }

    private func write(_ assessment: Assessment, as edition: Assessment.Edition) throws {
        let since = try previousMeeting(before: assessment.asOf).map { try self.assessment(asOf: $0, edition) }
        var branding = Branding()
        branding.address = "\(options.origin)/\(edition.rawValue)"
        let renderer = SiteRenderer(assessment, since: since, options: SiteOptions(branding: branding))
        // Taken out, so that nothing of it is copied; where it fails the next site is written from the beginning.
        var site =
            sites.removeValue(forKey: edition) ?? SitePublisher(folder: "\(options.siteFolder)/\(edition.rawValue)")
        let outcome = try site.publish(renderer)
        sites[edition] = site
        figures.count(.pagesWritten, outcome.written)
    }

    /// As it stood at the end of a day that is over, which does not change any more.
    private func assessment(asOf day: Day, _ edition: Assessment.Edition) throws -> Assessment {
        if let known = meetings[edition], known.asOf == day { return known }
        let assessment = try tracker.assess(asOf: day, edition: edition, after: try tracker.publishedFigures())
        meetings[edition] = assessment
        return assessment
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
        try await withTaskExecutorPreference(portal.workers) {
            await cancelWhenGracefulShutdown {
                var isRush = false
                while !Task.isCancelled {
                    let (start, before) = (ContinuousClock.now, try? portal.tracker.entryCount())
                    do {
                        // What was needed for it would stay with the process, bit by bit more of it.
                        if try await portal.publisher.refresh(at: portal.now) { malloc_trim(0) }
                    } catch {
                        portal.figures.count(.failures)
                        logger.error("pages not written", metadata: ["error": "\(error)"])
                    }
                    // Where much is sent at once, people come before pages, which many threads write: at most a tenth of the time is theirs.
                    let pause: Duration = isRush ? .seconds(30) : .seconds(2)
                    try? await Task.sleep(for: max(pause, (ContinuousClock.now - start) * 9))
                    let seconds = (ContinuousClock.now - start) / .seconds(1)
                    let sent = (try? portal.tracker.entryCount()).map { $0 - (before ?? $0) } ?? 0
                    isRush = Double(sent) > 100 * seconds
                }
            }
            try await portal.publisher.close()
        }
    }
}
