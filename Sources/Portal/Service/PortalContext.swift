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

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}
