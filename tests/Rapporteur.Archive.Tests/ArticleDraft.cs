using System.Text;
using Rapporteur.Archive.Store;
using Rapporteur.Ledger;
using Rapporteur.Records;
using Rapporteur.Statements;
using Rapporteur.Wording;

namespace Rapporteur.Archive.Tests;

/// <summary>Writes an article and, beside it, the record that a perfect reader would make of it.</summary>
internal sealed class ArticleDraft
{
    public static readonly ReaderIdentity DraftReader = new("draft", "1.0", "none/1+00000000");

    private readonly StringBuilder _text = new();
    private readonly List<RecordStatement> _statements = [];
    private readonly List<RecordEntity> _entities = [];
    private readonly List<RecordQuotation> _quotations = [];
    private readonly List<RecordVoicedSentence> _sentences = [];

    public string? Name { get; init; }

    public string? Title { get; init; }

    public string? Outlet { get; init; } = "Meridian Wire";

    public string? Url { get; init; }

    public string? Published { get; init; } = "2024-05-02";

    public string? Modified { get; init; }

    public ReaderIdentity Reader { get; init; } = DraftReader;

    /// <summary>The text so far.</summary>
    public string Text => _text.ToString();

    /// <summary>A paragraph in the author's own voice.</summary>
    public ArticleDraft Write(string paragraph)
    {
        foreach (var sentence in paragraph.Split(". "))
        {
            _sentences.Add(new RecordVoicedSentence(Append(sentence), VoiceKind.Reported, 0.9, []));
            _text.Append(sentence.EndsWith('.') ? "" : ". ");
        }

        _text.Append("\n\n");
        return this;
    }

    /// <summary>A paragraph with a statement: “words,” somebody said.</summary>
    public ArticleDraft Say(
        string speaker, string words, SpeechAct act = SpeechAct.State, StatementKind kind = StatementKind.Direct, string? role = null,
        RecordActor? actor = null, string? to = null, string? relay = null, string? medium = null, string? saidOn = null)
    {
        var quoted = kind == StatementKind.Direct;
        var content = Append(quoted ? $"“{words},”" : words);
        if (quoted) _quotations.Add(new RecordQuotation(content, QuotationUse.Whole, FormattableString.Invariant($"s{_statements.Count + 1}"), [], words + ",", words + ","));
        var cue = Append(quoted ? " said " : ", said ");
        var source = Append(speaker);
        var entity = FormattableString.Invariant($"e{_entities.Count + 1}");
        _entities.Add(new RecordEntity(entity, speaker, Entities.EntityType.Person, null, [], null, actor, [source]));
        CodePointRange Aside(string text) => Append(", " + text);
        _statements.Add(new RecordStatement(
            FormattableString.Invariant($"s{_statements.Count + 1}"), kind, [source], [cue], [content],
            new RecordSpeaker(entity, speaker, SpeakerKind.Person, role is null ? null : new RecordPhrase(role, [Aside(role)]), null, null, [source]),
            0.9, relay is null ? [] : [new RecordRelay(null, relay, [Aside(relay)])], medium is null ? null : new RecordMedium(medium, [Aside(medium)]),
            saidOn is null ? null : new RecordDay(saidOn, [Aside(saidOn)]), null, null, [new RecordAct(act, "010", null, 0.8, [cue])], [],
            to is null ? null : new RecordCounterpart(null, to, [Aside(to)]), null, null, null, [], [], null, null));
        _sentences.Add(new RecordVoicedSentence(new CodePointRange(content.Start, _text.Length), VoiceKind.Cited, 0.9, []));
        _text.Append(".\n\n");
        return this;
    }

    /// <summary>The record.</summary>
    public Record Record() => new(
        new RecordDocument(Name, Title, null, Outlet, Url, Published, Modified, "en", Text, [new CodePointRange(0, Text.EnumerateRunes().Count())]),
        [.. _entities], [.. _statements], [.. _quotations], new RecordVoice([.. _sentences], [], []), new RecordAccount(0, 0, 0, 0, 0, [], []), [], [], [], Reader);

    /// <summary>The record made ready to be added.</summary>
    public ArchiveEntry Entry() => ArchiveEntry.Of(Record());

    private CodePointRange Append(string text)
    {
        var start = _text.Length;
        _text.Append(text);
        return new CodePointRange(start, _text.Length);
    }
}
