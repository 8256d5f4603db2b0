extension StyleSheet {
    /// Elements as they are without a class.
    static let base: StaticString = """
        *,*::before,*::after{box-sizing:border-box}
        html{font-size:100%;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
        body{margin:0;background:var(--ground);color:var(--ink);font:var(--step-0)/1.5 var(--sans);font-variant-numeric:tabular-nums lining-nums;overflow-wrap:anywhere;hyphens:auto}
        h1,h2,h3{font-family:var(--serif);font-weight:600;line-height:1.2;text-wrap:balance;margin:0}
        h1{font-size:var(--step-3);letter-spacing:-.01em}
        h2{font-size:var(--step-2);margin-bottom:var(--space-3)}
        h3{font-size:var(--step-1);margin:var(--space-4) 0 var(--space-2)}
        p,ul,ol,dl,figure{margin:0 0 var(--space-3)}
        p{max-width:var(--measure)}
        ul,ol{padding-inline-start:1.25rem}
        a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.16em}
        a:hover{text-decoration-thickness:2px}
        :focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
        main:focus{outline:none}
        code{font:.875em/1.45 var(--mono);overflow-wrap:anywhere;hyphens:none}
        summary{cursor:pointer;padding:var(--space-2) 0;min-height:1.75rem}
        :target{background:var(--accent-soft);outline:2px solid var(--accent);outline-offset:3px}
        .visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0}
        .skip{position:absolute;inset-inline-start:var(--space-3);top:-6rem;z-index:2;background:var(--accent);color:var(--on-accent);padding:var(--space-2) var(--space-3)}
        .skip:focus{top:var(--space-2)}
        .note{color:var(--muted);font-size:var(--step--1)}
        .nothing{color:var(--muted)}
        .on-paper{display:none}
        .lead{font-size:var(--step-1);color:var(--muted);line-height:1.45}
        .line+.line{margin-top:var(--space-1)}

        """

    /// What stands around every page.
    static let frame: StaticString = """
        .masthead{background:var(--paper);border-top:.375rem solid var(--accent);border-bottom:1px solid var(--line)}
        .masthead-line,.main-nav ul{max-width:var(--page);margin:0 auto;padding:0 clamp(1rem,3vw,2.5rem)}
        .masthead-line{display:flex;flex-wrap:wrap;gap:var(--space-2) var(--space-4);align-items:center;padding-top:var(--space-3);padding-bottom:var(--space-2)}
        .masthead-line p{margin:0}
        .emblem{height:2.25rem;width:auto;max-width:9rem;flex:none}
        .site-name{font-family:var(--serif);font-weight:600;font-size:var(--step-1);flex:1 1 18rem}
        .site-name a{color:inherit;text-decoration:none}
        .site-name a:hover{text-decoration:underline}
        .site-date{font-size:var(--step--1);color:var(--muted)}
        .edition{display:inline-block;border:1px solid var(--line-strong);border-radius:var(--radius);padding:0 .4em;margin-inline-start:.4em;color:var(--ink)}
        .languages ul,.main-nav ul,.trail ol{list-style:none;display:flex;flex-wrap:wrap}
        .languages ul,.trail ol{margin:0;padding:0}
        .languages ul{border:1px solid var(--line-strong);border-radius:var(--radius);overflow:hidden}
        .languages a{display:block;padding:.2rem .65rem;min-height:1.75rem;font-size:var(--step--1);text-decoration:none;color:var(--ink)}
        .languages li+li{border-inline-start:1px solid var(--line-strong)}
        .languages a:focus-visible{outline-offset:-3px}
        .languages [aria-current]{background:var(--accent);color:var(--on-accent);font-weight:600}
        .main-nav ul{gap:0 var(--space-4);padding-bottom:0}
        .main-nav a{display:block;padding:.5rem 0 .45rem;color:var(--ink);text-decoration:none;border-bottom:3px solid transparent}
        .main-nav a:hover{border-color:var(--line-strong)}
        .main-nav [aria-current]{border-color:var(--accent);font-weight:600}
        main{max-width:var(--page);margin:0 auto;padding:var(--space-4) clamp(1rem,3vw,2.5rem) var(--space-6)}
        .trail{font-size:var(--step--1);margin-bottom:var(--space-4)}
        .trail ol{display:flex;flex-wrap:wrap}.trail li{display:flex;line-height:2;max-width:100%}
        .trail li+li::before{content:"\\203A";padding:0 .55em;color:var(--muted)}
        .banner{display:block;border:2px dashed var(--violet);background:var(--violet-soft);color:var(--ink);padding:var(--space-2) var(--space-3);margin-bottom:var(--space-4);border-radius:var(--radius);max-width:none}
        .page-head{margin-bottom:var(--space-4);max-width:60rem}
        .page-head .subtitle{color:var(--muted);margin:var(--space-2) 0 0}
        .kind{color:var(--muted);font-size:var(--step--1);font-weight:600;letter-spacing:.02em;margin-bottom:var(--space-1)}
        .foot{border-top:1px solid var(--line);max-width:var(--page);margin:0 auto;padding:var(--space-4) clamp(1rem,3vw,2.5rem) var(--space-5);font-size:var(--step--1);color:var(--muted)}
        .foot p{max-width:none;margin-bottom:var(--space-1)}
        section{margin:0 0 var(--space-5)}
        main>section{border-top:1px solid var(--line);padding-top:var(--space-4)}
        main>section>h2{position:relative}
        .opening{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:var(--space-4) var(--space-5);margin-bottom:var(--space-5)}
        .opening>section{margin:0}
        .chooser{display:grid;min-height:100vh;place-items:center}
        .chooser main{max-width:44rem;width:100%}
        .chooser h1{font-size:var(--step-1);margin-bottom:var(--space-3)}
        .choices{list-style:none;padding:0;display:grid;gap:var(--space-3)}
        .choices a{display:grid;gap:var(--space-1);background:var(--paper);border:1px solid var(--line);border-inline-start:.375rem solid var(--accent);padding:var(--space-4);text-decoration:none;color:var(--ink)}
        .choices a:hover{border-color:var(--accent)}
        .choices strong{font:600 var(--step-2)/1.2 var(--serif);color:var(--link)}

        """
}
