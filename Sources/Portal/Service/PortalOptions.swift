package import ActionPlan
package import Mail
package import OpenIDConnect
package import TransparencyLog

/// How the service is reached and where it keeps what it publishes.
package struct PortalOptions: Sendable {
    /// The address to listen at.
    package var host: String
    package var port: Int
    /// The scheme, host and port under which browsers know the service, such as `https://nap.example.org`.
    package var origin: String
    /// The folder in which published pages are kept: `internal` and `public` below it.
    package var siteFolder: String
    /// Whether the peer is a reverse proxy of our own, whose word on the client's address is taken.
    package var isBehindProxy: Bool
    /// How many connections may be open at once.
    package var connectionLimit: Int
    /// How many reports an account may send, and how many questions a program may ask, in a minute.
    package var writesPerMinute: Int
    package var readsPerMinute: Int
    /// The port, of the machine itself only, at which the service tells its figures; nil where it does not.
    package var figuresPort: Int?
    /// The day since which changes are shown; nil for the last meeting that is on record, or none.
    package var since: Day?
    /// The services that may vouch for people.
    package var identityProviders: [IdentityProvider]
    /// The ledger's key, which signs receipts; without one none are given.
    package var signer: NoteSigner?

    /// How reminders are sent; nil where none are.
    package var mail: Mail?

    /// How reminders are sent.
    package struct Mail: Sendable {
        package var sender: MailAddress
        package var delivery: any MailDelivery
        /// From which hour of the day on, at the plan's offset from UTC.
        package var hour: Int

        package init(sender: MailAddress, delivery: any MailDelivery, hour: Int = 8) {
            self.sender = sender
            self.delivery = delivery
            self.hour = hour
        }
    }

    package init(
        host: String = "127.0.0.1",
        port: Int = 8080,
        origin: String? = nil,
        siteFolder: String,
        isBehindProxy: Bool = false,
        connectionLimit: Int = 512,
        writesPerMinute: Int = 60,
        readsPerMinute: Int = 600,
        figuresPort: Int? = nil,
        since: Day? = nil,
        identityProviders: [IdentityProvider] = [],
        signer: NoteSigner? = nil,
        mail: Mail? = nil
    ) {
        self.host = host
        self.port = port
        self.origin = origin ?? "http://\(host):\(port)"
        self.siteFolder = siteFolder
        self.isBehindProxy = isBehindProxy
        self.connectionLimit = connectionLimit
        self.writesPerMinute = writesPerMinute
        self.readsPerMinute = readsPerMinute
        self.figuresPort = figuresPort
        self.since = since
        self.identityProviders = identityProviders
        self.signer = signer
        self.mail = mail
    }

    /// Whether browsers reach the service by https.
    var isSecure: Bool { origin.hasPrefix("https://") }
}
