import Foundation

/// A colour of the sRGB space.
package struct Color: Hashable, Sendable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A colour as `0xRRGGBB`.
    package init(_ number: UInt32) {
        self.init(
            red: UInt8(truncatingIfNeeded: number >> 16),
            green: UInt8(truncatingIfNeeded: number >> 8),
            blue: UInt8(truncatingIfNeeded: number)
        )
    }

    /// A colour as style sheets write it: `#14505c`; nil for anything else.
    package init?(_ text: String) {
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6, let number = UInt32(text.dropFirst(), radix: 16),
            digits.first != UInt8(ascii: "+")
        else { return nil }
        self.init(number)
    }

    /// The colour as style sheets write it.
    package var text: String {
        let digits = Array("0123456789abcdef".utf8)
        let bytes = [red, green, blue].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return "#" + String(decoding: bytes, as: UTF8.self)
    }

    /// The relative luminance, 0 to 1 (WCAG 2.2).
    package var luminance: Double {
        func linear(_ value: UInt8) -> Double {
            let share = Double(value) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The contrast with another colour, 1 to 21 (WCAG 2.2).
    package func contrast(with other: Color) -> Double {
        let (low, high) = (min(luminance, other.luminance), max(luminance, other.luminance))
        return (high + 0.05) / (low + 0.05)
    }

    /// The lowest contrast with any of some grounds.
    package func contrast(withAll grounds: [Color]) -> Double { grounds.map { contrast(with: $0) }.min() ?? 21 }

    /// The colour mixed with another: 0 is the colour itself, 1 the other.
    package func mixed(with other: Color, _ share: Double) -> Color {
        func mix(_ own: UInt8, _ foreign: UInt8) -> UInt8 {
            UInt8((Double(own) + (Double(foreign) - Double(own)) * min(max(share, 0), 1)).rounded())
        }
        return Color(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    /// The nearest colour of the same hue that has a contrast with all of some grounds: darker where they are light,
    /// lighter where they are dark; the colour itself where it has.
    package func nearest(withContrast wanted: Double, to grounds: [Color]) -> Color {
        let isLight = (grounds.map(\.luminance).max() ?? 1) > 0.18
        let end = Color(isLight ? 0x000000 : 0xFFFFFF)
        for step in 0...256 {
            let color = mixed(with: end, Double(step) / 256)
            if color.contrast(withAll: grounds) >= wanted { return color }
        }
        return end
    }
}
