using Rapporteur.Text;

namespace Rapporteur.Archive.Comparison;

/// <summary>The table of one alignment: how well the first words of one run and of another go together, and by which step.</summary>
internal sealed class AlignmentTable
{
    // Tuned on the training part of PolNeAR against the transcripts: a gap of a dozen words must cost less than three words that follow it.
    private const int Content = 12, Function = 5, OtherForm = -1, Near = -1, Change = -5, Open = -6, GoOnFirst = -3, GoOnSecond = -1;
    private const int Never = int.MinValue / 4;

    private readonly WordRun _first;
    private readonly WordRun _second;
    private readonly WordForms _forms;
    private readonly bool _freeStart;
    private readonly bool _freeEnd;
    private readonly int _width;
    private readonly int[] _best;
    private readonly int[] _added;
    private readonly int[] _dropped;
    private readonly Move[] _moves;
    private readonly bool[] _addedGoesOn;
    private readonly bool[] _droppedGoesOn;
    private readonly ulong[]?[] _firstForms;
    private readonly ulong[]?[] _secondForms;

    public AlignmentTable(WordRun first, WordRun second, WordForms forms, bool freeStart, bool freeEnd)
    {
        (_first, _second, _forms, _freeStart, _freeEnd) = (first, second, forms, freeStart, freeEnd);
        _width = second.Count + 1;
        var size = (first.Count + 1) * _width;
        (_best, _added, _dropped) = (new int[size], new int[size], new int[size]);
        (_moves, _addedGoesOn, _droppedGoesOn) = (new Move[size], new bool[size], new bool[size]);
        (_firstForms, _secondForms) = (FormsOf(first), FormsOf(second));
        Fill();
    }

    private enum Move : byte { Stop, One, TwoOfSecond, TwoOfFirst, Form, Change, Add, Drop }

    /// <summary>The steps of the best alignment, in order, one word or form at a time.</summary>
    public List<Step> Steps()
    {
        var at = End();
        var steps = new List<Step>();
        while (_moves[at] != Move.Stop)
        {
            var (i, j) = (at / _width, at % _width);
            switch (_moves[at])
            {
                case Move.Add: at = Gap(StepKind.Added, at, _width, _addedGoesOn, steps); break;
                case Move.Drop: at = Gap(StepKind.Dropped, at, 1, _droppedGoesOn, steps); break;
                case Move.One: at = Put(StepKind.Same, i, j, 1, 1, steps); break;
                case Move.Form: at = Put(StepKind.Form, i, j, 1, 1, steps); break;
                case Move.Change: at = Put(StepKind.Changed, i, j, 1, 1, steps); break;
                case Move.TwoOfSecond: at = Put(StepKind.Form, i, j, 1, 2, steps); break;
                default: at = Put(StepKind.Form, i, j, 2, 1, steps); break;
            }
        }

        steps.Reverse();
        return steps;
    }

    private int Put(StepKind kind, int i, int j, int ofFirst, int ofSecond, List<Step> steps)
    {
        steps.Add(new Step(kind, new TokenRange(_first.First + i - ofFirst, _first.First + i), new TokenRange(_second.First + j - ofSecond, _second.First + j)));
        return (i - ofFirst) * _width + j - ofSecond;
    }

    private int Gap(StepKind kind, int at, int back, bool[] goesOn, List<Step> steps)
    {
        bool more;
        do
        {
            more = goesOn[at];
            var (i, j) = (at / _width, at % _width);
            Put(kind, i, j, kind == StepKind.Added ? 1 : 0, kind == StepKind.Added ? 0 : 1, steps);
            at -= back;
        }
        while (more);
        return at;
    }

    private int End()
    {
        if (!_freeEnd) return _best.Length - 1;
        var end = 0;
        for (var k = 1; k < _best.Length; k++)
            if (_best[k] > _best[end]) end = k;
        return end;
    }

    private void Fill()
    {
        _added[0] = _dropped[0] = Never;
        for (var k = 1; k < _best.Length; k++)
        {
            var (i, j) = (k / _width, k % _width);
            (_added[k], _addedGoesOn[k]) = i == 0 ? (Never, false) : Extend(_best[k - _width] + Open, _added[k - _width] + GoOnFirst);
            (_dropped[k], _droppedGoesOn[k]) = j == 0 ? (Never, false) : Extend(_best[k - 1] + Open, _dropped[k - 1] + GoOnSecond);
            (_best[k], _moves[k]) = (_freeStart ? 0 : Never, Move.Stop);
            Offer(k, _added[k], Move.Add);
            Offer(k, _dropped[k], Move.Drop);
            if (i == 0 || j == 0) continue;
            Match(k, i, j);
        }
    }

    private static (int Score, bool GoesOn) Extend(int opened, int goneOn) => goneOn > opened ? (goneOn, true) : (opened, false);

    private void Match(int k, int i, int j)
    {
        var (a, b) = (_first.First + i - 1, _second.First + j - 1);
        var (one, two) = (_first.Words.Hashes[a], _second.Words.Hashes[b]);
        var before = _best[k - _width - 1];
        if (one == two)
        {
            Offer(k, before + Weight(_first.Words.Forms[a]), Move.One);
            return;
        }

        var sameForm = Has(_firstForms[i - 1], two, 0) || Has(_secondForms[j - 1], one, 0);
        if (sameForm) Offer(k, before + Weight(_first.Words.Forms[a]) + OtherForm, Move.Form);
        else Offer(k, before + (WordForms.IsNear(_first.Words.Forms[a], _second.Words.Forms[b]) ? Near : Change), Move.Change);

        // "we will" for "we'll", "health care" for "healthcare".
        if (j > 1 && (Has(_firstForms[i - 1], _second.Words.Hashes[b - 1], two) || IsJoined(_second.Words.Forms[b - 1], _second.Words.Forms[b], _first.Words.Forms[a])))
            Offer(k, _best[k - _width - 2] + Weight(_first.Words.Forms[a]) + OtherForm, Move.TwoOfSecond);
        if (i > 1 && (Has(_secondForms[j - 1], _first.Words.Hashes[a - 1], one) || IsJoined(_first.Words.Forms[a - 1], _first.Words.Forms[a], _second.Words.Forms[b])))
            Offer(k, _best[k - 2 * _width - 1] + Weight(_second.Words.Forms[b]) + OtherForm, Move.TwoOfFirst);
    }

    private void Offer(int k, int score, Move move)
    {
        if (score > _best[k]) (_best[k], _moves[k]) = (score, move);
    }

    private int Weight(string word) => _forms.IsFunction(word) ? Function : Content;

    private ulong[]?[] FormsOf(WordRun run)
    {
        var forms = new ulong[]?[run.Count];
        for (var i = 0; i < run.Count; i++)
            if (_forms.Expansions(run.Words.Forms[run.First + i]) is { Length: > 0 } found) forms[i] = found;
        return forms;
    }

    private static bool Has(ulong[]? forms, uint first, uint second) => forms is not null && Array.IndexOf(forms, WordForms.Pair(first, second)) >= 0;

    private static bool IsJoined(string first, string second, string whole) =>
        whole.Length == first.Length + second.Length && whole.StartsWith(first, StringComparison.Ordinal) && whole.EndsWith(second, StringComparison.Ordinal);
}
