import Foundation

/// A colour as a reader sees it: with all cones, without one kind of them, or in a print without colour.
struct SeenColor {
    /// Linear light, 0 to 1.
    private let red: Double
    private let green: Double
    private let blue: Double

    enum Vision: String, CaseIterable {
        case full
        case protanopia
        case deuteranopia
        case tritanopia

        /// The transformation of linear light that simulates it, at full severity.
        ///
        /// From: Machado, Oliveira, Fernandes, “A Physiologically-based Model for Simulation of Color Vision
        /// Deficiency”, IEEE Transactions on Visualization and Computer Graphics 15 (2009), severity 1.0.
        var matrix: [[Double]] {
            switch self {
            case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
            case .protanopia:
                [
                    [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                    [-0.003882, -0.048116, 1.051998],
                ]
            case .deuteranopia:
                [
                    [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                    [-0.011820, 0.042940, 0.968881],
                ]
            case .tritanopia:
                [
                    [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                    [0.004733, 0.691367, 0.303900],
                ]
            }
        }
    }

    /// A colour as style sheets write it: `#` and six hexadecimal digits.
    init?(_ text: some StringProtocol) {
        guard text.count == 7, text.first == "#", let number = Int(text.dropFirst(), radix: 16) else { return nil }
        func linear(_ shift: Int) -> Double {
            let share = Double(number >> shift & 255) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        (red, green, blue) = (linear(16), linear(8), linear(0))
    }

    private init(_ channels: [Double]) {
        let bounded = channels.map { min(1, max(0, $0)) }
        (red, green, blue) = (bounded[0], bounded[1], bounded[2])
    }

    func seen(with vision: Vision) -> SeenColor {
        SeenColor(vision.matrix.map { $0[0] * red + $0[1] * green + $0[2] * blue })
    }

    /// As WCAG 2.2 defines it.
    private var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

    /// The ratio of contrast of WCAG 2.2, 1 to 21.
    func contrast(to other: SeenColor) -> Double {
        let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)
    }

    var lab: LabColor {
        func cube(_ share: Double) -> Double {
            share > 216.0 / 24_389 ? cbrt(share) : (24_389.0 / 27 * share + 16) / 116
        }
        // The matrix of sRGB and the white of D65.
        let x = cube((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
        let y = cube(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
        let z = cube((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
        return LabColor(lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
    }
}

/// A colour in CIELAB.
struct LabColor {
    var lightness: Double
    var a: Double
    var b: Double

    private var chroma: Double { hypot(a, b) }

    /// The difference CIEDE2000.
    ///
    /// After: Sharma, Wu, Dalal, “The CIEDE2000 Color-Difference Formula”, Color Research and Application 30 (2005).
    func difference(to other: LabColor) -> Double {
        func seventh(_ value: Double) -> Double { sqrt(pow(value, 7) / (pow(value, 7) + pow(25, 7))) }
        func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
        let stretch = 1.5 - 0.5 * seventh((chroma + other.chroma) / 2)
        func hue(_ a: Double, _ b: Double) -> Double {
            let angle = a == 0 && b == 0 ? 0 : atan2(b, a) * 180 / .pi
            return angle < 0 ? angle + 360 : angle
        }
        let (a1, a2) = (a * stretch, other.a * stretch)
        let (c1, c2) = (hypot(a1, b), hypot(a2, other.b))
        let (h1, h2) = (hue(a1, b), hue(a2, other.b))
        var turn = h2 - h1
        if c1 * c2 == 0 { turn = 0 } else if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
        var meanHue = h1 + h2
        if c1 * c2 != 0 {
            if abs(h1 - h2) > 180 { meanHue += h1 + h2 < 360 ? 360 : -360 }
            meanHue /= 2
        }
        let meanLightness = (lightness + other.lightness) / 2
        let meanChroma = (c1 + c2) / 2
        let warp =
            1 - 0.17 * cos(radians(meanHue - 30)) + 0.24 * cos(radians(2 * meanHue))
            + 0.32 * cos(radians(3 * meanHue + 6)) - 0.2 * cos(radians(4 * meanHue - 63))
        let fromMiddle = pow(meanLightness - 50, 2)
        let light = (other.lightness - lightness) / (1 + 0.015 * fromMiddle / sqrt(20 + fromMiddle))
        let colorful = (c2 - c1) / (1 + 0.045 * meanChroma)
        let hued = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * meanChroma * warp)
        let rotation =
            -2 * seventh(meanChroma) * sin(radians(60 * exp(-pow((meanHue - 275) / 25, 2))))
        return sqrt(light * light + colorful * colorful + hued * hued + rotation * colorful * hued)
    }
}
