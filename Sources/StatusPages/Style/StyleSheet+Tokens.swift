extension StyleSheet {
    /// Colours, measures and type: everything else refers to these.
    ///
    /// Statuses keep apart for colour-blind readers by lightness as well as hue: amber is light with a dark outline, red
    /// middle, maroon dark; green leans to teal, away from red; blue is lighter than violet. Tests simulate how those see
    /// them who lack one kind of cone; change no colour of a status by eye.
    static let tokens: StaticString = """
        :root{
        color-scheme:light dark;
        --ground:#f6f4ef;--paper:#fffefb;--raised:#fffefb;--ink:#1b2429;--muted:#4f5b62;--faint:#e9e5dc;--line:#d5d0c4;--line-strong:#8b8a80;
        --accent:#14505c;--accent-soft:#e0ecec;--on-accent:#ffffff;--link:#0d5566;--focus:#0b57d0;
        --green:#0b7a63;--green-soft:#dcf1ea;--green-ink:#075a49;
        --blue:#5c7dd1;--blue-soft:#e1ebf8;--blue-ink:#164a8b;
        --amber:#e8a317;--amber-soft:#fdf0d0;--amber-ink:#6d4600;--amber-edge:#7a4e00;
        --red:#c8402a;--red-soft:#fbe4de;--red-ink:#98260f;
        --maroon:#7a1536;--maroon-soft:#f5dfe6;--maroon-ink:#6d1230;
        --grey:#7b858b;--grey-soft:#ebedee;--grey-ink:#475158;
        --violet:#6a509f;--violet-soft:#ebe6f5;--violet-ink:#523a86;
        --sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;
        --serif:Charter,Cambria,"Noto Serif","Liberation Serif",Georgia,"Times New Roman",serif;
        --mono:ui-monospace,"Cascadia Mono",Consolas,"Liberation Mono",Menlo,monospace;
        --step--1:.8125rem;--step-0:1rem;--step-1:1.1875rem;--step-2:1.4375rem;--step-3:clamp(1.625rem,1.2rem + 1.9vw,2.375rem);
        --space-1:.25rem;--space-2:.5rem;--space-3:.875rem;--space-4:1.375rem;--space-5:2.25rem;--space-6:3.5rem;
        --page:82rem;--measure:44rem;--radius:.3rem;
        --chart-ink:var(--ink);--chart-muted:var(--muted);--chart-grid:var(--line);--chart-ground:var(--paper);--chart-actual:var(--accent);
        --chart-target:#9a4a00;--chart-expected:var(--muted);--chart-band:#7fbfae;--chart-forecast:var(--violet);--chart-illustrative:var(--violet-ink);--chart-missing:var(--maroon);
        }
        @media (prefers-color-scheme:dark){:root{
        --ground:#12181b;--paper:#192125;--raised:#1f292e;--ink:#e8ebe9;--muted:#a9b4b8;--faint:#243035;--line:#34424a;--line-strong:#76868e;
        --accent:#7cc4cf;--accent-soft:#1d3a40;--on-accent:#0d1719;--link:#8fd0dc;--focus:#9cc3ff;
        --green:#7cdea6;--green-soft:#14352d;--green-ink:#8ee0c6;
        --blue:#75a9e2;--blue-soft:#172f4d;--blue-ink:#a9cbf7;
        --amber:#efb33c;--amber-soft:#3b2c0c;--amber-ink:#f6cd7e;--amber-edge:#f6cd7e;
        --red:#eb7a61;--red-soft:#43201a;--red-ink:#ffb3a3;
        --maroon:#d63c7c;--maroon-soft:#401a29;--maroon-ink:#f7a9c3;
        --grey:#8f9ba1;--grey-soft:#2a353a;--grey-ink:#c4cdd1;
        --violet:#8c6edb;--violet-soft:#2e2645;--violet-ink:#cdbff0;
        --chart-target:#f0a55a;--chart-band:#2f6f60;
        }}
        @media (prefers-contrast:more){:root{--muted:var(--ink);--line:var(--line-strong);--grey-ink:var(--ink)}}

        """
}
