using System.Collections.Immutable;
using Rapporteur.Languages;
using Rapporteur.Learning;
using Rapporteur.Syntax;
using Rapporteur.Text;

namespace Rapporteur.Quotations;

/// <summary>A token with the probability of its role.</summary>
internal readonly record struct LabelledToken(int Token, float Probability);

/// <summary>What the second labeller found for one cue.</summary>
internal sealed class ArgumentReading
{
    public CueCandidate Cue { get; set; }

    public List<LabelledToken> Source { get; } = [];

    public List<LabelledToken> Content { get; } = [];

    /// <summary>The logarithm of the probability of source and content, given the cue.</summary>
    public float LogProbability { get; set; }

    /// <summary>The judge's probability.</summary>
    public float Probability { get; set; } = 1;

    /// <summary>Whether it has been told; what overlaps it must give way.</summary>
    public bool Kept { get; set; }
}

/// <summary>
/// Finds attributions: cues are put forward, each gets its source and content, each result is judged; then the likeliest takes
/// its words first, and what overlaps it is read anew without them, since no word belongs to the contents of two.
/// </summary>
/// <remarks>Owns its buffers: one reader for each thread.</remarks>
internal sealed class AttributionReader(AttributionModel model, ReportingWords reporting)
{
    private const int LeastLoneWords = 5;

    // How often such signatures are marked by people, on the training articles.
    private const float SignedProbability = 0.9f;

    private const float LeastRelayed = 0.5f;
    private const float MostReported = 0.85f;

    private readonly RoleLabeller _roles = new(model.Roles, model.RoleTransitions);
    private readonly ArgumentLabeller _arguments = new(model.Arguments, model.ArgumentTransitions);
    private readonly TokenAttributes _attributes = new();
    private readonly RoleReading _roleReading = new();
    private readonly ArgumentFeatures _features = new();
    private readonly List<ArgumentReading> _found = [];
    private readonly List<ArgumentReading> _kept = [];
    private readonly List<int> _order = [];
    private readonly Introductions _introductions = new();
    private byte[] _labels = [];
    private bool[] _taken = [];
    private bool[] _governed = [];

    /// <summary>The attributions of a document, by where their contents begin; quotations that stand alone have neither source nor cue.</summary>
    public ImmutableArray<Attribution> Read(Document document, DocumentSyntax syntax)
    {
        Prepare(document, syntax);
        ReadAll(document, _found);
        AddMissed(document);
        for (var k = 0; k < _found.Count; k++) _found[k].Probability = Judge(document, _found, k);
        _introductions.Find(document, _found, _attributes.Quote);
        Resolve(document);
        ReadRelayed(document);
        var attributions = _kept.Select(found => new Attribution(
            Spans(document, found.Source), [Whole(document, found.Cue.Tokens)], Spans(document, found.Content), found.Probability));
        return [.. attributions.Concat(LoneQuotations(document)).OrderBy(a => a.Content[0].Start)];
    }

    private void AddMissed(Document document)
    {
        var missed = Introductions.Missed(document, _found, _attributes).ToList();
        if (missed.Count == 0) return;
        foreach (var cue in missed)
        {
            var reading = new ArgumentReading { Cue = cue };
            ReadArguments(document, reading, []);
            _found.Add(reading);
        }

        _found.Sort((x, y) => x.Cue.Tokens.First.CompareTo(y.Cue.Tokens.First));
    }

    // Quotations that no cue of their own paragraph governs. One or two words in marks are a name, a title or a word held at
    // arm's length.
    private IEnumerable<Attribution> LoneQuotations(Document document)
    {
        for (var q = 0; q < document.Quotations.Length; q++)
        {
            var quotation = document.Quotations[q];
            if (quotation.Depth > 0) continue;
            var range = document.Tokens.Touching(quotation.Inner);
            var words = 0;
            float probability = 0;
            var governed = false;
            var reported = 0;
            for (var i = range.First; i < range.End; i++)
            {
                governed |= _governed[i];
                if (document.Tokens.Kinds[i] == TokenKind.Mark) continue;
                words++;
                if (_taken[i]) reported++;
                probability += _roleReading.Content(i, true) + _roleReading.Content(i, false);
            }

            // What the quotation itself reports ("the president stressed that ...") leaves it a statement, unless that is all of it.
            if (governed || words == 0 || reported > MostReported * words) continue;
            if (_introductions.At(document.Tokens.IndexAt(quotation.Whole.Start)) is { } introduction)
                yield return new Attribution(Spans(document, introduction.Source), [Whole(document, introduction.Cue.Tokens)],
                    [quotation.Whole], Math.Max(introduction.Cue.Probability, probability / words));
            else if (words >= LeastLoneWords && Signatures.After(document, _attributes.Paragraph[range.First], document.Tokens.IndexAt(quotation.Whole.End)) is { } signature)
                yield return new Attribution([Whole(document, signature.Name)], [Whole(document, signature.Dash)], [quotation.Whole], SignedProbability);
            else if (words >= LeastLoneWords)
                yield return new Attribution([], [], [quotation.Whole], probability / words);
        }
    }

    /// <summary>Runs the first labeller alone, and makes ready for <see cref="ReadArguments"/>; for training.</summary>
    internal RoleReading Prepare(Document document, DocumentSyntax syntax)
    {
        _attributes.Read(document, syntax, reporting);
        _roles.Read(document, _attributes, _roleReading);
        _features.Prepare(document, syntax, _attributes, _roleReading);
        return _roleReading;
    }

    internal TokenAttributes Attributes => _attributes;

    internal ArgumentFeatures Features => _features;

    /// <summary>Finds source and content of every cue put forward; for training.</summary>
    internal void ReadAll(Document document, List<ArgumentReading> found)
    {
        found.Clear();
        foreach (var cue in _roleReading.Cues)
        {
            var reading = new ArgumentReading { Cue = cue };
            ReadArguments(document, reading, []);
            found.Add(reading);
        }
    }

    private void ReadArguments(Document document, ArgumentReading found, ReadOnlySpan<bool> taken)
    {
        var cue = found.Cue.Tokens;
        var surroundings = _features.Surroundings(found.Cue.Paragraph, cue);
        var window = ArgumentFeatures.Window(surroundings, cue);
        if (_labels.Length < window.Count) _labels = new byte[window.Count * 2];
        var labels = _labels.AsSpan(0, window.Count);
        found.LogProbability = _arguments.Read(_features, cue, Describe(document, found), surroundings, window, taken, labels);
        found.Source.Clear();
        found.Content.Clear();
        for (var k = 0; k < labels.Length; k++)
        {
            var probability = _arguments.Marginals[k * FeatureTable.Width + labels[k]];
            if (labels[k] is (byte)ArgumentLabel.BeginSource or (byte)ArgumentLabel.InSource)
                found.Source.Add(new LabelledToken(window.First + k, probability));
            else if (labels[k] is (byte)ArgumentLabel.BeginContent or (byte)ArgumentLabel.InContent)
                found.Content.Add(new LabelledToken(window.First + k, probability));
        }
    }

    private float Judge(Document document, List<ArgumentReading> all, int number)
    {
        if (all[number].Content.Count == 0) return 0;
        if (model.Judge is null) return 1;
        Span<uint> features = stackalloc uint[JudgeFeatures.Most];
        var count = JudgeFeatures.Extract(_attributes, _roleReading, Describe(document, all[number]), all, number, features);
        var words = JudgeWords(model.Judge, model.JudgeTransitions, features[..count]);
        if (model.Trees is null) return Exponential.Logistic(words);
        Span<float> measures = stackalloc float[JudgeMeasures.Count];
        Measure(document, all, number, words, measures);
        return Exponential.Logistic(model.Trees.Score(measures));
    }

    /// <summary>The logarithm of odds that the linear judge gives.</summary>
    internal static float JudgeWords(FeatureTable judge, float[] transitions, ReadOnlySpan<uint> features)
    {
        Span<float> scores = stackalloc float[FeatureTable.Width];
        judge.Score(features, scores);
        return scores[1] + transitions[5] - scores[0] - transitions[4];
    }

    /// <summary>Fills the measures that the trees ask about; also for training.</summary>
    internal void Measure(Document document, List<ArgumentReading> all, int number, float words, Span<float> measures) =>
        JudgeMeasures.Read(_attributes, _roleReading, document.Sentences[_attributes.Sentence[all[number].Cue.Tokens.First]], all, number, words, measures);

    internal ArgumentFeatures.CueWords Describe(Document document, ArgumentReading found) =>
        _features.Describe(found.Cue.Tokens, document.Paragraphs[found.Cue.Paragraph]);

    // What is said outside quotations goes before what they report; then the likeliest first; ties go to the earlier cue, so that the order never depends on chance.
    private void Resolve(Document document)
    {
        if (_taken.Length < document.Tokens.Count)
        {
            _taken = new bool[Math.Max(document.Tokens.Count, 2 * _taken.Length)];
            _governed = new bool[_taken.Length];
        }

        var taken = _taken.AsSpan(0, document.Tokens.Count);
        taken.Clear();
        _governed.AsSpan(0, document.Tokens.Count).Clear();
        _kept.Clear();
        _order.Clear();
        for (var k = 0; k < _found.Count; k++) if (_found[k].Probability >= model.Threshold) _order.Add(k);
        _order.Sort((x, y) => IsQuoted(_found[x]) != IsQuoted(_found[y])
            ? IsQuoted(_found[x]).CompareTo(IsQuoted(_found[y]))
            : _found[x].Probability != _found[y].Probability
            ? _found[y].Probability.CompareTo(_found[x].Probability)
            : x.CompareTo(y));
        foreach (var k in _order)
        {
            var found = _found[k];
            if (_introductions.Has(found)) continue;
            if (Overlaps(found.Content, taken) && !PassesOn(k))
            {
                ReadArguments(document, found, taken);
                found.Probability = Judge(document, _found, k);
                if (found.Probability < model.Threshold || found.Content.Count == 0) continue;
            }

            if (!IsQuoted(found)) EndQuotations(document, found, taken);
            foreach (var token in found.Content)
            {
                taken[token.Token] = true;
                _governed[token.Token] |= !IsQuoted(found);
            }

            found.Kept = true;
            _kept.Add(found);
        }

        _kept.Sort((x, y) => x.Cue.Tokens.First.CompareTo(y.Cue.Tokens.First));
    }

    // "According to the agency, a spokesman said ...": what the agency passes on holds a statement of the spokesman's own. Only
    // where the source follows its cue, since "She said she hoped" is one statement. It is judged as if the relay were not
    // there, as people who marked the training data never marked one attribution inside another.
    private void ReadRelayed(Document document)
    {
        var outer = _kept.Count;
        for (int k = 0, next = 0; k < _found.Count; k++)
        {
            var found = _found[k];
            while (next < outer && _kept[next].Cue.Tokens.First < found.Cue.Tokens.First) next++;
            if (next < outer && _kept[next] == found) continue;
            for (var o = Math.Max(0, next - 1); o <= Math.Min(next, outer - 1); o++)
            {
                if (!Relays(_kept[o]) || !Holds(_kept[o].Content, found.Cue.Tokens.First)) continue;
                ReadArguments(document, found, []);
                found.Probability = Judge(document, [found], 0);
                if (found.Probability >= LeastRelayed && found.Source.Count > 0) _kept.Add(found);
                break;
            }
        }
    }

    // A content that breaks off inside a quotation goes on to the quotation's end: nobody quotes half of what stands in marks.
    private void EndQuotations(Document document, ArgumentReading found, ReadOnlySpan<bool> taken)
    {
        if (found.Content.Count == 0) return;
        var last = found.Content[^1];
        if (_attributes.Quote[last.Token] is not (QuoteState.Begins or QuoteState.Inside) || last.Token < found.Cue.Tokens.End) return;
        var end = document.Paragraphs[found.Cue.Paragraph].End;
        var added = new List<LabelledToken>();
        for (var i = last.Token + 1; i < end && added.Count < ArgumentFeatures.Reach; i++)
        {
            if (taken[i] || (i >= found.Cue.Tokens.First && i < found.Cue.Tokens.End)) return;
            added.Add(new LabelledToken(i, last.Probability));
            if (_attributes.Quote[i] is not QuoteState.Closes) continue;
            found.Content.AddRange(added);
            return;
        }
    }

    // A relay whose content holds all of what it overlaps nearby: both stand, one within the other.
    private bool PassesOn(int number)
    {
        const int Neighbours = 8;
        var found = _found[number];
        if (!Relays(found) || found.Probability < LeastRelayed || IsQuoted(found)) return false;
        for (var k = Math.Max(0, number - Neighbours); k < Math.Min(_found.Count, number + Neighbours + 1); k++)
            if (_found[k].Kept && !Holds(found.Content, _found[k].Cue.Tokens.First) && found.Content.Exists(token => Holds(_found[k].Content, token.Token))) return false;
        return true;
    }

    private bool IsQuoted(ArgumentReading found) =>
        _attributes.Quote[found.Cue.Tokens.First] is QuoteState.Begins or QuoteState.Inside or QuoteState.Ends;

    private static bool Relays(ArgumentReading found) =>
        found.Source.Count > 0 && found.Source[0].Token >= found.Cue.Tokens.End;

    private static bool Holds(List<LabelledToken> tokens, int token)
    {
        foreach (var labelled in tokens) if (labelled.Token == token) return true;
        return false;
    }

    private static bool Overlaps(List<LabelledToken> content, ReadOnlySpan<bool> taken)
    {
        foreach (var token in content) if (taken[token.Token]) return true;
        return false;
    }

    private static Span Whole(Document document, TokenRange tokens) =>
        Span.FromBounds(document.Tokens.Starts[tokens.First], document.Tokens[tokens.End - 1].End);

    private static ImmutableArray<Span> Spans(Document document, List<LabelledToken> tokens)
    {
        var spans = ImmutableArray.CreateBuilder<Span>();
        for (var k = 0; k < tokens.Count;)
        {
            var end = k + 1;
            while (end < tokens.Count && tokens[end].Token == tokens[end - 1].Token + 1) end++;
            spans.Add(Whole(document, new TokenRange(tokens[k].Token, tokens[end - 1].Token + 1)));
            k = end;
        }

        return spans.ToImmutable();
    }
}
