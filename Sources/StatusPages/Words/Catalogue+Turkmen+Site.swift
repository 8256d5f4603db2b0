import Language

extension Catalogue {
    /// Sentences in Turkmen of what is around the items: search, dependencies, filters, statements.
    static let turkmenSiteTable = """
        Dependencies => Baglylyklar
        What waits for what => Näme nämä garaşýar
        The plan says which activities must be finished before others. One that is late holds up all that wait for it. => Meýilnama haýsy çäreleriň beýlekilerden öň tamamlanmalydygyny görkezýär. Gijä galan çäre özüne garaşýanlaryň hemmesini saklaýar.
        What holds up others, or may => Beýlekileri saklaýan ýa-da saklap biljek zatlar
        Should be finished => Tamamlanan bolmaly
        To be finished => Tamamlanmaly möhleti
        Who has to finish it => Ony kim tamamlamaly
        What waits for it => Oňa näme garaşýar
        further on: => soňra:
        Chain {1} => Zynjyr {1}
        Each activity stands below what it waits for, with a line from there. The table below says the same. => Her çäre garaşýan zadynyň aşagynda durýar we onuň bilen çyzyk arkaly birikdirilen. Aşakdaky tablisada hem şol görkezilýär.
        waits for it => oňa garaşýar
        waits for something that should be finished => tamamlanan bolmaly zada garaşýar
        Finished => Tamamlandy
        Not finished yet => Entek tamamlanmady
        No activity is held up: all that others wait for is in time. => Hiç bir çäre saklanmaýar: beýlekileriň garaşýan zatlarynyň hemmesi möhletinde barýar.
        The plan does not say of any activity that it waits for another. => Meýilnamada hiç bir çäräniň başga birine garaşýandygy görkezilmeýär.
        Contact => Habarlaşmak üçin
        Calendar => Senenama
        Search => Gözleg
        About these pages => Bu sahypalar hakynda
        Letters => Harplar
        All items and agencies => Ähli bentler we edaralar
        entry / entries => ýazgy
        {1} by name, as the alphabet orders them. => {1} ady boýunça, elipbiý tertibinde.
        Look for a word of a title, or a number of the plan => Adyndan söz ýa-da meýilnamanyň bendiniň belgisini ýazyň
        Upper and lower case and marks on letters make no difference. => Baş we setir harplar, harplaryň bellikleri tapawut etmeýär.
        Nothing is called so. => Beýle atly zat ýok.
        Found: {1} => Tapyldy: {1}
        Only the first {1} are shown; write more of the title. => Diňe ilkinji {1} görkezilýär; adyny dolurak ýazyň.
        All findings => Ähli bellikler
        Errors => Ýalňyşlyklar
        Warnings => Duýduryşlar
        Data checks => Maglumat barlaglary
        Findings: {1} => Bellikler: {1}
        Severity and kind => Möhümligi we görnüşi
        Accessibility statement => Elýeterlilik hakynda beýannama
        For all readers => Ähli okyjylar üçin
        Standard => Standart
        How it was tested => Nähili barlandy
        By a program (axe-core, and the checker of HTML) on every type of page, in every language, light and dark, on wide and narrow screens, with scripts off and with the keyboard alone. Readers with disabilities have not tested it yet. => Programma bilen (axe-core we HTML barlagy) her görnüşli sahypada, ähli dillerde, açyk we garaňky bezegde, giň we dar ekranlarda, skriptler öçürilende we diňe klawiatura bilen. Maýyplygy bolan okyjylar entek barlamady.
        Statuses keep apart for readers who see red and green alike. => Gyzyl bilen ýaşyly saýgarmaýanlar üçin hem ýagdaýlar tapawutlanýar.
        On narrow screens and at 400% tables become cards; nothing has to be moved sideways. => Dar ekranlarda we 400 % ulaldylanda tablisalar kartoçkalara öwrülýär; gapdala süýşürmek gerek däl.
        Dark and light follow the settings of the device, and so do high contrast and forced colours. => Garaňky we açyk bezeg, ýokary kontrast we ulgam reňkleri enjamyň sazlamalaryndan alynýar.
        Texts that are not in the language of the page are marked with theirs, for those who listen. => Sahypanyň dilinde bolmadyk tekstler diňleýänler üçin öz dili bilen bellenen.
        The search is a list that needs no script; where scripts may run, one looks through the list. => Gözleg skript talap etmeýän sanawdyr; skriptlere rugsat berlen ýerde skript şol sanawa seredýär.
        Charts are read out by their title and description; their figures stand in the table beside them. => Grafikler ady we düşündirişi boýunça okalýar; sanlary ýanyndaky tablisada durýar.
        Documents that reports refer to are kept elsewhere, and whether they are accessible is not known. => Hasabatlaryň salgylanýan resminamalary başga ýerde saklanýar; olaryň elýeterlidigi belli däl.
        Some texts await review by a native reader, and may be hard to understand. => Käbir tekstler ene dili bolan okyjynyň barlagyna garaşýar we düşünmäge kyn bolup biler.
        What was done for it => Munuň üçin näme edildi
        What is known to be wanting => Nämäniň ýetmeýändigi belli
        If something cannot be read => Okap bolmaýan zat bar bolsa
        Tell whoever publishes these pages which page it is and what is in the way. => Sahypalary çap edýänlere haýsy sahypadygyny we nämäniň päsgel berýändigini habar beriň.
        No address is given here yet. => Bu ýerde entek salgy görkezilmedik.
        There is no such page => Beýle sahypa ýok
        It may have been removed, or the address is not written as it should be. => Ol aýrylan bolmagy ýa-da salgy nädogry ýazylan bolmagy mümkin.
        """
}
