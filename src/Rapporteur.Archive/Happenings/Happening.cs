using System.Collections.Immutable;
using Rapporteur.Archive.Store;

namespace Rapporteur.Archive.Happenings;

/// <summary>Articles about the same event, and who is cited in them.</summary>
/// <param name="Id">The lowest of its articles' numbers.</param>
/// <param name="First">The day of its first article.</param>
/// <param name="Last">The day of its last.</param>
/// <param name="Title">The headline of the article that is most like the others.</param>
/// <param name="Articles">Its articles, by day.</param>
/// <param name="Outlets">Who covers it, by name; an article without an outlet counts under an empty name.</param>
/// <param name="Speakers">Who is cited by name, those in most outlets first, then those with the most words.</param>
public sealed record Happening(
    long Id, DateOnly First, DateOnly Last, string? Title, ImmutableArray<StoredArticle> Articles, ImmutableArray<CoveringOutlet> Outlets,
    ImmutableArray<CitedSpeaker> Speakers);

/// <summary>A happening as a list shows it.</summary>
/// <param name="Id">The lowest of its articles' numbers.</param>
/// <param name="First">The day of its first article.</param>
/// <param name="Last">The day of its last.</param>
/// <param name="Title">The headline of the article that is most like the others.</param>
/// <param name="Articles">How many articles are about it.</param>
/// <param name="Outlets">Who covers it, by name.</param>
public sealed record HappeningOutline(long Id, DateOnly First, DateOnly Last, string? Title, int Articles, ImmutableArray<string> Outlets);

/// <summary>An outlet that covers a happening.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Articles">How many articles.</param>
/// <param name="Words">Words of these articles that somebody is cited for.</param>
/// <param name="Unnamed">Of these the words of sources that are not named.</param>
public sealed record CoveringOutlet(string Name, int Articles, int Words, int Unnamed);

/// <summary>Somebody who is cited on a happening.</summary>
/// <param name="Name">The fullest name that the articles give.</param>
/// <param name="Shares">How much each outlet that cites them does.</param>
/// <param name="LeftOutBy">The outlets that cover the happening and do not cite them.</param>
public sealed record CitedSpeaker(string Name, ImmutableArray<SpeakerShare> Shares, ImmutableArray<string> LeftOutBy);

/// <summary>How much of one speaker's words an outlet brings.</summary>
/// <param name="Outlet">The outlet.</param>
/// <param name="Statements">How many statements.</param>
/// <param name="Quoted">Words quoted.</param>
/// <param name="Paraphrased">Words paraphrased.</param>
/// <param name="Share">The share of all words that the outlet cites anybody for, 0 to 1.</param>
public sealed record SpeakerShare(string Outlet, int Statements, int Quoted, int Paraphrased, double Share);
