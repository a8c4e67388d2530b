using CsCheck;
using Rapporteur.Archive.Comparison;
using Xunit;

namespace Rapporteur.Archive.Tests.Comparison;

public sealed class TranscriptTests
{
    [Theory]
    [InlineData("MR. SMITH: We agree.\nQ: To what?\nMR. SMITH: To all of it.", "MR. SMITH", "Q", "MR. SMITH")]
    [InlineData("Ann Marsh: One.\nOdd Falk: Two.\nAnn Marsh: Three.\nOdd Falk: Four.\nAnn Marsh: Five.\nOdd Falk: Six.", "Ann Marsh", "Odd Falk", "Ann Marsh", "Odd Falk", "Ann Marsh", "Odd Falk")]
    [InlineData("**MARSH:** Good morning.\n**FALK:** Is it?", "MARSH", "FALK")]
    [InlineData("[00:00:01] MARSH: Good morning.\n[00:00:03] FALK: Is it?", "MARSH", "FALK")]
    [InlineData("SEN. MARSH (North): Good morning.\nTHE PRESS: Is it?", "SEN. MARSH", "THE PRESS")]
    [InlineData("MARSH: Good morning. FALK: Is it? MARSH: It is.\nFALK: So be it.", "MARSH", "FALK", "MARSH", "FALK")]
    [InlineData("MARSH: One thing matters. Remember: boats float.", "MARSH")]
    [InlineData("MS. MARSH:  Good morning.\nQ    Why?\nMS. MARSH:  Because.", "MS. MARSH", "Q", "MS. MARSH")]
    [InlineData("Remember: boats float. And so do we.", "")]
    [InlineData("We have three aims: bread, light and a ferry.", "")]
    public void Turns_are_found_by_their_labels(string text, params string[] labels) =>
        Assert.Equal(labels, Speeches.Transcript(text).Turns.Select(turn => turn.Label ?? ""));

    [Fact]
    public void A_label_that_names_nobody_is_known()
    {
        var turns = Speeches.Transcript("MARSH: Yes.\nAUDIENCE MEMBER: No.\nQUESTION: Why?\nSPEAKER 2: So.").Turns;
        Assert.Equal([true, false, false, false], turns.Select(turn => turn.IsNamed));
    }

    [Fact]
    public void Front_matter_gives_day_title_and_speaker_and_is_not_spoken()
    {
        var transcript = Speeches.Transcript("---\ndate: '2023-02-01'\ndescription: Remarks at the lock\nspeaker: Ilse Marrow\nsource: nowhere\n---\n\nFriends, the water is high.\n", "remarks");
        Assert.Equal((new DateOnly(2023, 2, 1), "Remarks at the lock", "Ilse Marrow"), (transcript.Date, transcript.Title, transcript.Speaker));
        Assert.Equal("Friends, the water is high.", transcript.Text.Substring(transcript.Turns[0].Spoken.Start, transcript.Turns[0].Spoken.Length).Trim());
    }

    [Theory]
    [InlineData("2024-3-9-marrow-speech", "2024-03-09")]
    [InlineData("hearing-of-2024-03-09", "2024-03-09")]
    [InlineData("2024-13-40", null)]
    [InlineData("hearing", null)]
    public void The_day_may_stand_in_the_name(string id, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Speeches.Transcript("Good morning.", id).Date);

    [Theory]
    [InlineData("We came (APPLAUSE) and we stayed [laughter] and we (that is, the crew) slept.", "we came and we stayed and we that is the crew slept")]
    [InlineData("It was [inaudible] so [OFF THE RECORD] be it (NRA).", "it was so be it nra")]
    public void What_was_not_spoken_is_passed_over(string text, string words) =>
        Assert.Equal(words, string.Join(' ', new IndexedTranscript(Speeches.Transcript(text)).Words.Forms));

    [Fact]
    public void In_a_speech_a_call_from_the_audience_ends_with_its_line()
    {
        var text = string.Concat(Enumerable.Repeat("We will build the lock and open the gates.\n\n", 20)) + "AUDIENCE: Open the gates!\n\nAnd so we shall.\n";
        Assert.Equal([null, "AUDIENCE", null], Speeches.Transcript(text).Turns.Select(turn => turn.Label));
    }

    [Fact]
    public void Any_text_gives_turns_in_order_inside_it() =>
        Gen.Char["ABab:.\n ()[]*-#Q1"].Array[0, 200].Select(characters => new string(characters)).Sample(text =>
        {
            var transcript = Speeches.Transcript(text);
            var end = 0;
            foreach (var turn in transcript.Turns)
            {
                Assert.True(turn.Spoken.Start >= end && turn.Spoken.End <= text.Length);
                end = turn.Spoken.End;
            }

            _ = new IndexedTranscript(transcript);
        });

    [Theory]
    [InlineData("A: ")]
    [InlineData("(((")]
    [InlineData("[x ")]
    [InlineData("AB. ")]
    [InlineData("---\n")]
    [InlineData("A B ")]
    public void A_hostile_text_takes_seconds(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 200_000));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        _ = new TranscriptIndex([Speeches.Transcript(text)]);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"it took {clock.Elapsed}");
    }
}
