using Rapporteur.Statements;

namespace Rapporteur.Archive.Store;

/// <summary>A statement of an article's newest version, as far as lists and searches need it; its record holds the evidence.</summary>
/// <param name="Name">Its name across the archive.</param>
/// <param name="Day">The day it was made on, else that of publication; null where neither is known.</param>
/// <param name="Kind">direct, mixed or indirect.</param>
/// <param name="Altered">Whether the outlet altered something inside its quotations.</param>
/// <param name="Score">How sure the reader is, 0 to 1.</param>
/// <param name="Speaker">Who said it, or null.</param>
/// <param name="Role">What the speaker is and of what body, in the article's words.</param>
/// <param name="Actor">The code of the actor that the speaker is or speaks for.</param>
/// <param name="Acts">What it does, as records name acts, the surest first.</param>
/// <param name="Addressee">Whom it is said to or who is to act.</param>
/// <param name="Target">Whom or what it is about.</param>
/// <param name="Relay">Who passed it on, the one nearest to the speaker first, semicolons between.</param>
/// <param name="Medium">What it was made in.</param>
/// <param name="Content">The words that are said to have been said, where interrupted joined by a blank.</param>
public sealed record StoredStatement(
    StatementName Name, DateOnly? Day, StatementKind Kind, bool Altered, double Score, string? Speaker, string? Role, string? Actor,
    string Acts, string? Addressee, string? Target, string? Relay, string? Medium, string Content);
