import Accounts
import Hummingbird
import Logging
import NIOCore

/// What is known of a request on its way through the service.
struct PortalContext: RequestContext, RemoteAddressRequestContext {
    var coreContext: CoreRequestContextStorage
    let remoteAddress: SocketAddress?
    /// Who asks.
    var principal: Principal = .anonymous
    /// The secret of the session, where there is one.
    var session: Secret?
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        channel = source.channel
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }

    /// Lets a client that waits for it send the body.
    func acceptBody(of request: Request) {
        guard request.isAwaitingConsent else { return }
        channel.triggerUserOutboundEvent(Expectations.Accepted(), promise: nil)
    }
}
