using CsCheck;
using Rapporteur.Archive.Reviews;
using Xunit;

namespace Rapporteur.Archive.Tests.Reviews;

public sealed class OccurrenceTests
{
    [Fact]
    public void Words_are_found_wherever_they_stand_overlapping_or_not() =>
        Gen.Select(Gen.String[Gen.Char["ab"], 1, 4], Gen.String[Gen.Char["ab"], 0, 30]).Sample((words, text) =>
            Assert.Equal(
                Enumerable.Range(0, Math.Max(0, text.Length - words.Length + 1)).Where(i => text.AsSpan(i).StartsWith(words, StringComparison.Ordinal)),
                Occurrences.Of(words, text)));

    [Fact]
    public void Nothing_stands_nowhere() => Assert.Empty(Occurrences.Of("", "text"));

    [Fact]
    public void Words_that_nearly_stand_everywhere_take_no_longer_than_reading_both()
    {
        var words = new string('a', 100_000) + "b";
        Assert.Empty(Occurrences.Of(words, new string('a', 4_000_000)));
    }
}
