using CsCheck;
using Rapporteur.Archive.Comparison;
using Xunit;

namespace Rapporteur.Archive.Tests.Comparison;

public sealed class AlignmentTests
{
    [Theory]
    [InlineData("the boats left at dawn", "the boats left at dawn", "Same")]
    [InlineData("the boats left at dawn", "the grey boats left at dawn", "Same Dropped Same")]
    [InlineData("the small boats left at dawn", "the boats left at dawn", "Same Added Same")]
    [InlineData("the boats left at noon", "the boats left at dawn", "Same Changed")]
    [InlineData("we'll leave at dawn", "we will leave at dawn", "Form Same")]
    [InlineData("the breakwater and the e-mail", "the break water and the email", "Same Form Same Form")]
    [InlineData("it is ninety percent done", "it is 90 % done", "Same Form Form Same")]
    public void Two_texts_are_laid_side_by_side(string first, string second, string steps) =>
        Assert.Equal(steps, string.Join(' ', Whole(first, second).Select(step => step.Kind)));

    [Theory]
    [InlineData("Élan, naïve — “CO-OPERATE”", "elan naive co operate")]
    [InlineData("the U.S. and 1,200.50 p.m.", "the u.s and 1200.50 p.m")]
    [InlineData("ends.Begins don’t rock'n'roll 'til", "ends begins don't rock'n'roll til")]
    public void Words_are_compared_in_their_plain_form(string text, string words) => Assert.Equal(words, string.Join(' ', WordSequence.Of(text).Forms));

    [Fact]
    public void A_local_alignment_leaves_out_what_does_not_belong()
    {
        var first = WordSequence.Of("nobody asked the fishermen what they saw");
        var second = WordSequence.Of("harbour rain letters and then nobody asked the fishermen what they had seen yesterday evening at home");
        var steps = Alignment.Local(WordRun.All(first), WordRun.All(second), WordForms.English);
        Assert.Equal((0, 5), (steps[0].First.First, steps[0].Second.First));
        Assert.Equal(StepKind.Same, steps[0].Kind);
    }

    [Fact]
    public void Every_word_of_both_texts_is_accounted_for_once() =>
        Gen.Select(Texts, Texts).Sample((first, second) =>
        {
            var (a, b) = (0, 0);
            foreach (var step in Whole(first, second))
            {
                Assert.Equal((a, b), (step.First.First, step.Second.First));
                (a, b) = (step.First.End, step.Second.End);
                Assert.True(step.First.Count > 0 || step.Second.Count > 0);
            }

            Assert.Equal((WordSequence.Of(first).Count, WordSequence.Of(second).Count), (a, b));
        });

    [Fact]
    public void A_text_is_the_same_as_itself() =>
        Texts.Sample(text => Assert.All(Whole(text, text), step => Assert.Equal(StepKind.Same, step.Kind)));

    [Fact]
    public void Long_texts_are_cut_where_they_agree_and_stay_exact()
    {
        var random = new Random(5);
        var words = Enumerable.Range(0, 4000).Select(_ => "w" + random.Next(2000)).ToArray();
        var changed = words.Select((word, i) => i % 97 == 50 ? "other" + i : word);
        var steps = Whole(string.Join(' ', words), string.Join(' ', changed));
        Assert.Equal(words.Length - words.Where((_, i) => i % 97 == 50).Count(), steps.Where(step => step.Kind == StepKind.Same).Sum(step => step.First.Count));
    }

    private static Gen<string> Of(string word) => Gen.Const(word);

    private static Gen<string> Texts => Gen.OneOf(Of("the"), Of("boats"), Of("we'll"), Of("we"), Of("will"), Of("left"), Of("health"), Of("care"), Of("healthcare"), Of("90"), Of("x")).Array[0, 30].Select(words => string.Join(' ', words));

    private static System.Collections.Immutable.ImmutableArray<Step> Whole(string first, string second) =>
        Alignment.Whole(WordRun.All(WordSequence.Of(first)), WordRun.All(WordSequence.Of(second)), WordForms.English);
}
