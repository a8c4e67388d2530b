using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rapporteur.Records;

namespace Rapporteur.Archive.Reviews;

/// <summary>A statement of an article: as the reader found it, and as people say it is. All ranges count in the version that is looked at.</summary>
public sealed record ReviewedStatement
{
    private readonly int _version;
    private readonly ReaderIdentity _reader;

    internal ReviewedStatement(string id, RecordStatement? found, ReviewThread? thread, int version, ReaderIdentity reader)
    {
        (Id, Found, Thread, _version, _reader) = (id, found, thread, version, reader);
        Read = found is null ? null : Annotation.Of(found);
    }

    /// <summary>Its name within the article: <c>s3</c> as in the record; <c>r12</c>, by its first review, where the record does not hold it.</summary>
    public string Id { get; }

    /// <summary>The statement in the record; null where the reader does not find it.</summary>
    public RecordStatement? Found { get; }

    /// <summary>What was said of it; null where nothing was.</summary>
    public ReviewThread? Thread { get; }

    /// <summary>What the reader says it is; null where the reader does not find it.</summary>
    public Annotation? Read { get; }

    /// <summary>What people say it is; null where they have not said so, or that it is none.</summary>
    public Annotation? Reviewed { get; internal init; }

    /// <summary>What it is, people's word before the reader's; null where people say that it is none.</summary>
    public Annotation? Holds => Reviewed ?? (Thread?.Standing?.Kind == ReviewKind.Rejected ? null : Read);

    /// <summary>The number of the version that it was reviewed in, where that is another one; or null.</summary>
    public int? CarriedFrom { get; internal init; }

    /// <summary>Whether its words do not stand in this version, or no longer only once: the reviews are those of another version.</summary>
    public bool IsOfAnotherVersion { get; internal init; }

    /// <summary>A tag that changes with all that may be said of it: with the reader's finding and with every review.</summary>
    public string Tag
    {
        get
        {
            var state = string.Create(CultureInfo.InvariantCulture, $"{_version} {_reader} {Thread?.Latest.Id} {(Read is null ? "" : ReviewJson.Text(Read))}");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)).AsSpan(0, 8));
        }
    }

    /// <summary>Where it stands in the text; empty where it does not stand in it.</summary>
    public CodePointRange Extent => IsOfAnotherVersion ? default : (Holds ?? Read ?? Placed)?.Extent ?? default;

    /// <summary>The statement as it was when last spoken of, where its words stand now; null where nobody spoke of it, or they do not stand here.</summary>
    public Annotation? Placed { get; internal init; }

    /// <summary>Where its content begins.</summary>
    internal int Place => (Holds ?? Read ?? Placed)?.Content.FirstOrDefault().Start ?? 0;

    /// <summary>The name of a statement that is known only by what was said of it.</summary>
    internal static string NameOf(ReviewThread thread) => string.Create(CultureInfo.InvariantCulture, $"r{thread.Id}");
}
