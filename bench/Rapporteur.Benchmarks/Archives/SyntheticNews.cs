using System.Collections.Immutable;
using Rapporteur.Archive.Tests;
using Rapporteur.Ledger;
using Rapporteur.Records;
using Rapporteur.Statements;

namespace Rapporteur.Benchmarks.Archives;

/// <summary>An article that nobody wrote, its record, and the quotations that were planted in it.</summary>
internal sealed record SyntheticArticle(Record Record, ImmutableArray<PlantedQuotation> Planted);

/// <summary>
/// Articles of the year 2024, or of so many years to its end, month after month, in invented words, with the records that a perfect reader would make, and with quotations that several
/// articles print, each in its own way. The same article for the same seed and number, whatever was made before.
/// </summary>
internal sealed class SyntheticNews(int seed, int years = 1, int articles = 1)
{
    private const int Outlets = 60, Speakers = 4000, Sources = 20_000, Paragraphs = 14;

    private static readonly string[] StockPhrases =
    [
        "We do not comment on matters that are before the courts", "I have nothing to add to what was said this morning",
        "We remain in close contact with all of our partners",
    ];

    private static readonly string[] Roles = ["foreign minister", "mayor", "head of the river commission", "spokesman for the harbour board", "senator"];
    private static readonly string[] Actors = ["TAL", "QUI", "VEL", "MER", "ORR", "SUN", "HAL", "PEL"];
    private static readonly string[] Media = ["statement", "interview", "press conference", "post"];
    private static readonly SpeechAct[] Acts = Enum.GetValues<SpeechAct>();

    private readonly InventedWords _words = new(seed);

    /// <summary>The words that queries can be made of.</summary>
    public InventedWords Words => _words;

    /// <summary>The name of a speaker, the most quoted first.</summary>
    public string Speaker(int rank) => _words.Name(rank);

    /// <summary>The rank of the speaker who said something on an occasion.</summary>
    public int SpeakerOf(int source) => source % Speakers;

    /// <summary>How many such occasions there are.</summary>
    public static int Occasions => Sources;

    /// <summary>What was said on an occasion that several outlets report.</summary>
    public string Said(int source)
    {
        var random = new Random(HashCode(source, 1));
        return _words.Sentence(random, random.Next(14, 40));
    }

    /// <summary>Article number <paramref name="number"/>, from 0.</summary>
    public SyntheticArticle Article(int number)
    {
        var random = new Random(HashCode(number, 2));
        var day = years == 1 ? new DateOnly(2024, 1, 1).AddDays(random.Next(366))
            : new DateOnly(2025 - years, 1, 1).AddMonths((int)((long)number * years * 12 / articles)).AddDays(random.Next(28));
        var outlet = $"{_words.Name(1_000_000 + random.Next(Outlets))} News";
        var draft = new ArticleDraft
        {
            Name = FormattableString.Invariant($"a{number}"), Title = _words.Sentence(random, 9), Outlet = outlet,
            Url = FormattableString.Invariant($"https://news.example/{day:yyyy/MM/dd}/{number}"), Published = FormattableString.Invariant($"{day:yyyy-MM-dd}"),
        };
        var planted = ImmutableArray.CreateBuilder<PlantedQuotation>();
        var statements = 0;
        for (var i = 0; i < Paragraphs; i++)
        {
            if (random.Next(3) == 0)
            {
                draft.Write(string.Join(". ", Enumerable.Range(0, 2).Select(_ => _words.Sentence(random, random.Next(12, 26)))) + ".");
                continue;
            }

            statements++;
            int? planting = null;
            var words = Words();
            Say(draft, words, random, planting);

            string Words()
            {
                switch (random.Next(20))
                {
                    case 0: return StockPhrases[random.Next(StockPhrases.Length)];
                    case 1 or 2:
                        var source = random.Next(Sources);
                        planting = source;
                        var variation = (Variation)random.Next(Enum.GetValues<Variation>().Length);
                        planted.Add(new PlantedQuotation(statements, source, variation));
                        return PlantedQuotation.Printed(Said(source), variation, _words, random);
                    default: return _words.Sentence(random, random.Next(8, 34));
                }
            }
        }

        return new SyntheticArticle(draft.Record(), planted.ToImmutable());
    }

    // What was said once is given to one speaker by all, in quotation marks.
    private void Say(ArticleDraft draft, string words, Random random, int? source)
    {
        var drawn = (int)(Speakers * Math.Pow(random.NextDouble(), 3));
        var indirect = random.Next(3) == 0 && source is null;
        var speaker = source is { } said ? SpeakerOf(said) : drawn;
        draft.Say(
            Speaker(speaker), words, random.Next(2) == 0 ? SpeechAct.State : Acts[random.Next(Acts.Length)],
            indirect ? StatementKind.Indirect : StatementKind.Direct, Roles[speaker % Roles.Length],
            new RecordActor(Actors[speaker % Actors.Length], Actors[speaker % Actors.Length], default),
            random.Next(4) == 0 ? Speaker(random.Next(Speakers)) : null, random.Next(10) == 0 ? "Coastal News" : null,
            random.Next(4) == 0 ? Media[random.Next(Media.Length)] : null);
    }

    // The framework's own hash differs from run to run.
    private int HashCode(int number, int salt) => unchecked((((seed * 397) ^ number) * 16777619 ^ salt) * 16777619);
}
