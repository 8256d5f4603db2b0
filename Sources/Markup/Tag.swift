/// The name of an element, a literal of the program.
package struct Tag: Sendable {
    let name: StaticString
    /// Whether it is of SVG, where an element without content ends in `/>`.
    @usableFromInline let isForeign: Bool

    /// An element of HTML.
    package init(_ name: StaticString) {
        self.name = name
        isForeign = false
    }

    /// An element of SVG.
    package init(svg name: StaticString) {
        self.name = name
        isForeign = true
    }
}

extension Tag {
    package static let html = Tag("html")
    package static let head = Tag("head")
    package static let meta = Tag("meta")
    package static let link = Tag("link")
    package static let title = Tag("title")
    package static let style = Tag("style")
    package static let script = Tag("script")
    package static let body = Tag("body")
    package static let header = Tag("header")
    package static let nav = Tag("nav")
    package static let main = Tag("main")
    package static let footer = Tag("footer")
    package static let section = Tag("section")
    package static let article = Tag("article")
    package static let aside = Tag("aside")
    package static let div = Tag("div")
    package static let span = Tag("span")
    package static let p = Tag("p")
    package static let a = Tag("a")
    package static let h1 = Tag("h1")
    package static let h2 = Tag("h2")
    package static let h3 = Tag("h3")
    package static let h4 = Tag("h4")
    package static let ul = Tag("ul")
    package static let ol = Tag("ol")
    package static let li = Tag("li")
    package static let dl = Tag("dl")
    package static let dt = Tag("dt")
    package static let dd = Tag("dd")
    package static let table = Tag("table")
    package static let caption = Tag("caption")
    package static let thead = Tag("thead")
    package static let tbody = Tag("tbody")
    package static let tfoot = Tag("tfoot")
    package static let tr = Tag("tr")
    package static let th = Tag("th")
    package static let td = Tag("td")
    package static let figure = Tag("figure")
    package static let figcaption = Tag("figcaption")
    package static let blockquote = Tag("blockquote")
    package static let details = Tag("details")
    package static let summary = Tag("summary")
    package static let strong = Tag("strong")
    package static let em = Tag("em")
    package static let small = Tag("small")
    package static let code = Tag("code")
    package static let pre = Tag("pre")
    package static let abbr = Tag("abbr")
    package static let time = Tag("time")
    package static let bdi = Tag("bdi")
    package static let br = Tag("br")
    package static let hr = Tag("hr")
    package static let img = Tag("img")
    package static let form = Tag("form")
    package static let fieldset = Tag("fieldset")
    package static let legend = Tag("legend")
    package static let textarea = Tag("textarea")
    package static let select = Tag("select")
    package static let option = Tag("option")
    package static let button = Tag("button")
    package static let label = Tag("label")
    package static let input = Tag("input")
}

extension Tag {
    package static let svg = Tag(svg: "svg")
    package static let svgTitle = Tag(svg: "title")
    package static let svgDescription = Tag(svg: "desc")
    package static let g = Tag(svg: "g")
    package static let path = Tag(svg: "path")
    package static let line = Tag(svg: "line")
    package static let rect = Tag(svg: "rect")
    package static let circle = Tag(svg: "circle")
    package static let polygon = Tag(svg: "polygon")
    package static let polyline = Tag(svg: "polyline")
    package static let svgText = Tag(svg: "text")
    package static let tspan = Tag(svg: "tspan")
    package static let defs = Tag(svg: "defs")
    package static let pattern = Tag(svg: "pattern")
    package static let use = Tag(svg: "use")
    package static let symbol = Tag(svg: "symbol")
}
