using System.Collections.Immutable;
using Rapporteur.Archive;
using Rapporteur.Archive.Commitments;
using Rapporteur.Archive.People;
using Rapporteur.Archive.Search;
using Rapporteur.Archive.Store;
using Rapporteur.Desk.Pages.Parts;

namespace Rapporteur.Desk.Pages.Voices;

/// <summary>What the archive knows of a speaker or an actor.</summary>
internal sealed class VoiceViews(NewsArchive archive, VoiceDirectory directory, Remembered remembered)
{
    /// <summary>A speaker by name or an actor by code, null where nobody is called so.</summary>
    public Voice? Find(VoiceKind kind, string name) => directory.Find(kind, name) ?? (kind == VoiceKind.Actor ? directory.Find(kind, name.ToUpperInvariant()) : null);

    /// <summary>How its statements spread.</summary>
    public VoiceProfile Profile(Voice voice) => remembered.Get($"{voice.Kind} {voice.Key}", () => directory.Profile(voice));

    /// <summary>Its statements over time.</summary>
    public ImmutableArray<DayCount> Days(Voice voice) => remembered.Get($"{voice.Kind} {voice.Key}", () => directory.Days(voice));

    /// <summary>Its latest commitments, the latest first.</summary>
    /// <param name="voice">Who.</param>
    /// <param name="beside">How many statements are laid beside each other.</param>
    /// <param name="shown">How many commitments are shown.</param>
    public ImmutableArray<Commitment> Commitments(Voice voice, int beside, int shown) => remembered.Get(
        $"{voice.Kind} {voice.Key} {beside} {shown}",
        () => new CommitmentLedger(archive).Of(voice.Key, "", beside, shown).Reverse().ToImmutableArray());

    /// <summary>A page of its statements with their articles.</summary>
    public (IReadOnlyList<ListedStatement> Statements, string? Next) Listed(Voice voice, string? before, int count)
    {
        var page = directory.Statements(voice, before, count);
        var articles = new Dictionary<long, StoredArticle?>();
        return ([.. page.Statements.Select(statement => new ListedStatement(statement, Article(statement.Name.Article), []))], page.Next);

        StoredArticle? Article(long id) => articles.TryGetValue(id, out var known) ? known : articles[id] = archive.Article(id);
    }

    /// <summary>What the page of a speaker or actor shows.</summary>
    public VoiceModel Model(Voice voice, string? before, int statements, int beside, int shown)
    {
        var (listed, next) = Listed(voice, before, statements);
        var said = voice.Kind == VoiceKind.Speaker ? StatementQuery.Term("speaker", voice.Key) : StatementQuery.Term("actor", voice.Key);
        var chart = TimeChart.Of("Statements over time", Days(voice), days => Addresses.Search($"{said} {days}"));
        return new VoiceModel(voice, Profile(voice), chart, listed, next, before is not null, Commitments(voice, beside, shown), said ?? "");
    }
}
