using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Rapporteur.Archive.Commitments;
using Rapporteur.Archive.Comparison;
using Rapporteur.Archive.Happenings;
using Rapporteur.Archive.Reviews;
using Rapporteur.Archive.Search;
using Rapporteur.Records;

namespace Rapporteur.Archive;

/// <summary>How records, and what an archive makes of them, become JSON inside larger values, in the same form as alone.</summary>
public static class ArchiveJson
{
    /// <summary>Teaches a serializer records, stored articles, found statements, commitments, happenings, comparisons, verifications and reviews.</summary>
    public static void AddTo(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var known in new JsonSerializerOptions[] { RecordJson.Compact.Options, ComparisonJson.Compact.Options, FoundJson.Readable.Options, LedgerJson.Readable.Options, HappeningJson.Readable.Options, ReviewJson.Compact.Options })
        {
            foreach (var converter in known.Converters) options.Converters.Add(converter);
            if (known.TypeInfoResolver is IJsonTypeInfoResolver resolver) options.TypeInfoResolverChain.Add(resolver);
        }
    }
}
