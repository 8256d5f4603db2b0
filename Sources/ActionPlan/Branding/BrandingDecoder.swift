import Diagnostics
import YAML

/// Reads `nap-site/1` files.
struct BrandingDecoder {
    let base: Decoder
    let languages: [String]
    /// Reads a file that is named.
    let file: (String) -> (source: SourceText?, problem: Diagnostic?)

    func branding(_ root: Node) -> Branding? {
        guard var fields = base.fields(root, of: "a site file") else { return nil }
        guard let format = fields.required("format", { base.word($0, as: FileFormat.self) }) else { return nil }
        guard format == .site else {
            base.report(
                "wrong-format",
                "this is no site file",
                at: fields.value("format") ?? root,
                expected: "`format: nap-site/1`"
            )
            return nil
        }
        var branding = Branding()
        branding.name = fields.optional("name", text)
        branding.publisher = fields.optional("publisher", text)
        branding.contact = fields.optional("contact", contact)
        branding.licence = fields.optional("licence", licence)
        branding.emblem = fields.optional("emblem", emblem)
        branding.accent = fields.optional("accent", accent)
        branding.footer = fields.optional("footer", text)
        branding.address = fields.optional("address") { WebAddress.decode($0, base) }
        let kind = fields.required("provenance") { node in
            base.word(node, as: ProvenanceWord.self)
        }
        if kind == .illustrative { branding.provenance = .illustrative(note: nil) }
        fields.finish()
        return branding
    }

    private enum ProvenanceWord: String, CaseIterable {
        /// The publisher says so.
        case stated
        case illustrative
    }

    private func text(_ node: Node) -> LocalizedText? {
        LocalizedText.decode(node, languages: languages, mustHaveAll: true, base)
    }

    /// A name that may be the same in every language.
    private func name(_ node: Node) -> LocalizedText? {
        LocalizedText.decode(node, languages: languages, mustHaveAll: false, base)
    }

    private func contact(_ node: Node) -> Branding.Contact? {
        guard var fields = base.fields(node, of: "a contact") else { return nil }
        var contact = Branding.Contact()
        contact.name = fields.optional("name", text)
        contact.email = fields.optional("email") { node in
            base.parsed(node, expected: "an address such as office@example.org") { Self.isEmail($0) ? $0 : nil }
        }
        contact.phone = fields.optional("phone") { node in
            base.parsed(node, expected: "a number such as \"+993 12 000000\"") { Self.isPhone($0) ? $0 : nil }
        }
        contact.url = fields.optional("url") { WebAddress.decode($0, base) }
        fields.finish()
        if contact == Branding.Contact(), node.count == 0 {
            base.report("empty-value", "the contact is empty", at: node, expected: "name, email, phone or url")
        }
        return contact
    }

    /// Letters, digits and a few signs around one `@`: nothing that means more than itself in an address.
    private static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), text.utf8.count <= 254, parts[1].contains(".") else {
            return false
        }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "+"), UInt8(ascii: "@"):
                true
            default: false
            }
        }
    }

    private static func isPhone(_ text: String) -> Bool {
        text.utf8.count <= 40 && text.utf8.count { (0x30...0x39).contains($0) } >= 3
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || " +-()".utf8.contains($0) }
    }

    private func licence(_ node: Node) -> Branding.Licence? {
        guard var fields = base.fields(node, of: "a licence") else { return nil }
        let title = fields.required("title", name)
        let url = fields.optional("url") { WebAddress.decode($0, base) }
        fields.finish()
        return title.map { Branding.Licence(title: $0, url: url) }
    }

    // MARK: - Colour

    private func accent(_ node: Node) -> Accent? {
        guard node.kind == .mapping else {
            guard let light = color(node, on: Accent.lightGrounds) else { return nil }
            return Accent(
                light: light,
                dark: light.nearest(withContrast: Accent.contrast, to: Accent.darkGrounds)
            )
        }
        guard var fields = base.fields(node, of: "an accent colour") else { return nil }
        let light = fields.required("light") { color($0, on: Accent.lightGrounds) }
        let dark = fields.required("dark") { color($0, on: Accent.darkGrounds) }
        fields.finish()
        guard let light, let dark else { return nil }
        return Accent(light: light, dark: dark)
    }

    /// A colour that can be read on some grounds.
    private func color(_ node: Node, on grounds: [Color]) -> Color? {
        guard let color = base.parsed(node, expected: "a colour such as \"#14505c\"", { Color($0) }) else { return nil }
        let contrast = color.contrast(withAll: grounds)
        guard contrast < Accent.contrast else { return color }
        let nearest = color.nearest(withContrast: Accent.contrast, to: grounds).text
        // Rounded down, so that what is too little never reads as enough.
        let ratio = "\(Int(contrast * 100) / 100).\(Self.twoDigits(Int(contrast * 100) % 100))"
        if grounds == Accent.lightGrounds {
            base.report(
                "low-contrast",
                "\(node.text) has a contrast of \(ratio) with the light pages, too little to be read",
                at: node,
                expected: "a contrast of 4.5 or more",
                hint: "the nearest colour that has it is \"\(nearest)\""
            )
        } else {
            base.report(
                "low-contrast",
                "\(node.text) has a contrast of \(ratio) with the dark pages, too little to be read",
                at: node,
                expected: "a contrast of 4.5 or more",
                hint: "the nearest colour that has it is \"\(nearest)\""
            )
        }
        return nil
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    // MARK: - Emblem

    private func emblem(_ node: Node) -> Emblem? {
        guard var fields = base.fields(node, of: "an emblem") else { return nil }
        let nameNode = fields.value("file")
        let name = fields.required("file") { node in
            base.parsed(node, expected: "the name of a file beside this one, such as emblem.svg") {
                Self.isFileName($0) ? $0 : nil
            }
        }
        let title = fields.optional("title", text)
        fields.finish()
        guard let name, let nameNode else { return nil }
        let (source, problem) = file(name)
        guard let source else {
            if var problem {
                problem.span = nameNode.span
                base.report(problem)
            }
            return nil
        }
        let kind: Emblem.Kind = name.hasSuffix(".svg") ? .svg : .png
        if let fault = EmblemCheck.fault(of: source.bytes, kind) {
            switch fault {
            case .notAPicture:
                base.report(
                    "emblem-unreadable",
                    "\(name) is no picture of the kind that its name says",
                    at: nameNode,
                    expected: "an SVG or PNG file"
                )
            case .tooLarge:
                base.report(
                    "emblem-too-large",
                    "the picture \(name) is larger than 2048 points",
                    at: nameNode,
                    hint: "save it smaller: on pages it is as high as a line"
                )
            case .unsafe(let part):
                base.report(
                    "emblem-unsafe",
                    "\(name) holds `\(part)`, which a picture has no need of",
                    at: nameNode,
                    expected: "shapes and colours only: no script, no reference to another file",
                    hint: "save it as plain SVG, or as PNG"
                )
            }
            return nil
        }
        return Emblem(kind: kind, bytes: source.bytes, title: title)
    }

    /// A name without folders, of letters that are the same everywhere.
    private static func isFileName(_ text: String) -> Bool {
        (text.hasSuffix(".svg") || text.hasSuffix(".png")) && text.utf8.count <= 64
            && text.utf8.first != UInt8(ascii: ".")
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
