using Rapporteur.Learning;
using Rapporteur.Text;

namespace Rapporteur.Quotations;

/// <summary>What the first labeller makes of a document: arrays over its tokens, reused from document to document.</summary>
internal sealed class RoleReading
{
    /// <summary>The likeliest labels, with cues put forward more readily than the model alone would.</summary>
    public byte[] Best { get; private set; } = [];

    /// <summary>The probability of each label at each token, a row of <see cref="FeatureTable.Width"/> a token.</summary>
    public float[] Marginals { get; private set; } = [];

    /// <summary>The cues put forward, in the order of the text.</summary>
    public List<CueCandidate> Cues { get; } = [];

    /// <summary>The probability that token <paramref name="i"/> belongs to a cue.</summary>
    public float Cue(int i) => Of(i, RoleLabel.BeginCue) + Of(i, RoleLabel.InCue);

    /// <summary>The probability that token <paramref name="i"/> belongs to a source whose cue follows it or precedes it.</summary>
    public float Source(int i, bool forward) => forward
        ? Of(i, RoleLabel.BeginSourceForward) + Of(i, RoleLabel.InSourceForward)
        : Of(i, RoleLabel.BeginSourceBackward) + Of(i, RoleLabel.InSourceBackward);

    /// <summary>The probability that token <paramref name="i"/> belongs to a content whose cue follows it or precedes it.</summary>
    public float Content(int i, bool forward) => forward
        ? Of(i, RoleLabel.BeginContentForward) + Of(i, RoleLabel.InContentForward)
        : Of(i, RoleLabel.BeginContentBackward) + Of(i, RoleLabel.InContentBackward);

    /// <summary>The probability of one label at token <paramref name="i"/>.</summary>
    public float Of(int i, RoleLabel label) => Marginals[i * FeatureTable.Width + (int)label];

    internal void Reserve(int tokens)
    {
        Cues.Clear();
        if (Best.Length >= tokens) return;
        var size = Math.Max(tokens, 2 * Best.Length);
        Best = new byte[size];
        Marginals = new float[size * FeatureTable.Width];
    }
}

/// <summary>Words that may be a cue.</summary>
/// <param name="Tokens">The words.</param>
/// <param name="Paragraph">The number of their paragraph.</param>
/// <param name="Probability">How likely the first labeller finds it.</param>
internal readonly record struct CueCandidate(TokenRange Tokens, int Paragraph, float Probability);

/// <summary>
/// The first labeller: a conditional random field over the tokens of a paragraph, for sources, cues and contents together. It
/// puts cues forward; <see cref="ArgumentLabeller"/> then looks at each with the cue in mind.
/// </summary>
internal sealed class RoleLabeller(FeatureTable table, float[] transitions)
{
    // Cues are put forward at this advantage (a logarithm of odds): a later stage drops the wrong ones, none finds missed ones.
    private const float CueBias = 3f;
    private const float LeastProbability = 0.05f;

    private readonly float[] _factors = Array.ConvertAll(transitions, Exponential.Of);
    private readonly Chain _chain = new(RoleLabels.Count);
    private float[] _emissions = [];

    /// <summary>Labels a document.</summary>
    public void Read(Document document, TokenAttributes attributes, RoleReading reading)
    {
        reading.Reserve(document.Tokens.Count);
        for (var p = 0; p < document.Paragraphs.Length; p++) ReadParagraph(document, attributes, p, reading);
    }

    private void ReadParagraph(Document document, TokenAttributes attributes, int number, RoleReading reading)
    {
        const int Width = FeatureTable.Width;
        var paragraph = document.Paragraphs[number];
        var n = paragraph.Count;
        if (_emissions.Length < n * Width) _emissions = new float[Math.Max(n * Width, 2 * _emissions.Length)];
        var emissions = _emissions.AsSpan(0, n * Width);
        Span<uint> features = stackalloc uint[RoleFeatures.Most];
        for (var i = 0; i < n; i++)
        {
            var count = RoleFeatures.Extract(attributes, paragraph, document.Sentences.AsSpan(), paragraph.First + i, features);
            table.Score(features[..count], emissions[(i * Width)..]);
        }

        _chain.Marginals(emissions, Width, _factors, reading.Marginals.AsSpan(paragraph.First * Width, n * Width), []);
        for (var i = 0; i < n; i++) emissions[i * Width + (int)RoleLabel.BeginCue] += CueBias;
        var best = reading.Best.AsSpan(paragraph.First, n);
        _chain.Best(emissions, Width, transitions, best);
        for (var i = 0; i < n; i++)
        {
            if (best[i] != (byte)RoleLabel.BeginCue) continue;
            var end = i + 1;
            while (end < n && best[end] == (byte)RoleLabel.InCue) end++;
            var probability = 0f;
            for (var k = i; k < end; k++) probability = Math.Max(probability, reading.Cue(paragraph.First + k));
            if (probability >= LeastProbability)
                reading.Cues.Add(new CueCandidate(new TokenRange(paragraph.First + i, paragraph.First + end), number, probability));
            i = end - 1;
        }
    }
}
