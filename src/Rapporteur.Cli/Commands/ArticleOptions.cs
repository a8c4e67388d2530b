using System.CommandLine;
using System.Globalization;
using Rapporteur.Ingest;

namespace Rapporteur.Cli.Commands;

/// <summary>The arguments that commands on files share: the paths, and what the caller knows of the articles.</summary>
internal sealed class ArticleOptions
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Text or HTML files, JSON Lines, ninjs, feeds or web archives (all also .gz), folders, or - for standard input.",
    };

    private readonly Option<PublicationDate?> _published = new("--published")
    {
        Description = "When the articles were published: 2024-05-02, or with a time 2024-05-02T09:30+02:00.",
        HelpName = "DATE",
        CustomParser = result =>
        {
            if (PublicationDate.TryParse(result.Tokens[0].Value, out var date)) return date;
            result.AddError($"--published wants an ISO 8601 date such as 2024-05-02, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };

    private readonly Option<string?> _outlet = new("--outlet") { Description = "Who published them.", HelpName = "NAME" };
    private readonly Option<string?> _title = new("--title") { Description = "The headline.", HelpName = "TEXT" };

    private readonly Option<int> _threads = CreateThreads();

    /// <summary>For a command that works on articles; with <paramref name="mayBeNone"/> it does something else where no path is given.</summary>
    public ArticleOptions(bool mayBeNone = false) => _paths.Arity = mayBeNone ? ArgumentArity.ZeroOrMore : ArgumentArity.OneOrMore;

    /// <summary>Adds the arguments to a command.</summary>
    public void AddTo(Command command)
    {
        // What looks like an option and is none would else be taken for a path.
        _paths.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (token.Value.Length > 1 && token.Value[0] == '-' && !Path.Exists(token.Value))
                    result.AddError($"there is no option {token.Value}");
        });
        command.Add(_paths);
        command.Add(_published);
        command.Add(_outlet);
        command.Add(_title);
        command.Add(_threads);
    }

    /// <summary>The paths as given.</summary>
    public string[] Paths(ParseResult arguments) => arguments.GetValue(_paths) ?? [];

    /// <summary>How many threads read.</summary>
    public int Threads(ParseResult arguments) => arguments.GetValue(_threads);

    /// <summary>Whether more than one article may come of the paths, whatever their number turns out to be.</summary>
    public bool Many(ParseResult arguments) => Paths(arguments) is not [var only] || InputSource.MayHoldSeveral(only);

    /// <summary>The article with what the caller knows of it; that goes before what the article says.</summary>
    public Article Apply(ParseResult arguments, Article article) => article with
    {
        Published = arguments.GetValue(_published) ?? article.Published,
        Outlet = arguments.GetValue(_outlet) ?? article.Outlet,
        Title = arguments.GetValue(_title) ?? article.Title,
    };

    /// <summary>Whether the caller says nothing of the articles.</summary>
    public bool SaysNothing(ParseResult arguments) => arguments.GetValue(_published) is null && arguments.GetValue(_outlet) is null && arguments.GetValue(_title) is null;

    /// <summary>The option <c>--threads</c>.</summary>
    public static Option<int> CreateThreads()
    {
        var threads = new Option<int>("--threads")
        {
            Description = "How many articles to read at a time.",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        threads.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var count) && count is >= 1 and <= 1024))
                result.AddError($"--threads wants a number from 1 to 1024, not '{token.Value}'.");
        });
        return threads;
    }

    /// <summary>The option <c>--min-score</c>.</summary>
    public static Option<double> CreateLeastScore()
    {
        var least = new Option<double>("--min-score")
        {
            Description = "Leave out statements that the reader is less sure of, from 0 to 1: fewer are wrong, more are missing (docs/measurements.md has the curve).",
            HelpName = "SCORE",
            CustomParser = result =>
            {
                if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && score is >= 0 and <= 1) return score;
                result.AddError($"--min-score wants a number from 0 to 1, not '{result.Tokens[0].Value}'.");
                return 0;
            },
        };
        return least;
    }
}
