import NIOCore
import Synchronization

/// How many connections each address has.
final class ConnectionsByAddress: Sendable {
    private let counts = Mutex<[ClientAddress: Int]>([:])
    private let limit: Int

    /// - Parameter limit: how many one address may have.
    init(limit: Int) { self.limit = limit }

    /// Counts a connection, unless its address has as many as it may have.
    func opens(_ address: ClientAddress) -> Bool {
        counts.withLock { counts in
            guard counts[address, default: 0] < limit else { return false }
            counts[address, default: 0] += 1
            return true
        }
    }

    func closes(_ address: ClientAddress) {
        counts.withLock { counts in
            guard let count = counts[address] else { return }
            counts[address] = count > 1 ? count - 1 : nil
        }
    }
}

/// Closes connections of an address that has too many, so that nobody alone takes all that there are.
///
/// The machine itself may have as many as it likes, and so may a private network where a proxy of ours is expected: all
/// clients come from there then, and the proxy counts them.
final class AddressLimit: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Never

    private let connections: ConnectionsByAddress
    private let isBehindProxy: Bool
    private var counted: ClientAddress?

    init(_ connections: ConnectionsByAddress, isBehindProxy: Bool) {
        self.connections = connections
        self.isBehindProxy = isBehindProxy
    }

    func handlerAdded(context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        count(context)
    }

    func channelActive(context: ChannelHandlerContext) {
        count(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        release()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { release() }

    private func count(_ context: ChannelHandlerContext) {
        guard counted == nil, let address = ClientAddress(context.remoteAddress), !address.isOwnMachine,
            !(isBehindProxy && address.isPrivate)
        else { return }
        guard connections.opens(address) else { return context.close(promise: nil) }
        counted = address
    }

    private func release() {
        if let counted { connections.closes(counted) }
        counted = nil
    }
}
