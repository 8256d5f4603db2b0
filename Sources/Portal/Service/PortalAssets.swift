import Markup
import StatusPages

/// The files that pages of the service refer to.
enum PortalAssets {
    struct Asset: Sendable {
        var bytes: [UInt8]
        var type: String
    }

    static func named(_ name: String) -> Asset? { all[name] }

    private static let all: [String: Asset] = [
        "style.css": Asset(bytes: SiteRenderer.styleSheet, type: "text/css; charset=utf-8"),
        "portal.js": Asset(bytes: Array(portalScript.utf8), type: "text/javascript; charset=utf-8"),
        "portal.css": Asset(bytes: portalStyle, type: "text/css; charset=utf-8"),
    ]

    private static let portalStyle: [UInt8] = {
        var sheet = Markup()
        sheet.code(
            """
            .portal main{max-width:var(--page);margin:0 auto;padding:var(--space-4) clamp(1rem,3vw,2.5rem) var(--space-6)}
            .portal .masthead-line{justify-content:space-between}
            .portal .site-name{flex:0 0 auto}
            .portal .masthead .languages{margin-inline-start:auto}
            .holder{flex:1 1 20rem;justify-content:flex-end;display:flex;gap:var(--space-3);align-items:center;font-size:var(--step--1)}
            .holder form{flex:none;margin:0}
            .portal .holder button{min-height:2rem;padding:.2rem .75rem;white-space:nowrap}
            .lede{font-size:var(--step-1);color:var(--muted)}
            .lede::first-letter,.card p:not(.as-written)::first-letter{text-transform:uppercase}
            .portal main>h1+:not(.lede,h2){margin-top:var(--space-3)}
            .portal main>h2{margin-top:var(--space-5)}
            .portal main>h1+h2{margin-top:var(--space-3)}
            .portal form+ul,.portal form+p{margin-top:var(--space-3)}
            .portal td{overflow-wrap:break-word}
            .portal td .status{white-space:nowrap}
            .portal .table-frame{overflow-x:auto}
            .notice{border-left:.375rem solid var(--accent);background:var(--accent-soft);padding:var(--space-3);margin-bottom:var(--space-4);border-radius:var(--radius)}
            .notice-wrong{border-color:var(--red);background:var(--red-soft)}
            .notice-note{border-color:var(--amber);background:var(--amber-soft)}
            .notice p{margin:0}
            .notice h2{margin:0 0 var(--space-1);font-size:var(--step-1)}
            .notice p+p,.notice ul{margin-top:var(--space-2)}
            .notice ul{margin-bottom:0;padding-left:1.2em}
            .portal .card-wrong{border-left-color:var(--red)}
            @media (max-width:40rem){.portal .main-nav{font-size:.92rem}.portal .main-nav ul{gap:0 var(--space-3)}.portal .masthead .languages{margin-inline-start:0}.holder{justify-content:space-between}.holder p{min-width:0}}
            .beside{display:grid;grid-template-columns:minmax(0,1fr);gap:var(--space-5)}
            @media (min-width:62rem){.beside{grid-template-columns:minmax(0,3fr) minmax(0,2fr)}}
            form.narrow{max-width:34rem}
            form.report{position:relative}
            .field{margin-bottom:var(--space-3)}
            .field label{display:block;font-weight:600;margin-bottom:var(--space-1)}
            .field-check{display:flex;gap:var(--space-2);align-items:flex-start}
            .field-check input{margin:.15rem 0 0}
            .field-check label{font-weight:400;margin:0}
            .hint,.note{color:var(--muted);font-size:var(--step--1);margin:0 0 var(--space-1)}
            .portal input:not([type=checkbox]):not([type=radio]),.portal select,.portal textarea{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line-strong);border-radius:var(--radius);padding:.55rem .65rem;width:100%;max-width:100%;min-height:2.75rem}
            .portal input[type=checkbox],.portal input[type=radio]{width:1.25rem;height:1.25rem;flex:none;accent-color:var(--accent)}
            .portal fieldset{border:1px solid var(--line);border-radius:var(--radius);padding:var(--space-3);margin:0 0 var(--space-3);min-width:0}
            .portal legend{font-weight:600;padding:0 var(--space-1)}
            .one-report:has([data-answer=value]:checked,[data-answer=nil]:checked) .for-not-applicable{display:none}
            .one-report:has([data-answer=nil]:checked,[data-answer=not-applicable]:checked) .answer-value{display:none}
            .cells{align-items:end;display:grid;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:0 var(--space-3)}
            .said:empty{display:none}
            .cells>.said,.cells .field:has(.problem){grid-column:1/-1}
            .field-wrong input,.field-wrong select,.field-wrong textarea{border:2px solid var(--red)!important}
            .field label::first-letter{text-transform:uppercase}
            .problem{border-left:.25rem solid var(--red);padding-left:var(--space-2);margin-bottom:var(--space-2);color:var(--red-ink)}
            .problem-doubt{border-color:var(--amber);color:var(--amber-ink)}
            .beside aside .chart-wide{display:none}.beside aside .chart-narrow{display:block}
            .problem p{margin:0 0 var(--space-1)}
            .buttons{display:flex;flex-wrap:wrap;gap:var(--space-3);margin-top:var(--space-4)}
            .portal button{font:inherit;font-weight:600;min-height:2.75rem;padding:.55rem 1.1rem;border-radius:var(--radius);border:1px solid var(--accent);background:var(--accent);color:var(--on-accent);cursor:pointer}
            .portal button.plain{background:transparent;color:var(--accent)}
            .portal button.first{position:absolute;left:-100rem}
            .portal :focus-visible{outline:3px solid var(--focus);outline-offset:2px}
            .cards{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));gap:var(--space-3)}
            .card{border:1px solid var(--line);border-left:.375rem solid var(--grey);border-radius:var(--radius);background:var(--raised);padding:var(--space-3)}
            .card-overdue{border-left-color:var(--maroon)}.card-returned{border-left-color:var(--amber)}.card-due{border-left-color:var(--blue)}
            .card h3{margin:0 0 var(--space-1);font-size:var(--step-0)}
            .card p{margin:0 0 var(--space-1)}
            .preview{border:2px solid var(--accent);border-radius:var(--radius);padding:var(--space-3);margin-bottom:var(--space-4)}
            .preview h2{margin-top:0}
            .preview .buttons{margin-top:var(--space-2)}
            .card details{margin-top:var(--space-2)}
            .card summary{color:var(--accent);cursor:pointer;min-height:1.75rem}
            .card form{margin:var(--space-2) 0 0}
            .card form button{margin-top:var(--space-2)}
            .sum{grid-column:1/-1;margin:0;font-size:var(--step--1);color:var(--muted);min-height:1.5em}
            .sum .off{color:var(--amber-ink);font-weight:600}
            code.digest{overflow-wrap:anywhere;font-size:.85em}
            .portal input[type=file]{padding:.4rem .65rem}
            .many .one-report{margin-bottom:var(--space-4);background:transparent}
            .many .answers .field-check{display:inline-flex;margin:0 var(--space-3) var(--space-1) 0}
            .many .sum:empty{display:none}
            @media (min-width:62rem){.queue th[scope=row]{min-width:18rem}}
            .queue th[scope=row] .note{font-weight:400}
            html:has(.deciding){scroll-padding-bottom:9rem}
            html:has(.deciding details[open]){scroll-padding-bottom:min(22rem,62vh)}
            .portal a.button{display:inline-block;font-weight:600;padding:.55rem 1.1rem;border:1px solid var(--accent);border-radius:var(--radius);text-decoration:none}
            .deciding{position:sticky;bottom:0;background:var(--ground);border-top:1px solid var(--line-strong);padding:var(--space-2) 0;margin-top:var(--space-3)}
            .one-line{display:flex;flex-wrap:wrap;gap:var(--space-3);align-items:end;margin-bottom:var(--space-3)}
            .one-line .field{flex:0 1 28rem;min-width:0;margin:0}
            .deciding .buttons{margin:0;align-items:center}
            .deciding details{margin:0}
            .deciding details[open]{flex:1 1 100%}
            .deciding:has(details[open]){max-height:60vh;overflow-y:auto}
            @media (max-height:30rem){html:has(.deciding){scroll-padding-bottom:0}.deciding{position:static}}
            .many .one-report>h2{margin:0 0 var(--space-1);font-size:var(--step-1)}
            .many details,.portal form>details{margin:var(--space-2) 0}
            .portal summary{color:var(--accent);cursor:pointer;padding:.35rem 0}
            .outlook:empty,#outlook:empty{display:none}
            .outlook{border-left:.375rem solid var(--accent);padding-left:var(--space-3);margin-top:var(--space-3)}
            .outlook p{margin:0 0 var(--space-1)}
            .ways,.roles{padding-left:1.2em}
            .history li{margin-bottom:var(--space-3)}
            code.link{overflow-wrap:anywhere;user-select:all}

            """
        )
        return sheet.bytes
    }()
}
