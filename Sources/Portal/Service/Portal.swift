package import Accounts
package import ActionPlan
import HTTPTypes
import Ledger
import OpenIDConnect
import Reminders
import Rules
import Synchronization
package import Tracker

/// The web service over one plan and its ledger: forms, review, pages.
package final class Portal: Sendable {
    let tracker: Tracker
    let accounts: Accounts
    let options: PortalOptions
    /// The languages of the plan, in its order.
    let languages: [String]
    let drafts: Drafts
    let publisher: Publisher
    let reminders: Reminders
    /// How often somebody at one address may try the password of an account, and how often all together may.
    ///
    /// So nobody at one address keeps another out by guessing.
    let signInThrottle = Throttle(burst: 5, seconds: 60)
    let accountThrottle = Throttle(burst: 30, seconds: 60)
    let addressThrottle = Throttle(burst: 30, seconds: 60)
    let writeThrottle: Throttle
    let readThrottle: Throttle
    /// How often an account may have forms looked at while it fills them in.
    let lookThrottle = Throttle(burst: 120, seconds: 60)
    /// Documents whose reports are not sent yet.
    let documents: AttachmentStage
    private let clock: @Sendable () -> Moment
    let published = Mutex<PublishedEdition?>(nil)
    let reportLocks = ReportLocks()
    let pages: PageStore
    /// Those that may vouch for people, by their identifiers.
    let identityProviders: [String: OpenIDClient]
    let figures = ServiceFigures()
    let connections = ConnectionsByAddress(limit: 64)
    /// For all that waits for the disk or computes for long.
    let workers = WorkThreads(count: 16)
    /// For programs, whose rush keeps no person waiting: few, since what they ask for waits for no disk on a thread.
    let programs = WorkThreads(count: 4)

    /// - Parameters:
    ///   - tracker: the use cases.
    ///   - accounts: the ledger's accounts.
    ///   - options: how the service is reached.
    ///   - clock: tells the time.
    package init(
        _ tracker: Tracker,
        accounts: Accounts,
        options: PortalOptions,
        clock: @escaping @Sendable () -> Moment
    ) {
        self.tracker = tracker
        self.accounts = accounts
        self.options = options
        self.clock = clock
        writeThrottle = Throttle(burst: options.writesPerMinute, seconds: 60)
        readThrottle = Throttle(burst: options.readsPerMinute, seconds: 60)
        documents = accounts.ledger.stagedAttachments
        drafts = Drafts(ledger: accounts.ledger)
        publisher = Publisher(tracker, options: options, figures: figures)
        identityProviders = Dictionary(
            options.identityProviders.map { ($0.id, OpenIDClient($0)) },
            uniquingKeysWith: { first, _ in first }
        )
        var headers: HTTPFields = [:]
        AnswerHeaders.add(to: &headers, isSecure: options.isSecure)
        pages = PageStore(folder: options.siteFolder, headers: headers)
        reminders = Reminders(tracker, accounts: accounts, origin: options.origin)
        languages = tracker.workspace.plan.languages.filter { ["en", "ru", "tk"].contains($0) }
    }

    var workspace: Workspace { tracker.workspace }
    var now: Moment { clock() }

    /// The address of a link that lets somebody in once.
    package func link(_ secret: Secret, language: String) -> String {
        "\(options.origin)/\(language)/enter/\(secret.text)"
    }

    /// Where the plan stands now; judged anew only where something was written that concerns it, or the day changed.
    func standing(at moment: Moment) throws -> Assessment { try tracker.standing(at: moment).assessment }
}
