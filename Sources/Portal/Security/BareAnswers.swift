import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Gives the headers that tell a browser what it may not do to answers that no middleware has seen: those to what is no
/// HTTP, or has too large a head.
///
/// It stands next to the network, so that nothing is answered without them.
final class BareAnswers: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let isSecure: Bool
    private var isHeadTooLarge = false

    /// - Parameter isSecure: whether browsers reach the service by https only.
    init(isSecure: Bool) { self.isSecure = isSecure }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if let error = error as? HTTPParserError, error == .headerOverflow { isHeadTooLarge = true }
        context.fireErrorCaught(error)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data),
            head.headerFields[.contentSecurityPolicy] == nil, head.status.kind != .informational
        else { return context.write(data, promise: promise) }
        if isHeadTooLarge, head.status == .badRequest { head.status = .requestHeaderFieldsTooLarge }
        AnswerHeaders.add(to: &head.headerFields, isSecure: isSecure)
        if head.headerFields[.date] == nil { head.headerFields[.date] = HTTPDate.now }
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }
}
