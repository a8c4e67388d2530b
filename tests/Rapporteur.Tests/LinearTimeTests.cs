using Xunit;

namespace Rapporteur.Tests;

/// <summary>
/// Texts made to be slow: one eight times as long may take at most about eight times as long. The bound is generous, and where
/// the system tells it the thread's own time counts, not the clock's; quadratic time, 64 times as long, still breaks it.
/// </summary>
public sealed class LinearTimeTests
{
    private const int Growth = 8;

    public static TheoryData<string, int> Texts => new()
    {
        { "“", 5_000 },
        { "“a ", 2_400 },
        { "‘a", 2_400 },
        { "„a", 2_400 },
        { "\"", 5_000 },
        { "'a ", 2_400 },
        { "«‹“‘", 1_200 },
        { "s’ a ", 2_400 },
        { "“a\n", 2_400 },
        { "(", 5_000 },
        { "said ", 1_000 },
        { "he said that ", 600 },
        { "“We go,” he said. ", 400 },
        { "a", 20_000 },
        { "A.", 5_000 },
        { "Ana ", 2_400 },
        { "Ana Ruiz said a.\n", 400 },
        { "according to Ana Ruiz, ", 400 },
        { "x:\n“a b c d e f”\n", 400 },
        { "http://", 2_400 },
        { "\uD83D", 5_000 },
        { "\n", 20_000 },
        { "a\nb c", 3_200 },
        { "1,", 5_000 },
        { "-", 5_000 },
        { "9", 10_000 },
        { "first ", 1_200 },
        { "hundred thousand ", 800 },
        { "from 1990 to 1995 ", 400 },
        { "between May and June and ", 400 },
        { "1990-", 1_200 },
        { "the end of ", 800 },
        { "Monday, ", 1_200 },
        { "year 99999 ", 800 },
        { "12:00:00", 1_200 },
        { "France said that ", 500 },
        { "Russia threatened Ukraine and ", 400 },
        { "agreed to refuse to demand to ", 300 },
        { "the talks between France and Spain and ", 300 },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Time_grows_with_the_text(string piece, int times)
    {
        var small = string.Concat(Enumerable.Repeat(piece, times));
        var large = string.Concat(Enumerable.Repeat(piece, times * Growth));
        Read(small);

        // The best of some runs each, until the ratio is good: a busy machine slows single runs, never all.
        double ratio = double.MaxValue, least = double.MaxValue, most = double.MaxValue;
        for (var attempt = 0; attempt < 4 && ratio > 2.5 * Growth; attempt++)
        {
            least = Math.Min(least, Read(small));
            most = Math.Min(most, Read(large));

            // Under a millisecond what a call costs at least counts for more than the text.
            ratio = most / Math.Max(least, 1);
        }

        Assert.True(ratio <= 2.5 * Growth, $"{Growth} times the text took {ratio:F0} times as long ({least:F1} and {most:F1} ms)");
    }

    [Fact]
    public void Fifty_thousand_opening_marks_are_read_in_a_moment() =>
        Assert.InRange(Math.Min(Read(new string('“', 50_000)), Read(new string('“', 50_000))), 0, 5_000);

    // In milliseconds.
    private static double Read(string text) => ProcessorTime.Of(() => Reader.English.Read(new Article(text))).TotalMilliseconds;
}
