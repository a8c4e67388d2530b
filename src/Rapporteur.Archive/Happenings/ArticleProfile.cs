using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Rapporteur.Archive.Store;
using Rapporteur.Entities;
using Rapporteur.Records;

namespace Rapporteur.Archive.Happenings;

/// <summary>A word or name that an article uses.</summary>
internal readonly record struct ProfileTerm
{
    // As it is kept: a list of them is read as it stands.
    private readonly uint _packed;

    public ProfileTerm(uint number, byte weight) => _packed = number << 8 | weight;

    /// <summary>The word (<see cref="ProfileWords.Number"/>).</summary>
    public uint Number => _packed >> 8;

    /// <summary>How often, those in headline and lead counted more. (What is said again and again is what it is about: measured, the logarithm that searches use tells happenings apart worse.)</summary>
    public byte Weight => (byte)_packed;
}

/// <summary>What an article is about, as numbers: the words of headline and lead, then those below, and the names of whom it speaks.</summary>
/// <param name="Terms">Its terms, by their numbers.</param>
internal sealed record ArticleProfile(ImmutableArray<ProfileTerm> Terms)
{
    // News says first what happened: the lead counts twice, the headline three times, the end not at all.
    private const int WordsOfLead = 150, WordsRead = 600, OfHeadline = 3, OfLead = 2;

    private const int MostMentions = 6, MostTerms = 64, BytesOfTerm = 4;

    /// <summary>The profile of a record's article.</summary>
    public static ArticleProfile Of(Record record)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var (word, _) in ProfileWords.Of(record.Document.Title ?? "")) Count(ProfileWords.Number(word, isName: false), OfHeadline);
        var text = new RecordText(record.Document.Text);
        var words = 0;
        foreach (var (word, _) in record.Document.Body.SelectMany(range => ProfileWords.Of(text[range])).Take(WordsRead))
            Count(ProfileWords.Number(word, isName: false), ++words <= WordsOfLead ? OfLead : 1);
        foreach (var entity in record.Entities.Where(entity => entity.Type is EntityType.Person or EntityType.Organization or EntityType.Group or EntityType.Place))
            foreach (var (word, capital) in ProfileWords.Of(entity.Name))
                if (capital) Count(ProfileWords.Number(word, isName: true), OfLead * Math.Min(MostMentions, entity.Mentions.Length));
        return new ArticleProfile([.. counts
            .Where(count => count.Value > 0 && !TermWeights.IsCommon(count.Key)).Select(count => new ProfileTerm(count.Key, (byte)Math.Min(byte.MaxValue, count.Value)))
            .OrderByDescending(term => term.Weight).ThenBy(term => term.Number).Take(MostTerms).OrderBy(term => term.Number)]);

        void Count(uint number, int times) => counts[number] = counts.GetValueOrDefault(number) + times;
    }

    /// <summary>An order of profiles by their terms alone.</summary>
    public int CompareTo(ArticleProfile other) => MemoryMarshal.Cast<ProfileTerm, uint>(Terms.AsSpan()).SequenceCompareTo(MemoryMarshal.Cast<ProfileTerm, uint>(other.Terms.AsSpan()));

    /// <summary>The profile as bytes.</summary>
    public byte[] Pack()
    {
        var terms = MemoryMarshal.Cast<ProfileTerm, uint>(Terms.AsSpan());
        var bytes = new byte[terms.Length * BytesOfTerm];
        for (var i = 0; i < terms.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * BytesOfTerm), terms[i]);
        return bytes;
    }

    /// <summary>A profile from its bytes.</summary>
    public static ArticleProfile Unpack(ReadOnlySpan<byte> bytes)
    {
        var terms = new ProfileTerm[bytes.Length / BytesOfTerm];
        var packed = MemoryMarshal.Cast<ProfileTerm, uint>(terms.AsSpan());
        for (var i = 0; i < packed.Length; i++) packed[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * BytesOfTerm)..]);
        return new ArticleProfile(ImmutableCollectionsMarshal.AsImmutableArray(terms));
    }
}
