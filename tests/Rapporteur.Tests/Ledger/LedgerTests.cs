using CsCheck;
using Rapporteur.Languages;
using Rapporteur.Ledger;
using Rapporteur.Statements;
using Rapporteur.Syntax;
using Rapporteur.Text;
using Xunit;

namespace Rapporteur.Tests.Ledger;

public sealed class LedgerTests
{
    [Fact]
    public void A_cue_that_names_its_act_decides()
    {
        var ledger = Read("Norway {c demanded} that {x the trawlers leave its waters}.");
        Assert.Equal(SpeechAct.Demand, ledger.Acts[0].Kind);
        Assert.NotEmpty(ledger.Acts[0].Evidence);
    }

    [Fact]
    public void A_silent_cue_leaves_the_act_to_the_content()
    {
        Assert.Equal(SpeechAct.Demand, Act("“{x Leave the harbour},” the pilot {c said}."));
        Assert.Equal(SpeechAct.Ask, Act("“{x Where is the harbour master?}” the pilot {c said}."));
        Assert.Equal(SpeechAct.Apologise, Act("“{x I am sorry for the delay},” the pilot {c said}."));
        Assert.Equal(SpeechAct.Report, Act("{x A tanker exploded off Brest}, the pilot {c said}."));
        Assert.Equal(SpeechAct.State, Act("{x The harbour is deep and narrow}, the pilot {c said}."));
    }

    [Fact]
    public void An_answer_to_defiance_is_a_threat_with_its_condition()
    {
        var ledger = Read("The minister {c said} {x if the port refuses to pay, Oslo will block its ships}.");
        Assert.Equal(SpeechAct.Threaten, ledger.Acts[0].Kind);
        Assert.Equal("if the port refuses to pay", Words("The minister said if the port refuses to pay, Oslo will block its ships.", ledger.Condition!));
        Assert.Equal("Oslo will block its ships", Words("The minister said if the port refuses to pay, Oslo will block its ships.", ledger.Consequence!));
        Assert.Contains(ledger.Qualifiers, q => q.Kind == QualifierKind.Conditional);
    }

    [Fact]
    public void A_threat_on_a_condition_is_made_to_whoever_must_meet_it() =>
        Assert.Equal("Denmark", Read("On Monday the minister {c said} {x if Denmark refuses to sign, Oslo will block its ships}.").Addressee!.Name);

    [Fact]
    public void Nobody_is_addressed_where_a_thing_is_stressed() =>
        Assert.Null(Read("The minister {c urged} {x the importance of a new harbour}.").Addressee);

    [Fact]
    public void Nobody_is_addressed_where_a_thing_must_wait() =>
        Assert.Null(Read("“{x Nobody's bread should wait for a signature},” the minister {c said}.").Addressee);

    [Fact]
    public void Every_act_shows_the_words_that_it_was_read_from() =>
        Assert.All(Read("The minister {c said} {x the ships must leave or the port will be at war}.").Acts, act => Assert.NotEmpty(act.Evidence));

    [Fact]
    public void A_reward_for_compliance_is_a_promise() =>
        Assert.Equal(SpeechAct.Promise, Act("“{x We will release the crew once you sign},” the captain {c said}."));

    [Fact]
    public void Talk_that_is_only_said_to_have_been_had_has_no_act() =>
        Assert.Empty(Read("The two {c discussed} {x the state of the harbour}.").Acts);

    [Fact]
    public void An_act_not_done_is_marked_as_negated()
    {
        var ledger = Read("Oslo {c stopped short of promising} {x help for the crew}.");
        Assert.Equal(SpeechAct.Promise, ledger.Acts[0].Kind);
        Assert.Contains(ledger.Qualifiers, q => q.Kind == QualifierKind.Negated);
    }

    [Fact]
    public void A_deadline_is_found_with_what_is_demanded()
    {
        const string Text = "Norway demanded that the trawlers leave by Friday.";
        var deadline = Assert.Single(Read("Norway {c demanded} that {x the trawlers leave by Friday}.").Deadlines);
        Assert.Equal("by Friday", deadline.In(Text).ToString());
    }

    [Fact]
    public void Every_act_has_a_CAMEO_code()
    {
        foreach (var act in Enum.GetValues<SpeechAct>()) Assert.Matches("^[0-9]{3}$", ActCodes.Of(act).Cameo);
    }

    [Fact]
    public void The_ledger_of_any_text_lies_inside_it() =>
        NastyText.Any.Sample(text =>
        {
            foreach (var statement in Reader.English.Read(new Article(text)).Statements)
            {
                var ledger = statement.Ledger;
                var spans = ledger.Acts.SelectMany(a => a.Evidence).Concat(ledger.Qualifiers.Select(q => q.Evidence)).Concat(ledger.Deadlines)
                    .Concat(ledger.Condition?.Evidence ?? []).Concat(ledger.Consequence?.Evidence ?? []);
                foreach (var span in spans) Assert.True(!span.IsEmpty && span.Start >= 0 && span.End <= text.Length);
                foreach (var act in ledger.Acts) Assert.InRange(act.Score, 0.5, 1);
            }
        }, iter: 2000);

    [Theory]
    [InlineData("if ")]
    [InlineData("if you go, we will ")]
    [InlineData("must by Friday unless ")]
    [InlineData(", and ")]
    public void A_content_without_an_end_takes_time_in_proportion(string unit)
    {
        var few = Time(string.Concat(Enumerable.Repeat(unit, 1_000)));
        var many = Time(string.Concat(Enumerable.Repeat(unit, 8_000)));
        Assert.True(many < 40 * few + TimeSpan.FromMilliseconds(400), $"{few} for 1,000, {many} for 8,000");
    }

    private static TimeSpan Time(string text)
    {
        var reading = Reader.English.Read(new Article(text));
        var statement = new Statement("s1", StatementKind.Indirect, [], [], [new Span(0, text.Length)], null, 1);
        var reader = new LedgerReader(LanguagePack.English);
        var words = new TokenWords(reading.Document, reading.Syntax);
        return ProcessorTime.Of(() => reader.Read(words, reading.Entities, [statement]));
    }

    private static SpeechAct Act(string marked) => Read(marked).Acts[0].Kind;

    private static string Words(string text, Clause clause) => string.Join(' ', clause.Evidence.Select(span => span.In(text).ToString()));

    // The statement as marked, so that these tests hang on nothing but the ledger.
    private static LedgerEntry Read(string line)
    {
        var marked = MarkedText.Parse(line);
        var reading = Reader.English.Read(new Article(marked.Text));
        var statement = new Statement("s1", line.Contains("“{x", StringComparison.Ordinal) ? StatementKind.Direct : StatementKind.Indirect,
            [], [.. marked.Of("c")], [.. marked.Of("x")], null, 1);
        return new LedgerReader(LanguagePack.English).Read(new TokenWords(reading.Document, reading.Syntax), reading.Entities, [statement])[0].Ledger;
    }
}
