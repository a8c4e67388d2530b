using System.Collections.Immutable;
using Rapporteur.Entities;
using Rapporteur.Events;
using Rapporteur.Statements;
using Rapporteur.Syntax;
using Rapporteur.Text;
using Rapporteur.Times;
using Rapporteur.Wording;

namespace Rapporteur;

/// <summary>What comes out: the article, its text taken apart, and the statements found in it. Spans count in UTF-16 units.</summary>
/// <param name="Article">The article as given.</param>
/// <param name="Document">Its text with body, paragraphs, sentences, tokens and quotations.</param>
/// <param name="Syntax">The grammar of its sentences: tags, lemmas, dependencies.</param>
/// <param name="Entities">Whom and what it speaks of, with all places where it does.</param>
/// <param name="Statements">Who is said to have said what, in the order of the text.</param>
/// <param name="Passages">The words in quotation marks, what the marks are for and what the outlet altered, in the order of the text.</param>
/// <param name="Voice">Whose voice its sentences are in: what nobody is cited for, loaded words, and the account of it.</param>
/// <param name="Times">The words that tell when, how long or how often, in the order of the text.</param>
/// <param name="Events">Who did what to whom, in the order of the sentences, the main event of each first.</param>
/// <param name="Agenda">What the article says is to come, in the order of the text.</param>
/// <param name="Reader">Which reader made this.</param>
public sealed record Reading(
    Article Article, Document Document, DocumentSyntax Syntax, EntityIndex Entities, ImmutableArray<Statement> Statements,
    ImmutableArray<QuotedPassage> Passages, Voice Voice, ImmutableArray<TimeExpression> Times,
    ImmutableArray<PoliticalEvent> Events, ImmutableArray<AgendaEntry> Agenda, ReaderIdentity Reader);

/// <summary>Which reader made a reading: two readings of one article by equal readers are equal.</summary>
/// <param name="Name">The software.</param>
/// <param name="Version">Its version.</param>
/// <param name="Model">The name and version of the trained model.</param>
public sealed record ReaderIdentity(string Name, string Version, string Model);
