using System.CommandLine;
using Rapporteur.Archive.Search;
using Rapporteur.Cli.Formats;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur find QUERY</c>: statements of an archive by words, speakers, acts, outlets and days.</summary>
internal static class FindCommand
{
    private const int UsualSize = 20, LargestSize = 1000, LastPage = 100_000;

    public static Command Create(Terminal terminal)
    {
        var archive = new ArchiveOption();
        var output = new OutputOptions(FoundFormats.Names);
        var query = new Argument<string[]>("QUERY")
        {
            Description = "What to look for. Quote it, so that the shell leaves its marks alone. Without it, everything.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var order = new Option<string>("--sort") { Description = "What comes first.", DefaultValueFactory = _ => "relevance" };
        order.AcceptOnlyFromAmong([.. Enum.GetNames<SearchOrder>().Select(name => name.ToLowerInvariant())]);
        var page = NumberOption.Create("--page", "Which page, from 1.", 1, LastPage);
        var size = NumberOption.Create("--size", "How many statements a page holds.", UsualSize, LargestSize);
        var command = new Command("find",
            """
            Find statements in an archive.

              ceasefire talks              both words, in what was said
              "final offer"                words that follow each other
              threat*                      words that begin so
              speaker:"Ilse Marten"        fields: speaker, role, actor, addressee, outlet, relay, medium, content
              act:threaten kind:direct     docs/acts.md lists the acts; kinds: direct, mixed, indirect
              altered:yes                  the outlet altered something inside its quotation marks
              day:2024-05                  a day, month or year; a range: day:2024-05-02..2024-06, day:2024-05..
              -word  (a OR b)  NOT (a b)   without; one of them; without both together
            """)
        {
            query, order, page, size,
        };
        archive.AddTo(command);
        output.AddTo(command);
        command.SetAction(arguments =>
        {
            var text = string.Join(' ', arguments.GetValue(query) ?? []);
            var asked = StatementQuery.Parse(text);
            using var opened = archive.OpenToRead(arguments);
            using var target = output.Open(arguments, terminal);
            var take = arguments.GetValue(size);
            var skip = (arguments.GetValue(page) - 1) * take;
            var found = new StatementSearch(opened).Find(asked, Enum.Parse<SearchOrder>(arguments.GetRequiredValue(order), ignoreCase: true), skip, take);
            target.Write(FoundFormats.Render(output.Format(arguments), asked, found, skip, output.Layout(arguments, terminal)));
            target.Complete();
            return ExitCode.Done;
        });
        return command;
    }
}
