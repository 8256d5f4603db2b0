import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes connections that say nothing, or say it too slowly.
///
/// A connection that is open has to send the whole head of a request within one deadline, counted from its opening or
/// from the end of the last answer, and the whole body within another. Deadlines are absolute: a byte now and then does
/// not prolong them.
final class ConnectionDeadlines: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let head: TimeAmount
    private let body: TimeAmount
    private var deadline: Scheduled<Void>?

    /// - Parameters:
    ///   - head: how long a client may take for the head of a request, silence before it included.
    ///   - body: how long it may take for the body.
    init(head: TimeAmount = .seconds(10), body: TimeAmount = .seconds(15)) {
        self.head = head
        self.body = body
    }

    func handlerAdded(context: ChannelHandlerContext) { start(head, context) }

    func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: start(body, context)
        case .body: break
        case .end: deadline?.cancel()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { start(head, context) }
        context.write(data, promise: promise)
    }

    private func start(_ limit: TimeAmount, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        let channel = context.channel
        deadline = context.eventLoop.scheduleTask(in: limit) { channel.close(mode: .all, promise: nil) }
    }
}
