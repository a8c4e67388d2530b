using System.Collections.Frozen;

namespace Rapporteur.Archive.Comparison;

/// <summary>Letters without their accents, as the framework gives them only where it has the data of all cultures at hand.</summary>
internal static class Accents
{
    // The letter, then those that Unicode decomposes into it and an accent, and those whose stroke is none to Unicode (ø, ł).
    private static readonly string[] Families =
    [
        "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
        "bḃḅḇ",
        "cçćĉċčḉ",
        "dďḋḍḏḑḓđ",
        "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
        "fḟ",
        "gĝğġģǧǵḡ",
        "hĥȟḣḥḧḩḫẖħ",
        "iìíîïĩīĭįǐȉȋḭḯỉịı",
        "jĵǰ",
        "kķǩḱḳḵ",
        "lĺļľḷḹḻḽł",
        "mḿṁṃ",
        "nñńņňǹṅṇṉṋ",
        "oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợø",
        "pṕṗ",
        "rŕŗřȑȓṙṛṝṟ",
        "sśŝşšșṡṣṥṧṩ",
        "tţťțṫṭṯṱẗŧ",
        "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
        "vṽṿ",
        "wŵẁẃẅẇẉẘ",
        "xẋẍ",
        "yýÿŷȳẏẙỳỵỷỹ",
        "zźżžẑẓẕ",
    ];

    private static readonly FrozenDictionary<char, char> Plain =
        Families.SelectMany(family => family.Skip(1).Select(accented => (accented, family[0]))).ToFrozenDictionary(pair => pair.accented, pair => pair.Item2);

    /// <summary>A lower-case letter without its accent.</summary>
    public static char Fold(char letter) => letter < 0x80 ? letter : Plain.GetValueOrDefault(letter, letter);
}
