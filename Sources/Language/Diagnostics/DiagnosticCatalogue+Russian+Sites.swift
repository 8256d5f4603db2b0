extension DiagnosticCatalogue {
    /// What is said of the file about a site, in Russian.
    static let russianSites: [String: String] = [
        "a site file":
            "файл сайта",
        "a contact":
            "контакты",
        "a licence":
            "лицензия",
        "an accent colour":
            "цвет оформления",
        "an emblem":
            "эмблема",
        "this is no site file":
            "это не файл сайта",
        "an address such as office@example.org":
            "адрес, например office@example.org",
        "a number such as \"+993 12 000000\"":
            "номер, например \"+993 12 000000\"",
        "the contact is empty":
            "контакты пусты",
        "name, email, phone or url":
            "name, email, phone или url",
        "a colour such as \"#14505c\"":
            "цвет, например \"#14505c\"",
        "{1} has a contrast of {2} with the light pages, too little to be read":
            "контраст {1} со светлыми страницами {2}: слишком мало для чтения",
        "{1} has a contrast of {2} with the dark pages, too little to be read":
            "контраст {1} с тёмными страницами {2}: слишком мало для чтения",
        "a contrast of 4.5 or more":
            "контраст не меньше 4.5",
        "the nearest colour that has it is \"{1}\"":
            "ближайший цвет с таким контрастом — \"{1}\"",
        "the name of a file beside this one, such as emblem.svg":
            "имя файла рядом с этим, например emblem.svg",
        "{1} is no picture of the kind that its name says":
            "{1} — не рисунок того вида, который указан в имени",
        "an SVG or PNG file":
            "файл SVG или PNG",
        "the picture {1} is larger than 2048 points":
            "рисунок {1} больше 2048 точек",
        "save it smaller: on pages it is as high as a line":
            "сохраните его меньше: на страницах он высотой в строку",
        "{1} holds `{2}`, which a picture has no need of":
            "в {1} есть `{2}`, рисунку это не нужно",
        "shapes and colours only: no script, no reference to another file":
            "только фигуры и цвета: без скриптов и ссылок на другие файлы",
        "save it as plain SVG, or as PNG":
            "сохраните его как простой SVG или как PNG",
    ]
}
