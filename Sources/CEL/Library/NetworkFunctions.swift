import Diagnostics

/// The functions of network addresses.
enum NetworkFunctions {
    static let addressType = "net.IP"
    static let rangeType = "net.CIDR"
    private static let address = CELType.opaque(addressType)
    private static let range = CELType.opaque(rangeType)

    static let overloads: [Overload] = making + addresses + ranges

    private static func value(_ address: NetworkAddress) -> Value {
        .opaque(OpaqueValue(typeName: addressType, content: address))
    }

    private static func value(_ range: NetworkRange) -> Value {
        .opaque(OpaqueValue(typeName: rangeType, content: range))
    }

    private static func parsed(_ text: String) throws(EvaluationError) -> NetworkAddress {
        guard let address = NetworkAddress(text) else {
            throw EvaluationError(.invalidArgument, "\(text) is no network address")
        }
        return address
    }

    /// The address that a text or an address stands for.
    private static func address(_ value: Value) throws(EvaluationError) -> NetworkAddress {
        if case .string(let text) = value { return try parsed(text) }
        guard case .opaque(let opaque) = value, let address = opaque.content as? NetworkAddress else {
            throw EvaluationError(.noSuchOverload, "a \(value.typeName) is no network address")
        }
        return address
    }

    /// The range that a text or a range stands for.
    private static func range(_ value: Value) throws(EvaluationError) -> NetworkRange {
        if case .string(let text) = value {
            guard let range = NetworkRange(text) else {
                throw EvaluationError(.invalidArgument, "\(text) is no range of network addresses")
            }
            return range
        }
        guard case .opaque(let opaque) = value, let range = opaque.content as? NetworkRange else {
            throw EvaluationError(.noSuchOverload, "a \(value.typeName) is no range of network addresses")
        }
        return range
    }

    private static let making: [Overload] = [
        .unary("ip", .string, address) { (text) throws(EvaluationError) in value(try address(text)) },
        .unary("cidr", .string, range) { (text) throws(EvaluationError) in value(try range(text)) },
        .unary("isIP", .string, .bool) { (text) throws(EvaluationError) in
            guard case .string(let text) = text else { return text }
            return .bool(NetworkAddress(text) != nil)
        },
        .unary("isCIDR", .string, .bool) { (text) throws(EvaluationError) in
            guard case .string(let text) = text else { return text }
            return .bool(NetworkRange(text) != nil)
        },
        .unary("ip.isCanonical", .string, .bool) { (text) throws(EvaluationError) in
            guard case .string(let text) = text else { return text }
            return .bool(try parsed(text).description.hasSameBytes(as: text))
        },
        .unary("string", address, .string) { (value) throws(EvaluationError) in
            .string(try address(value).description)
        },
        .unary("string", range, .string) { (value) throws(EvaluationError) in .string(try range(value).description) },
    ]

    private static func question(
        _ name: String,
        _ holds: @escaping @Sendable (NetworkAddress) -> Bool
    ) -> Overload {
        .unary(member: name, address, .bool) { (value) throws(EvaluationError) in .bool(holds(try address(value))) }
    }

    private static let addresses: [Overload] = [
        .unary(member: "family", address, .int) { (value) throws(EvaluationError) in
            .int(try address(value).isIPv4 ? 4 : 6)
        },
        question("isUnspecified") { $0.isUnspecified },
        question("isLoopback") { $0.isLoopback },
        question("isGlobalUnicast") { $0.isGlobalUnicast },
        question("isLinkLocalMulticast") { $0.isLinkLocalMulticast },
        question("isLinkLocalUnicast") { $0.isLinkLocalUnicast },
    ]

    private static let ranges: [Overload] = {
        var all: [Overload] = []
        for type in [address, CELType.string] {
            all.append(
                .binary(member: "containsIP", range, type, .bool) { (first, second) throws(EvaluationError) in
                    .bool(try range(first).contains(try address(second)))
                }
            )
        }
        for type in [range, CELType.string] {
            all.append(
                .binary(member: "containsCIDR", range, type, .bool) { (first, second) throws(EvaluationError) in
                    .bool(try range(first).contains(try range(second)))
                }
            )
        }
        all.append(
            .unary(member: "ip", range, address) { (network) throws(EvaluationError) in
                value(try range(network).address)
            }
        )
        all.append(
            .unary(member: "masked", range, range) { (network) throws(EvaluationError) in
                value(try range(network).masked)
            }
        )
        all.append(
            .unary(member: "prefixLength", range, .int) { (network) throws(EvaluationError) in
                .int(Int64(try range(network).prefixLength))
            }
        )
        return all
    }()
}
